"""Mastery takes three separate days, no guesses, and the last answer right; it fades with time."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.knowledge import FADING, Knowledge, Outcome, learn
from quiz.core.rating import Certainty, Speed
from quiz.core.schedule import Rating, review

DAY = 739_000
GUESS, FAIRLY, SURE = Certainty
OUTCOMES = st.lists(
    st.builds(
        Outcome,
        st.integers(DAY, DAY + 9),
        st.sampled_from((0.0, 0.5, 1.0)),
        st.none() | st.sampled_from(Certainty),
        st.sampled_from(Speed),
    ),
    min_size=1,
    max_size=12,
).map(lambda outcomes: sorted(outcomes, key=lambda outcome: outcome.day))


def known(*outcomes: Outcome) -> Knowledge:
    """Return what is known after some outcomes."""
    found = None
    for outcome in outcomes:
        found = learn(found, outcome)
    assert found is not None
    return found


def story(text: str) -> Knowledge:
    """Return what is known after a day per word: r right, w wrong, p partly, g a right guess, in that order."""
    scores = {"r": 1.0, "w": 0.0, "p": 0.5, "g": 1.0}
    return known(
        *(
            Outcome(DAY + 2 * i, scores[sign], GUESS if sign == "g" else None)
            for i, word in enumerate(text.split())
            for sign in word
        )
    )


@pytest.mark.parametrize(
    ("text", "mastered"),
    [
        ("r r r", True),
        ("r w r r", True),
        ("r r r w r", True),
        ("rrr", False),  # on one day
        ("rr rr", False),
        ("r r g", False),
        ("r r r g", True),  # a guess does not count, but was right
        ("r r r w", False),
        ("r r r p", False),
        ("g g g g", False),
        ("wr wr wr", True),
        ("r", False),
    ],
)
def test_mastery_takes_three_separate_days_without_guesses_and_the_last_answer_right(text: str, mastered: bool) -> None:
    assert mastered == story(text).mastered


@given(OUTCOMES)
def test_the_counts_are_those_of_the_outcomes(outcomes: list[Outcome]) -> None:
    found = known(*outcomes)
    right = [outcome.score >= 1 for outcome in outcomes]
    sound = [outcome.day for outcome in outcomes if outcome.score >= 1 and outcome.certainty != GUESS]
    assert len(outcomes) == found.asked
    assert (len(set(sound)), max(sound, default=0)) == (found.right_days, found.right_day)
    assert right[-1] == found.right
    assert sum(a and not b for a, b in pairwise(right)) == found.lapses
    assert outcomes[-1].day == found.memory.day


@pytest.mark.parametrize(
    ("outcomes", "ratings"),
    [
        ([Outcome(DAY, 0.0)], [Rating.AGAIN]),
        ([Outcome(DAY, 1.0, GUESS)], [Rating.AGAIN]),
        ([Outcome(DAY, 1.0, None, Speed.RAPID)], [Rating.HARD]),
        ([Outcome(DAY, 1.0, SURE)], [Rating.GOOD]),
        ([Outcome(DAY, 1.0, SURE), Outcome(DAY, 1.0, SURE)], [Rating.GOOD, Rating.GOOD]),  # the same day
        ([Outcome(DAY, 1.0), Outcome(DAY + 2, 1.0, SURE)], [Rating.GOOD, Rating.EASY]),
        (
            [Outcome(DAY, 1.0), Outcome(DAY + 2, 1.0, SURE), Outcome(DAY + 2, 1.0, SURE)],
            [Rating.GOOD, Rating.EASY, Rating.EASY],
        ),
        ([Outcome(DAY, 1.0, GUESS), Outcome(DAY + 2, 1.0, SURE)], [Rating.AGAIN, Rating.GOOD]),
    ],
)
def test_memory_is_reviewed_with_the_rating_of_each_outcome(outcomes: list[Outcome], ratings: list[Rating]) -> None:
    memory = None
    for outcome, rating in zip(outcomes, ratings, strict=True):
        memory = review(memory, rating, outcome.day)
    assert memory == known(*outcomes).memory


def test_what_is_mastered_fades_when_its_recall_falls_below_four_in_five() -> None:
    mastered = story("r r r")
    day = next(day for day in range(mastered.memory.day, mastered.memory.day + 9999) if mastered.recall(day) < FADING)
    assert day > mastered.memory.due
    assert [False, True, True] == [mastered.fading(d) for d in (day - 1, day, day + 1)]


def test_what_is_not_mastered_does_not_fade() -> None:
    assert not story("r r").fading(DAY + 5000)
