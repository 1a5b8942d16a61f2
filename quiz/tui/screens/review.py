"""An answer looked at again: the question, what was answered, and the explanation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quiz.study import Run
from quiz.tui.forms import form_for
from quiz.tui.forms.base import Form
from quiz.tui.lines import Styled, Writer, flat
from quiz.tui.screens.base import QuizScreen
from quiz.tui.verdict import write_verdict
from quiz.tui.widgets.head import Head
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.page import Page


class ReviewScreen(QuizScreen):
    """The answers of a run, one after the other."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,n,enter,space", "turn(1)", "next", key_display="→"),
        Binding("left,p", "turn(-1)", "previous", key_display="←"),
        Binding("s", "source", "source"),
        Binding("up,k", "scroll_line(-1)", "scroll", show=False, key_display="↑ ↓"),
        Binding("down,j", "scroll_line(1)", "scroll", show=False),
        Binding("pageup", "scroll_page(-1)", "scroll a page", show=False, key_display="pg up pg dn"),
        Binding("pagedown", "scroll_page(1)", "scroll a page", show=False),
        Binding("escape", "back", "back"),
    ]

    def __init__(self, run: Run, index: int) -> None:
        super().__init__()
        self.run = run
        self.index = index
        self.form = self._form()

    def compose(self) -> ComposeResult:
        """The head, the page, the keys."""
        yield Head(self._head)
        yield Page(self._write)
        yield KeyBar(self.keys)

    def _form(self) -> Form:
        answer = self.run.session.answers[self.index]
        question = self.run.study.bank.by_id[answer.question]
        form = form_for(question, self.run.session.layout(question))
        form.reveal(answer.response, question.grade(answer.response))
        return form

    def _head(self, width: int) -> tuple[Iterable[Styled], Iterable[Styled]]:  # noqa: ARG002
        phase = self.run.study.bank.phase_by_id[self.form.question.phase]
        place = f"{self.index + 1} of {len(self.run.session.answers)}"
        return [(flat(phase.title), "bold $accent")], [(f"looking back  {place}", "$quiet")]

    def _write(self, writer: Writer) -> None:
        writer.blank()
        self.form.write_task(writer)
        writer.blank()
        self.form.write(writer)
        write_verdict(writer, self.run.study.bank, self.form, others=True)

    def action_turn(self, step: int) -> None:
        """Go to the next answer, or to the one before."""
        self.index = (self.index + step) % len(self.run.session.answers)
        self.form = self._form()
        self.page.repaint()
        self.page.to_top()
        self.query_one(Head).refresh()

    def action_source(self) -> None:
        """Open the source at the passage."""
        self.quiz.show_source(self.run.study, self.form.question.quotes)
