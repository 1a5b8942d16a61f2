"""One attempt under way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quiz.core.questions.base import Grade, Layout, Question, Response
from quiz.core.scoring import Score, scores
from quiz.core.session import Answer, Session
from quiz.history.values import Attempt, Given, Mode, Moment
from quiz.study.clock import new_uid, to_moment

if TYPE_CHECKING:
    from quiz.study.study import Study


class Run:
    """One attempt under way: the session as it stands, each step of it on disk before the call returns.

    A run through several banks is one attempt for each of them on record, `uid` names the first.
    """

    def __init__(
        self,
        study: Study,
        session: Session,
        uid: int,
        responses: Iterable[int] = (),
        *,
        new: bool = False,
        mode: Mode = Mode.PRACTICE,
    ) -> None:
        self.study = study
        self.session = session
        self.uid = uid
        self.mode = mode
        self._responses = list(responses)
        self._begun: dict[str, int] = {} if new else {study.bank.id: uid}

    @property
    def question(self) -> Question | None:
        """The question to be asked now, or None at the end."""
        current = self.session.current
        return self.study.bank.by_id[current] if current else None

    @property
    def scored(self) -> bool:
        """Whether what is answered counts: in a pre-test it does not."""
        return self.mode is not Mode.PRETEST

    def submit(self, response: Response, seconds: float, certainty: int | None = None) -> Grade:
        """Grade a response to the current question, keep it, and go on; `seconds` is the time it took."""
        question = self.question
        if question is None:
            raise ValueError("every question of this run is answered")
        grade = question.grade(response)
        bank, ident = self.study.home(question.id)
        attempt = self._attempt(bank)
        answer = Answer(ident, response, grade.score, certainty)
        given = given_now(question, self.session.layout(question), answer, seconds, self._now())
        self.study.record.answer(attempt, given)
        self._responses.append(given.uid)
        self.session = self.session.answered(response, grade.score, certainty)
        if self.session.repeating and not self.session.repeats:
            self._spread(question.id)
        return grade

    def _spread(self, last: str) -> None:
        """Keep passages apart in what is asked once more, too."""
        from quiz.core.planning import once_more

        self.session = self.session._replace(queue=once_more(self.study.bank, self.session.queue, last))

    def skip(self) -> None:
        """Put the current question at the end."""
        current = self.session.current
        if current is None or len(self.session.queue) < 2:
            return
        bank, ident = self.study.home(current)
        self.study.record.skip(new_uid(), self._attempt(bank), ident, self._now())
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

    def _attempt(self, bank: str) -> int:
        """Return the uid of the attempt on a bank; it is begun with the first step."""
        if bank not in self._begun:
            uid = new_uid() if self._begun else self.uid
            self._begun[bank] = uid
            homes = (self.study.home(ident) for ident in self.session.selection)
            selection = tuple(ident for home, ident in homes if home == bank)
            attempt = Attempt(uid, bank, self.session.seed, selection, self._now(), self.mode)
            self.study.record.begin(attempt)
        return self._begun[bank]

    def _now(self) -> Moment:
        return to_moment(self.study.clock())


def given_now(question: Question, layout: Layout, answer: Answer, seconds: float, at: Moment) -> Given:
    """Return an answer as it goes on record, with what was asked and how long it took."""
    return Given(
        new_uid(),
        answer.question,
        question.fingerprint,
        answer.response,
        answer.score,
        round(seconds, 3),
        at,
        answer.certainty,
        question.kind,
        question.words_shown(layout),
    )
