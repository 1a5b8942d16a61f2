"""Choosing what a new quiz asks, and how: as practice, as an examination, or before reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quiz.core.words import count
from quiz.history.values import Mode
from quiz.settings import ASK
from quiz.study import DEFAULT_COUNT, Study, Wish
from quiz.tui.forms.base import digits
from quiz.tui.lines import Writer, flat
from quiz.tui.screens.base import QuizScreen
from quiz.tui.widgets.head import Head, titled
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.menu import Item, Menu

_STEPS = (5, 10, 20, 30, 50, 100)
_LIMITS = (None, 10, 20, 30, 45, 60, 90)
_MODES = {
    Mode.PRACTICE: ("practice", "Every answer is explained at once."),
    Mode.EXAM: (
        "examination",
        "Answers can be changed until you hand in. Then come the verdicts, and what you missed, one by one.",
    ),
    Mode.PRETEST: (
        "pre-test",
        "Before reading: nothing is scored; what you miss is explained, and you read with other eyes.",
    ),
}
_T = TypeVar("_T")


class Phases(Menu):
    """The lines to choose; Enter does not choose here but begins."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", "begin")]


class SetupScreen(QuizScreen):
    """Phases are chosen by digit or Space, the number by plus and minus, the rest by its letter; Enter begins."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", "choose", key_display="1–9"),
        Binding("plus,equals_sign,right", "more", "number", key_display="+ -"),
        Binding("minus,left", "fewer", "number", show=False),
        Binding("o", "order", "bank's order", show=False),
        Binding("e", "mode", "practice, examination, pre-test", show=False),
        Binding("l", "limit", "time limit", show=False),
        Binding("h", "certainty", "ask how sure I am", show=False),
        *(Binding(sign, f"phase({i})", "choose", show=False) for i, sign in enumerate("123456789")),
        Binding("escape", "back", "back"),
    ]
    AUTO_FOCUS = "Phases"

    def __init__(self, study: Study) -> None:
        super().__init__()
        self.study = study
        self.chosen = {phase.id for phase in study.bank.phases}
        self.number: int | None = DEFAULT_COUNT
        self.in_order = False
        self.mode = Mode.PRACTICE
        self.minutes: int | None = None

    def compose(self) -> ComposeResult:
        """The head, the phases with a line to begin, the keys."""
        yield Head(lambda width: titled("A new quiz", self.study.bank.title, width))
        yield Phases(self._items(), self._before, self._after)
        yield KeyBar(self.keys)

    @property
    def _available(self) -> int:
        return sum(len(questions) for phase, questions in self.study.bank.by_phase.items() if phase in self.chosen)

    def _before(self, writer: Writer) -> None:
        writer.blank()
        writer.text("Choose the phases, and how many questions.")
        writer.blank()

    def _after(self, writer: Writer) -> None:
        writer.blank()
        writer.text(_MODES[self.mode][1], "$quiet")

    def _items(self) -> list[Item]:
        bank = self.study.bank
        signs = digits(len(bank.phases))
        items = []
        for i, phase in enumerate(bank.phases):
            sign = signs[i] if i < len(signs) else " "
            note = count(len(bank.by_phase[phase.id]), "question")
            items.append(Item(phase.id, f"{sign} {_box(phase.id in self.chosen)} {flat(phase.title)}", note))
        return [*items, *self._ways(), Item("+begin", f"Begin: {self._wanted()}")]

    def _ways(self) -> list[Item]:
        """Return the lines on how it is asked."""
        items = [
            Item("+order", f"o {_box(self.in_order)} Ask in the bank's order"),
            Item("+certainty", f"h {_box(self.quiz.settings.certainty == ASK)} Always ask how sure I am"),
            Item("+mode", f"e Mode: {_MODES[self.mode][0]}"),
        ]
        if self.mode is Mode.EXAM:
            items.append(Item("+limit", f"l Time limit: {f'{self.minutes} minutes' if self.minutes else 'none'}"))
        return items

    def _wanted(self) -> str:
        if not self._available:
            return "choose a phase first"
        number = self._available if self.number is None else min(self.number, self._available)
        every = "all " if number == self._available else ""
        return f"{every}{count(number, 'question')}  (+ more, - fewer)"

    def _show(self) -> None:
        self.query_one(Menu).set_items(self._items())

    @on(Menu.Taken)
    def take(self, event: Menu.Taken) -> None:
        """Begin; a click on any other line chooses it."""
        if event.clicked and event.item.name != "+begin":
            self._toggle(event.item.name)
        else:
            self._begin()

    def _toggle(self, name: str) -> None:
        if name == "+order":
            self.in_order = not self.in_order
        elif name == "+certainty":
            self.quiz.remember(certainty="" if self.quiz.settings.certainty == ASK else ASK)
        elif name == "+mode":
            self.mode = _next(tuple(_MODES), self.mode)
        elif name == "+limit":
            self.minutes = _next(_LIMITS, self.minutes)
        elif name != "+begin":
            self.chosen ^= {name}
        self._show()

    def action_choose(self) -> None:
        """Choose or unchoose the marked line."""
        menu = self.query_one(Menu)
        self._toggle(menu.items[menu.cursor].name)

    def action_phase(self, index: int) -> None:
        """Choose or unchoose a phase by its number."""
        if index < len(self.study.bank.phases):
            self._toggle(self.study.bank.phases[index].id)

    def action_order(self) -> None:
        """Ask in the bank's order, or not."""
        self._toggle("+order")

    def action_mode(self) -> None:
        """Go on to the next mode."""
        self._toggle("+mode")

    def action_limit(self) -> None:
        """Give the examination more time, or after the longest no limit."""
        self._toggle("+limit")

    def action_certainty(self) -> None:
        """Ask with every answer how sure the student is, or no longer."""
        self._toggle("+certainty")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer a time limit only to an examination."""
        return action != "limit" or self.mode is Mode.EXAM

    def action_more(self) -> None:
        """Ask for more questions, up to all."""
        here = self.number or self._available
        self.number = next((step for step in _STEPS if step > here and step < self._available), None)
        self._show()

    def action_fewer(self) -> None:
        """Ask for fewer questions, as long as there are any."""
        here = min(self.number or self._available, self._available)
        if not here:
            return
        self.number = next((step for step in reversed(_STEPS) if step < here), min(_STEPS[0], here))
        self._show()

    def _begin(self) -> None:
        if not self._available:
            self.quiz.tell("Choose at least one phase that has questions.")
            return
        phases = tuple(phase.id for phase in self.study.bank.phases if phase.id in self.chosen)
        minutes = self.minutes if self.mode is Mode.EXAM else None
        self.quiz.begin(Wish(phases, self.number, self.in_order), self.mode, minutes)


def _box(chosen: bool) -> str:
    return "[x]" if chosen else "[ ]"


def _next(values: Sequence[_T], value: _T) -> _T:
    """Return the value that comes after one; the first after the last."""
    return values[(values.index(value) + 1) % len(values)]
