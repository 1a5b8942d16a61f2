"""Reading: the source with a small sign where there are questions, which can be asked there and then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from quiz.check.coverage import Sentence
from quiz.core.quotes import Span
from quiz.core.words import count
from quiz.study import Run, Study
from quiz.study.reading import Tally, stops, tally
from quiz.tui.forms.base import PARTLY, RIGHT, WRONG
from quiz.tui.keys import KeyNote
from quiz.tui.lines import Styled
from quiz.tui.passages import Mark, Signs
from quiz.tui.screens.source import SourceScreen

_BAR = ("answer", "next", "back", "page", "search", "signs", "own answers")
"""What the bar tells first."""


class ReadingScreen(SourceScreen):
    """The source to read. `stop` is the place whose questions Enter asks: always one whose sign is in view."""

    help_notes = (
        "?2 after a sentence: two questions on it, which Enter asks. ✓1 ✗1: how they went in this reading.",
        "c counts all questions that quote a sentence; o shows how the latest answers to them were.",
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "ask", "answer"),
        Binding("n", "go(1)", "next"),
        Binding("N,p", "go(-1)", "the one before", show=False),
        Binding("r", "signs", "signs"),
    ]

    def __init__(self, study: Study) -> None:
        super().__init__(study)
        self.hidden = False
        self.stop: Sentence | None = None
        self.went: dict[str, float] = {}
        self._stops = stops(self.bank)
        self._run: Run | None = None

    def _begin(self) -> None:
        """Begin at the beginning, and from then on follow the reader."""
        self.watch(self.page, "scroll_y", self._follow)

    def on_resize(self) -> None:
        """Keep the current place in view when the text is laid out anew."""
        self.call_after_refresh(self._keep)

    def on_screen_resume(self) -> None:
        """Take in how the questions went, when the reader comes back from them."""
        if self._run:
            self.went |= self._run.session.points
            self._shade()
            self._refresh()
            self.call_after_refresh(self._keep)

    # the signs

    @property
    def signed(self) -> bool:
        """Whether the signs are shown: not while the text is shaded, or when the reader wants none."""
        return not self.hidden and not self.shading

    @property
    def here_stops(self) -> list[Sentence]:
        """The places with questions in the source on show."""
        return [stop for stop in self._stops if stop.source == self.source.id]

    @property
    def places(self) -> Sequence[Span]:
        """Where `n` goes: the places with questions, unless something else is sought or shown."""
        if self.sought or not self.signed:
            return super().places
        return [stop.span for stop in self.here_stops]

    def _marks(self) -> list[Mark]:
        return super()._marks() + [(*stop.span, "") for stop in self.here_stops if self.signed]

    def _signs(self) -> Signs:
        if not self.signed:
            return super()._signs()
        return {stop.span[1]: _sign(tally(stop.questions, self.went), stop == self.stop) for stop in self.here_stops}

    def _told(self) -> str:
        if self.sought or self.shading:
            return super()._told()
        return told(self.stop, self.went) if self.stop and self.signed else ""

    # moving about

    @property
    def current(self) -> Span | None:
        """The current one of the places, or None when there is none."""
        if self.sought or not self.signed:
            return super().current
        return self.stop.span if self.stop else None

    def _in_view(self, stop: Sentence) -> bool:
        line = self._passages.ends.get(stop.span[1], -1)
        return 0 <= line - self.page.scroll_offset.y < self.page.size.height

    def _keep(self) -> None:
        """Show the current place again when it has gone out of view by no doing of the reader."""
        if self.app.screen is not self:
            return
        self._run = None
        if self.stop and self.signed and not self._in_view(self.stop):
            self._show_here()
        else:
            self._follow()

    def _follow(self) -> None:
        """Keep to a place in view: when the one that was current has gone, to the first."""
        if self._run:
            return  # questions stand over the text
        found = self.stop
        if not self.signed or found is None or found.source != self.source.id or not self._in_view(found):
            found = next(filter(self._in_view, self.here_stops), None) if self.signed else None
        if found != self.stop:
            self.stop = found
            self._refresh()

    def action_go(self, step: int) -> None:
        """Go to the next place, or to the one before; the text stays where it is when that is in view."""
        if self.sought or not self.signed:
            super().action_go(step)
            return
        found = self.here_stops
        self.stop = found[(self._number(found, step) + step) % len(found)]
        self._refresh()
        if not self._in_view(self.stop) or (self._line_here() or 0) < self.page.scroll_offset.y:
            self._show_here()

    def _number(self, found: list[Sentence], step: int) -> int:
        """Return the number of the current place, or that of the one from which a step leads to the next below."""
        if self.stop:
            return found.index(self.stop)
        top = self.page.scroll_offset.y
        above = sum(self._passages.ends.get(stop.span[1], 0) < top for stop in found)
        return above - 1 if step > 0 else above

    def action_ends(self, end: int) -> None:
        """Go to the beginning or to the end, and to the place that is first in view there."""
        super().action_ends(end)
        self.call_after_refresh(self._follow)

    def action_turn(self) -> None:
        """Show the next source."""
        self.stop = None
        super().action_turn()

    def action_shade(self, shading: str) -> None:
        """Shade the text in one way, or no longer."""
        super().action_shade(shading)
        self.call_after_refresh(self._follow)

    def action_signs(self) -> None:
        """Hide the signs, or show them again."""
        self.hidden = not self.hidden
        self._refresh_in_place()
        self.call_after_refresh(self._follow)

    # asking

    @property
    def _left(self) -> list[str]:
        """The questions of the current place that were not answered yet."""
        return [ident for ident in self.stop.questions if ident not in self.went] if self.stop and self.signed else []

    def action_ask(self) -> None:
        """Ask what was not asked yet of the current place, over the text."""
        self._run = self.quiz.ask_about(self.study, self._left)

    def action_back(self) -> None:
        """Go back; at home the scores are read anew when questions were answered."""
        from quiz.tui.screens.home import HomeScreen

        if self.went and isinstance(self.app.screen_stack[-2:][0], HomeScreen):
            self.quiz.go_home()
        else:
            super().action_back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer questions where there are some, and the signs where they are not in place of a shading."""
        if action in ("ask", "signs") and self.has_class("-searching"):
            return False
        if action == "ask":
            return bool(self._left)
        if action == "signs":
            return not self.shading
        return super().check_action(action, parameters)

    def keys(self) -> list[KeyNote]:
        """Tell first what reading needs."""
        rank = {what: i for i, what in enumerate(_BAR)}
        notes = super().keys()
        return sorted(notes, key=lambda note: rank.get(note.what, len(rank) + (note.what == "help")))


def _sign(went: Tally, current: bool) -> list[Styled]:
    """Return the sign of a place: how many questions are still to be asked, and how the others went."""
    signs = [
        (f"{RIGHT}{went.right}", "$success", went.right),
        (f"{PARTLY}{went.partly}", "$warning", went.partly),
        (f"{WRONG}{went.wrong}", "$error", went.wrong),
        (f"?{went.left}", "$accent" if current else "$quiet", went.left),
    ]
    parts: list[Styled] = []
    for text, style, number in signs:
        if number:
            parts += [(" ", "")] * bool(parts) + [(text, f"bold underline {style}" if current else style)]
    return parts


def told(stop: Sentence, went: Mapping[str, float]) -> str:
    """Return in words how many questions there are at a place, and how they went."""
    here = tally(stop.questions, went)
    text = f"{count(len(stop.questions), 'question')} here"
    if not here.asked:
        return text
    partly = f", {here.partly} partly" if here.partly else ""
    left = f", {here.left} left" if here.left else ""
    return f"{text}: {here.right} right{partly}{left}"
