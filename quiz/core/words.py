"""Scores and verdicts in words: the same on every screen and in every line."""

from quiz.core.questions.base import Grade, Verdict
from quiz.core.scoring import ENOUGH, Score


def of(score: Score) -> str:
    """Return "7 of 10 (70 %)", and how many more were partly right; or that nothing was answered."""
    if not score.answered:
        return "nothing answered"
    text = f"{score.right} of {score.answered} ({score.per_cent} %)"
    return f"{text}, {score.partly} partly right" if score.partly else text


def likely(score: Score) -> str:
    """Return the likely range, or that there are too few answers to say."""
    if score.answered < ENOUGH:
        return "too few to say more"
    low, high = score.likely
    return f"likely {round(100 * low)}–{round(100 * high)} %"


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: "1 question", "3 questions"."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural or noun + 's'}"


def verdict_line(grade: Grade) -> str:
    """Return the verdict as plain mode says it."""
    if grade.verdict is Verdict.RIGHT:
        return "Correct."
    return "Incorrect." if grade.verdict is Verdict.WRONG else f"Partly correct ({grade.score:.2f})."


def window_words(days: int | None) -> str:
    """Return which answers count for a standing."""
    time = "" if days is None else f" of the last {count(days, 'day')}"
    return f"The latest first answer{time} to each question counts."
