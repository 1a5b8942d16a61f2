"""The pictures of a student's progress, as values: what both front ends draw or print."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

from quiz.core.calibration import Level, levels
from quiz.core.standing import WINDOW_DAYS
from quiz.core.weakness import Misconception, Missed, misconceptions, most_missed
from quiz.history.flags import flags
from quiz.history.progress import by_stretch, certainties, days_practised, misses, times_asked
from quiz.history.values import Flag
from quiz.study.clock import midnight
from quiz.study.study import Study

WEEKS = 12
HABIT_DAYS = 28


class Share(NamedTuple):
    """`right` of `asked`."""

    right: int
    asked: int

    @property
    def per_cent(self) -> int | None:
        """In whole per cent; None when nothing was asked."""
        return round(100 * self.right / self.asked) if self.asked else None


class Week(NamedTuple):
    """A week: `start` is the ordinal of its first day, `phases` how each phase was answered in it."""

    start: int
    phases: Mapping[str, Share]


def weeks(study: Study, number: int = WEEKS) -> list[Week]:
    """Return the share of right first responses per phase in each of the last weeks, the oldest first.

    A week is seven days; the last one ends today.
    """
    now = study.clock()
    edges = [midnight(now, 7 * n - 1) for n in range(number, 0, -1)] + [midnight(now + timedelta(days=1))]
    counts: list[dict[str, list[int]]] = [{} for _ in range(number)]
    for stretch in by_stretch(study.record, study.bank.id, edges):
        question = study.bank.by_id.get(stretch.question)
        if question:
            sums = counts[stretch.number].setdefault(question.phase, [0, 0])
            sums[0] += stretch.right
            sums[1] += stretch.asked
    first = study.today - 7 * number + 1
    return [
        Week(first + 7 * i, {phase: Share(*sums) for phase, sums in phases.items()}) for i, phases in enumerate(counts)
    ]


def practised(study: Study, days: int = HABIT_DAYS) -> set[int]:
    """Return the ordinals of the last so many days on which anything was answered, in any bank."""
    found = days_practised(study.record, study.since(days))
    return {day for day in found if study.today - days < day <= study.today}


def calibration(study: Study, days: int | None = WINDOW_DAYS) -> tuple[Level, ...]:
    """Return how sure the student was against how often that was right."""
    return levels(certainties(study.record, study.bank.id, study.since(days)))


class Weakness(NamedTuple):
    """What was missed: questions, and wrong options that were chosen more than once."""

    missed: list[Missed]
    misconceptions: list[Misconception]


def weakness(study: Study, days: int | None = WINDOW_DAYS) -> Weakness:
    """Return what was missed in so many days."""
    since = study.since(days)
    wrong = misses(study.record, study.bank.id, since)
    asked = times_asked(study.record, study.bank.id, since)
    return Weakness(most_missed(study.bank, wrong, asked), misconceptions(study.bank, wrong))


def open_flags(study: Study) -> list[Flag]:
    """Return the flags that are open: those on questions whose content is still what it was."""
    known = study.bank.by_id
    found = flags(study.record, study.bank.id)
    return [flag for flag in found if flag.question in known and known[flag.question].fingerprint == flag.content]
