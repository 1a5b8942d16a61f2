"""The banks that can be opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.worker import get_current_worker

from quiz.banks.compiled import open_bank, takes_long
from quiz.banks.library import Found, every_bank
from quiz.banks.reading import Reading
from quiz.core.visible import visible
from quiz.core.words import count
from quiz.tui.lines import Writer, flat
from quiz.tui.screens.base import QuizScreen
from quiz.tui.widgets.head import Head
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.menu import Item, Menu


class BanksScreen(QuizScreen):
    """A list of banks; titles and sizes are filled in as the banks are read."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "back")]
    AUTO_FOCUS = "Menu"

    def __init__(self) -> None:
        super().__init__()
        self.banks: list[Found] = list(every_bank())
        self._open = ""

    def compose(self) -> ComposeResult:
        """The head, the list, the keys."""
        yield Head(lambda _: ([("Banks", "bold $accent")], [(count(len(self.banks), "bank"), "$quiet")]))
        yield Menu([Item(str(bank.path), bank.id, bank.origin) for bank in self.banks], self._before, self._after)
        yield KeyBar(self.keys)

    def _before(self, writer: Writer) -> None:
        writer.blank()

    def _after(self, writer: Writer) -> None:
        writer.blank()
        writer.text("To bring in another one: quiz add PATH", "$quiet")

    def on_mount(self) -> None:
        """Begin at the bank that is open, and read all of them beside the screen."""
        self._open = self.quiz.study.bank.id if self.quiz.study else ""
        self.query_one(Menu).cursor = next((i for i, f in enumerate(self.banks) if f.id == self._open), 0)
        self.run_worker(self._read, thread=True)

    def _read(self) -> None:
        worker = get_current_worker()
        for index, found in enumerate(self.banks):
            reading = open_bank(found.path)
            if worker.is_cancelled:
                return
            bank = reading.bank
            title = flat(bank.title) if bank else found.id
            size = count(len(bank.questions), "question") if bank else "cannot be read: quiz check"
            open_now = ", open now" if found.id == self._open else ""
            item = Item(str(found.path), title, f"{size}, {found.origin}{open_now}")
            self.app.call_from_thread(self._fill, index, item)

    def _fill(self, index: int, item: Item) -> None:
        if self.is_mounted:
            menu = self.query_one(Menu)
            menu.set_items([*menu.items[:index], item, *menu.items[index + 1 :]])

    @on(Menu.Taken)
    def take(self, event: Menu.Taken) -> None:
        """Open the bank that was chosen, beside the screen: a large one that was never read takes seconds."""
        path = next(bank.path for bank in self.banks if str(bank.path) == event.item.name)
        self.run_worker(partial(self._read_one, path), thread=True, group="open", exclusive=True)

    def _read_one(self, path: Path) -> None:
        worker = get_current_worker()
        reading = open_bank(path, self._tell)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._opened, reading)

    def _tell(self, file: Path) -> None:
        if takes_long(file):
            told = f"Reading {visible(str(file.parent))} …"
            self.app.call_from_thread(self.notify, told, markup=False, timeout=3)

    def _opened(self, reading: Reading) -> None:
        if self.is_current:  # else the student has gone somewhere else meanwhile
            self.quiz.open_bank(reading)
