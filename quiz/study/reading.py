"""Reading a source with its questions: after which sentence each is asked, and how each passage was answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quiz.check.coverage import Sentence, coverage
from quiz.core.bank import Bank


class Tally(NamedTuple):
    """How the questions on a passage were answered: `left` are those that were not asked."""

    right: int = 0
    partly: int = 0
    wrong: int = 0
    left: int = 0

    @property
    def asked(self) -> int:
        """How many were answered."""
        return self.right + self.partly + self.wrong

    @property
    def missed(self) -> bool:
        """Whether any answer was not fully right."""
        return bool(self.partly or self.wrong)

    @property
    def words(self) -> str:
        """In words: "2 of 3 right", of those that were asked."""
        return f"{self.right} of {self.asked} right" if self.asked else "not asked"


def tally(questions: Iterable[str], points: Mapping[str, float]) -> Tally:
    """Return how questions were answered, from a score (0 to 1) for each that was."""
    scores = [points.get(ident) for ident in questions]
    given = [score for score in scores if score is not None]
    right, wrong = sum(score >= 1 for score in given), sum(score <= 0 for score in given)
    return Tally(right, len(given) - right - wrong, wrong, len(scores) - len(given))


def stops(bank: Bank) -> list[Sentence]:
    """Return the sentences at which a reader can be asked, in order, each with the questions to ask there.

    A question that quotes several sentences is asked once, after the last of them: before that, the reader has
    not seen all that it takes.
    """
    sentences = coverage(bank)
    last = {question: i for i, sentence in enumerate(sentences) for question in sentence.questions}
    asked = (tuple(q for q in sentence.questions if last[q] == i) for i, sentence in enumerate(sentences))
    return [s._replace(questions=ids) for s, ids in zip(sentences, asked, strict=True) if ids]
