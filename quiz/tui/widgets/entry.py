"""The fields into which an answer is typed, a line each."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Label

from quiz.core.visible import without_hidden

MOST_CHARACTERS = 500


class Line(Input):
    """A field of one line that takes of a paste what there is room for: by itself it would take nothing at all.

    It never holds what could steer the terminal, to which Textual would send it: what was pasted is made clean.
    """

    @staticmethod
    def clean(text: str) -> str:
        """Return a text without what cannot be seen."""
        return without_hidden(text)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put a text, as much of it as fits, in the place of what stands there."""
        start, end = sorted((start, end))
        room = (self.max_length or MOST_CHARACTERS) - len(self.value) + end - start
        text = self.clean(self.value[:start] + text)[start:]  # with what a joiner follows
        super().replace(text[: max(room, 0)], start, end)

    def validate_value(self, value: str) -> str:
        """Return a text that is set, safe to show."""
        return self.clean(value)


class Field(Horizontal):
    """A label and the field it belongs to."""

    def compose(self) -> ComposeResult:
        """A label that is set later, and a field of one line."""
        yield Label("", markup=False)
        line = Line(compact=True, max_length=MOST_CHARACTERS, select_on_focus=False)
        line.cursor_blink = False  # nothing blinks, and an idle program does nothing
        yield line


class Entry(Vertical):
    """Fields for the typed parts of an answer; Enter goes to the next empty one, and from the last submits."""

    DEFAULT_CSS = """
    Entry { height: auto; max-height: 50%; align-horizontal: center; display: none; margin: 0 2; overflow-y: auto; }
    Entry.-open { display: block; }
    Entry Field { height: 1; max-width: 76; margin-bottom: 1; display: none; }
    Entry Field.-used { display: block; }
    Entry Label { width: auto; color: $quiet; margin-right: 2; }
    Entry Input { width: 1fr; background: $panel; }
    Entry Input:focus { background: $panel; background-tint: $foreground 0%; }
    """

    class Submitted(Message):
        """The student is done; `texts` has what stands in the fields."""

        def __init__(self, texts: tuple[str, ...]) -> None:
            super().__init__()
            self.texts = texts

    def __init__(self) -> None:
        super().__init__()
        self._used = 0

    @property
    def fields(self) -> list[Input]:
        """The fields in use."""
        return list(self.query(Input))[: self._used]

    async def open(self, labels: tuple[str, ...]) -> None:
        """Show an empty field for every label, and go to the first."""
        missing = len(labels) - len(self.query(Field))
        if missing > 0:
            await self.mount_all([Field() for _ in range(missing)])
        self._used = len(labels)
        widest = max(len(label) for label in labels)
        for i, field in enumerate(self.query(Field)):
            field.set_class(i < self._used, "-used")
            field.query_one(Input).value = ""
            if i < self._used:
                field.query_one(Label).update(labels[i].ljust(widest))
        self.add_class("-open")
        self.fields[0].focus()

    def close(self) -> None:
        """Hide the fields."""
        self.remove_class("-open")

    def move(self, step: int) -> None:
        """Go to the next field, or with -1 to the one before."""
        focused = self.screen.focused
        if isinstance(focused, Input) and focused in self.fields:
            self.fields[(self.fields.index(focused) + step) % self._used].focus()

    @on(Input.Submitted)
    def enter(self, event: Input.Submitted) -> None:
        """Go on to the next empty field, or submit when there is none."""
        event.stop()
        here = self.fields.index(event.input)
        later = [field for field in (*self.fields[here + 1 :], *self.fields[:here]) if not field.value.strip()]
        if later and event.value.strip():
            later[0].focus()
        else:
            self.post_message(self.Submitted(tuple(field.value for field in self.fields)))
