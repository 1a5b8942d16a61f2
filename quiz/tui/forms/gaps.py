"""Filling in gaps: a field for each."""

from quiz.core.questions.base import Layout, Question
from quiz.core.questions.cloze import Cloze
from quiz.tui.forms.base import RIGHT, WRONG, Outcome
from quiz.tui.forms.typed import Typed
from quiz.tui.lines import Styled, Writer


class Gaps(Typed):
    """A text with numbered gaps, and a field for each."""

    def __init__(self, question: Question, layout: Layout) -> None:
        super().__init__(question, layout)
        assert isinstance(question, Cloze)
        self.cloze = question

    @property
    def labels(self) -> tuple[str, ...]:
        """The gaps by number."""
        count = len(self.cloze.gaps)
        return ("The gap",) if count == 1 else tuple(f"Gap {i + 1}" for i in range(count))

    def submit(self, texts: tuple[str, ...]) -> Outcome:
        """Answer when every gap is filled."""
        empty = [str(i + 1) for i, text in enumerate(texts) if not text.strip()]
        if empty:
            self.hint = "The gap is empty." if len(texts) == 1 else f"Still empty: gap {', '.join(empty)}."
            return True
        return tuple(self.cloze.chosen(text, self.layout.gaps[i]) for i, text in enumerate(texts))

    def write_task(self, writer: Writer) -> None:
        """Write the prompt, the text with its gaps (once revealed, filled), and the options of gaps that have some."""
        super().write_task(writer)
        writer.blank()
        single = len(self.cloze.gaps) == 1
        blanks = [(f"[{'' if single else i + 1}____]", "bold $accent") for i in range(len(self.cloze.gaps))]
        filled = [(gap.right, "bold $success") for gap in self.cloze.gaps]
        writer.styled(self._filled(blanks if self.grade is None else filled))
        for i, options in enumerate(self.layout.gaps):
            if options and self.grade is None:
                for n, option in enumerate(options):
                    label = f"{self.labels[i]}:" if n == 0 else " " * (len(self.labels[i]) + 1)
                    writer.styled([(option, "")], [(f"  {label}  ", "$quiet"), (f"{n + 1}  ", "bold $accent")])

    def _filled(self, texts: list[Styled]) -> list[Styled]:
        parts: list[Styled] = []
        for piece, text in zip(self.cloze.pieces, [*texts, ("", "")], strict=True):
            parts += [(piece, ""), text]
        return parts

    def write(self, writer: Writer) -> None:
        """Once revealed, write what was filled in."""
        if self.grade is None or self.response is None:
            return
        for label, text, fits in zip(self.labels, self.response, self.grade.parts, strict=False):
            sign = (f"  {RIGHT if fits else WRONG}", "bold $success" if fits else "bold $error")
            writer.styled(
                [(f"{label}: ", "$quiet"), (text or "(nothing)", "" if fits else "$quiet"), sign], [("  ", "")]
            )

    def write_answer(self, writer: Writer) -> None:
        """Write nothing: the text above has the right words in its gaps."""
