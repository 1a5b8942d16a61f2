"""Saying that something is wrong with a question: a line of text for whoever looks after the bank."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from quiz.core.visible import visible
from quiz.history.flags import flags
from quiz.history.values import Flag
from quiz.study import Study, from_moment
from quiz.tui.keys import KeyNote
from quiz.tui.lines import Styled, Writer, flat
from quiz.tui.screens.base import QuizScreen
from quiz.tui.when import day_words
from quiz.tui.widgets.entry import MOST_CHARACTERS, Line
from quiz.tui.widgets.head import Head, titled
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.page import Page

NOTED = "Noted, for whoever looks after this bank: quiz flags"
_EMPTY = "Write a line on what is wrong first; or press Escape to leave it."


class _Note(Line):
    """The field for what is wrong; what a paste may have brought is shown, as it may be just that."""

    @staticmethod
    def clean(text: str) -> str:
        """Return a text in which all can be seen."""
        return visible(text)


class FlagScreen(QuizScreen):
    """One question, what was said of it before, and a line to write; Enter keeps it, Escape leaves without."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "leave"),
        Binding("up", "scroll_line(-1)", "scroll", show=False, key_display="↑ ↓"),
        Binding("down", "scroll_line(1)", "scroll", show=False),
        Binding("pageup", "scroll_page(-1)", "scroll a page", show=False, key_display="pg up pg dn"),
        Binding("pagedown", "scroll_page(1)", "scroll a page", show=False),
        Binding("f1", "help", "help", key_display="f1"),
    ]
    AUTO_FOCUS = "Input"
    DEFAULT_CSS = """
    FlagScreen Vertical { height: auto; align-horizontal: center; margin: 0 3 1 2; }
    FlagScreen Input { max-width: 76; background: $panel; }
    FlagScreen Input:focus { background: $panel; background-tint: $foreground 0%; }
    """

    def __init__(self, study: Study, question_id: str) -> None:
        super().__init__()
        self.study = study
        self.question = study.bank.by_id[question_id]
        self.hint = ""
        self._before = self._open_flags()

    def compose(self) -> ComposeResult:
        """The head, the question with a field right below it, the keys."""
        page = Page(self._write)
        page.snug = True
        yield Head(self._head)
        yield page
        with Vertical():
            yield _Note(compact=True, select_on_focus=False, max_length=MOST_CHARACTERS)
        yield KeyBar(self.keys)

    def on_mount(self) -> None:
        """Have what is asked in view, just above the field."""
        self.call_after_refresh(self._to_end)

    def _to_end(self) -> None:
        self.page.show_lines(len(self.page.lines) - 1, len(self.page.lines) - 1)

    def _head(self, width: int) -> tuple[Iterable[Styled], Iterable[Styled]]:
        return titled("Something is wrong here", self.study.bank.title, width)

    def _open_flags(self) -> list[Flag]:
        """Return what was said of this question as it stands now."""
        bank, own = self.study.home(self.question.id)
        content = self.question.fingerprint
        return [flag for flag in flags(self.study.record, bank) if (flag.question, flag.content) == (own, content)]

    def _write(self, writer: Writer) -> None:
        writer.blank()
        writer.text(self.question.prompt, "bold")
        phase = self.study.bank.phase_by_id[self.question.phase]
        writer.text(f"{self.question.id}, in {flat(phase.title)}", "$quiet")
        writer.blank()
        if self._before:
            self._write_before(writer)
        writer.text("What is wrong here?", "bold $accent")
        if self.hint:
            writer.text(self.hint, "$warning")

    def _write_before(self, writer: Writer) -> None:
        """Write what was said already, and is not yet mended."""
        today = self.study.clock().date()
        writer.text("Noted already:", "$quiet")
        for flag in self._before:
            day = day_words(from_moment(flag.at), today)
            writer.styled([(flat(flag.text), ""), (f"  {day}", "$quiet")], [("– ", "$quiet")])
        writer.blank()

    def keys(self) -> list[KeyNote]:
        """Enter is the key that matters; it belongs to the field."""
        return [KeyNote("enter", "keep it", "enter"), *super().keys()]

    def all_keys(self) -> list[KeyNote]:
        """Return every key that works now, the one of the field first."""
        return [KeyNote("enter", "keep it", "enter"), *super().all_keys()]

    @on(Input.Submitted)
    def keep(self, event: Input.Submitted) -> None:
        """Keep what was written, and go back; nothing written is nothing kept."""
        text = flat(event.value)
        if not text:
            self.hint = _EMPTY
            self.page.repaint()
            self.call_after_refresh(self._to_end)
            return
        self.study.flag(self.question.id, text)
        self.app.notify(NOTED, markup=False)
        if notice := self.study.record.notice:
            self.quiz.tell(notice)
        self.quiz.go_back()
