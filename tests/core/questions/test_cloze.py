"""Cloze: a text with gaps, typed or chosen."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.questions.base import Grade, Layout, Misfit
from quiz.core.questions.cloze import Cloze, Gap
from tests.core.questions.samples import NAMES, cloze, distinct

TYPED = Gap("Litvinov", accept=("Maxim Litvinov",))
CHOSEN = Gap("1934", wrong=("1919", "1926"))
QUESTION = Cloze(
    id="q", phase="p", prompt="Fill in.", pieces=("In ", " the Soviet Union, under ", ", joined."), gaps=(CHOSEN, TYPED)
)
LAYOUT = QUESTION.layout(Random(1))


def test_gaps_are_numbered_in_the_text() -> None:
    assert QUESTION.task == "Fill in.\n\nIn [1 ____] the Soviet Union, under [2 ____], joined."


def test_a_single_gap_needs_no_number() -> None:
    assert cloze(TYPED).task == "Fill in.\n\n[____]."


def test_the_text_can_be_read_with_its_answers() -> None:
    assert QUESTION.filled(QUESTION.key) == "In 1934 the Soviet Union, under Litvinov, joined."
    assert QUESTION.answer_text == "1934; Litvinov"


def test_only_gaps_with_options_show_some_and_numbers_are_sorted() -> None:
    assert Layout(gaps=(("1919", "1926", "1934"), ())) == LAYOUT


@pytest.mark.parametrize(
    ("line", "response"),
    [
        ("1934; Litvinov", ("1934", "Litvinov")),
        ("3;litvinov", ("1934", "litvinov")),
        ("c ; Litvinov ", ("1934", "Litvinov")),
        ("1917; x", ("1917", "x")),
        ("; Litvinov", ("", "Litvinov")),
    ],
)
def test_a_gap_takes_a_text_or_the_number_of_an_option(line: str, response: tuple[str, ...]) -> None:
    assert response == QUESTION.parse(line, LAYOUT)


@given(distinct(NAMES, 2, 5), distinct(NAMES, 2, 5), st.data())
def test_options_are_chosen_by_number_or_in_any_case(
    one: tuple[str, ...], two: tuple[str, ...], data: st.DataObject
) -> None:
    question = cloze(Gap(one[0], one[1:]), Gap(two[0], two[1:]))
    layout = question.layout(Random(1))
    first, second = (data.draw(st.integers(0, len(options) - 1)) for options in layout.gaps)
    response = (layout.gaps[0][first], layout.gaps[1][second])
    assert response == question.parse(f"{first + 1}; {second + 1}", layout)
    assert response == question.parse(f"{response[0].swapcase()};{response[1].upper()}", layout)


@pytest.mark.parametrize("line", ["", ";", "1934", "1; 2; 3"])
def test_other_lines_are_answered_with_what_to_type(line: str) -> None:
    hint = "Type what belongs in the 2 gaps (a text or the number of an option), separated by ; in their order."
    assert Misfit(hint) == QUESTION.parse(line, LAYOUT)


def test_in_a_single_gap_a_semicolon_is_a_sign_like_others() -> None:
    question = cloze(Gap("bread; land"))
    assert question.parse(" bread; land ", question.layout(Random(1))) == ("bread; land",)
    assert Misfit("Type what belongs in the gap.") == question.parse(" ", question.layout(Random(1)))


@pytest.mark.parametrize(
    ("response", "grade"),
    [
        (("1934", "maxim litvinov"), Grade(1, parts=(True, True))),
        (("1934", "Litwinov"), Grade(1, taken_as="Litvinov", parts=(True, True))),
        (("1926", "Litvinov"), Grade(0.5, "1 of 2 gaps", parts=(False, True))),
        (("1934",), Grade(0.5, "1 of 2 gaps", parts=(True, False))),
        ((), Grade(0, "0 of 2 gaps", parts=(False, False))),
    ],
)
def test_the_share_of_gaps_is_told(response: tuple[str, ...], grade: Grade) -> None:
    assert grade == QUESTION.grade(response)


def test_no_slip_is_forgiven_in_a_chosen_option() -> None:
    assert cloze(Gap("Litvinov", wrong=("Litvinow",))).grade(("Litvinow",)).score == 0


def test_exact_spelling_counts_where_the_bank_says_so() -> None:
    assert cloze(Gap("Litvinov"), exact=True).grade(("litvinov",)).score == 0
