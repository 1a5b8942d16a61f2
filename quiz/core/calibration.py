"""How sure the student was against how often that was right, and certainty-based marking."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from quiz.core.rating import Certainty
from quiz.core.scoring import ENOUGH

_BANDS = {Certainty.GUESS: (0.0, 0.67), Certainty.FAIRLY: (0.67, 0.80), Certainty.SURE: (0.80, 1.0)}
"""The share of right answers for which each certainty earns most."""
_RIGHT = {Certainty.GUESS: 1.0, Certainty.FAIRLY: 2.0, Certainty.SURE: 3.0}
_WRONG = {Certainty.GUESS: 0.0, Certainty.FAIRLY: -2.0, Certainty.SURE: -6.0}
_NOTHING = 5e-7
_CLEAR = 0.5
_BONUS = 0.1
WORDS = {Certainty.GUESS: "a guess", Certainty.FAIRLY: "fairly sure", Certainty.SURE: "sure"}


class Level(NamedTuple):
    """The answers given with one certainty: `right` of `asked`."""

    certainty: Certainty
    asked: int
    right: int

    @property
    def share(self) -> float:
        """The share of right answers; 0 when there are none."""
        return self.right / self.asked if self.asked else 0.0

    @property
    def band(self) -> tuple[float, float]:
        """The shares of right answers, 0 to 1, for which this certainty is well judged."""
        return _BANDS[self.certainty]

    @property
    def excess(self) -> float:
        """How far the share lies above (positive) or below (negative) its band, weighed by the answers.

        Moodle's measure: the squared distance to the nearer end of the band times the number of answers.
        """
        low, high = self.band
        if self.share < low:
            return -((self.share - low) ** 2) * self.asked
        return (self.share - high) ** 2 * self.asked if self.share > high else 0.0

    @property
    def verdict(self) -> str:
        """What the figures say of the student's judgement, in words."""
        if not self.asked or self.excess == 0:
            return "well judged"
        slightly = "a little " if abs(self.excess) <= _CLEAR else ""
        if self.excess < 0:
            return f"{slightly}surer than you should be"
        return f"you knew {slightly}more than you thought"

    @property
    def sentence(self) -> str:
        """The level in a line: "sure: 14 answers, 7 right (50 %) – surer than you should be"."""
        answers = "1 answer" if self.asked == 1 else f"{self.asked} answers"
        per_cent = round(100 * self.share)
        said = f" ({per_cent} %) – {self.verdict}" if self.asked >= ENOUGH else ", too few to say more"
        return f"{WORDS[self.certainty]}: {answers}, {self.right} right{said}"


def levels(answers: Iterable[tuple[int | None, float]]) -> tuple[Level, ...]:
    """Return the levels that were used, the surest first, from certainties and scores; None is not counted."""
    asked: dict[Certainty, list[bool]] = {}
    for certainty, score in answers:
        if certainty is not None:
            asked.setdefault(Certainty(certainty), []).append(score >= 1)
    return tuple(Level(c, len(asked[c]), sum(asked[c])) for c in sorted(asked, reverse=True))


def mark(certainty: int | None, score: float) -> float:
    """Return the certainty-based mark of an answer with a score from 0 to 1.

    Right earns 1, 2 or 3 by certainty, wrong 0, -2 or -6; partly right earns that part of the right mark; with
    no certainty given, the lowest counts. As in Moodle, after A. R. Gardner-Medwin.
    """
    level = Certainty(certainty or Certainty.GUESS)
    return _WRONG[level] if score <= _NOTHING else _RIGHT[level] * score


class Marks(NamedTuple):
    """Certainty-based marks of an attempt: their sum, their mean, and what the best use of certainty would give.

    `accuracy` is the mean score, 0 to 1; `bonus` what judging oneself well adds to it, or badly takes from it.
    """

    total: float
    mean: float
    best: float
    accuracy: float

    @property
    def bonus(self) -> float:
        """A tenth of the mean above the best that the same certainty for all answers would have earned."""
        return _BONUS * (self.mean - self.best)

    @property
    def sentence(self) -> str:
        """The marks in a line."""
        total, with_bonus = round(self.total, 1), round(100 * (self.accuracy + self.bonus))
        return f"Certainty-based marks: {total:g}, {self.mean:.2f} a question; accuracy with bonus {with_bonus} %."


def marks(answers: Iterable[tuple[int | None, float]]) -> Marks | None:
    """Return the marks of answers, or None when there are none."""
    given = list(answers)
    if not given:
        return None
    earned = [mark(certainty, score) for certainty, score in given]
    accuracy = sum(score for _, score in given) / len(given)
    best = max(_RIGHT[c] * accuracy + _WRONG[c] * (1 - accuracy) for c in Certainty)
    return Marks(sum(earned), sum(earned) / len(given), best, accuracy)
