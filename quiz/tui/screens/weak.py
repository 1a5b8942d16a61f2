"""Weak spots: passages to read again, the questions missed most, and wrong answers that came back."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quiz.core.windows import following, within
from quiz.settings import ALL_TIME
from quiz.study import Study, new_seed
from quiz.study.progress import weakness
from quiz.study.weak_tables import AGAIN, BELIEVED, MISSED, MOST, nothing, sections
from quiz.tui.lines import Writer
from quiz.tui.screens.base import QuizScreen
from quiz.tui.screens.missed import MissedScreen
from quiz.tui.widgets.head import Head, titled
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.menu import Item, Menu


class _Sections(Menu):
    """A menu with headings: `headings` has that before each item which begins a section."""

    headings: dict[int, str]

    def _write_item(self, writer: Writer, index: int, item: Item, widest: int) -> None:
        if heading := self.headings.get(index):
            writer.blank()
            writer.text(heading, "bold")
        super()._write_item(writer, index, item, widest)


class WeakScreen(QuizScreen):
    """What was missed; Enter opens the source at a passage, or shows a question with its answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "practise", "practise these"),
        Binding("d", "days", "days counted"),
        Binding("escape", "back", "back"),
    ]
    AUTO_FOCUS = "Menu"

    def __init__(self, study: Study, days: int | None) -> None:
        super().__init__()
        self.study = study
        self.days = days
        self._read()

    def _read(self) -> None:
        self.weakness = weakness(self.study, self.days)
        self._ids = [missed.question.id for missed in self.weakness.missed[:MOST]]
        self._believed = [belief.question.id for belief in self.weakness.misconceptions[:MOST]]

    def compose(self) -> ComposeResult:
        """The head, the lists, the keys."""
        yield Head(lambda width: titled("Weak spots", self.study.bank.title, width))
        menu = _Sections([], self._before)
        menu.items, menu.headings = self._items()
        yield menu
        yield KeyBar(self.keys)

    def _before(self, writer: Writer) -> None:
        writer.blank()
        if self.weakness.missed:
            writer.text(f"What was missed {within(self.days)}.", "$quiet")
        else:
            writer.text(nothing(self.weakness, self.days))

    def _items(self) -> tuple[list[Item], dict[int, str]]:
        """Return the items of all sections, and before which of them a heading stands."""
        items: list[Item] = []
        headings: dict[int, str] = {}
        for section in sections(self.study.bank, self.weakness):
            headings[len(items)] = section.title
            items += [Item(f"{section.title}:{i}", row, lead="•") for i, row in enumerate(section.rows)]
        return items, headings

    @on(Menu.Taken)
    def take(self, event: Menu.Taken) -> None:
        """Open the source at a passage, or show a question."""
        section, _, number = event.item.name.partition(":")
        if section == AGAIN:
            self.quiz.show_source(self.study, [self.weakness.again[int(number)].quote])
            return
        ids = {MISSED: self._ids, BELIEVED: self._believed}[section]
        self.app.push_screen(MissedScreen(self.study, self.weakness, ids, int(number)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer to practise only when something was missed."""
        return action != "practise" or bool(self._ids)

    def action_practise(self) -> None:
        """Begin a quiz on the questions that were missed most."""
        self.quiz.go_on(self.study.begin(self._ids, new_seed()))

    def action_days(self) -> None:
        """Look at the answers of more days, or after all of them at those of a few; remember it."""
        self.days = following(self.days)
        self.quiz.remember(window=ALL_TIME if self.days is None else str(self.days))
        self._read()
        menu = self.query_one(_Sections)
        items, menu.headings = self._items()
        menu.cursor = 0
        menu.set_items(items)
        menu.to_top()
        self.update_keys()
