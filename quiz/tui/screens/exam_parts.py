"""The pages around an examination: all its questions at a glance, the question before handing in, and what follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quiz.core.exam_words import missed_words, open_words, state_words, time_words
from quiz.core.visible import shorten
from quiz.study import Run
from quiz.study.exam import Exam
from quiz.tui.lines import Styled, Writer, flat
from quiz.tui.screens.base import QuizScreen
from quiz.tui.screens.review import ReviewScreen
from quiz.tui.widgets.head import Head, titled
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.menu import Item, Menu
from quiz.tui.widgets.page import Page

ANSWERED, OPEN, MARKED = "●", "○", "*"
_HAND_IN, _GO_ON = "hand-in", "go-on"
_LONGEST = 44


def exam_head(exam: Exam, text: str, width: int) -> tuple[Iterable[Styled], Iterable[Styled]]:
    """Return the head of a page on an examination: its bank, where one is, and the time left if there is a limit."""
    left = exam.time_left
    time = time_words(left.total_seconds()) if left is not None else ""
    if width < 56:
        time = time.removeprefix("about ")
    return [(flat(exam.study.bank.title), "bold $accent")], [(" · ".join(filter(None, (text, time))), "")]


class OverviewScreen(QuizScreen):
    """All questions of an examination, each with whether it is answered and marked; the first line hands in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9", "hand_in", "hand in"),
        Binding("escape,f6,0", "back", "back", key_display="esc"),
    ]
    AUTO_FOCUS = "Menu"

    def __init__(self, exam: Exam, hand_in: Callable[[], None], jump: Callable[[int], None], cursor: int) -> None:
        super().__init__()
        self.exam = exam
        self._hand_in = hand_in
        self._jump = jump
        self._cursor = cursor

    def compose(self) -> ComposeResult:
        """The head, the questions, the keys."""
        menu = Menu(self._items(), self._before)
        menu.cursor = self._cursor
        yield Head(self._head)
        yield menu
        yield KeyBar(self.keys)

    def _head(self, width: int) -> tuple[Iterable[Styled], Iterable[Styled]]:
        answered, size = len(self.exam.written), len(self.exam.selection)
        return exam_head(self.exam, f"{answered} of {size} answered", width)

    def _before(self, writer: Writer) -> None:
        writer.blank()
        writer.text(open_words(len(self.exam.unanswered), len(self.exam.marked)))
        writer.blank()

    def _items(self) -> list[Item]:
        return [Item(_HAND_IN, "Hand in"), *(self._item(i, ident) for i, ident in enumerate(self.exam.selection))]

    def _item(self, index: int, ident: str) -> Item:
        answered, marked = ident in self.exam.written, ident in self.exam.marked
        sign, mark = ANSWERED if answered else OPEN, MARKED if marked else " "
        state = state_words(answered, marked)
        number = str(index + 1).rjust(len(str(len(self.exam.selection))))
        prompt = shorten(self.exam.study.bank.by_id[ident].prompt, _LONGEST)
        style = "$quiet" if answered and not marked else ""
        return Item(str(index), prompt, state, style, f"{sign}{mark} {number}")

    @on(Menu.Taken)
    def take(self, event: Menu.Taken) -> None:
        """Go to the question, or hand in."""
        if event.item.name == _HAND_IN:
            self._hand_in()
        else:
            self._jump(int(event.item.name))

    def action_hand_in(self) -> None:
        """Ask whether to hand in."""
        self._hand_in()


class HandInScreen(QuizScreen):
    """Asks once before an examination is handed in."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "back")]
    AUTO_FOCUS = "Menu"

    def __init__(self, exam: Exam, hand_in: Callable[[], None]) -> None:
        super().__init__()
        self.exam = exam
        self._hand_in = hand_in

    def compose(self) -> ComposeResult:
        """The head, the question with its two answers, the keys."""
        yield Head(lambda width: exam_head(self.exam, "", width))
        yield Menu(self._items(), self._before)
        yield KeyBar(self.keys)

    def _before(self, writer: Writer) -> None:
        writer.blank()
        asked = open_words(len(self.exam.unanswered), len(self.exam.marked))
        writer.text(f"{asked} Hand in?", "bold")
        writer.blank()

    def _items(self) -> list[Item]:
        return [
            Item(_GO_ON, "Not yet", "back to the questions"),
            Item(_HAND_IN, "Hand in", "then nothing can be changed any more"),
        ]

    @on(Menu.Taken)
    def take(self, event: Menu.Taken) -> None:
        """Hand in, or go back."""
        if event.item.name == _HAND_IN:
            self._hand_in()
        else:
            self.action_back()


class MissedScreen(QuizScreen):
    """Says how the examination went, before what was missed is looked at."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space,right", "look", "look at them", key_display="enter")]

    def __init__(self, run: Run, told: str = "") -> None:
        super().__init__()
        self.run = run
        self.told = told

    def compose(self) -> ComposeResult:
        """The head, the page, the keys."""
        yield Head(lambda width: titled("Handed in", self.run.study.bank.title, width))
        yield Page(self._write)
        yield KeyBar(self.keys)

    def _write(self, writer: Writer) -> None:
        session = self.run.session
        size = len(session.answers)
        writer.blank()
        if self.told:
            writer.text(self.told, "$warning")
            writer.blank()
        writer.text(missed_words(size - len(session.missed), size), "bold")
        writer.blank()
        writer.text("Each with its answer, why it is right, and the passage that proves it. The results come after.")

    def action_look(self) -> None:
        """Show the first that was missed."""
        self.app.switch_screen(ReviewScreen(self.run, 0, missed=True))
