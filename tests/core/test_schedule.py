"""When to ask again is what py-fsrs says, counted in days on the student's own clock."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from fsrs import Card, Scheduler, State
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.schedule import RETENTION, Memory, Rating, recall, review
from tests.vectors import SCHEDULE

DAY = 739_000
RATINGS = st.sampled_from(Rating)
STEPS = st.lists(st.tuples(RATINGS, st.integers(0, 400)), min_size=1, max_size=8)
"""Ratings, each with the days since the review before."""


def after(steps: list[tuple[Rating, int]]) -> Memory:
    """Return the memory after some reviews."""
    memory, day = None, DAY
    for rating, gap in steps:
        day += gap
        memory = review(memory, rating, day)
    assert memory is not None
    return memory


MEMORIES = STEPS.map(after)


@pytest.mark.parametrize("run", SCHEDULE["runs"], ids=lambda run: run["ratings"])
def test_stability_difficulty_and_intervals_are_those_of_the_vectors(run: dict[str, Any]) -> None:
    memory = None
    for row in run["reviews"]:
        assert memory is None or row["day"] == memory.due
        memory = review(memory, Rating(row["rating"]), row["day"])
        assert (row["S"], row["D"]) == pytest.approx((memory.stability, memory.difficulty), abs=1e-6)
        assert (row["day"], row["day"] + row["interval"]) == (memory.day, memory.due)


@pytest.mark.parametrize(
    ("ratings", "intervals"),
    [
        ("GGGGG", [2, 11, 46, 163, 497]),
        ("AGGGG", [1, 2, 6, 17, 44]),
        ("HGGGG", [1, 5, 17, 50, 133]),
        ("EGGG", [8, 39, 153, 510]),
        ("GGAGG", [2, 11, 2, 5, 12]),
    ],
)
def test_a_question_reviewed_when_due_is_asked_at_growing_intervals(ratings: str, intervals: list[int]) -> None:
    memory, day, found = None, DAY, []
    for letter in ratings:
        memory = review(memory, Rating(" AHGE".index(letter)), day)
        found.append(memory.due - day)
        day = memory.due
    assert intervals == found


@pytest.mark.parametrize("row", SCHEDULE["recall_after_one_good"], ids=lambda row: f"after {row['day']} days")
def test_recall_after_one_good_answer_is_that_of_the_vectors(row: dict[str, Any]) -> None:
    assert row["R"] == pytest.approx(recall(review(None, Rating.GOOD, DAY), DAY + row["day"]), abs=1e-9)


def test_what_was_never_asked_is_not_remembered() -> None:
    assert 0.0 == recall(None, DAY)


@given(MEMORIES, st.integers(0, 4000))
def test_recall_is_that_of_py_fsrs(memory: Memory, days: int) -> None:
    noon = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)  # noqa: UP017  (py-fsrs wants this one)
    card = Card(card_id=1, state=State.Review, stability=memory.stability, difficulty=5.0, due=noon, last_review=noon)
    expected = Scheduler().get_card_retrievability(card, noon + timedelta(days=days))
    assert expected == pytest.approx(recall(memory, memory.day + days), rel=1e-9)


@given(MEMORIES, st.integers(0, 4000))
def test_recall_starts_at_one_and_only_falls(memory: Memory, days: int) -> None:
    today = memory.day + days
    assert 1.0 == recall(memory, memory.day)
    assert 0 < recall(memory, today + 1) < recall(memory, today) <= 1


@given(MEMORIES, st.integers(1, 400))
def test_a_clock_that_was_put_back_counts_as_the_same_day(memory: Memory, days: int) -> None:
    earlier = memory.day - days
    assert 1.0 == recall(memory, earlier)
    again = review(memory, Rating.GOOD, earlier)
    same_day = review(memory, Rating.GOOD, memory.day)
    assert (same_day.stability, same_day.difficulty) == (again.stability, again.difficulty)
    assert (earlier, same_day.due - memory.day) == (again.day, again.due - earlier)


@given(STEPS)
def test_a_question_is_due_when_recall_has_fallen_to_nine_in_ten(steps: list[tuple[Rating, int]]) -> None:
    memory = after(steps)
    interval = memory.due - memory.day
    assert interval >= 1
    assert 1 <= memory.difficulty <= 10
    assert min(max(round(memory.stability), 1), 36_500) == interval
    if 1 < interval < 36_500:
        rounded = memory._replace(stability=float(interval))  # reviews are on whole days
        assert RETENTION == pytest.approx(recall(rounded, memory.due), abs=1e-12)


@given(st.none() | MEMORIES, st.integers(0, 400))
def test_a_better_rating_is_remembered_longer(memory: Memory | None, gap: int) -> None:
    day = memory.day + gap if memory else DAY
    stabilities = [review(memory, rating, day).stability for rating in Rating]
    assert sorted(stabilities) == stabilities
    assert stabilities[0] < stabilities[-1]


@given(STEPS)
def test_the_same_reviews_give_the_same_memory(steps: list[tuple[Rating, int]]) -> None:
    assert after(steps) == after(steps)


def test_the_first_and_a_far_day_can_be_reviewed_on() -> None:
    assert 3 == review(None, Rating.GOOD, 1).due
    assert (
        datetime(2999, 1, 3, tzinfo=UTC).toordinal() == review(None, Rating.GOOD, datetime(2999, 1, 1).toordinal()).due
    )


def test_py_fsrs_is_imported_only_when_something_is_reviewed() -> None:
    code = (
        "import sys; from quiz.core.schedule import Rating, recall, review; "
        "recall(None, 1); print('fsrs' in sys.modules); "
        "review(None, Rating.GOOD, 5); print('fsrs' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ["False", "True"] == run.stdout.split()
