"""Scores per phase, with the range in which they likely lie."""

from collections.abc import Iterable, Mapping
from math import sqrt
from typing import NamedTuple

from quiz.core.bank import Bank

Z80 = 1.2815515655446004
"""Normal quantile of the 80 per cent range that students are shown ("8 times in 10")."""
Z95 = 1.959963984540054
"""Normal quantile of the 95 per cent range, for teachers."""
ENOUGH = 6
"""Below this many questions no range is shown: it would span half the scale."""


def wilson(right: float, asked: int, z: float = Z80) -> tuple[float, float]:
    """Return the likely range of a proportion: Wilson's score interval.

    `right` of `asked` questions; the result is (low, high) within 0 to 1, and (0, 1) when nothing was asked.
    Formula: E. B. Wilson, JASA 22 (1927); recommended for small numbers by Brown, Cai and DasGupta (2001).
    """
    if asked <= 0:
        return 0.0, 1.0
    p = right / asked
    scale = 1 + z * z / asked
    centre = (p + z * z / (2 * asked)) / scale
    half = z / scale * sqrt(p * (1 - p) / asked + z * z / (4 * asked * asked))
    low = 0.0 if right == 0 else max(0.0, centre - half)
    high = 1.0 if right == asked else min(1.0, centre + half)
    return low, high


class Score(NamedTuple):
    """How a set of questions was answered.

    `questions` there are, `answered` of them were answered, `right` of those fully right and `partly` partly;
    `points` is the sum of their scores from 0 to 1.
    """

    id: str
    title: str
    questions: int
    answered: int = 0
    right: int = 0
    points: float = 0.0
    partly: int = 0

    @property
    def mean(self) -> float | None:
        """The mean score from 0 to 1, partial credit included, or None when nothing was answered."""
        return self.points / self.answered if self.answered else None

    @property
    def share(self) -> float:
        """The share of fully right answers among those given; 0 when there are none."""
        return self.right / self.answered if self.answered else 0.0

    @property
    def per_cent(self) -> int:
        """The share of fully right answers, in whole per cent; 0 and 100 mean none and all, not nearly so."""
        if self.right in (0, self.answered):
            return 100 * (self.right > 0)
        return min(max(round(100 * self.share), 1), 99)

    @property
    def likely(self) -> tuple[float, float]:
        """The likely range (8 times in 10) of the share on questions like these."""
        return wilson(self.right, self.answered)


def scores(bank: Bank, points: Mapping[str, float], asked: Iterable[str] | None = None) -> tuple[Score, ...]:
    """Return a score per phase of `bank`, in order, from each question's score.

    `points` has a score from 0 to 1 for every answered question, by id. With `asked`, only these questions
    count, and phases with none of them are left out.
    """
    wanted = None if asked is None else set(asked)
    rows = []
    for phase in bank.phases:
        ids = [q.id for q in bank.by_phase[phase.id] if wanted is None or q.id in wanted]
        if ids or wanted is None:
            rows.append(_score(phase.id, phase.title, ids, points))
    return tuple(rows)


def _score(ident: str, title: str, ids: list[str], points: Mapping[str, float]) -> Score:
    given = [points[i] for i in ids if i in points]
    right, partly = sum(p >= 1 for p in given), sum(0 < p < 1 for p in given)
    return Score(ident, title, len(ids), len(given), right, sum(given), partly)


def total(rows: Iterable[Score]) -> Score:
    """Return the sum of several phases' scores."""
    parts = list(rows)
    return Score(
        "total",
        "Total",
        sum(row.questions for row in parts),
        sum(row.answered for row in parts),
        sum(row.right for row in parts),
        sum(row.points for row in parts),
        sum(row.partly for row in parts),
    )
