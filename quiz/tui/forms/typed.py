"""Typing the answer: a word, a few, or a number."""

from quiz.core.questions.base import Misfit
from quiz.tui.forms.base import RIGHT, WRONG, Form, FormKey, Outcome
from quiz.tui.lines import Writer


class Typed(Form):
    """One field."""

    typed = True

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands before each field."""
        return ("Your answer",)

    def bindings(self) -> list[FormKey]:
        """All keys go into the field; Enter in it answers."""
        return []

    def submit(self, texts: tuple[str, ...]) -> Outcome:
        """Answer with what stands in the fields, when it can be an answer."""
        parsed = self.question.parse(texts[0], self.layout)
        if isinstance(parsed, Misfit):
            self.hint = parsed.message
            return True
        return parsed

    def write(self, writer: Writer) -> None:
        """Once revealed, write what was typed."""
        if self.grade is None or self.response is None:
            return
        fits = self.grade.score >= 1
        sign = (f"  {RIGHT if fits else WRONG}", "bold $success" if fits else "bold $error")
        given = self.response[0] if self.response else ""
        writer.styled([("Your answer: ", "$quiet"), (given, "" if fits else "$quiet"), sign], [("  ", "")])
