"""From the outcome of an answer to a rating, by the table of the rules, and the student's own pace."""

from collections import deque
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.rating import KNOWN, WINDOW, Certainty, Pace, Speed, rate
from quiz.core.schedule import Rating

AGAIN, HARD, GOOD, EASY = Rating
GUESS, FAIRLY, SURE = Certainty
RAPID, USUAL, SLOW = Speed


@pytest.mark.parametrize(
    ("score", "certainty", "speed", "spaced", "rating"),
    [
        (0.0, None, USUAL, 0, AGAIN),  # wrong
        (0.0, SURE, USUAL, 5, AGAIN),
        (0.99, SURE, USUAL, 5, AGAIN),  # partly right
        (1.0, GUESS, USUAL, 5, AGAIN),  # right by luck
        (1.0, GUESS, SLOW, 0, AGAIN),
        (1.0, None, RAPID, 0, HARD),  # faster than it can be read
        (1.0, SURE, RAPID, 3, HARD),
        (1.0, None, SLOW, 0, HARD),
        (1.0, SURE, SLOW, 3, HARD),
        (1.0, None, USUAL, 0, GOOD),  # not asked how sure
        (1.0, None, USUAL, 4, GOOD),
        (1.0, FAIRLY, USUAL, 4, GOOD),
        (1.0, SURE, USUAL, 0, GOOD),  # sure, but for the first time
        (1.0, SURE, USUAL, 1, EASY),
        (1.0, SURE, USUAL, 7, EASY),
    ],
)
def test_an_outcome_has_the_rating_of_the_table(
    score: float, certainty: int | None, speed: Speed, spaced: int, rating: Rating
) -> None:
    assert rating == rate(score, certainty, speed, spaced)


def test_certainties_have_the_numbers_of_certainty_based_marking() -> None:
    assert [1, 2, 3] == [GUESS, FAIRLY, SURE]


@given(st.floats(0, 1), st.none() | st.sampled_from(Certainty), st.sampled_from(Speed), st.integers(0, 9))
def test_only_a_fully_right_answer_that_was_no_guess_is_remembered(
    score: float, certainty: Certainty | None, speed: Speed, spaced: int
) -> None:
    assert (score < 1 or certainty == GUESS) == (rate(score, certainty, speed, spaced) is AGAIN)


def paced(*seconds: float, kind: str = "choice", words: int = 10) -> Pace:
    """Return a pace after answers to questions of so many words that took so many seconds."""
    pace = Pace()
    for taken in seconds:
        pace.add(kind, words, taken)
    return pace


@pytest.mark.parametrize(("seconds", "speed"), [(0.0, RAPID), (0.62, RAPID), (0.625, USUAL), (3600.0, USUAL)])
def test_a_quarter_of_the_time_that_reading_takes_is_rapid_from_the_first_answer(seconds: float, speed: Speed) -> None:
    assert speed == Pace().judge("choice", 10, seconds)


@pytest.mark.parametrize(("seconds", "speed"), [(0.5, RAPID), (20.0, USUAL), (20.1, SLOW)])
def test_more_than_twice_the_usual_time_is_slow(seconds: float, speed: Speed) -> None:
    assert speed == paced(*[10.0] * KNOWN).judge("choice", 10, seconds)


@pytest.mark.parametrize(("seconds", "speed"), [(10.0, USUAL), (10.1, SLOW)])
def test_slow_is_against_the_students_own_pace(seconds: float, speed: Speed) -> None:
    assert speed == paced(*[5.0] * KNOWN).judge("choice", 10, seconds)


def test_the_time_is_counted_by_the_word() -> None:
    pace = paced(*[10.0] * KNOWN)
    assert (SLOW, USUAL) == (pace.judge("choice", 10, 40.0), pace.judge("choice", 20, 40.0))


def test_a_question_of_one_word_is_judged_too() -> None:
    assert (RAPID, SLOW) == (Pace().judge("choice", 1, 0.0), paced(*[10.0] * KNOWN).judge("choice", 1, 9.0))


def test_too_few_answers_tell_no_pace() -> None:
    assert paced(*[10.0] * (KNOWN - 1)).usual("choice") is None
    assert USUAL == paced(*[10.0] * (KNOWN - 1)).judge("choice", 10, 999.0)


def test_an_answer_in_no_time_counts_too() -> None:
    assert 0.0 == paced(*[0.0] * KNOWN).usual("choice")


def test_of_an_even_number_of_answers_the_usual_pace_is_between_the_middle_two() -> None:
    answers = [*[10.0] * (KNOWN // 2), *[30.0] * (KNOWN // 2)]
    assert (2.0, 3.0) == (paced(*answers).usual("choice"), paced(*answers, 30.0).usual("choice"))


def test_every_type_has_a_pace_of_its_own() -> None:
    pace = paced(*[10.0] * KNOWN)
    assert (1.0, None) == (pace.usual("choice"), pace.usual("order"))
    assert USUAL == pace.judge("order", 10, 999.0)


def test_without_words_nothing_is_judged_and_nothing_learnt() -> None:
    pace = paced(*[10.0] * KNOWN, words=0)
    assert pace.usual("choice") is None
    assert [USUAL, USUAL] == [paced(*[10.0] * KNOWN).judge("choice", 0, taken) for taken in (0.0, 999.0)]


def test_answers_long_ago_are_forgotten() -> None:
    pace = paced(*[10.0] * WINDOW)
    for _ in range(WINDOW - KNOWN):
        pace.add("order", 0, 5.0)
    assert 1.0 == pace.usual("choice")
    pace.add("order", 0, 5.0)
    assert pace.usual("choice") is None


@given(
    st.lists(st.tuples(st.sampled_from(("choice", "order")), st.integers(0, 3), st.sampled_from((1.0, 2.5, 6.0)))),
    st.integers(0, WINDOW),
)
def test_the_usual_pace_is_the_median_of_the_last_answers(answers: list[tuple[str, int, float]], before: int) -> None:
    pace = paced(*[9.0] * before, kind="order")
    window = deque([("order", 0.9)] * before, maxlen=WINDOW)
    for kind, words, seconds in answers * 8:
        pace.add(kind, words, seconds)
        window.append((kind if words else "", seconds / (words or 1)))
    for kind in ("choice", "order"):
        own = [taken for one, taken in window if one == kind]
        assert (pytest.approx(median(own)) if len(own) >= KNOWN else None) == pace.usual(kind)
