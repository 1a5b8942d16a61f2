"""The results of an attempt: what is said of them beside the scores, and all of it as values for JSON."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from quiz.core import calibration
from quiz.core.calibration import Level, Marks
from quiz.core.questions.base import Grade
from quiz.core.rating import Certainty
from quiz.core.scoring import Score, total
from quiz.core.visible import one_line
from quiz.core.weakness import Passage, is_changed, to_read_again
from quiz.core.words import count
from quiz.history.values import Mode
from quiz.study.clock import from_moment

if TYPE_CHECKING:
    from datetime import datetime

    from quiz.core.bank import Quote
    from quiz.core.session import Answer
    from quiz.study.run import Run

MODES = {
    Mode.PRACTICE: "Quiz",
    Mode.REVIEW: "Review",
    Mode.EXAM: "Examination",
    Mode.PRETEST: "Pre-test",
    Mode.READING: "Reading",
}
NOT_ANSWERED = "not answered"
PRETEST = "A pre-test: nothing is scored. Now read, then quiz yourself again."


def left(run: Run) -> tuple[str, ...]:
    """Return the questions of a run that were not asked yet."""
    return () if run.session.repeating else run.session.queue


def unanswered(run: Run) -> int:
    """Return how many questions have no answer: left empty in an examination, or not asked yet."""
    return sum(not answer.response for answer in run.session.answers) + len(left(run))


def passages(run: Run) -> tuple[Passage, ...]:
    """Return the passages to read again after a run."""
    return to_read_again(run.study.bank, run.session.points)


def place_of(run: Run, quote: Quote) -> str:
    """Return where a quotation stands; with the title of the source where there are several."""
    bank = run.study.bank
    title = f", {one_line(bank.source_by_id[quote.source].title)}" if len(bank.sources) > 1 else ""
    return f"{bank.where(quote)}{title}"


def levels(run: Run) -> tuple[Level, ...]:
    """Return how sure the student was against how often that was right; nothing where nothing is scored."""
    if not run.scored:
        return ()
    return calibration.levels((answer.certainty, answer.score) for answer in run.session.answers)


def marks(run: Run) -> Marks | None:
    """Return the certainty-based marks of a run, or None when no certainty was told."""
    if not levels(run):
        return None
    return calibration.marks((answer.certainty, answer.score) for answer in run.session.answers)


def asked_again(run: Run) -> str:
    """Return how what was asked once more was answered then, in a sentence; "" when nothing was."""
    repeats = run.session.repeats
    right = sum(answer.score >= 1 for answer in repeats)
    return f"Asked once more: {right} of {len(repeats)} right then." if repeats else ""


def began(run: Run) -> datetime:
    """Return when a run began; now, when nothing of it is on record."""
    saved = run.study.record.load(run.uid)
    return from_moment(saved.attempt.started) if saved else run.study.clock()


def changed(run: Run) -> frozenset[str]:
    """Return the questions of a run that are not what they were when they were answered.

    Those of a run through several banks, which is never looked back on as one, are as they were.
    """
    saved, bank = run.study.record.load(run.uid), run.study.bank
    return (
        frozenset(row.question for row in saved.given if is_changed(bank, row.question, row.content))
        if saved
        else frozenset()
    )


def changed_words(number: int) -> str:
    """Return the note that so many questions stand here as they read now, and not as they were asked."""
    told = count(number, "question has been changed", "questions have been changed")
    return f"{told} since: what stands below is how {'it reads' if number == 1 else 'they read'} now."


def verdict(answer: Answer) -> str:
    """Return the word for an answer."""
    return str(Grade(answer.score).verdict) if answer.response else NOT_ANSWERED


def as_data(run: Run) -> dict[str, object]:
    """Return the results as values that JSON can hold."""
    bank, rows, since = run.study.bank, run.scores(), changed(run)
    again = run.session.repeats
    return {
        "bank": bank.id,
        "title": bank.title,
        "attempt": str(run.uid),
        "mode": str(run.mode),
        "began": began(run).isoformat(timespec="seconds"),
        "scored": run.scored,
        "total": _score(total(rows)),
        "phases": [_score(row) for row in rows],
        "questions": [_answer(run, answer, since) for answer in run.session.answers],
        "left": list(left(run)),
        "withdrawn": run.session.withdrawn,
        "once_more": {"answered": len(again), "right": sum(answer.score >= 1 for answer in again)},
        "certainty": [_level(level) for level in levels(run)],
        "marks": _marks(marks(run)),
        "read_again": [{**_quote(run, it.quote), "missed": list(it.missed)} for it in passages(run)],
    }


def _score(score: Score) -> dict[str, object]:
    low, high = score.likely
    names = ("id", "title", "questions", "answered", "right", "partly")
    return {name: getattr(score, name) for name in names} | {"score": score.mean, "low": low, "high": high}


def _answer(run: Run, answer: Answer, since: Container[str]) -> dict[str, object]:
    question = run.study.bank.by_id[answer.question]
    return {
        "id": question.id,
        "phase": question.phase,
        "prompt": question.prompt,
        "changed_since": question.id in since,
        "verdict": verdict(answer),
        "score": answer.score,
        "certainty": calibration.WORDS[Certainty(answer.certainty)] if answer.certainty else None,
        "response": question.spoken(answer.response) if answer.response else None,
        "answer": question.answer_text,
        "explanation": question.explanation,
        "quotes": [_quote(run, quote) for quote in question.quotes],
    }


def _quote(run: Run, quote: Quote) -> dict[str, object]:
    bank = run.study.bank
    return {"text": quote.text, "source": bank.source_by_id[quote.source].title, "place": str(bank.where(quote))}


def _level(level: Level) -> dict[str, object]:
    word = calibration.WORDS[level.certainty]
    return {"certainty": word, "answered": level.asked, "right": level.right, "verdict": level.verdict}


def _marks(earned: Marks | None) -> dict[str, object] | None:
    if earned is None:
        return None
    return {"total": earned.total, "mean": earned.mean, "accuracy": earned.accuracy, "bonus": earned.bonus}
