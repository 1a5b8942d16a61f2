"""The pictures of a student's progress, as values: what both front ends draw or print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import NamedTuple

from quiz.core.calibration import Level, levels
from quiz.core.planning import Forecast
from quiz.core.weakness import Misconception, Missed, Passage, is_changed, misconceptions, most_missed, to_read_again
from quiz.core.windows import WINDOW_DAYS
from quiz.history.flags import flags
from quiz.history.progress import by_stretch, certainties, latest_contents, misses, times_asked
from quiz.history.values import Flag
from quiz.study.clock import midnight
from quiz.study.habit import practised
from quiz.study.review import Exams, coming
from quiz.study.study import Study

WEEKS = 12


class Share(NamedTuple):
    """`right` of `asked`."""

    right: int
    asked: int

    @property
    def per_cent(self) -> int | None:
        """In whole per cent, 0 and 100 only for none and all; None when nothing was asked."""
        if not self.asked:
            return None
        if self.right in (0, self.asked):
            return 100 * (self.right > 0)
        return min(max(round(100 * self.right / self.asked), 1), 99)


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
    first = now.toordinal() - 7 * number + 1
    return [
        Week(first + 7 * i, {phase: Share(*sums) for phase, sums in phases.items()}) for i, phases in enumerate(counts)
    ]


def calibration(study: Study, days: int | None = WINDOW_DAYS) -> tuple[Level, ...]:
    """Return how sure the student was against how often that was right."""
    return levels(certainties(study.record, study.bank.id, study.since(days)))


class Progress(NamedTuple):
    """All four pictures, as they stand on the day `today`; the certainties are those of `days` days."""

    today: int
    days: int | None
    weeks: list[Week]
    practised: set[int]
    coming: Forecast
    calibration: tuple[Level, ...]

    @property
    def begun(self) -> bool:
        """Whether anything of the bank is on record that a picture shows."""
        return bool(any(week.phases for week in self.weeks) or any(self.coming.days) or self.calibration)


def progress(study: Study, days: int | None = WINDOW_DAYS, exams: Exams | None = None) -> Progress:
    """Return how a student is getting on."""
    coming_days = coming(study, exams)
    return Progress(study.today, days, weeks(study), practised(study), coming_days, calibration(study, days))


class Weakness(NamedTuple):
    """What was missed: questions, wrong options that were chosen more than once, and passages to read again.

    The passages are those of questions not right when last asked; `answered` questions were answered at all. Of the
    questions on the passages, `changed` are not any more what they were when last asked.
    """

    missed: list[Missed]
    misconceptions: list[Misconception]
    again: tuple[Passage, ...] = ()
    answered: int = 0
    changed: frozenset[str] = frozenset()


def weakness(study: Study, days: int | None = WINDOW_DAYS) -> Weakness:
    """Return what was missed in so many days."""
    since = study.since(days)
    wrong = misses(study.record, study.bank.id, since)
    asked = times_asked(study.record, study.bank.id, since)
    points = {ident: latest.score for ident, latest in study.latest_since(days).items()}
    again = to_read_again(study.bank, points)
    answered = sum(ident in study.bank.by_id for ident in asked)
    beliefs = misconceptions(study.bank, wrong)
    return Weakness(most_missed(study.bank, wrong, asked), beliefs, again, answered, _changed(study, again))


def _changed(study: Study, passages: Iterable[Passage]) -> frozenset[str]:
    """Return the questions on passages that have changed since they were last asked."""
    missed = [ident for passage in passages for ident in passage.missed]
    then = latest_contents(study.record, study.bank.id, missed)
    return frozenset(ident for ident, content in then.items() if is_changed(study.bank, ident, content))


def open_flags(study: Study) -> list[Flag]:
    """Return the flags that are open: those on questions whose content is still what it was."""
    known = study.bank.by_id
    found = flags(study.record, study.bank.id)
    return [flag for flag in found if flag.question in known and known[flag.question].fingerprint == flag.content]
