"""An examination: no verdict until it is handed in, and until then every answer can be changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from quiz.core.questions.base import Layout, Question, Response
from quiz.core.session import Answer, Session
from quiz.history.values import Attempt, Mode, Moment, Saved
from quiz.study.clock import from_moment, new_uid, to_moment
from quiz.study.run import Run, given_now

if TYPE_CHECKING:
    from quiz.study.study import Study


class Written(NamedTuple):
    """An answer that stands for now: what it is, how sure the student was, and its uid on record."""

    response: Response
    certainty: int | None
    uid: int


class Exam:
    """An examination under way. `index` is the current question's place in `selection`.

    Every answer, change and mark is on disk before the call returns; all of it counts once it is handed in.
    """

    mode = Mode.EXAM

    def __init__(self, study: Study, attempt: Attempt, started: datetime) -> None:
        self.study = study
        self.uid = attempt.uid
        self.minutes = attempt.minutes
        self.started = started
        self.index = 0
        self.marked: set[str] = set()
        self._attempt = attempt
        self._written: dict[str, Written] = {}
        self._session = Session.begin((i for i in attempt.selection if i in study.bank.by_id), attempt.seed)
        self._begun = False

    @classmethod
    def begin(cls, study: Study, selection: tuple[str, ...], seed: int, minutes: int | None) -> Exam:
        """Return a new examination; its time begins now."""
        now = study.clock()
        attempt = Attempt(new_uid(), study.bank.id, seed, selection, to_moment(now), Mode.EXAM, minutes)
        return cls(study, attempt, now)

    @classmethod
    def resume(cls, study: Study, saved: Saved) -> Exam:
        """Return an examination as it was left, at the first question without an answer."""
        exam = cls(study, saved.attempt, from_moment(saved.attempt.started))
        exam._begun = True
        exam._written = {
            row.question: Written(row.response, row.certainty, row.uid)
            for row in saved.given
            if row.question in study.bank.by_id
        }
        exam.marked = {ident for ident in saved.marked if ident in study.bank.by_id}
        open_ones = (i for i, ident in enumerate(exam.selection) if ident not in exam._written)
        exam.index = next(open_ones, 0)
        return exam

    # where one is

    @property
    def selection(self) -> tuple[str, ...]:
        """The ids of all its questions, in order."""
        return self._session.selection

    @property
    def question(self) -> Question:
        """The current question."""
        return self.study.bank.by_id[self.selection[self.index]]

    @property
    def written(self) -> Mapping[str, Written]:
        """The answers that stand for now, by question."""
        return self._written

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The questions without an answer."""
        return tuple(ident for ident in self.selection if ident not in self._written)

    def layout(self, question: Question) -> Layout:
        """Return how a question is laid out: the same each time it is shown."""
        return self._session.layout(question)

    def go(self, step: int) -> None:
        """Go so many questions on, or back; round at the ends."""
        self.index = (self.index + step) % len(self.selection)

    # time

    @property
    def time_left(self) -> timedelta | None:
        """The time left until the limit, nothing once it is over; None without a limit."""
        if self.minutes is None:
            return None
        return max(self.started + timedelta(minutes=self.minutes) - self.study.clock(), timedelta())

    @property
    def time_is_up(self) -> bool:
        """Whether the limit has passed."""
        return self.time_left == timedelta()

    # what is done

    def answer(
        self, response: Response, seconds: float, certainty: int | None = None, question: Question | None = None
    ) -> None:
        """Keep an answer to the current question (or another), in place of the one before.

        `seconds` is the time it took.
        """
        question = question or self.question
        if before := self._written.get(question.id):
            self.study.record.withdraw(before.uid, self._now())
        self._keep(question, response, seconds, certainty)

    def _keep(self, question: Question, response: Response, seconds: float, certainty: int | None) -> None:
        self._start()
        answer = Answer(question.id, response, question.grade(response).score, certainty)
        given = given_now(question, self.layout(question), answer, seconds, self._now())
        if not response:
            given = given._replace(words=0)  # nobody read it: it says nothing of the student's pace
        self.study.record.answer(self.uid, given)
        self._written[question.id] = Written(response, certainty, given.uid)

    def mark(self) -> None:
        """Mark the current question to come back to, or no longer."""
        self._start()
        ident = self.question.id
        self.marked ^= {ident}
        self.study.record.mark(new_uid(), self.uid, ident, ident in self.marked, self._now())

    def hand_in(self) -> Run:
        """End it, and return it as a run with all its answers; a question without one is not right."""
        self._start()
        missing = self.unanswered
        for ident in missing:
            self._keep(self.study.bank.by_id[ident], (), 0, None)
        self.study.record.hand_in(self.uid, self._now())
        answers = tuple(self._answer(ident) for ident in self.selection)
        session = self._session._replace(queue=(), answers=answers)
        return Run(self.study, session, self.uid, mode=Mode.EXAM)

    def _answer(self, ident: str) -> Answer:
        written = self._written[ident]
        score = self.study.bank.by_id[ident].grade(written.response).score
        return Answer(ident, written.response, score, written.certainty)

    def _start(self) -> None:
        if not self._begun:
            self._begun = True
            self.study.record.begin(self._attempt)

    def _now(self) -> Moment:
        return to_moment(self.study.clock())
