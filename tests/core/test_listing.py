"""A listing is a tuple of questions in all but this: each is made when it is asked for, and once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.listing import Entry, Listing
from quiz.core.questions.base import Question
from tests.core.samples import bank_of

QUESTIONS = tuple(bank_of(3, 2).questions)
ENTRIES = tuple(Entry(question.id, question.phase, question.chance) for question in QUESTIONS)


def listing(made: list[int] | None = None) -> Listing:
    """Return a listing of the questions, which notes in `made` which of them it made."""

    def make(place: int) -> Question:
        if made is not None:
            made.append(place)
        return QUESTIONS[place]

    return Listing(ENTRIES, make)


PLACES = st.none() | st.integers(-7, 7)


@given(st.builds(slice, PLACES, PLACES, st.none() | st.integers(-3, 3).filter(bool)))
def test_a_stretch_of_it_is_that_of_a_tuple(stretch: slice) -> None:
    assert QUESTIONS[stretch] == listing()[stretch]


@pytest.mark.parametrize("place", range(-5, 5))
def test_a_place_counts_from_either_end(place: int) -> None:
    assert QUESTIONS[place] == listing()[place]


@pytest.mark.parametrize("place", [-6, 5])
def test_beyond_its_ends_there_is_nothing(place: int) -> None:
    with pytest.raises(IndexError):
        listing()[place]


def test_a_question_is_made_when_it_is_asked_for_and_once() -> None:
    made: list[int] = []
    rows = listing(made)
    assert (5, ENTRIES, []) == (len(rows), rows.listed, made)
    assert (QUESTIONS[4], QUESTIONS[1], QUESTIONS[4]) == (rows[-1], rows.by_id["a1"], rows.by_id["b1"])
    assert [4, 1] == made


def test_it_is_equal_to_the_same_questions_in_the_same_order() -> None:
    assert listing() == QUESTIONS
    assert listing() == listing()
    assert hash(listing()) == hash(QUESTIONS)


@pytest.mark.parametrize("other", [QUESTIONS[:4], (*QUESTIONS[:4], QUESTIONS[0]), QUESTIONS[::-1], (), list(QUESTIONS)])
def test_it_is_not_equal_to_anything_else(other: object) -> None:
    assert listing() != other


def test_which_ids_there_are_is_known_without_making_a_question() -> None:
    made: list[int] = []
    by_id = listing(made).by_id
    assert ["a0", "a1", "a2", "b0", "b1"] == list(by_id)
    assert (5, True, False, []) == (len(by_id), "b1" in by_id, "b2" in by_id, made)
