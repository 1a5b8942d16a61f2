"""Choice: one right option among several."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.questions.base import LETTERS, Layout, Misfit, Option
from tests.core.questions.samples import TEXTS, choice, distinct

QUESTION = choice("Litvinov", "Molotov", "Chicherin")


@given(distinct(TEXTS, 2, 9), st.integers())
def test_every_option_is_shown_and_chosen_by_its_number_or_letter(texts: tuple[str, ...], seed: int) -> None:
    question = choice(*texts)
    layout = question.layout(Random(seed))
    assert sorted(texts) == sorted(layout.items)
    for i, text in enumerate(layout.items):
        assert (text,) == question.parse(str(i + 1), layout)
        assert (text,) == question.parse(LETTERS[i].upper(), layout)


def test_options_are_shuffled() -> None:
    assert len({QUESTION.layout(Random(seed)) for seed in range(50)}) == 6


@pytest.mark.parametrize("texts", [("1922", "1918", "1935"), ("May 1935", "1934", "3 March 1918"), ("20 %", "5 %")])
def test_numbers_and_dates_are_shown_in_order_whatever_the_seed(texts: tuple[str, ...]) -> None:
    layouts = {choice(*texts).layout(Random(seed)) for seed in range(20)}
    years = sorted(texts, key=lambda text: int(text.removesuffix(" %").split()[-1]))
    assert {Layout(items=tuple(years))} == layouts


@pytest.mark.parametrize(("given_text", "score"), [("Litvinov", 1), ("Molotov", 0), ("litvinov", 0), ("Stalin", 0)])
def test_only_the_right_option_counts(given_text: str, score: float) -> None:
    assert score == QUESTION.grade((given_text,)).score


def test_two_options_are_not_one_answer() -> None:
    assert QUESTION.grade(("Litvinov", "Molotov")).score == 0


@pytest.mark.parametrize("line", ["", "0", "4", "d", "1 2", "Litvinov"])
def test_other_lines_are_answered_with_what_to_type(line: str) -> None:
    assert Misfit("Type the number of your answer, 1 to 3.") == QUESTION.parse(line, QUESTION.layout(Random(1)))


def test_of_two_options_both_are_named() -> None:
    question = choice("yes", "no")
    assert question.hint(question.layout(Random(1))) == "Type the number of your answer, 1 or 2."


def test_the_reason_is_that_of_the_chosen_option() -> None:
    assert (Option("Molotov", "why not Molotov"),) == QUESTION.reasons(("Molotov",))
    assert QUESTION.reasons(("Litvinov",)) == ()


def test_the_answer_reads_as_its_text() -> None:
    assert QUESTION.answer_text == "Litvinov"
    assert QUESTION.task == "Which?"
