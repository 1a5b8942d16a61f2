"""Order: items to put in their order, scored by Kendall's tau."""

from itertools import permutations
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.questions.base import Layout, Misfit
from tests.core.questions.samples import TEXTS, distinct, order
from tests.vectors import SCORING

QUESTION = order("Bosworth", "Armada", "Trafalgar")


@pytest.mark.parametrize("row", SCORING["ordering"], ids=lambda row: row["resp"])
def test_scores_are_those_of_the_vectors(row: dict[str, Any]) -> None:
    question = order(*sorted(row["resp"]))
    assert row["tau_floor0"] == pytest.approx(question.grade(tuple(row["resp"])).score, abs=1e-6)


@pytest.mark.parametrize("row", SCORING["ordering_random_expectation"], ids=lambda row: f"{row['n']} items")
def test_guessing_earns_on_average_what_the_vectors_say(row: dict[str, Any]) -> None:
    items = tuple("ABCDE"[: row["n"]])
    scores = [order(*items).grade(response).score for response in permutations(items)]
    assert row["tau_floor0"] == pytest.approx(sum(scores) / len(scores), abs=1e-6)


@given(distinct(TEXTS, 2, 9), st.integers())
def test_items_are_never_shown_in_the_right_order_already(items: tuple[str, ...], seed: int) -> None:
    layout = order(*items).layout(Random(seed))
    assert sorted(items) == sorted(layout.items)
    assert items != layout.items


@given(st.permutations(range(5)), st.sampled_from((" ", ",", ", ", ">", " → ", "-", "")))
def test_every_permutation_is_understood(places: list[int], between: str) -> None:
    question, layout = order(*"vwxyz"), Layout(items=tuple("zxvwy"))
    line = between.join(str(place + 1) for place in places)
    assert tuple(layout.items[place] for place in places) == question.parse(line, layout)


@pytest.mark.parametrize("line", ["", "1 2", "1 2 2", "1 2 3 1", "1 2 4", "123 1", "a b d", "1.2.3"])
def test_other_lines_are_answered_with_what_to_type(line: str) -> None:
    layout = QUESTION.layout(Random(1))
    hint = "Type all 3 numbers in the right order, each once, such as 2 3 1."
    assert Misfit(hint) == QUESTION.parse(line, layout)


def test_the_first_pair_in_the_wrong_order_is_named() -> None:
    grade = QUESTION.grade(("Armada", "Bosworth", "Trafalgar"))
    assert grade.detail == "“Bosworth” comes before “Armada”"
    assert grade.parts == (False, False, True)


@pytest.mark.parametrize("response", [(), ("Bosworth",), ("Bosworth", "Armada", "Armada"), ("a", "b", "c")])
def test_other_items_than_the_questions_earn_nothing(response: tuple[str, ...]) -> None:
    assert QUESTION.grade(response).score == 0


def test_the_answer_reads_as_a_line_of_arrows() -> None:
    assert QUESTION.answer_text == "Bosworth → Armada → Trafalgar"
