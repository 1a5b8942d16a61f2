"""An examination on the screen: every answer is kept, can be changed, and is judged once all is handed in."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.timer import Timer

from quiz.core.exam_words import time_words, until_next_words
from quiz.core.questions.base import Response
from quiz.study.exam import Exam
from quiz.tui.screens.exam_parts import HandInScreen, MissedScreen, OverviewScreen
from quiz.tui.screens.exam_sheet import ExamSheet
from quiz.tui.widgets.head import Head

_TIME_UP = "The time is up: the examination was handed in as it stood."


class ExamScreen(ExamSheet):
    """One examination from its first question until it is handed in, or left to be gone on with."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "go(1)", "turn", key_display="← →"),
        Binding("left", "go(-1)", "turn", show=False),
        Binding("f6,0", "overview", "list", key_display="f6"),
        Binding("escape", "leave", "leave"),
        Binding("f9", "hand_in", "hand in"),
        Binding("f5,asterisk", "mark", "mark", key_display="f5"),
        Binding("tab,f3", "open", "next without answer", key_display="tab"),
        Binding("exclamation_mark", "certainty(3)", "sure"),
        Binding("question_mark", "certainty(1)", "a guess"),
        Binding("pageup", "scroll_page(-1)", "scroll a page", show=False, key_display="pg up pg dn"),
        Binding("pagedown", "scroll_page(1)", "scroll a page", show=False),
        Binding("f1", "help", "help"),
    ]

    binds = True
    help_notes = (
        "Every answer is saved at once, and can be changed until you hand in. Leave at any time, and go on later.",
        "What is typed and not entered counts when you hand in or leave, if it can be an answer.",
        "A time limit runs on while you are away.",
    )

    def __init__(self, exam: Exam) -> None:
        super().__init__(exam)
        self._timer: Timer | None = None

    async def on_mount(self) -> None:
        """Start the clock, if there is a limit."""
        self.call_after_refresh(self.tick)

    # the time

    def tick(self) -> None:
        """Show the time left, and come again when it reads differently; hand in when there is none."""
        left = self.exam.time_left
        if self._timer:
            self._timer.stop()
        if self.over or left is None or not self._is_here:
            return
        if not left:
            self.finish(_TIME_UP)
            return
        for head in self.app.screen.query(Head):
            head.refresh()
        self._timer = self.set_timer(until_next_words(left.total_seconds()), self.tick)

    @property
    def _is_here(self) -> bool:
        """Whether the student is at this examination: this screen or one of its own is on top."""
        own = (OverviewScreen, HandInScreen, ModalScreen)
        stack = self.app.screen_stack
        return self in stack and all(isinstance(screen, own) for screen in stack[stack.index(self) + 1 :])

    def on_screen_resume(self) -> None:
        """Go on with the clock where another screen was on top."""
        if self.form:
            self.tick()

    # the ways on

    async def keep(self, response: Response) -> None:
        """Keep an answer and go on: to the next question, or at the end and once all are answered to the overview."""
        if self.exam.time_is_up:
            self.tick()
            return
        was_open = bool(self.exam.unanswered)
        await super().keep(response)
        if was_open and not self.exam.unanswered:
            self._show_overview(0)
        elif self.exam.index == len(self.exam.selection) - 1:
            open_ones = [i for i, ident in enumerate(self.exam.selection) if ident not in self.exam.written]
            self._show_overview(open_ones[0] + 1 if open_ones else 0)
        else:
            self.exam.go(1)
        await self.ask()

    def action_overview(self) -> None:
        """Show all questions at a glance."""
        self._show_overview(self.exam.index + 1)

    def _show_overview(self, cursor: int) -> None:
        self.app.push_screen(OverviewScreen(self.exam, self.action_hand_in, self.jump, cursor))

    def jump(self, index: int) -> None:
        """Come back from the overview to a question."""
        self.app.pop_screen()
        self.exam.index = index
        self.call_later(self.ask)

    def action_hand_in(self) -> None:
        """Ask once whether to hand in."""
        self.enter_drafts()
        self._repaint()
        self.app.push_screen(HandInScreen(self.exam, self.finish))

    def finish(self, told: str = "") -> None:
        """Hand in, and look at what was missed before the results."""
        self.over = True
        self.enter_drafts()
        run = self.exam.hand_in()
        while self.app.screen is not self:
            self.app.pop_screen()
        if run.session.missed:
            self.app.push_screen(MissedScreen(run, told))
            return
        if told:
            self.quiz.tell(told)
        self.quiz.show_results(run)

    def action_leave(self) -> None:
        """Go home; the examination can be gone on with, and its clock goes on."""
        self.over = True
        unfinished = self.enter_drafts()
        if self._timer:
            self._timer.stop()
        self.quiz.study = self.exam.study
        self.quiz.go_home()
        told = ["What you typed and did not finish is not kept."] if unfinished else []
        if self.exam.written or self.exam.marked:
            left = self.exam.time_left
            clock = f" The clock goes on: {time_words(left.total_seconds())}." if left is not None else ""
            told.insert(0, f"Saved. “Go on” leads back to the examination.{clock}")
        if told:
            self.app.notify(" ".join(told), markup=False, timeout=4)
