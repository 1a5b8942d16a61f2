"""Putting pairs together: a digit marks the left side, a letter gives it its right side."""

from quiz.core.questions.base import LETTERS, Layout, Question
from quiz.core.questions.match import Match
from quiz.tui.forms.base import RIGHT, WRONG, Form, FormKey, Outcome, digits, range_label, write_item
from quiz.tui.lines import Writer


class Pair(Form):
    """Two lists; `chosen` gives for a left side, by its place, the place of its right side."""

    def __init__(self, question: Question, layout: Layout) -> None:
        super().__init__(question, layout)
        self.chosen: dict[int, int] = {}
        self.cursor = 0

    def bindings(self) -> list[FormKey]:
        """A letter pairs the marked left side, and the mark goes on to the next; Enter answers."""
        signs, letters = digits(len(self.layout.items)), tuple(LETTERS[: len(self.layout.targets)])
        return [
            FormKey(letters, range_label(letters), "pair", lambda key: self._pair(LETTERS.index(key))),
            FormKey(("enter",), "enter", "answer", lambda _: self._submit()),
            FormKey(signs, range_label(signs), "mark", lambda key: self.click(int(key) - 1)),
            *self.moving(len(self.layout.items)),
            FormKey(("backspace", "delete"), "backspace", "unpair", lambda _: self._unpair(), shown=False),
        ]

    @property
    def ready(self) -> bool:
        """Whether every left side has a right side."""
        return len(self.chosen) == len(self.layout.items)

    def _pair(self, target: int) -> Outcome:
        here = self.cursor or 0
        self.chosen[here] = target
        order = [*range(here + 1, len(self.layout.items)), *range(here + 1)]
        self.cursor = next((i for i in order if i not in self.chosen), here)
        return True

    def _unpair(self) -> Outcome:
        self.chosen.pop(self.cursor or 0, None)
        return True

    def click(self, target: int) -> Outcome:
        """Mark a left side, or give the marked one the right side that was clicked."""
        if self.grade is not None:
            return False
        if target < len(self.layout.items):
            self.cursor = target
            return True
        return self._pair(target - len(self.layout.items))

    def _submit(self) -> Outcome:
        missing = [i + 1 for i in range(len(self.layout.items)) if i not in self.chosen]
        if missing:
            self.hint = f"Still without a pair: {', '.join(map(str, missing))}."
            self.cursor = missing[0] - 1
            return True
        assert isinstance(self.question, Match)
        given = {self.layout.items[i]: self.layout.targets[t] for i, t in self.chosen.items()}
        return self.question.arranged(given)

    def write(self, writer: Writer) -> None:
        """Write both lists, and beside each left side the letter that it has."""
        if self.grade is not None:
            self._write_revealed(writer)
            return
        for i, left in enumerate(self.layout.items):
            letter = LETTERS[self.chosen[i]] if i in self.chosen else "·"
            write_item(writer, f"{i + 1} {letter}", left, marked=i == self.cursor, target=i)
        writer.blank()
        used = set(self.chosen.values())
        for i, right in enumerate(self.layout.targets):
            sign, target = f"  {LETTERS[i]}  ", len(self.layout.items) + i
            style = "$quiet" if i in used else ""
            writer.styled([(right, style)], [(sign, "bold $accent")], target)

    def _write_revealed(self, writer: Writer) -> None:
        assert isinstance(self.question, Match)
        given = dict(zip(self.question.lefts, self.response or (), strict=False))
        right = dict(self.question.pairs)
        for left in self.layout.items:
            fits = given.get(left) == right[left]
            note = [(f"  {RIGHT if fits else WRONG}", "bold $success" if fits else "bold $error")]
            writer.styled(
                [(f"{left} – ", ""), (given.get(left) or "(none)", "" if fits else "$quiet"), *note], [("  ", "")]
            )

    def write_answer(self, writer: Writer) -> None:
        """Write the pairs that were not right as they should be."""
        assert isinstance(self.question, Match)
        wrong = [
            pair
            for pair, fits in zip(self.question.pairs, self.grade.parts if self.grade else (), strict=False)
            if not fits
        ]
        if wrong:
            writer.text("The right pairs:", "$quiet")
        for left, right in wrong:
            writer.styled([(f"{left} – ", ""), (right, "bold")], [("  ", "")])
