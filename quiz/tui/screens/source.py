"""The source as a page: paragraphs numbered, phases named, quoted words marked, shaded at will, with a search."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import Input

from quiz.check.coverage import Sentence, coverage
from quiz.core.bank import Quote, Source
from quiz.core.quotes import Span
from quiz.core.words import count
from quiz.study import Study
from quiz.study.reading import Tally, tally
from quiz.tui.keys import KeyNote
from quiz.tui.lines import Styled, Writer, flat
from quiz.tui.passages import Mark, Passages, Signs, begun_phases, places_of, tag
from quiz.tui.screens.base import QuizScreen
from quiz.tui.widgets.entry import Line
from quiz.tui.widgets.head import Head
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.page import Page

_QUOTED, _MATCH, _HERE = "bold $marked on $marked-ground", "underline", "reverse"
_NEXT, _BEFORE = "next mark", "mark before"


class SourceScreen(QuizScreen):
    """One source at a time. `places` are where `n` goes: what the search found, what was missed, or what is quoted.

    `shading` tells after each sentence how many questions quote it ("count"), or how they were answered ("own").
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_line(-1)", "scroll", show=False, key_display="↑ ↓"),
        Binding("down,j", "scroll_line(1)", "scroll", show=False),
        Binding("pageup,b", "scroll_page(-1)", "page up", show=False),
        Binding("pagedown,space", "scroll_page(1)", "page", key_display="space"),
        Binding("home,g", "ends(0)", "beginning", show=False),
        Binding("end,G", "ends(1)", "end", show=False),
        Binding("slash", "search", "search"),
        Binding("n", "go(1)", _NEXT),
        Binding("N,p", "go(-1)", _BEFORE, show=False),
        Binding("tab", "turn", "next text"),
        Binding("escape", "back", "back"),
        Binding("o", "shade('own')", "own answers"),
        Binding("c", "shade('count')", "questions per sentence", show=False),
    ]
    DEFAULT_CSS = """
    SourceScreen Input { dock: bottom; display: none; margin: 0 2 1 2; background: $panel; }
    SourceScreen.-searching Input { display: block; }
    """

    def __init__(self, study: Study, quotes: Sequence[Quote] = ()) -> None:
        super().__init__()
        self.study = study
        self.bank = study.bank
        self.quotes = list(quotes)
        self.source: Source = self.bank.source_by_id[quotes[0].source] if quotes else self.bank.sources[0]
        self.matches: list[Span] = []
        self.sought = ""
        self.here = 0
        self._between = False  # whether the current place is not `here`, but lies between that one and the next
        self.shading = ""
        self._passages = Passages(self.source)
        self._shaded: list[tuple[Sentence, Tally]] = []
        self._points: Mapping[str, float] = {}

    def compose(self) -> ComposeResult:
        """The head, the text, a field for the search, the keys."""
        yield Head(self._head)
        yield Page(self._write)
        yield Line(placeholder="Search", compact=True, max_length=200)
        yield KeyBar(self.keys)

    def on_mount(self) -> None:
        """Begin once the text is laid out."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Go to the passage."""
        self._show_here()

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
    def places(self) -> Sequence[Span]:
        """Where `n` goes."""
        if self.sought:
            return self.matches
        return [s.span for s, told in self._shaded if told.missed] if self.shading == "own" else self.quoted

    @property
    def _place_name(self) -> str:
        """What each of the places is."""
        return "match" if self.sought else "missed" if self.shading == "own" else "mark"

    def _head(self, width: int) -> tuple[Iterable[Styled], Iterable[Styled]]:  # noqa: ARG002
        return [(flat(self.source.title), "bold $accent")], [(self._told(), "$quiet")]

    def _told(self) -> str:
        """Return what the head says at the right."""
        if self.sought:
            found = count(len(self.matches), "match", "matches")
            return f"“{self.sought}”: {f'{self.here + 1} of {found}' if self.matches else 'not found'}"
        if self.shading == "own":
            told = tally({ident for s, _ in self._shaded for ident in s.questions}, self._points)
            return f"{told.words}, {told.left} not asked" if told.asked and told.left else told.words
        return self._place_here() if self.quotes else ""

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
        self._passages.dress(self._marks(), self._signs())
        phases = begun_phases(self.bank, self.source)
        for number, paragraph in zip(text.numbers, text.paragraphs, strict=True):
            writer.blank()
            for title in phases.get(paragraph, ()):
                writer.text(title, "$accent")
            self._passages.write(writer, number, paragraph)
        writer.blank()

    def _marks(self) -> list[Mark]:
        """Return what is marked in the text."""
        here = self.matches[self.here] if self.matches else None
        marks = [(start, end, _QUOTED) for start, end in self.quoted]
        marks += [(start, end, _HERE if (start, end) == here else _MATCH) for start, end in self.matches]
        return marks + [(*sentence.span, "") for sentence, _ in self._shaded]

    def _signs(self) -> Signs:
        """Return what stands after the sentences."""
        return {s.span[1]: [tag(self.shading, len(s.questions), told)] for s, told in self._shaded}

    def _shade(self) -> None:
        """Find out what the shading tells of each sentence: how it was answered only where there are questions."""
        own = self.shading == "own"
        self._points = self.study.latest() if own else {}
        sentences = coverage(self.bank) if self.shading else []
        found = [s for s in sentences if s.source == self.source.id and (s.questions if own else s.paragraph)]
        self._shaded = [(sentence, tally(sentence.questions, self._points)) for sentence in found]

    # moving about

    @property
    def current(self) -> Span | None:
        """The current one of the places, or None when there are none."""
        places = self.places
        return places[self.here % len(places)] if places else None

    def _line_here(self) -> int | None:
        """Return the line on which the current place begins."""
        current = self.current
        return self._passages.starts.get(current[0]) if current else None

    def _show_here(self) -> None:
        """Bring the current place into view, about a third down the page, and in any case the sign after it."""
        current, line = self.current, self._line_here()
        if current and line is not None:
            height = self.page.size.height
            last = self._passages.ends.get(current[1], line)
            top = max(line - height // 3, last - height + 2, 0)
            self.page.scroll_to(y=top, animate=False, force=True)

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
        return self._named(super().keys())

    def all_keys(self) -> list[KeyNote]:
        """Return every key that works now."""
        return self._named(super().all_keys())

    def _named(self, notes: list[KeyNote]) -> list[KeyNote]:
        """Return keys with the name of what `n` goes to just now."""
        name = self._place_name
        names = {_NEXT: f"next {name}", _BEFORE: f"{name} before"}
        return [note._replace(what=names.get(note.what, note.what)) for note in notes]

    def action_go(self, step: int) -> None:
        """Go to the next mark, or to the one before."""
        self.here = (self.here + (0 if self._between and step < 0 else step)) % len(self.places)
        self._between = False
        self._refresh()
        self._show_here()

    def action_ends(self, end: int) -> None:
        """Go to the beginning or to the end."""
        self.page.scroll_to(y=self.page.max_scroll_y if end else 0, animate=False, force=True)

    def action_shade(self, shading: str) -> None:
        """Shade the text in one way, or no longer; from where one is, `n` goes to what was missed next."""
        before = self.shading
        self.shading = "" if before == shading else shading
        self._shade()
        top = self._refresh_in_place()
        if "own" in (before, self.shading) and not self.sought:
            above = sum(self._passages.starts[span[0]] < top for span in self.places) if self.shading == "own" else 1
            self.here, self._between = above - 1, self.shading == "own"

    def action_turn(self) -> None:
        """Show the next source."""
        sources = self.bank.sources
        self.source = sources[(sources.index(self.source) + 1) % len(sources)]
        self.sought, self.matches, self.here = "", [], 0
        self._passages = Passages(self.source)
        self._shade()
        self._refresh()
        self.action_ends(0)

    def _refresh(self) -> None:
        self.page.repaint()
        self.query_one(Head).renew()
        self.update_keys()

    def _refresh_in_place(self) -> int:
        """Paint anew with the same paragraph at the top, however its lines have changed; return the line at the top."""
        top, before = self.page.scroll_offset.y, self._passages.firsts
        self._refresh()
        i = bisect_right(before, top) - 1
        if i >= 0:
            top += self._passages.firsts[i] - before[i]
            self.page.scroll_to(y=top, animate=False, force=True)
        return top

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
        self.matches, self.here = places_of(self.sought, self.source.text), 0
        top = self.page.scroll_offset.y
        self._refresh()
        below = (i for i, span in enumerate(self.matches) if self._passages.starts.get(span[0], 0) >= top)
        self.here = next(below, 0)
        self._refresh()
        self._show_here()

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
