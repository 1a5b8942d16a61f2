"""A bank and its parts, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

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


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation that stands in the source: as typed, in which source, and where its parts are."""

    text: str
    source: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A named section of the subject."""

    id: str
    title: str
    years: str = ""
    summary: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Bank:
    """Questions on a subject, its phases in order, and the sources they quote."""

    id: str
    title: str
    language: str = "en"
    license: str = ""
    author: str = ""
    description: str = ""
    sources: tuple[Source, ...] = ()
    phases: tuple[Phase, ...] = ()
    questions: tuple[Question, ...] = field(default=(), repr=False)

    @cached_property
    def by_id(self) -> dict[str, Question]:
        """The questions by their ids."""
        return {question.id: question for question in self.questions}

    @cached_property
    def phase_by_id(self) -> dict[str, Phase]:
        """The phases by their ids."""
        return {phase.id: phase for phase in self.phases}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """The sources by their ids."""
        return {source.id: source for source in self.sources}

    @cached_property
    def by_phase(self) -> dict[str, tuple[Question, ...]]:
        """The questions of every phase, in the bank's order."""
        groups: dict[str, list[Question]] = {phase.id: [] for phase in self.phases}
        for question in self.questions:
            groups[question.phase].append(question)
        return {phase: tuple(questions) for phase, questions in groups.items()}

    def where(self, quote: Quote) -> Where:
        """Return the place of a quotation in its source."""
        return self.source_by_id[quote.source].indexed.where(quote.spans)
