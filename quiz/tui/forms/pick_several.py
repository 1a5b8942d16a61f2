"""Picking several options: keys choose and unchoose, Enter answers."""

from quiz.core.questions.base import LETTERS
from quiz.tui.forms.base import RIGHT, WRONG, Form, FormKey, Outcome, digits, range_label, write_item
from quiz.tui.lines import Writer


class PickSeveral(Form):
    """Any number of options."""

    chosen: frozenset[int] = frozenset()

    def bindings(self) -> list[FormKey]:
        """A digit or a letter chooses or unchooses, as does Space on the marked one; Enter answers."""
        count = len(self.layout.items)
        signs = digits(count)
        return [
            FormKey((*signs, *LETTERS[:count]), range_label(signs), "choose", self._by_sign),
            FormKey(("enter",), "enter", "answer", lambda _: self._submit()),
            *self.moving(count),
            FormKey(("space",), "space", "choose", lambda _: self.click(self.cursor or 0), shown=False),
        ]

    @property
    def ready(self) -> bool:
        """Whether anything is chosen."""
        return bool(self.chosen)

    def _by_sign(self, key: str) -> Outcome:
        signs = digits(len(self.layout.items))
        return self.click(signs.index(key) if key in signs else LETTERS.index(key))

    def click(self, target: int) -> Outcome:
        """Choose or unchoose an option."""
        if self.grade is not None or not 0 <= target < len(self.layout.items):
            return False
        self.chosen ^= {target}
        self.cursor = target
        return True

    def _submit(self) -> Outcome:
        if not self.chosen:
            self.hint = "Choose what is right, then press Enter."
            return True
        return tuple(text for i, text in enumerate(self.layout.items) if i in self.chosen)

    def write(self, writer: Writer) -> None:
        """Write the options with a box before each."""
        for i, text in enumerate(self.layout.items):
            sign = str(i + 1) if i < 9 else LETTERS[i]
            if self.grade is None:
                box = "[x]" if i in self.chosen else "[ ]"
                write_item(writer, f"{sign} {box}", text, marked=i == self.cursor, target=i)
            else:
                self._write_revealed(writer, sign, text)

    def _write_revealed(self, writer: Writer, sign: str, text: str) -> None:
        chosen = text in (self.response or ())
        box = "[x]" if chosen else "[ ]"
        if text in self.question.key:
            note = f"{RIGHT}" if chosen else f"{RIGHT} not chosen"
            write_item(writer, f"{sign} {box}", text, style="$foreground", note=note)
        else:
            write_item(writer, f"{sign} {box}", text, style="$quiet", note=f"{WRONG} chosen" if chosen else "")
