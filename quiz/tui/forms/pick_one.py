"""Picking one option: a digit or a letter answers at once."""

from quiz.core.questions.base import LETTERS
from quiz.tui.forms.base import RIGHT, WRONG, Form, FormKey, Outcome, digits, range_label, write_item
from quiz.tui.lines import Writer


class PickOne(Form):
    """One of several options; for true or false also `t` and `f`."""

    def bindings(self) -> list[FormKey]:
        """A digit or a letter answers; arrows mark, Enter answers with the marked one."""
        count = len(self.layout.items)
        signs = digits(count)
        what = "choose" if self.waits else "answer"
        found = [FormKey((*signs, *self._letters()), self._label(signs), what, self._by_sign), *self.moving(count)]
        if self.cursor is not None:
            found.append(FormKey(("enter",), "enter", "answer", lambda _: self._take(self.cursor or 0), self.waits))
        return found

    def _letters(self) -> tuple[str, ...]:
        if self.question.kind == "true-false":
            return ("t", "f")
        return tuple(LETTERS[: len(self.layout.items)])

    def _label(self, signs: tuple[str, ...]) -> str:
        return "t f" if self.question.kind == "true-false" else range_label(signs)

    def _by_sign(self, key: str) -> Outcome:
        signs = digits(len(self.layout.items))
        return self.click(signs.index(key) if key in signs else self._letters().index(key))

    def click(self, target: int) -> Outcome:
        """Answer with an option, or only mark it."""
        if self.grade is not None or not 0 <= target < len(self.layout.items):
            return False
        if not self.waits:
            return self._take(target)
        self.cursor = target
        return True

    def _take(self, target: int) -> Outcome:
        return (self.layout.items[target],)

    def write(self, writer: Writer) -> None:
        """Write the options; when revealed, with what was right and what was chosen."""
        for i, text in enumerate(self.layout.items):
            sign = str(i + 1) if i < 9 else LETTERS[i]
            if self.grade is None:
                write_item(writer, sign, text, marked=i == self.cursor, target=i)
            else:
                self._write_revealed(writer, sign, text)

    def _write_revealed(self, writer: Writer, sign: str, text: str) -> None:
        chosen = self.response == (text,)
        if (text,) == self.question.key:
            write_item(writer, sign, text, style="$foreground", note=f"{RIGHT} your answer" if chosen else RIGHT)
        else:
            write_item(writer, sign, text, style="$quiet", note=f"{WRONG} your answer" if chosen else "")
