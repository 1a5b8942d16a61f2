"""A question that was missed: its answer, why, and the passage that proves it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quiz.core.questions.base import Question
from quiz.study import Study
from quiz.study.progress import Weakness
from quiz.study.weak_tables import before_change
from quiz.tui.lines import Styled, Writer, flat
from quiz.tui.screens.base import QuizScreen
from quiz.tui.verdict import write_quote
from quiz.tui.widgets.head import Head
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.page import Page


class MissedScreen(QuizScreen):
    """The questions of a list of weak spots, one after the other; the last thing read is the true statement."""

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

    def __init__(self, study: Study, weakness: Weakness, ids: Sequence[str], index: int) -> None:
        super().__init__()
        self.study = study
        self.weakness = weakness
        self.ids = list(ids)
        self.index = index

    @property
    def question(self) -> Question:
        """The question that is shown."""
        return self.study.bank.by_id[self.ids[self.index]]

    def compose(self) -> ComposeResult:
        """The head, the page, the keys."""
        yield Head(self._head)
        yield Page(self._write)
        yield KeyBar(self.keys)

    def _head(self, width: int) -> tuple[Iterable[Styled], Iterable[Styled]]:  # noqa: ARG002
        phase = self.study.bank.phase_by_id[self.question.phase]
        return [(flat(phase.title), "bold $accent")], [(f"{self.index + 1} of {len(self.ids)}", "$quiet")]

    def _write(self, writer: Writer) -> None:
        question = self.question
        writer.blank()
        writer.text(question.task, "bold")
        writer.blank()
        self._write_misses(writer)
        writer.blank()
        writer.styled([("The answer is: ", "$quiet"), (question.answer_text, "bold $success")])
        if question.explanation:
            writer.blank()
            writer.text(question.explanation)
        for quote in question.quotes:
            writer.blank()
            write_quote(writer, self.study.bank, quote)

    def _write_misses(self, writer: Writer) -> None:
        """Write how often it was missed, and what was taken for true instead."""
        for missed in self.weakness.missed:
            if missed.question.id == self.question.id:
                writer.text(f"Missed {missed.times} of {missed.asked} times{before_change(missed)}.", "$quiet")
        for belief in self.weakness.misconceptions:
            if belief.question.id == self.question.id:
                chosen = f"Chosen {belief.times} times{before_change(belief)}: “{belief.option.text}”."
                writer.styled([(chosen, "$quiet"), (f" {belief.option.why}" if belief.option.why else "", "")])

    def action_turn(self, step: int) -> None:
        """Go to the next question, or to the one before."""
        self.index = (self.index + step) % len(self.ids)
        self.page.repaint()
        self.page.to_top()
        self.query_one(Head).renew()

    def action_source(self) -> None:
        """Open the source at the passage."""
        self.quiz.show_source(self.study, self.question.quotes)
