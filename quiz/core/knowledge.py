"""What a student knows of one question: mastered by answers on separate days, fading when they lie far back."""

from __future__ import annotations

from typing import NamedTuple

from quiz.core.rating import Certainty, Speed, rate
from quiz.core.schedule import Memory, recall, review

DAYS_TO_MASTER = 3
"""Successive relearning: right on so many separate days (Rawson, Dunlosky and Sciartelli, 2013)."""
FADING = 0.8
"""Below this chance of recall something mastered is called fading."""


class Outcome(NamedTuple):
    """A first response, as far as memory is concerned: on which day, its score, certainty and speed."""

    day: int
    score: float
    certainty: int | None = None
    speed: Speed = Speed.USUAL


class Knowledge(NamedTuple):
    """The sum of all outcomes of a question, in the order of time.

    `right_days` are the separate days on which it was right and no guess, `right_day` the last of them; `right`
    whether the last response was; `asked` how often it was asked and `lapses` how often it was forgotten again.
    """

    memory: Memory
    right_days: int = 0
    right_day: int = 0
    right: bool = False
    asked: int = 0
    lapses: int = 0

    @property
    def mastered(self) -> bool:
        """Whether it was right on three separate days, guesses aside, and the last time."""
        return self.right and self.right_days >= DAYS_TO_MASTER

    def recall(self, day: int) -> float:
        """Return the chance, 0 to 1, that it is remembered on `day`."""
        return recall(self.memory, day)

    def fading(self, day: int) -> bool:
        """Whether it was mastered, and is likely to be forgotten by now."""
        return self.mastered and self.recall(day) < FADING


def learn(known: Knowledge | None, outcome: Outcome) -> Knowledge:
    """Return what is known after one more outcome."""
    earlier = known.right_days - (known.right_day == outcome.day) if known else 0
    rating = rate(outcome.score, outcome.certainty, outcome.speed, earlier)
    memory = review(known.memory if known else None, rating, outcome.day)
    before = known or Knowledge(memory)
    right = outcome.score >= 1
    after = before._replace(
        memory=memory,
        right=right,
        asked=before.asked + 1,
        lapses=before.lapses + (before.right and not right),
    )
    if right and outcome.certainty != Certainty.GUESS and outcome.day != before.right_day:
        return after._replace(right_days=before.right_days + 1, right_day=outcome.day)
    return after
