"""An answer looked at again: the question, what was answered, and the explanation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quiz.study import Run
from quiz.tui.forms import form_for
from quiz.tui.forms.base import Form
from quiz.tui.keys import KeyNote
from quiz.tui.lines import Styled, Writer, flat
from quiz.tui.screens.base import QuizScreen
from quiz.tui.verdict import write_verdict
from quiz.tui.widgets.head import Head
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.page import Page


class ReviewScreen(QuizScreen):
    """The answers of a run, one after the other; with `missed`, only those that were not right.

    What was missed is seen to its end before one can leave; then come the results.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,n,enter,space", "turn(1)", "next", key_display="→"),
        Binding("left,p", "turn(-1)", "previous", key_display="←"),
        Binding("s", "source", "source"),
        Binding("f,f4", "flag", "something is wrong"),
        Binding("up,k", "scroll_line(-1)", "scroll", show=False, key_display="↑ ↓"),
        Binding("down,j", "scroll_line(1)", "scroll", show=False),
        Binding("pageup", "scroll_page(-1)", "scroll a page", show=False, key_display="pg up pg dn"),
        Binding("pagedown", "scroll_page(1)", "scroll a page", show=False),
        Binding("escape", "back", "back"),
    ]

    def __init__(self, run: Run, index: int, *, missed: bool = False, onward: bool = False) -> None:
        super().__init__()
        self.run = run
        self.index = index
        self.missed = self.binds = missed
        self.onward = onward
        answers = run.session.answers
        self._answers = [answer for answer in answers if answer.score < 1] if missed else list(answers)
        self.form = self._form()

    def compose(self) -> ComposeResult:
        """The head, the page, the keys."""
        yield Head(self._head)
        yield Page(self._write)
        yield KeyBar(self.keys)

    def _form(self) -> Form:
        answer = self._answers[self.index]
        question = self.run.study.bank.by_id[answer.question]
        form = form_for(question, self.run.session.layout(question))
        form.reveal(answer.response, question.grade(answer.response))
        return form

    def _head(self, width: int) -> tuple[Iterable[Styled], Iterable[Styled]]:  # noqa: ARG002
        phase = self.run.study.bank.phase_by_id[self.form.question.phase]
        place = f"{self.index + 1} of {len(self._answers)}"
        right = f"{place} missed" if self.missed else f"looking back  {place}"
        return [(flat(phase.title), "bold $accent")], [(right, "$quiet")]

    def _write(self, writer: Writer) -> None:
        answer = self._answers[self.index]
        writer.blank()
        self.form.write_task(writer)
        writer.blank()
        if answer.response or not self.form.typed:
            self.form.write(writer)
        write_verdict(writer, self.run.study.bank, self.form, others=True, certainty=answer.certainty)

    @property
    def _at_end(self) -> bool:
        return self.index == len(self._answers) - 1

    def keys(self) -> list[KeyNote]:
        """Return the keys; after the last that was missed come the results."""
        found = sorted(super().keys(), key=lambda note: note.what not in ("next", "back"))  # the ways out stay
        if self.onward and self._at_end:
            return [note._replace(what="question") if note.what == "next" else note for note in found]
        if not self.missed:
            return found
        ahead = KeyNote("enter", "results" if self._at_end else "next", "enter")
        return [ahead if note.what == "next" else note for note in found]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow leaving only once all that was missed was seen."""
        if action == "turn" and parameters == (-1,):
            return not self.missed or self.index > 0
        return action != "back" or not self.missed or self._at_end

    def action_turn(self, step: int) -> None:
        """Go to the next answer, or to the one before; from the last that was missed to the results.

        With `onward` the question that is being asked comes after the last.
        """
        if self.missed and self._at_end and step > 0:
            self.quiz.show_results(self.run)
            return
        if self.onward and self._at_end and step > 0:
            self.action_back()
            return
        self.index = (self.index + step) % len(self._answers)
        self.form = self._form()
        self.page.repaint()
        self.page.to_top()
        self.query_one(Head).renew()
        self.update_keys()

    def action_back(self) -> None:
        """Go back to the screen before; from what was missed, on to the results."""
        if self.missed:
            self.quiz.show_results(self.run)
        else:
            super().action_back()

    def action_flag(self) -> None:
        """Say that something is wrong with this question."""
        self.quiz.flag(self.run.study, self.form.question.id)

    def action_source(self) -> None:
        """Open the source at the passage."""
        self.quiz.show_source(self.run.study, self.form.question.quotes)
