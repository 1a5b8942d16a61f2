"""The paragraphs of a source as lines: numbered in the margin, with marks in them and signs after them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from quiz.core.bank import Bank, Source
from quiz.core.quotes import Span
from quiz.core.typed import bare
from quiz.study.reading import Tally
from quiz.tui.lines import Line, Styled, Writer, as_shown, assembled, breaks, flat

_MOST_MATCHES = 10_000

Mark = tuple[int, int, str]
"""A stretch of the source to be marked: start, end, style. With the style "" it only gets its line known."""

Signs = Mapping[int, Sequence[Styled]]
"""What is put into the text, by the index of the character that it stands before."""


class _Written(NamedTuple):
    """A paragraph as it was written last: for what width, marks and signs, and what came of it."""

    width: int
    marks: tuple[Mark, ...]
    signs: tuple[tuple[Styled, ...], ...]
    lines: list[Line]
    starts: dict[int, int]
    ends: dict[int, int]


class Passages:
    """The paragraphs of one source; those whose marks and signs are as they were are not laid out again.

    While it writes, it notes on which line each paragraph begins (`firsts`), each mark (`starts`), and on which
    each sign stands (`ends`).
    """

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._written: dict[Span, _Written] = {}
        self.dress((), {})

    def dress(self, marks: Iterable[Mark], signs: Signs) -> None:
        """Begin to write anew, with these marks and signs."""
        self._marks = sorted(marks)
        self._longest = max((end - start for start, end, _ in self._marks), default=0)
        self._signs = signs
        self._places = sorted(signs)
        self.firsts: list[int] = []
        self.starts: dict[int, int] = {}
        self.ends: dict[int, int] = {}

    def write(self, writer: Writer, number: int, paragraph: Span) -> None:
        """Write a paragraph; one with the number 0 is a heading."""
        first = len(writer.lines)
        marks, places = tuple(self._marks_in(paragraph)), self._places_in(paragraph)
        signs = tuple(tuple(self._signs[place]) for place in places)
        written = self._written.get(paragraph)
        if written is None or written[:3] != (writer.width, marks, signs):
            written = _Written(writer.width, marks, signs, *self._laid_out(writer.width, number, paragraph, marks))
            self._written[paragraph] = written
        self.firsts.append(first)
        self.starts |= {index: first + line for index, line in written.starts.items()}
        self.ends |= {index: first + line for index, line in written.ends.items()}
        writer.lines += written.lines

    def _laid_out(
        self, width: int, number: int, paragraph: Span, marks: Sequence[Mark]
    ) -> tuple[list[Line], dict[int, int], dict[int, int]]:
        """Return the lines of a paragraph, and on which of them each mark begins and each sign stands."""
        lead = f"{number or '':>3}  "
        parts, starts, ends = self._parts(paragraph, marks, "" if number else "bold")
        whole = assembled(parts)
        ranges = list(breaks(whole.plain, width - len(lead)))
        limits = [end for _, end in ranges]
        lines = []
        for i, (start, end) in enumerate(ranges):
            margin = assembled([(lead if i == 0 else " " * len(lead), "$quiet")])
            lines.append(Line(margin + whole[start:end]))

        def placed(offsets: dict[int, int]) -> dict[int, int]:
            return {index: min(bisect_right(limits, x), len(ranges) - 1) for index, x in offsets.items()}

        return lines, placed(starts), placed(ends)

    def _places_in(self, paragraph: Span) -> list[int]:
        """Return where signs stand in a paragraph."""
        low, high = paragraph
        return self._places[bisect_right(self._places, low) : bisect_right(self._places, high)]

    def _marks_in(self, paragraph: Span) -> list[Mark]:
        """Return the marks that touch a paragraph."""
        first = bisect_left(self._marks, (paragraph[0] - self._longest,))
        last = bisect_left(self._marks, (paragraph[1],))
        return [mark for mark in self._marks[first:last] if mark[1] > paragraph[0]]

    def _parts(
        self, paragraph: Span, marks: Sequence[Mark], style: str
    ) -> tuple[list[Styled], dict[int, int], dict[int, int]]:
        """Return a paragraph cut at its marks and signs, and where each of them begins in the text as it is shown."""
        low, high = paragraph
        cuts = sorted(
            {low, high, *self._places_in(paragraph), *(min(max(x, low), high) for mark in marks for x in mark[:2])}
        )
        parts: list[Styled] = []
        starts: dict[int, int] = {}
        ends: dict[int, int] = {}
        shown = 0
        for start, end in pairwise(cuts):
            starts[start] = shown
            styles = [mark[2] for mark in marks if mark[0] <= start and end <= mark[1]]
            parts.append((self._text[start:end].replace("\n", " "), " ".join([style, *styles]).strip()))
            shown += len(as_shown(parts[-1][0]))
            if end in self._signs:
                ends[end] = shown + 1
                parts += [(" ", ""), *self._signs[end]]
                shown += 1 + sum(len(as_shown(text)) for text, _ in self._signs[end])
        begun = {mark[0] for mark in marks}
        return parts, {start: offset for start, offset in starts.items() if start in begun}, ends


def begun_phases(bank: Bank, source: Source) -> dict[Span, list[str]]:
    """Return the phases that begin in each paragraph of a source, by the first quotation of the phase."""
    found: dict[Span, list[str]] = {}
    for phase in bank.phases:
        quote = next((quote for quote in phase.quotes if quote.source == source.id), None)
        if quote:
            start = quote.spans[0][0]
            paragraph = next(span for span in source.indexed.paragraphs if span[0] <= start < span[1])
            found.setdefault(paragraph, []).append(f"     {flat(phase.title)}, {phase.years}".rstrip(", "))
    return found


def places_of(sought: str, text: str) -> list[Span]:
    """Return where words stand in a text, whatever their case, accents and the white space between them."""
    if not sought:
        return []
    pattern = r"\s+".join(re.escape(bare(word)) for word in sought.split())
    found = re.finditer(pattern, bare(text), re.IGNORECASE)
    return [match.span() for match, _ in zip(found, range(_MOST_MATCHES), strict=False)]


def tag(shading: str, questions: int, told: Tally) -> Styled:
    """Return what stands after a sentence, and its style: never the colour alone."""
    if shading == "count":
        return f"[{questions or 'none'}]", "bold $accent" if questions else "bold $error"
    style = "$success" if not told.missed else "$warning" if told.right or told.partly else "$error"
    return f"[{told.words}]", style if told.asked else "$quiet"
