"""What the record holds, as values."""

from enum import StrEnum
from typing import NamedTuple

from quiz.core.questions.base import Response


class Mode(StrEnum):
    """How an attempt was taken."""

    PRACTICE = "practice"
    REVIEW = "review"
    EXAM = "exam"
    PRETEST = "pretest"
    READING = "reading"


class Moment(NamedTuple):
    """A point in time as it is kept: milliseconds since 1970 in UTC, and minutes east of UTC."""

    milliseconds: int
    utc_offset: int


class Attempt(NamedTuple):
    """An attempt: `uid` is a random number that names it, `selection` its question ids in order.

    `minutes` is the time limit of an examination, None without one.
    """

    uid: int
    bank: str
    seed: int
    selection: tuple[str, ...]
    started: Moment
    mode: Mode = Mode.PRACTICE
    minutes: int | None = None


class Summary(NamedTuple):
    """An attempt in a list: of `size` questions, `answered` were answered and `right` of those fully right.

    `touched` is when the last answer was given.
    """

    uid: int
    started: Moment
    size: int
    answered: int
    right: int
    points: float
    touched: Moment
    mode: Mode = Mode.PRACTICE
    handed_in: bool = False

    @property
    def finished(self) -> bool:
        """Whether every question was answered, or the examination handed in."""
        return self.handed_in if self.mode is Mode.EXAM else self.answered >= self.size


class Given(NamedTuple):
    """A response: `content` is the question's fingerprint, `seconds` the time it took, `certainty` 1 to 3.

    `kind` is the type of the question, `words` how many the student had to read.
    """

    uid: int
    question: str
    content: str
    response: Response
    score: float
    seconds: float
    at: Moment
    certainty: int | None = None
    kind: str = ""
    words: int = 0


class Saved(NamedTuple):
    """An attempt read back: the responses that stand in the order given, skips in order, and withdrawals.

    Of an examination, `marked` are the questions marked to come back to, and `handed_in` whether it is over.
    """

    attempt: Attempt
    given: tuple[Given, ...]
    skipped: tuple[str, ...]
    withdrawn: int
    marked: frozenset[str] = frozenset()
    handed_in: bool = False


class Flag(NamedTuple):
    """What a student says is wrong with a question; `content` is its fingerprint at that time."""

    uid: int
    bank: str
    question: str
    content: str
    text: str
    at: Moment
