"""Match: pairs to put together."""

from itertools import permutations
from random import Random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.questions.base import LETTERS, Layout, Misfit, Option
from tests.core.questions.samples import match
from tests.vectors import SCORING

QUESTION = match(("Genoa", "1922"), ("Locarno", "1925"), ("Munich", "1938"), spare=("1919",))
LAYOUT = Layout(items=("Munich", "Genoa", "Locarno"), targets=("1919", "1922", "1925", "1938"))
EVENTS = tuple((event, str(year)) for event, year in SCORING["matching"][0]["key"].items())


def test_two_of_four_pairs_are_worth_what_the_vectors_say() -> None:
    question = match(*EVENTS)
    first, second, third, fourth = question.key
    assert SCORING["matching"][0]["two_right"] == question.grade((first, second, fourth, third)).score


def test_guessing_earns_one_pair_on_average() -> None:
    question = match(*EVENTS)
    scores = [question.grade(response).score for response in permutations(question.key)]
    assert pytest.approx(sum(scores) / len(scores)) == 1 / 4


@given(st.lists(st.integers(0, 3), min_size=3, max_size=3), st.permutations(range(3)), st.data())
def test_a_letter_for_every_number_is_understood(targets: list[int], places: list[int], data: st.DataObject) -> None:
    sign = data.draw(st.sampled_from(("", " ", "-", ". ", " = ", ":", ")")))
    between = data.draw(st.sampled_from((" ", ", ", ";", ",  ")))
    line = between.join(f"{place + 1}{sign}{LETTERS[targets[place]]}" for place in places)
    given_rights = {LAYOUT.items[place]: LAYOUT.targets[targets[place]] for place in places}
    assert QUESTION.arranged(given_rights) == QUESTION.parse(line, LAYOUT)


@pytest.mark.parametrize(
    "line", ["", "1a 2b", "1a 2b 3e", "1a 2b 4c", "1a 2b 3", "a1 b2 c3", "1a 2b 3c 1d", "1a 2b 3c!", "0a 1b 2c 3d"]
)
def test_other_lines_are_answered_with_what_to_type(line: str) -> None:
    assert Misfit("Type a letter for every number, such as 1b 2c 3d.") == QUESTION.parse(line, LAYOUT)


def test_a_line_of_many_blanks_is_refused_at_once() -> None:
    begin = perf_counter()
    assert isinstance(QUESTION.parse("".join(f"{i}   {' ' * 40}a{' ' * 40}" for i in range(9)) + "!", LAYOUT), Misfit)
    assert perf_counter() - begin < 1


def test_every_right_side_is_shown_once_even_when_pairs_share_it() -> None:
    layout = match(("Lenin", "Bolshevik"), ("Trotsky", "Bolshevik"), ("Martov", "Menshevik")).layout(Random(1))
    assert sorted(layout.targets) == ["Bolshevik", "Menshevik"]
    assert sorted(layout.items) == ["Lenin", "Martov", "Trotsky"]


@pytest.mark.parametrize(
    ("response", "score", "detail"),
    [
        (("1922", "1925", "1938"), 1, ""),
        (("1922", "1938", "1925"), 1 / 3, "1 of 3 pairs"),
        (("1922",), 1 / 3, "1 of 3 pairs"),
        (("", "", ""), 0, "0 of 3 pairs"),
        (("1922", "1925", "1938", "1919"), 1, ""),
    ],
)
def test_the_share_of_right_pairs_is_told(response: tuple[str, ...], score: float, detail: str) -> None:
    grade = QUESTION.grade(response)
    assert (score, detail) == (grade.score, grade.detail)


def test_a_response_reads_as_pairs() -> None:
    assert QUESTION.answer_text == "Genoa – 1922; Locarno – 1925; Munich – 1938"
    assert QUESTION.spoken(("1919", "", "1938")) == "Genoa – 1919; Locarno – (none); Munich – 1938"


def test_the_reason_is_that_of_the_spare_side_used() -> None:
    assert (Option("1919", "why not 1919"),) == QUESTION.reasons(("1919", "1925", "1938"))
    assert QUESTION.reasons(("1925", "1922", "1938")) == ()
