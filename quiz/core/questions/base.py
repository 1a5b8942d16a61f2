"""What every question has and can do, whatever its type."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Protocol, Self

from quiz.core.bank import Quote

if TYPE_CHECKING:
    from random import Random

Response = tuple[str, ...]
"""What the student gave, in the question's own texts: independent of how options were shuffled."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Verdict(StrEnum):
    """How a response is spoken of: its value is the word for it."""

    RIGHT = "right"
    PARTLY = "partly right"
    WRONG = "not right"


class Grade(NamedTuple):
    """The judgement of a response.

    `score` is from 0 to 1; `detail` says in words what was right of it; `taken_as` is the answer that a
    misspelt text was read as; `parts` tells for every part of the response whether it was right.
    """

    score: float
    detail: str = ""
    taken_as: str = ""
    parts: tuple[bool, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Right means fully right; partly right is anything above nothing."""
        if self.score >= 1:
            return Verdict.RIGHT
        return Verdict.PARTLY if self.score > 0 else Verdict.WRONG


@dataclass(frozen=True, slots=True)
class Misfit:
    """A reply that cannot be an answer to the question; `message` says what can."""

    message: str


class Option(NamedTuple):
    """A text to choose, and why it is wrong ("" for the right one)."""

    text: str
    why: str = ""


class Layout(NamedTuple):
    """What is shown of a question in one attempt, in the order in which it is shown.

    `items` are the options, the things to order or the left side of pairs; `targets` the right side of pairs;
    `gaps` the options of each gap (none for a gap that is typed).
    """

    items: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    gaps: tuple[tuple[str, ...], ...] = ()


class Fields(Protocol):
    """The fields of one question in a bank file, as a question type reads them.

    Each method notes a located problem when the field is not as it should be, and then returns an empty
    value: reading goes on, and the reader leaves the question out.
    """

    def text(self, key: str) -> str:
        """Return a text that must be there."""

    def optional(self, key: str) -> str:
        """Return a text, or "" when the key is not there."""

    def texts(self, key: str, least: int) -> tuple[str, ...]:
        """Return a list of at least `least` texts; a missing key is an empty list when `least` is 0."""

    def options(self, key: str, least: int) -> tuple[Option, ...]:
        """Return a list of options: texts, or mappings of `text` and `why`."""

    def flag(self, key: str, default: bool) -> bool:
        """Return a yes or no."""

    def number(self, key: str, default: Decimal | None) -> Decimal:
        """Return a number; without a default it must be there."""

    def pairs(self, key: str, least: int) -> tuple[tuple[str, str], ...]:
        """Return pairs of texts, left and right."""

    def variants(self, key: str) -> Mapping[str, tuple[str, ...]]:
        """Return a mapping from a text to a list of texts."""

    def distinct(self, *keys: str) -> None:
        """Note a problem when two of the texts under these keys are the same."""

    def problem(self, key: str, code: str, message: str, cure: str) -> None:
        """Note a problem at the value of a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(ABC):
    """One item of a bank. A subclass per type adds its fields, its grading and how it reads.

    `seconds` and the like are not here: a question knows nothing of who answers it, or when.
    """

    kind: ClassVar[str] = ""

    id: str
    phase: str
    prompt: str
    quotes: tuple[Quote, ...] = ()
    explanation: str = ""
    level: str = ""
    tags: tuple[str, ...] = ()
    language: str = "en"

    @classmethod
    @abstractmethod
    def read(cls, common: Mapping[str, object], fields: Fields) -> Self:
        """Return the question that `fields` describe; `common` holds the fields that all types share."""

    @property
    @abstractmethod
    def key(self) -> Response:
        """The fully right response."""

    @abstractmethod
    def grade(self, response: Response) -> Grade:
        """Return the judgement of a response; any tuple of texts can be judged."""

    @abstractmethod
    def parse(self, reply: str, layout: Layout) -> Response | Misfit:
        """Return the response that a typed line means, or what is wrong with the line."""

    @abstractmethod
    def hint(self, layout: Layout) -> str:
        """Return one sentence on how to answer by typing a line."""

    def layout(self, rng: Random) -> Layout:  # noqa: ARG002  (types with something to shuffle use it)
        """Return what is shown, shuffled by `rng` where order must not tell anything."""
        return Layout()

    @property
    def task(self) -> str:
        """What is asked, in full: the prompt and whatever must be read with it."""
        return self.prompt

    @property
    def answer_text(self) -> str:
        """The right answer in full, on one line."""
        return self.spoken(self.key)

    def spoken(self, response: Response) -> str:
        """Return a response as a person would say it, on one line."""
        return "; ".join(part for part in response if part)

    def reasons(self, response: Response) -> tuple[Option, ...]:  # noqa: ARG002
        """Return the wrong choices within a response, each with why it is wrong, where the bank says so."""
        return ()

    @property
    def distractors(self) -> tuple[Option, ...]:
        """The wrong options, with why each is wrong."""
        return ()

    @property
    def chance(self) -> float:
        """The chance, 0 to 1, that somebody who knows nothing answers fully right; 0 for what is typed."""
        return 0.0

    def words_shown(self, layout: Layout) -> int:
        """Return how many words the student has to read before answering."""
        texts = [self.task, *layout.items, *layout.targets, *(option for gap in layout.gaps for option in gap)]
        return sum(len(text.split()) for text in texts)

    @property
    def fingerprint(self) -> str:
        """A hash of all that the student sees: it changes when the question's content does."""
        from hashlib import sha256  # 3 ms at the start, and not needed before the first answer

        skipped = {"id", "phase", "level", "tags", "language", "quotes"}
        content = [self.kind, *(q.text for q in self.quotes)]
        content += [repr(getattr(self, f.name)) for f in fields(self) if f.name not in skipped]
        return sha256("\0".join(content).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def shuffled(texts: tuple[str, ...], rng: Random) -> tuple[str, ...]:
    """Return `texts` in an order drawn by `rng`."""
    mixed = list(texts)
    rng.shuffle(mixed)
    return tuple(mixed)


def pick(word: str, texts: tuple[str, ...]) -> str | None:
    """Return the text that a number from 1 or a letter from a stands for, or None."""
    word = word.strip().rstrip(".)").casefold()
    if word.isdecimal() and len(word) < 5 and 1 <= int(word) <= len(texts):
        return texts[int(word) - 1]
    if len(word) == 1 and word in LETTERS[: len(texts)]:
        return texts[LETTERS.index(word)]
    return None


def up_to(count: int) -> str:
    """Return the numbers that choose among `count` options, as words for the reader."""
    return "1 or 2" if count == 2 else f"1 to {count}"
