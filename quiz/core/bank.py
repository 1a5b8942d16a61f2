"""A bank and its parts, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from quiz.core.listing import Listed, Listing
from quiz.core.quotes import SourceText, Span, Where

if TYPE_CHECKING:
    from quiz.core.questions.base import Question


@dataclass(frozen=True, kw_only=True)
class Source:
    """A text that questions are written against; `text` has `\\n` line breaks.

    `sha256` and `sentences` are its lock, when the bank has one: what the text was when it was locked.
    """

    id: str
    title: str
    text: str = field(repr=False)
    file: str = ""
    author: str = ""
    origin: str = ""
    license: str = ""
    sha256: str = ""
    sentences: str = ""

    @cached_property
    def indexed(self) -> SourceText:
        """The text with its indexes of passages, paragraphs and sentences."""
        return SourceText(self.text)


class Quote(NamedTuple):
    """A quotation that stands in the source: as typed, in which source, and where its parts are."""

    text: str
    source: str
    spans: tuple[Span, ...]


class Phase(NamedTuple):
    """A named section of the subject."""

    id: str
    title: str
    years: str = ""
    summary: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Bank:
    """Questions on a subject, its phases in order, and the sources they quote.

    The questions are a tuple, or those of a large bank a `Listing`, which makes them when they are asked for:
    what needs only ids, phases and chances of all of them takes `listed`.
    """

    id: str
    title: str
    language: str = "en"
    license: str = ""
    author: str = ""
    description: str = ""
    sources: tuple[Source, ...] = ()
    phases: tuple[Phase, ...] = ()
    questions: Sequence[Question] = field(default=(), repr=False)

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """The questions by their ids."""
        if isinstance(self.questions, Listing):
            return self.questions.by_id
        return {question.id: question for question in self.questions}

    @property
    def listed(self) -> Sequence[Listed]:
        """The questions as they are listed: what is known of them without making them."""
        return self.questions.listed if isinstance(self.questions, Listing) else self.questions

    @cached_property
    def listed_by_id(self) -> Mapping[str, Listed]:
        """The questions as they are listed, by their ids."""
        return {entry.id: entry for entry in self.listed}

    @cached_property
    def phase_by_id(self) -> dict[str, Phase]:
        """The phases by their ids."""
        return {phase.id: phase for phase in self.phases}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """The sources by their ids."""
        return {source.id: source for source in self.sources}

    @cached_property
    def by_phase(self) -> dict[str, tuple[Listed, ...]]:
        """The questions of every phase as they are listed, in the bank's order."""
        groups: dict[str, list[Listed]] = {phase.id: [] for phase in self.phases}
        for question in self.listed:
            groups[question.phase].append(question)
        return {phase: tuple(questions) for phase, questions in groups.items()}

    def where(self, quote: Quote) -> Where:
        """Return the place of a quotation in its source."""
        return self.source_by_id[quote.source].indexed.where(quote.spans)
