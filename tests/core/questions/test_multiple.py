"""Multiple: several right options, scored so that choosing everything earns nothing."""

from itertools import chain, combinations
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.questions.base import LETTERS, Layout, Misfit, Option
from tests.core.questions.samples import multiple
from tests.vectors import SCORING

QUESTION = multiple("ABC", "DE")
LAYOUT = Layout(items=("E", "C", "A", "D", "B"))


@pytest.mark.parametrize("row", SCORING["multiple_response"], ids=lambda row: f"{row['keys']}-{row['sel']}")
def test_scores_are_those_of_the_vectors(row: dict[str, Any]) -> None:
    wrong = "".join(sorted(set(row["options"]) - set(row["keys"])))
    question = multiple(row["keys"], wrong)
    assert row["balanced_youden"] == pytest.approx(question.grade(tuple(row["sel"])).score, abs=1e-6)


def test_guessing_earns_on_average_what_the_vectors_say() -> None:
    subsets = list(chain.from_iterable(combinations("ABCDE", size) for size in range(6)))
    assert pytest.approx(sum(QUESTION.grade(subset).score for subset in subsets) / len(subsets)) == 0.1875


@given(st.permutations("ABC"))
def test_the_order_of_choosing_does_not_count(chosen: list[str]) -> None:
    assert QUESTION.grade(tuple(chosen)).score == 1


@given(st.sets(st.integers(0, 4), min_size=1), st.sampled_from((" ", ",", ", ", ";", " ; ")), st.booleans())
def test_a_set_of_numbers_or_letters_is_understood(chosen: set[int], between: str, letters: bool) -> None:
    line = between.join(LETTERS[i] if letters else str(i + 1) for i in chosen)
    assert tuple(LAYOUT.items[i] for i in sorted(chosen)) == QUESTION.parse(line, LAYOUT)


@pytest.mark.parametrize("line", ["", ",", "6", "0", "1,x", "A B F", "1-3"])
def test_other_lines_are_answered_with_what_to_type(line: str) -> None:
    assert Misfit("Type the numbers of all right answers, 1 to 5, such as 1,3.") == QUESTION.parse(line, LAYOUT)


@pytest.mark.parametrize(
    ("chosen", "detail", "parts"),
    [
        ("ABC", "", (True, True, True)),
        ("AB", "2 of the 3 right ones chosen", (True, True)),
        ("AD", "1 of the 3 right ones chosen, and 1 that is not", (True, False)),
        ("BDE", "1 of the 3 right ones chosen, and 2 that are not", (True, False, False)),
        ("", "0 of the 3 right ones chosen", ()),
    ],
)
def test_what_was_right_is_told(chosen: str, detail: str, parts: tuple[bool, ...]) -> None:
    grade = QUESTION.grade(tuple(chosen))
    assert (detail, parts) == (grade.detail, grade.parts)


def test_reasons_are_those_of_the_wrong_options_chosen() -> None:
    assert (Option("E", "why not E"),) == QUESTION.reasons(("E", "A"))


def test_right_and_wrong_are_mixed() -> None:
    assert len({QUESTION.layout(Random(seed)) for seed in range(40)}) > 20


def test_the_answer_reads_as_a_list() -> None:
    assert QUESTION.answer_text == "A; B; C"
