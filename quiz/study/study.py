"""A bank with its record: where the student stands in it, and the sessions on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quiz import places
from quiz.banks.compiled import open_bank
from quiz.banks.reading import Reading
from quiz.core.bank import Bank
from quiz.core.scoring import Score, scores, total
from quiz.core.session import Answer, Session, draw
from quiz.core.windows import WINDOW_DAYS
from quiz.history.record import Record
from quiz.history.values import Flag, Given, Mode, Saved, Summary
from quiz.study.clock import local_now, midnight, new_uid, to_moment
from quiz.study.run import Run

if TYPE_CHECKING:
    from quiz.core.knowledge import Knowledge
    from quiz.core.standing import Standing
    from quiz.history.progress import Latest
    from quiz.study.exam import Exam

DEFAULT_COUNT = 20
"""Questions in a new quiz, unless asked otherwise."""


def open_record(clock: Callable[[], datetime] = local_now) -> Record:
    """Open the record of answers where it is kept on this machine."""
    return Record(places.history_file(), lambda: clock().strftime("%Y%m%dT%H%M%S"))


@dataclass(frozen=True, slots=True)
class Wish:
    """Which questions are wanted: of these phases (all when none is named), so many (None is all), and how."""

    phases: tuple[str, ...] = ()
    count: int | None = DEFAULT_COUNT
    in_order: bool = False
    missed: bool = False


class Study:
    """A bank, what was answered of it, and the sessions on it."""

    def __init__(self, reading: Reading, record: Record, clock: Callable[[], datetime] = local_now) -> None:
        if reading.bank is None:
            raise ValueError("nothing of this bank can be used")
        self.reading = reading
        self.bank: Bank = reading.bank
        self.record = record
        self.clock = clock

    @classmethod
    def open(cls, path: Path, record: Record) -> Study:
        """Open the bank at a path. Raises ValueError when nothing of it can be used."""
        return cls(open_bank(path), record)

    @property
    def principal(self) -> Study:
        """The study to go on with after a session."""
        return self

    # the student

    @property
    def today(self) -> int:
        """The ordinal of the day on the student's clock."""
        return self.clock().toordinal()

    def since(self, days: int | None) -> int:
        """Return the beginning of a window of so many days, today among them, in milliseconds; None is all time."""
        return midnight(self.clock(), days - 1) if days else 0

    def home(self, ident: str) -> tuple[str, str]:
        """Return under which bank and id a question is on record."""
        return self.bank.id, ident

    def latest(self) -> dict[str, float]:
        """Return the score of every question's latest response that counts."""
        return self.record.latest(self.bank.id)

    def latest_since(self, days: int | None) -> dict[str, Latest]:
        """Return of every question answered in so many days its latest response that counts, and the day."""
        from quiz.history.progress import latest_since

        return latest_since(self.record, self.bank.id, self.since(days))

    def knowledge(self) -> dict[str, Knowledge]:
        """Return what is known of each question that was ever asked."""
        from quiz.history.knowledge import knowledge

        return knowledge(self.record, self.bank.id)

    def scores(self) -> tuple[Score, ...]:
        """Return the score per phase over all attempts."""
        return scores(self.bank, self.latest())

    def standings(self, days: int | None = WINDOW_DAYS) -> tuple[Standing, ...]:
        """Return where the student stands in each phase, and last in the whole bank, by the answers of so many days."""
        from quiz.core.standing import standings, whole

        latest = self.latest_since(days)
        rows = scores(self.bank, {ident: item.score for ident, item in latest.items()})
        days_of = {ident: item.day for ident, item in latest.items() if ident in self.bank.by_id}
        found = standings(self.bank, rows, days_of, self.knowledge(), self.today)
        return (*found, whole(found, total(rows), len(set(days_of.values()))))

    def missed(self) -> tuple[str, ...]:
        """Return the questions that were not fully right when last answered, in the bank's order."""
        latest = self.latest()
        return tuple(q.id for q in self.bank.listed if latest.get(q.id, 1.0) < 1)

    def flag(self, ident: str, text: str) -> None:
        """Keep what the student says is wrong with a question."""
        bank, own = self.home(ident)
        content = self.bank.by_id[ident].fingerprint
        self.record.flag(Flag(new_uid(), bank, own, content, text, to_moment(self.clock())))

    # sessions

    def choose(self, wish: Wish, seed: int) -> tuple[str, ...]:
        """Return the questions that a wish asks for, in the order in which they are to be asked."""
        ids: Iterable[str] = self.missed() if wish.missed else (q.id for q in self.bank.listed)
        ids = [i for i in ids if not wish.phases or self.bank.listed_by_id[i].phase in wish.phases]
        if wish.in_order:
            return tuple(ids[: wish.count])
        return draw(self.bank, ids, wish.count, seed)

    def begin(self, selection: Iterable[str], seed: int, mode: Mode = Mode.PRACTICE) -> Run:
        """Return a new run through the questions of `selection`; a review asks what was missed once more."""
        session = Session.begin(selection, seed, once_more=mode is Mode.REVIEW)
        return Run(self, session, new_uid(), new=True, mode=mode)

    def begin_exam(self, selection: Iterable[str], seed: int, minutes: int | None = None) -> Exam:
        """Return a new examination on the questions of `selection`, with a time limit if one is given."""
        from quiz.study.exam import Exam

        return Exam.begin(self, tuple(selection), seed, minutes)

    def attempts(self, limit: int = -1) -> list[Summary]:
        """Return the attempts on this bank, the last begun first; with a limit from 0, at most so many."""
        return self.record.attempts(self.bank.id, limit)

    def interrupted(self) -> Summary | None:
        """Return the last attempt that was left before its end, and of whose questions the bank still has some."""
        return next((left for left in self.record.interrupted(self.bank.id) if self._can_go_on(left.uid)), None)

    def _can_go_on(self, uid: int) -> bool:
        saved = self.record.load(uid)
        if saved is None:
            return False
        done = set() if saved.attempt.mode is Mode.EXAM else {row.question for row in saved.given}
        return any(i in self.bank.by_id for i in saved.attempt.selection if i not in done)

    def resume(self, uid: int) -> Run | Exam | None:
        """Return the attempt on record with this uid, where it was left, or None when there is none.

        Questions that the bank no longer has are left out. An examination that was handed in is a run at its end.
        """
        saved = self.record.load(uid)
        if saved is None or saved.attempt.bank != self.bank.id:
            return None
        self.record.begin(saved.attempt)  # written again only where a damaged record was set aside
        if saved.attempt.mode is Mode.EXAM and not saved.handed_in:
            from quiz.study.exam import Exam

            return Exam.resume(self, saved)
        return self._run(saved)

    def _run(self, saved: Saved) -> Run:
        known, attempt = self.bank.by_id, saved.attempt
        given = [row for row in saved.given if row.question in known]
        session = Session.begin((i for i in attempt.selection if i in known), attempt.seed)
        answers = tuple(Answer(row.question, row.response, row.score, row.certainty) for row in given)
        queue = _queue(session.queue, given, saved.skipped)
        withdrawn = 0 if attempt.mode is Mode.EXAM else saved.withdrawn  # there answers may be changed at will
        session = session._replace(queue=queue, answers=answers, withdrawn=withdrawn)
        return Run(self, session, attempt.uid, (row.uid for row in given), mode=attempt.mode)


def _queue(selection: tuple[str, ...], given: Iterable[Given], skipped: Iterable[str]) -> tuple[str, ...]:
    """Return the questions still to be asked, those that were skipped last."""
    done = {row.question for row in given}
    queue = [i for i in selection if i not in done]
    for ident in skipped:
        if ident in queue:
            queue.remove(ident)
            queue.append(ident)
    return tuple(queue)
