"""The source as a page: paragraphs numbered, phases named, quoted words marked, with a search."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import Input

from quiz.check.coverage import Sentence, coverage
from quiz.core.bank import Bank, Quote, Source
from quiz.core.quotes import Span
from quiz.core.typed import bare
from quiz.core.visible import visible
from quiz.core.words import count
from quiz.tui.keys import KeyNote
from quiz.tui.lines import Line, Styled, Writer, assembled, breaks, flat
from quiz.tui.screens.base import QuizScreen
from quiz.tui.widgets.head import Head
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.page import Page

Mark = tuple[int, int, str]
"""A stretch of the source to be marked: start, end, style."""

_MOST_MATCHES = 10_000
_QUOTED, _MATCH, _HERE = "bold $marked on $marked-ground", "underline", "reverse"


class SourceScreen(QuizScreen):
    """One source at a time. `places` are the marked stretches: those quoted, or those that the search found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_line(-1)", "scroll", show=False, key_display="↑ ↓"),
        Binding("down,j", "scroll_line(1)", "scroll", show=False),
        Binding("pageup,b", "scroll_page(-1)", "page up", show=False),
        Binding("pagedown,space", "scroll_page(1)", "page", key_display="space"),
        Binding("home,g", "ends(0)", "beginning", show=False),
        Binding("end,G", "ends(1)", "end", show=False),
        Binding("slash", "search", "search"),
        Binding("n", "go(1)", "next mark"),
        Binding("N,p", "go(-1)", "mark before", show=False),
        Binding("c", "coverage", "questions per sentence", show=False),
        Binding("tab", "turn", "next text"),
        Binding("escape", "back", "back"),
    ]
    DEFAULT_CSS = """
    SourceScreen Input { dock: bottom; display: none; margin: 0 2 1 2; background: $panel; }
    SourceScreen.-searching Input { display: block; }
    """

    def __init__(self, bank: Bank, quotes: Sequence[Quote] = ()) -> None:
        super().__init__()
        self.bank = bank
        self.quotes = list(quotes)
        self.source: Source = bank.source_by_id[quotes[0].source] if quotes else bank.sources[0]
        self.matches: list[Span] = []
        self.sought = ""
        self.here = 0
        self._lines_of: dict[int, int] = {}
        self._marks: list[Mark] = []
        self._longest = 0
        self._shaded: dict[Span, list[Sentence]] = {}

    def compose(self) -> ComposeResult:
        """The head, the text, a field for the search, the keys."""
        yield Head(self._head)
        yield Page(self._write)
        yield Input(placeholder="Search", compact=True, max_length=200)
        yield KeyBar(self.keys)

    def on_mount(self) -> None:
        """Go to the passage once the text is laid out."""
        self.call_after_refresh(self._show_here)

    def on_resize(self) -> None:
        """Keep the current mark in view, if it is, when the text is laid out anew."""
        line = self._line_here()
        if line is not None and 0 <= line - self.page.scroll_offset.y < self.page.size.height:
            self.call_after_refresh(self._show_here)

    @property
    def quoted(self) -> list[Span]:
        """The quoted stretches of the source on show, in order."""
        return sorted(span for quote in self.quotes if quote.source == self.source.id for span in quote.spans)

    @property
    def places(self) -> list[Span]:
        """Where `n` goes: the matches while there is a search, else the quotations."""
        return self.matches if self.sought else self.quoted

    def _head(self, width: int) -> tuple[Iterable[Styled], Iterable[Styled]]:  # noqa: ARG002
        right = ""
        if self.sought:
            number = (
                f"{self.here + 1} of {count(len(self.matches), 'match', 'matches')}" if self.matches else "not found"
            )
            right = f"“{self.sought}”: {number}"
        elif self.quotes:
            right = self._place_here()
        return [(flat(self.source.title), "bold $accent")], [(right, "$quiet")]

    def _place_here(self) -> str:
        """Return the place of the current quotation, and which of several it is."""
        places = self.quoted
        here = places[self.here % len(places)] if places else None
        quote = next((quote for quote in self.quotes if here in quote.spans), self.quotes[0])
        number = f"mark {self.here % len(places) + 1} of {len(places)}: " if len(places) > 1 else ""
        return f"{number}{self.bank.where(quote)}"

    # the text

    def _write(self, writer: Writer) -> None:
        text = self.source.indexed
        self._lines_of = {}
        self._collect_marks()
        phases = self._phases()
        for number, paragraph in zip(text.numbers, text.paragraphs, strict=True):
            writer.blank()
            for title in phases.get(paragraph, ()):
                writer.text(title, "$accent")
            self._write_paragraph(writer, number, paragraph)
        writer.blank()

    def _phases(self) -> dict[Span, list[str]]:
        """Return the phases that begin in each paragraph, by the first quotation of the phase."""
        found: dict[Span, list[str]] = {}
        for phase in self.bank.phases:
            quote = next((quote for quote in phase.quotes if quote.source == self.source.id), None)
            if quote:
                start = quote.spans[0][0]
                paragraph = next(span for span in self.source.indexed.paragraphs if span[0] <= start < span[1])
                found.setdefault(paragraph, []).append(f"     {flat(phase.title)}, {phase.years}".rstrip(", "))
        return found

    def _write_paragraph(self, writer: Writer, number: int, paragraph: Span) -> None:
        lead = f"{number or '':>3}  "
        parts, offsets = self._parts(paragraph, "" if number else "bold")
        whole = assembled(parts)
        ranges = list(breaks(whole.plain, writer.width - len(lead)))
        for start, offset in offsets.items():
            line = next((i for i, (_, end) in enumerate(ranges) if offset < end), len(ranges) - 1)
            self._lines_of[start] = len(writer.lines) + line
        for i, (start, end) in enumerate(ranges):
            margin = assembled([(lead if i == 0 else " " * len(lead), "$quiet")])
            writer.lines.append(Line(margin + whole[start:end]))

    def _parts(self, paragraph: Span, style: str) -> tuple[list[Styled], dict[int, int]]:
        """Return a paragraph cut at its marks, and where each mark begins in the text as it is shown."""
        marks = self._marks_in(paragraph)
        counts = {s.span[1]: len(s.questions) for s in self._shaded.get(paragraph, ())}
        ends = {x for s in self._shaded.get(paragraph, ()) for x in s.span}
        cuts = sorted({*paragraph, *ends, *(min(max(x, paragraph[0]), paragraph[1]) for m in marks for x in m[:2])})
        parts: list[Styled] = []
        offsets: dict[int, int] = {}
        shown = 0
        for start, end in pairwise(cuts):
            offsets[start] = shown
            styles = [mark[2] for mark in marks if mark[0] <= start and end <= mark[1]]
            text = self.source.text[start:end].replace("\n", " ")
            parts.append((text, " ".join([style, *styles]).strip()))
            if end in counts:
                parts.append((f" [{counts[end] or 'none'}]", "bold $accent" if counts[end] else "bold $error"))
            shown += sum(len(visible(part)) for part, _ in parts[-1 - (end in counts) :])
        starts = {mark[0] for mark in marks}
        return parts, {start: offset for start, offset in offsets.items() if start in starts}

    def _marks_in(self, paragraph: Span) -> list[Mark]:
        """Return the marks that touch a paragraph."""
        first = bisect_left(self._marks, (paragraph[0] - self._longest,))
        last = bisect_left(self._marks, (paragraph[1],))
        return [mark for mark in self._marks[first:last] if mark[1] > paragraph[0]]

    def _collect_marks(self) -> None:
        """Sort what is to be marked, so that each paragraph finds its own quickly."""
        here = self.matches[self.here] if self.matches else None
        marks = [(start, end, _QUOTED) for start, end in self.quoted]
        marks += [(start, end, _HERE if (start, end) == here else _MATCH) for start, end in self.matches]
        self._marks = sorted(marks)
        self._longest = max((end - start for start, end, _ in marks), default=0)

    def _collect_coverage(self) -> dict[Span, list[Sentence]]:
        """Return the sentences of every paragraph with their questions, for the shading."""
        text = self.source.indexed
        starts = [start for start, _ in text.paragraphs]
        found: dict[Span, list[Sentence]] = {}
        for sentence in coverage(self.bank):
            if sentence.source == self.source.id and sentence.paragraph:
                index = bisect_right(starts, sentence.span[0]) - 1
                found.setdefault(text.paragraphs[index], []).append(sentence)
        return found

    # moving about

    def _line_here(self) -> int | None:
        """Return the line of the current mark, or None when there is none."""
        places = self.places
        return self._lines_of.get(places[self.here % len(places)][0]) if places else None

    def _show_here(self) -> None:
        """Bring the current mark into view, about a third down the page."""
        if (line := self._line_here()) is not None:
            self.page.scroll_to(y=max(line - self.page.size.height // 3, 0), animate=False, force=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer to go to marks and texts only when there are some."""
        if self.has_class("-searching"):
            return action in ("back", "help")
        if action == "go":
            return bool(self.places)
        return action != "turn" or len(self.bank.sources) > 1

    def keys(self) -> list[KeyNote]:
        """While searching, Enter is the key that matters."""
        if self.has_class("-searching"):
            return [KeyNote("enter", "find", "enter"), KeyNote("esc", "no search", "escape")]
        return super().keys()

    def action_go(self, step: int) -> None:
        """Go to the next mark, or to the one before."""
        self.here = (self.here + step) % len(self.places)
        self._refresh()
        self._show_here()

    def action_ends(self, end: int) -> None:
        """Go to the beginning or to the end."""
        self.page.scroll_to(y=self.page.max_scroll_y if end else 0, animate=False, force=True)

    def action_coverage(self) -> None:
        """Show after every sentence how many questions quote it, or no longer."""
        self._shaded = {} if self._shaded else self._collect_coverage()
        self._refresh()

    def action_turn(self) -> None:
        """Show the next source."""
        sources = self.bank.sources
        self.source = sources[(sources.index(self.source) + 1) % len(sources)]
        self.sought, self.matches, self.here = "", [], 0
        self._shaded = self._collect_coverage() if self._shaded else {}
        self._refresh()
        self.action_ends(0)

    def _refresh(self) -> None:
        self.page.repaint()
        self.query_one(Head).refresh()
        self.update_keys()

    # searching

    def action_search(self) -> None:
        """Ask for what is sought."""
        self.add_class("-searching")
        field = self.query_one(Input)
        field.value = ""
        field.focus()
        self.update_keys()

    def _close_search(self) -> None:
        self.remove_class("-searching")
        self.set_focus(None)

    @on(Input.Submitted)
    def search(self, event: Input.Submitted) -> None:
        """Find all places, and go to the first at or below the top of the page."""
        self._close_search()
        self.sought = event.value.strip()
        self.matches, self.here = self._found(self.sought), 0
        top = self.page.scroll_offset.y
        self._refresh()
        below = (i for i, span in enumerate(self.matches) if self._lines_of.get(span[0], 0) >= top)
        self.here = next(below, 0)
        self._refresh()
        self._show_here()

    def _found(self, sought: str) -> list[Span]:
        if not sought:
            return []
        pattern = r"\s+".join(re.escape(bare(word)) for word in sought.split())
        found = re.finditer(pattern, bare(self.source.text), re.IGNORECASE)
        return [match.span() for match, _ in zip(found, range(_MOST_MATCHES), strict=False)]

    def on_key(self, event: Key) -> None:
        """Escape ends the search before it leaves the screen."""
        if event.key != "escape" or not (self.has_class("-searching") or self.sought):
            return
        event.stop()
        event.prevent_default()
        ended = not self.has_class("-searching")
        if ended:
            self.sought, self.matches, self.here = "", [], 0
        self._close_search()
        self._refresh()
        if ended:
            self._show_here()
