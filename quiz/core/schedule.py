"""When to ask again: the memory model FSRS-6, with the parameters that py-fsrs ships.

This is the only module that uses py-fsrs, and it imports it late. Days are proleptic ordinals (1 January of
year 1 is day 1); a day begins and ends on the student's own clock, so that no time zone can shift a review.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from fsrs import Scheduler

RETENTION = 0.9
"""The chance of recall at which a question is due again."""
DECAY = 0.1542
"""The exponent of the forgetting curve: parameter w20 of FSRS-6."""
_FACTOR = exp(-log(RETENTION) / DECAY) - 1


class Rating(IntEnum):
    """How well something was remembered, as FSRS counts it."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Memory(NamedTuple):
    """What is remembered of one question.

    `stability` is the number of days in which the chance of recall falls to 90 per cent, `difficulty` is from
    1 to 10, `day` that of the last review and `due` the day on which to ask again.
    """

    stability: float
    difficulty: float
    day: int
    due: int


def review(memory: Memory | None, rating: Rating, day: int) -> Memory:
    """Return the memory after a review on `day`; `memory` is None before the first one."""
    from fsrs import Card, State
    from fsrs import Rating as FsrsRating

    at = _noon(day)
    card = Card(card_id=1, due=at)
    if memory:
        card = Card(
            card_id=1,
            state=State.Review,
            stability=memory.stability,
            difficulty=memory.difficulty,
            due=at,
            last_review=_noon(min(memory.day, day)),
        )
    card, _ = _scheduler().review_card(card, FsrsRating(int(rating)), at)
    assert card.stability is not None
    assert card.difficulty is not None
    return Memory(card.stability, card.difficulty, day, card.due.toordinal())


@cache
def _scheduler() -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(desired_retention=RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


@cache
def _noon(day: int) -> datetime:
    """Return noon of a day, in the only zone that py-fsrs takes."""
    from datetime import datetime, timedelta, timezone

    return datetime(1, 1, 1, 12, tzinfo=timezone.utc) + timedelta(days=day - 1)  # noqa: UP017  (its zone must be this)


def recall(memory: Memory | None, day: int) -> float:
    """Return the chance, 0 to 1, that the answer is remembered on `day`; 0 when it was never asked.

    The curve of FSRS-6 over whole days: R(t, S) = (1 + F t / S) ** -w20, F = 0.9 ** (-1 / w20) - 1.
    """
    if memory is None:
        return 0.0
    return float((1 + _FACTOR * max(day - memory.day, 0) / memory.stability) ** -DECAY)
