"""Putting items in order: take one up, move it, put it down."""

from quiz.core.questions.base import Layout, Question
from quiz.tui.forms.base import RIGHT, WRONG, Form, FormKey, Outcome, digits, range_label, write_item
from quiz.tui.lines import Writer


class Arrange(Form):
    """Items in an order that the student changes. `held` tells whether the marked item moves with the mark."""

    def __init__(self, question: Question, layout: Layout) -> None:
        super().__init__(question, layout)
        self.items = list(layout.items)
        self.held = False
        self.moved = False

    def bindings(self) -> list[FormKey]:
        """Space takes up and puts down; arrows move; with Shift they carry at once; Enter answers."""
        signs = digits(len(self.items))
        return [
            FormKey(("space",), "space", "put down" if self.held else "take up", lambda _: self._take()),
            FormKey(("enter",), "enter", "answer", lambda _: self._submit()),
            FormKey(("up", "down", "home", "end"), "↑ ↓", "carry" if self.held else "move", self._move),
            FormKey(("shift+up", "shift+down", "K", "J"), "shift+↑ ↓", "carry at once", self._carry, shown=False),
            FormKey(signs, range_label(signs), "mark", lambda key: self._to(int(key) - 1), shown=False),
        ]

    def _take(self) -> Outcome:
        self.cursor = self.cursor or 0
        self.held = not self.held
        return True

    def _move(self, key: str) -> Outcome:
        last = len(self.items) - 1
        if self.cursor is None:
            return self._to(last if key in ("up", "end") else 0)
        new = {"home": 0, "end": last, "up": self.cursor - 1, "down": self.cursor + 1}[key]
        return self._to(min(max(new, 0), last))

    def _carry(self, key: str) -> Outcome:
        self.cursor, was_held, self.held = self.cursor or 0, self.held, True
        self._move("up" if key in ("shift+up", "K") else "down")
        self.held = was_held
        return True

    def _to(self, index: int) -> Outcome:
        """Move the mark, and with it the item that is held."""
        if self.held and self.cursor is not None and index != self.cursor:
            self.items.insert(index, self.items.pop(self.cursor))
            self.moved = True
        self.cursor = index
        return True

    def click(self, target: int) -> Outcome:
        """Take up the item that was clicked, or put the held one there."""
        if self.grade is not None or not 0 <= target < len(self.items):
            return False
        held = self.held
        self._to(target)
        self.held = not held
        return True

    def _submit(self) -> Outcome:
        if not self.moved:
            self.moved = True
            self.hint = "Nothing was moved. Mark an item, take it up with Space, move it; or Enter again to answer so."
            return True
        return tuple(self.items)

    def write(self, writer: Writer) -> None:
        """Write the items as they stand; when revealed, with the right order below."""
        if self.grade is not None and self.response is not None:
            self._write_revealed(writer)
            return
        for i, text in enumerate(self.items):
            held = self.held and i == self.cursor
            write_item(writer, f"{i + 1} {'↕' if held else ' '}", text, marked=i == self.cursor, target=i)

    def _write_revealed(self, writer: Writer) -> None:
        for i, text in enumerate(self.response or ()):
            fits = self.question.key[i : i + 1] == (text,)
            write_item(
                writer, str(i + 1), text, style="$foreground" if fits else "$quiet", note=RIGHT if fits else WRONG
            )

    def write_answer(self, writer: Writer) -> None:
        """Write the items in the right order."""
        if self.response == self.question.key:
            return
        writer.text("The right order:", "$quiet")
        for i, text in enumerate(self.question.key):
            writer.styled([(text, "bold")], [(f"  {i + 1}  ", "$quiet")])
