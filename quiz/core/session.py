"""One run through a selection of questions, as a value: which comes next, what has been answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import nsmallest
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from quiz.core.questions.base import Layout, Question, Response

if TYPE_CHECKING:
    from quiz.core.bank import Bank


class Answer(NamedTuple):
    """A response: to which question, what it was, its score from 0 to 1, and the certainty if it was told."""

    question: str
    response: Response
    score: float
    certainty: int | None = None


class Session(NamedTuple):
    """One attempt. `selection` are all its questions, `queue` those still to be asked, the current one first.

    `answers` holds the responses that count, in the order given; `withdrawn` counts those taken back. With
    `once_more`, what was missed is asked again at the end, unscored: those responses are `repeats`.
    """

    seed: int
    selection: tuple[str, ...]
    queue: tuple[str, ...]
    answers: tuple[Answer, ...] = ()
    withdrawn: int = 0
    once_more: bool = False
    repeats: tuple[Answer, ...] = ()

    @classmethod
    def begin(cls, selection: Iterable[str], seed: int, *, once_more: bool = False) -> Session:
        """Return a session that has not begun."""
        ids = tuple(selection)
        return cls(seed, ids, ids, once_more=once_more)

    @property
    def current(self) -> str | None:
        """The question to be asked now, or None at the end."""
        return self.queue[0] if self.queue else None

    @property
    def number(self) -> int:
        """The number of the current question, from 1."""
        return min(len(self.answers) + 1, len(self.selection))

    @property
    def points(self) -> Mapping[str, float]:
        """The score of every answered question, by id."""
        return {answer.question: answer.score for answer in self.answers}

    @property
    def missed(self) -> tuple[str, ...]:
        """The questions that were not fully right, in the order answered."""
        return tuple(answer.question for answer in self.answers if answer.score < 1)

    @property
    def repeating(self) -> bool:
        """Whether all was answered, and what was missed is being asked once more."""
        return bool(self.repeats) or (len(self.answers) == len(self.selection) and bool(self.queue))

    @property
    def last(self) -> Answer | None:
        """The last response, scored or not."""
        given = self.repeats or self.answers
        return given[-1] if given else None

    def answered(self, response: Response, score: float, certainty: int | None = None) -> Session:
        """Return the session after the current question was answered."""
        if not self.queue:
            raise ValueError("every question of this session is answered")
        answer = Answer(self.queue[0], response, score, certainty)
        if self.repeating:
            return self._replace(queue=self.queue[1:], repeats=(*self.repeats, answer))
        after = self._replace(queue=self.queue[1:], answers=(*self.answers, answer))
        return after._replace(queue=after.missed) if after.once_more and not after.queue else after

    def skipped(self) -> Session:
        """Return the session with the current question put at the end."""
        return self._replace(queue=(*self.queue[1:], *self.queue[:1]))

    def undone(self) -> Session:
        """Return the session with the last answer withdrawn: its question comes again at once."""
        if self.last is None:
            return self
        queue = () if self.repeating and not self.repeats else self.queue  # what to repeat is not known yet again
        back = self._replace(queue=(self.last.question, *queue), withdrawn=self.withdrawn + 1)
        if self.repeats:
            return back._replace(repeats=self.repeats[:-1])
        return back._replace(answers=self.answers[:-1])

    def layout(self, question: Question) -> Layout:
        """Return how a question is laid out in this session: the same each time it is shown."""
        return question.layout(Random(f"{self.seed}:{question.id}"))


def draw(bank: Bank, candidates: Iterable[str], count: int | None, seed: int) -> tuple[str, ...]:
    """Return `count` of the candidates in a random order, spread evenly over their phases.

    With no `count`, all of them. The seed decides which and in what order.
    """
    rng = Random(f"{seed}:draw")
    ids = list(candidates)
    rng.shuffle(ids)
    if count is None or count >= len(ids):
        return tuple(ids)
    phases: dict[str, list[str]] = {}
    for ident in ids:
        phases.setdefault(bank.listed_by_id[ident].phase, []).append(ident)
    turns = ((turn, rng.random(), i) for group in phases.values() for turn, i in enumerate(group))
    chosen = [ident for _, _, ident in nsmallest(count, turns)]
    rng.shuffle(chosen)
    return tuple(chosen)
