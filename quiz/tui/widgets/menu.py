"""A page with lines that can be chosen: a mark moves over them, Enter or a click takes one."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.message import Message

from quiz.tui.lines import Writer
from quiz.tui.widgets.page import COLUMN, Page


class Item(NamedTuple):
    """Something to choose: its name, its text, a note beside it, and a sign that stands before the text."""

    name: str
    text: str
    note: str = ""
    style: str = ""
    lead: str = ""


class Menu(Page, can_focus=True):
    """A page with items within it; `before` and `after` write what stands around them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "choose"),
        Binding("up,k", "move(-1)", "move", show=False, key_display="↑ ↓"),
        Binding("down,j", "move(1)", "move", show=False),
        Binding("home", "to(0)", "first", show=False),
        Binding("end", "to(-1)", "last", show=False),
        Binding("pageup", "move(-10)", "move by ten", show=False, key_display="pg up pg dn"),
        Binding("pagedown", "move(10)", "move by ten", show=False),
    ]
    DEFAULT_CSS = """
    Menu:focus { background-tint: $foreground 0%; }
    """

    class Taken(Message):
        """An item was chosen, by Enter or by a click."""

        def __init__(self, item: Item, clicked: bool = False) -> None:
            super().__init__()
            self.item = item
            self.clicked = clicked

    def __init__(
        self,
        items: Sequence[Item],
        before: Callable[[Writer], None] | None = None,
        after: Callable[[Writer], None] | None = None,
        *,
        column: int = COLUMN,
    ) -> None:
        super().__init__(self._write, column=column)
        self.items = list(items)
        self.cursor = 0
        self._before = before
        self._after = after

    def _write(self, writer: Writer) -> None:
        if self._before:
            self._before(writer)
        notes = max((cell_len(item.note) for item in self.items), default=0)
        widest = min(max((cell_len(item.text) for item in self.items), default=0), max(writer.width - notes - 6, 16))
        for i, item in enumerate(self.items):
            self._write_item(writer, i, item, widest)
        if self._after:
            self._after(writer)

    def _write_item(self, writer: Writer, index: int, item: Item, widest: int) -> None:
        marked = index == self.cursor
        lead = [("▸ ", "bold $accent") if marked else ("  ", "")]
        style = "bold" if marked else item.style
        note = f"  {item.note}" if item.note else ""
        room = widest - cell_len(item.text)
        gap = " " * room if writer.width >= 60 and note and room > 0 else ""
        if item.lead:
            lead.append((f"{item.lead} ", style))
        writer.styled([(item.text + gap, style), (note, "$quiet")], lead, index)

    def set_items(self, items: Sequence[Item]) -> None:
        """Show other items; the mark stays where it is, as far as there are as many."""
        self.items = list(items)
        self.cursor = min(self.cursor, max(len(self.items) - 1, 0))
        self.repaint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer to choose only when there is something to choose."""
        return action != "take" or bool(self.items)

    def action_move(self, steps: int) -> None:
        """Move the mark; by one it goes round, by more it stops at the ends."""
        if not self._read_on(steps) and self.items:
            new = self.cursor + steps
            self.action_to(new % len(self.items) if abs(steps) == 1 else min(max(new, 0), len(self.items) - 1))

    def _read_on(self, steps: int) -> bool:
        """Scroll up to a page, instead of moving the mark over text out of view; return whether there was any."""
        top, height = self.scroll_offset.y, self.size.height
        if steps > 0:
            at_end = self.cursor >= len(self.items) - 1
            unread = self.max_scroll_y - top if at_end else self._last_line(self.cursor) - top - height + 1
        else:
            unread = top if self.cursor == 0 else top - self._first_line(self.cursor)
        if unread > 0:
            distance = min(unread, max(height - 1, 1))
            self.scroll_relative(y=distance if steps > 0 else -distance, animate=False, force=True, immediate=True)
        return unread > 0

    def _first_line(self, index: int) -> int:
        return next((y for y, line in enumerate(self.lines) if line.target == index), 0)

    def _last_line(self, index: int) -> int:
        return max((y for y, line in enumerate(self.lines) if line.target == index), default=0)

    def action_to(self, index: int) -> None:
        """Move the mark to an item."""
        if self.items:
            self.cursor = index % len(self.items)
            self.repaint()
            self.show_target(self.cursor)
            if self.cursor == 0 and self._last_line(0) < self.size.height:
                self.to_top()

    def on_mount(self) -> None:
        """Write the first time, and have the marked item in view."""
        super().on_mount()
        self.call_after_refresh(lambda: self.show_target(self.cursor))

    def action_take(self) -> None:
        """Take the marked item."""
        if self.items:
            self.post_message(self.Taken(self.items[self.cursor]))

    def on_page_clicked(self, event: Page.Clicked) -> None:
        """Take the item that was clicked."""
        event.stop()
        self.action_to(event.target)
        self.post_message(self.Taken(self.items[self.cursor], clicked=True))
