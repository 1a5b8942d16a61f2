"""Scores and verdicts in words."""

import pytest

from quiz.core import words
from quiz.core.questions.base import Grade
from quiz.core.scoring import Score


def score(right: int, answered: int, partly: int = 0) -> Score:
    """Return a score of so many right of so many answered."""
    return Score("p", "Phase", 20, answered, right, float(right), partly)


@pytest.mark.parametrize(
    ("of", "told"),
    [
        (score(0, 0), "nothing answered"),
        (score(7, 10), "7 of 10 (70 %)"),
        (score(7, 10, partly=2), "7 of 10 (70 %), 2 partly right"),
    ],
)
def test_a_score_tells_the_right_and_the_partly_right(of: Score, told: str) -> None:
    assert told == words.of(of)


@pytest.mark.parametrize(
    ("of", "told"),
    [(score(5, 5), "too few to say more"), (score(6, 6), "likely 79–100 %"), (score(7, 10), "likely 50–85 %")],
)
def test_a_range_is_told_from_six_answers_on(of: Score, told: str) -> None:
    assert told == words.likely(of)


@pytest.mark.parametrize(("number", "told"), [(0, "0 banks"), (1, "1 bank"), (2, "2 banks")])
def test_only_one_is_singular(number: int, told: str) -> None:
    assert told == words.count(number, "bank")


def test_a_plural_may_be_irregular() -> None:
    assert ("1 has", "3 have") == (words.count(1, "has", "have"), words.count(3, "has", "have"))


@pytest.mark.parametrize(("points", "line"), [(1.0, "Correct."), (0.5, "Partly correct (0.50)."), (0.0, "Incorrect.")])
def test_a_verdict_in_a_line(points: float, line: str) -> None:
    assert line == words.verdict_line(Grade(points))


@pytest.mark.parametrize(("days", "of"), [(None, ""), (1, " of the last 1 day"), (60, " of the last 60 days")])
def test_which_answers_count(days: int | None, of: str) -> None:
    assert f"The latest first answer{of} to each question counts." == words.window_words(days)
