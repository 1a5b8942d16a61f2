"""What every form of answering has and can do."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import NamedTuple

from quiz.core.questions.base import Grade, Layout, Question, Response
from quiz.tui.lines import Writer

Outcome = Response | bool
"""What a key did: False, it is not the form's; True, the form changed; a response, the question is answered."""

RIGHT, WRONG, PARTLY = "✓", "✗", "◐"


class FormKey(NamedTuple):
    """Keys of a form that do one thing: how they are named, what they do, and the doing of it."""

    keys: tuple[str, ...]
    label: str
    what: str
    act: Callable[[str], Outcome]
    shown: bool = True


class Form(ABC):
    """A question being answered. `cursor` is the marked item, or None before any was marked.

    Once revealed, `response` and `grade` are set and keys do nothing more.
    """

    typed = False
    """Whether the answer is typed into fields rather than chosen by keys."""

    waits = False
    """Whether an answer is only marked, until Enter, `!` or `?` hands it in."""

    def __init__(self, question: Question, layout: Layout) -> None:
        self.question = question
        self.layout = layout
        self.cursor: int | None = None
        self.hint = ""
        self.response: Response | None = None
        self.grade: Grade | None = None

    def reveal(self, response: Response, grade: Grade) -> None:
        """Show what was right from now on."""
        self.response, self.grade = response, grade
        self.hint = ""

    @abstractmethod
    def bindings(self) -> list[FormKey]:
        """Return the keys that work now, the most useful first."""

    @property
    def ready(self) -> bool:
        """Whether enough is chosen for Enter to answer."""
        return self.cursor is not None

    def press(self, key: str) -> Outcome:
        """Do what a key means."""
        if self.grade is not None:
            return False
        for entry in self.bindings():
            if key in entry.keys:
                self.hint = ""
                return entry.act(key)
        return False

    def click(self, target: int) -> Outcome:  # noqa: ARG002  (forms with something to click override it)
        """Do what a click on a target means."""
        return False

    @abstractmethod
    def write(self, writer: Writer) -> None:
        """Write the part below the prompt: what can be answered, or what was."""

    def write_task(self, writer: Writer) -> None:
        """Write what is asked."""
        writer.text(self.question.prompt, "bold")

    def write_answer(self, writer: Writer) -> None:
        """Write the right answer in full, below the verdict."""
        writer.styled([("The answer: ", "$quiet"), (self.question.answer_text, "bold")])

    def moving(self, count: int, targets: Callable[[int], None] | None = None) -> list[FormKey]:
        """Return the keys that move the mark among `count` items."""

        def move(key: str) -> Outcome:
            last = count - 1
            step = -1 if key in ("up", "shift+tab") else 1
            fresh = 0 if step > 0 else last
            new = {"home": 0, "end": last}.get(key, fresh if self.cursor is None else (self.cursor + step) % count)
            (targets or self._mark)(new)
            return True

        return [FormKey(("up", "down", "home", "end"), "↑ ↓", "move", move)]

    def _mark(self, index: int) -> None:
        self.cursor = index


def digits(count: int) -> tuple[str, ...]:
    """Return the digit keys for `count` items."""
    return tuple("123456789"[:count])


def range_label(signs: tuple[str, ...]) -> str:
    """Return the label of a run of keys: "1–4"."""
    return f"{signs[0]}–{signs[-1]}" if len(signs) > 1 else "".join(signs)


def write_item(
    writer: Writer,
    sign: str,
    text: str,
    *,
    marked: bool = False,
    style: str = "",
    note: str = "",
    target: int | None = None,
) -> None:
    """Write one item of a list: a mark when it is the current one, its key, its text, and a note after it."""
    pointer = ("▸ ", "bold $accent") if marked else ("  ", "")
    parts = [(text, "bold" if marked else style)]
    if note:
        parts.append((f"  {note}", "bold $success" if note.startswith(RIGHT) else "bold $error"))
    writer.styled(parts, [pointer, (f"{sign}  ", style or "bold $accent")], target)
