"""Where a student stands in a phase: a word, a sentence and figures that claim no more than is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from quiz.core.scoring import ENOUGH, Score, wilson

if TYPE_CHECKING:
    from quiz.core.bank import Bank
    from quiz.core.knowledge import Knowledge
    from quiz.core.listing import Listed

_SECURE_FROM, _SECURE_LOW, _SECURE_DAYS = 8, 0.75, 2
_WEAK_HIGH = 0.60
_TO_COMPARE = 10


class Label(StrEnum):
    """The word for a standing."""

    NOT_BEGUN = "not begun"
    NOT_LATELY = "not asked lately"
    NOT_ENOUGH = "not enough yet"
    NEEDS_WORK = "needs work"
    BUILDING = "building"
    SECURE = "secure"


def label(right: int, asked: int, days: int) -> Label:
    """Return the word for `right` of `asked` different questions, answered on so many local days.

    It rests on Wilson's 80 per cent range: secure from 8 questions on two days with its lower end at 75 per
    cent, needs work with its upper end below 60 per cent.
    """
    low, high = wilson(right, asked)
    if asked < ENOUGH:
        return Label.NOT_ENOUGH if asked else Label.NOT_BEGUN
    if asked >= _SECURE_FROM and low >= _SECURE_LOW and days >= _SECURE_DAYS:
        return Label.SECURE
    return Label.NEEDS_WORK if high < _WEAK_HIGH else Label.BUILDING


class Standing(NamedTuple):
    """A phase as the student stands in it.

    `score` counts the latest first response to each question within the window, given on `days` local days.
    `mastered` and `fading` count questions; `expected` is the share (0 to 1) that would be right if all were
    asked now, lucky guesses included. `seen` questions were ever asked, `fresh` of them today.
    """

    score: Score
    days: int = 0
    mastered: int = 0
    fading: int = 0
    expected: float = 0.0
    seen: int = 0
    fresh: int = 0

    @property
    def label(self) -> Label:
        """The word for it."""
        if self.seen and not self.score.answered:
            return Label.NOT_LATELY
        return label(self.score.right, self.score.answered, self.days)

    @property
    def sentence(self) -> str:
        """The figures in a sentence, with what they do not tell."""
        score, word = self.score, self.label
        if word is Label.NOT_BEGUN:
            return "Not asked yet."
        if word is Label.NOT_LATELY:
            return "Not asked in the days that count."
        told = f"{score.right} of {score.answered} right."
        if word is Label.NOT_ENOUGH:
            return f"{told} Too few questions to say more."
        low, high = (round(100 * end) for end in score.likely)
        told = f"{told} On questions like these: likely {low}–{high} %."
        if word is Label.BUILDING:
            return f"{told} {self._to_secure()}"
        return told

    def _to_secure(self) -> str:
        """Say what is missing from a secure standing."""
        score = self.score
        if score.likely[0] < _SECURE_LOW:
            return "More questions would narrow that."
        if score.answered < _SECURE_FROM:
            return f"From {_SECURE_FROM} questions on it can be called secure."
        return "It can be called secure once it holds on a second day."

    @property
    def now(self) -> str:
        """What would be right if all of it were asked now; "" when too little was asked to say, or most of it today.

        An answer that was just read is remembered, also after 0 of 8 right; what of it stays shows from tomorrow on.
        """
        if self.seen < ENOUGH or 2 * self.fresh > self.seen:
            return ""
        return f"If you were quizzed now: about {round(100 * self.expected)} % right."

    @property
    def mastery(self) -> str:
        """How many questions are mastered, and how many of them are fading."""
        fading = f", {self.fading} fading" if self.fading else ""
        return f"{self.mastered} of {self.score.questions} mastered{fading}"


def standings(
    bank: Bank,
    scores: Iterable[Score],
    days: Mapping[str, int],
    known: Mapping[str, Knowledge],
    today: int,
) -> tuple[Standing, ...]:
    """Return the standing in every phase that has a score.

    `days` tells of each question answered within the window on which local day that was, `known` what is known
    of each question ever asked, by id.
    """
    return tuple(_standing(bank.by_phase[score.id], score, days, known, today) for score in scores)


def _standing(
    questions: tuple[Listed, ...],
    score: Score,
    days: Mapping[str, int],
    known: Mapping[str, Knowledge],
    today: int,
) -> Standing:
    mine = [known[question.id] for question in questions if question.id in known]
    return Standing(
        score,
        len({days[question.id] for question in questions if question.id in days}),
        sum(item.mastered for item in mine),
        sum(item.fading(today) for item in mine),
        expected(questions, known, today),
        len(mine),
        sum(item.memory.day == today for item in mine),
    )


def expected(questions: Iterable[Listed], known: Mapping[str, Knowledge], today: int) -> float:
    """Return the share, 0 to 1, of questions that would be right if all were asked today.

    The mean of c + (1 - c) R, with c the chance of guessing a question right and R that of remembering it.
    """
    total, count = 0.0, 0
    for question in questions:
        item = known.get(question.id)
        remembered = item.recall(today) if item else 0.0
        total += question.chance + (1 - question.chance) * remembered
        count += 1
    return total / count if count else 0.0


def whole(rows: Iterable[Standing], score: Score, days: int) -> Standing:
    """Return the standing in the whole bank: `score` is the sum of all phases, over so many different days."""
    parts = list(rows)
    questions = sum(row.score.questions for row in parts)
    share = sum(row.expected * row.score.questions for row in parts)
    mastered, fading = sum(row.mastered for row in parts), sum(row.fading for row in parts)
    seen, fresh = sum(row.seen for row in parts), sum(row.fresh for row in parts)
    return Standing(score, days, mastered, fading, share / questions if questions else 0.0, seen, fresh)


def difference(one: Score, other: Score) -> tuple[float, float]:
    """Return the likely range (80 per cent) of the difference between two shares of right answers.

    Newcombe's hybrid score interval: R. G. Newcombe, Statistics in Medicine 17 (1998), method 10.
    """
    (low1, high1), (low2, high2) = one.likely, other.likely
    gap = one.share - other.share
    down = sqrt((one.share - low1) ** 2 + (high2 - other.share) ** 2)
    up = sqrt((high1 - one.share) ** 2 + (other.share - low2) ** 2)
    return gap - down, gap + up


def comparisons(rows: Iterable[Score]) -> tuple[str, ...]:
    """Return what can be said of the phases beside each other: the clear differences, or that there are none."""
    ripe = [row for row in rows if row.answered >= _TO_COMPARE]
    if len(ripe) < 2:
        return ()
    told = [_behind(row, [other for other in ripe if difference(other, row)[0] > 0]) for row in ripe]
    return tuple(line for line in told if line) or ("No clear difference between the phases.",)


def _behind(row: Score, better: list[Score]) -> str:
    """Return which phases clearly stand better than one; "" when none does."""
    names = [f"“{other.title}”" for other in better]
    if not names:
        return ""
    several = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    return f"“{row.title}” is clearly behind {several}."
