"""Number: a number or a year, typed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.questions.base import Layout, Misfit
from quiz.core.questions.number import ONE_NUMBER, Number


def number(answer: str, tolerance: str = "0", unit: str = "") -> Number:
    return Number(
        id="q", phase="p", prompt="How many?", answer=Decimal(answer), tolerance=Decimal(tolerance), unit=unit
    )


@pytest.mark.parametrize(
    ("line", "score"),
    [("1935", 1), ("in 1935", 1), ("1,935", 1), ("1935.0", 1), ("c.1935", 1), ("1934", 0), ("-1935", 0), ("19350", 0)],
)
def test_the_number_counts_however_it_is_written(line: str, score: float) -> None:
    question = number("1935")
    assert (line,) == question.parse(f" {line} ", Layout())
    assert score == question.grade((line,)).score


@given(st.decimals(-1000, 1000, places=2), st.decimals(0, 50, places=2), st.decimals(-100, 100, places=2))
def test_what_is_within_the_tolerance_is_right(answer: Decimal, tolerance: Decimal, off: Decimal) -> None:
    question = number(str(answer), str(tolerance))
    assert (abs(off) <= tolerance) == (question.grade((f"{answer + off:f}",)).score == 1)


@pytest.mark.parametrize("line", ["", "many", "a dozen, I think"])
def test_lines_without_digits_are_answered_with_what_to_type(line: str) -> None:
    assert Misfit("Type a number in digits.") == number("1914").parse(line, Layout())
    assert number("1914").grade((line,)).score == 0


@pytest.mark.parametrize("line", ["1914 or 1915", "1914-1918", "about 1914 I think", "1914abc", "5 million"])
def test_lines_that_are_more_than_a_number_are_not_graded_but_asked_for_again(line: str) -> None:
    assert Misfit(ONE_NUMBER) == number("1914").parse(line, Layout())


def test_the_unit_may_stand_behind_the_number() -> None:
    question = number("5.5", unit="million")
    for line in ("5.5", "5.5 million", "5.5 Million.", "about 5.5million"):
        assert (line,) == question.parse(line, Layout())
        assert 1 == question.grade((line,)).score


def test_a_blank_behind_the_sign_is_no_other_number() -> None:
    assert 1 == number("-5").grade(("− 5",)).score
    assert 0 == number("5").grade(("− 5",)).score


def test_a_number_among_words_that_stands_on_record_from_earlier_still_counts() -> None:
    assert 1 == number("1914").grade(("1914 I think",)).score


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (number("1935"), "1935"),
        (number("5.5", unit="million"), "5.5 million"),
        (number("1E+3", "1E+1", "men"), "1000 men (within 10)"),
    ],
)
def test_the_answer_reads_with_unit_and_tolerance(question: Number, text: str) -> None:
    assert text == question.answer_text
