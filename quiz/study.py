"""Opens a bank and its record, and runs sessions on it: both front ends use this."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import SystemRandom

from quiz import places
from quiz.banks.reader import Reading, read_bank
from quiz.core.bank import Bank
from quiz.core.questions.base import Grade, Question, Response
from quiz.core.scoring import Score, scores
from quiz.core.session import Answer, Session, draw
from quiz.history.record import Record
from quiz.history.values import Attempt, Given, Moment, Summary

_RANDOM = SystemRandom()
DEFAULT_COUNT = 20
"""Questions in a new quiz, unless asked otherwise."""


def local_now() -> datetime:
    """Return the present time with the local offset from UTC."""
    return datetime.now().astimezone()


def to_moment(at: datetime) -> Moment:
    """Return a time as the record keeps it."""
    offset = at.utcoffset() or timedelta()
    return Moment(round(at.timestamp() * 1000), round(offset.total_seconds() / 60))


def from_moment(moment: Moment) -> datetime:
    """Return a kept time as it was on the student's clock."""
    zone = timezone(timedelta(minutes=moment.utc_offset))
    return datetime.fromtimestamp(moment.milliseconds / 1000, zone)


def new_seed() -> int:
    """Return a seed for a new attempt: short enough to be told to somebody."""
    return _RANDOM.getrandbits(31)


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
        return cls(read_bank(path), record)

    def latest(self) -> dict[str, float]:
        """Return the score of every question's latest response that counts."""
        return self.record.latest(self.bank.id)

    def scores(self) -> tuple[Score, ...]:
        """Return the score per phase over all attempts."""
        return scores(self.bank, self.latest())

    def missed(self) -> tuple[str, ...]:
        """Return the questions that were not fully right when last answered, in the bank's order."""
        latest = self.latest()
        return tuple(q.id for q in self.bank.questions if latest.get(q.id, 1.0) < 1)

    def choose(self, wish: Wish, seed: int) -> tuple[str, ...]:
        """Return the questions that a wish asks for, in the order in which they are to be asked."""
        ids: Iterable[str] = self.missed() if wish.missed else (q.id for q in self.bank.questions)
        ids = [i for i in ids if not wish.phases or self.bank.by_id[i].phase in wish.phases]
        if wish.in_order:
            return tuple(ids[: wish.count])
        return draw(self.bank, ids, wish.count, seed)

    def begin(self, selection: Iterable[str], seed: int) -> Run:
        """Return a new run through the questions of `selection`."""
        return Run(self, Session.begin(selection, seed), _RANDOM.getrandbits(62), new=True)

    def attempts(self) -> list[Summary]:
        """Return all attempts on this bank, the last begun first."""
        return self.record.attempts(self.bank.id)

    def interrupted(self) -> Summary | None:
        """Return the last attempt that was left before its end, and of whose questions the bank still has some."""
        return next((left for left in self.record.interrupted(self.bank.id) if self._can_go_on(left.uid)), None)

    def _can_go_on(self, uid: int) -> bool:
        saved = self.record.load(uid)
        done = {row.question for row in saved.given} if saved else set()
        return saved is not None and any(i in self.bank.by_id for i in saved.attempt.selection if i not in done)

    def resume(self, uid: int) -> Run | None:
        """Return the run of an attempt on record, where it was left, or None when there is no such attempt.

        Questions that the bank no longer has are left out.
        """
        saved = self.record.load(uid)
        if saved is None or saved.attempt.bank != self.bank.id:
            return None
        self.record.begin(saved.attempt)  # written again only where a damaged record was set aside
        known = self.bank.by_id
        given = [row for row in saved.given if row.question in known]
        session = Session.begin((i for i in saved.attempt.selection if i in known), saved.attempt.seed)
        answers = tuple(Answer(row.question, row.response, row.score) for row in given)
        done = {row.question for row in given}
        queue = [i for i in session.queue if i not in done]
        for skipped in saved.skipped:
            if skipped in queue:
                queue.remove(skipped)
                queue.append(skipped)
        session = replace(session, queue=tuple(queue), answers=answers, withdrawn=saved.withdrawn)
        return Run(self, session, uid, tuple(row.uid for row in given))


class Run:
    """One attempt under way: the session as it stands, each step of it on disk before the call returns."""

    def __init__(
        self, study: Study, session: Session, uid: int, responses: tuple[int, ...] = (), new: bool = False
    ) -> None:
        self.study = study
        self.session = session
        self.uid = uid
        self._responses = list(responses)
        self._new = new

    @property
    def question(self) -> Question | None:
        """The question to be asked now, or None at the end."""
        current = self.session.current
        return self.study.bank.by_id[current] if current else None

    def submit(self, response: Response, seconds: float) -> Grade:
        """Grade a response to the current question, keep it, and go on; `seconds` is the time it took."""
        question = self.question
        if question is None:
            raise ValueError("every question of this run is answered")
        grade = question.grade(response)
        self._begin()
        given = Given(
            _RANDOM.getrandbits(62),
            question.id,
            question.fingerprint,
            response,
            grade.score,
            round(seconds, 3),
            self._now(),
        )
        self.study.record.answer(self.uid, given)
        self._responses.append(given.uid)
        self.session = self.session.answered(response, grade.score)
        return grade

    def skip(self) -> None:
        """Put the current question at the end."""
        current = self.session.current
        if current is None or len(self.session.queue) < 2:
            return
        self._begin()
        self.study.record.skip(_RANDOM.getrandbits(62), self.uid, current, self._now())
        self.session = self.session.skipped()

    def undo(self) -> bool:
        """Withdraw the last answer, so that its question comes again; return whether there was one."""
        if not self._responses:
            return False
        self.study.record.withdraw(self._responses.pop(), self._now())
        self.session = self.session.undone()
        return True

    def scores(self) -> tuple[Score, ...]:
        """Return the score of this run per phase, for the phases that it asks about."""
        return scores(self.study.bank, self.session.points, self.session.selection)

    def _begin(self) -> None:
        if self._new:
            self._new = False
            selection, seed = self.session.selection, self.session.seed
            attempt = Attempt(self.uid, self.study.bank.id, seed, selection, self._now())
            self.study.record.begin(attempt)

    def _now(self) -> Moment:
        return to_moment(self.study.clock())
