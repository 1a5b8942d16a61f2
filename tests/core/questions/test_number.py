"""Number: a number or a year, typed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.questions.base import Layout, Misfit
from quiz.core.questions.number import Number


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


@pytest.mark.parametrize("line", ["", "many", "1914 or 1915", "1914-1918"])
def test_lines_without_one_number_are_answered_with_what_to_type(line: str) -> None:
    assert Misfit("Type a number in digits.") == number("1914").parse(line, Layout())
    assert number("1914").grade((line,)).score == 0


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
