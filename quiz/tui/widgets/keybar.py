"""The bar that tells the keys: as many as fit, and always the one for help."""

from collections.abc import Callable

from textual.content import Content
from textual.events import Click

from quiz.tui.keys import KeyNote
from quiz.tui.lines import Styled, assembled
from quiz.tui.widgets.drawn import Drawn

_GAP, _NARROW_GAP = "   ", "  "
_NARROW = 56


class KeyBar(Drawn):
    """One line with the keys that work now; each can be clicked.

    The last note given is the one that stays when there is little room.
    """

    DEFAULT_CSS = """
    KeyBar { height: 1; dock: bottom; margin: 0 2; }
    """

    def __init__(self, keys: Callable[[], list[KeyNote]]) -> None:
        super().__init__()
        self._keys = keys
        self._places: list[tuple[int, int, str]] = []

    def draw(self) -> Content:
        """Return the keys that fit."""
        width = self.content_size.width
        parts: list[Styled] = []
        self._places, position = [], 0
        gap = _gap(width)
        for note in self._fitting(width, len(gap)):
            size = assembled([(f"{note.label} {note.what}", "")]).cell_length
            self._places.append((position, position + size, note.key))
            parts += [(note.label, "bold $accent"), (f" {note.what}{gap}", "$quiet")]
            position += size + len(gap)
        return assembled(parts).rstrip()

    def _fitting(self, width: int, gap: int) -> list[KeyNote]:
        """Return the notes that fit, in order; what matters least is left out first."""
        notes = self._keys()
        *others, last = notes or [KeyNote("?", "help", "question_mark")]
        used = _size(last)  # the last has no gap after it
        kept = []
        for note in others:
            if used + _size(note) + gap <= width:
                used += _size(note) + gap
                kept.append(note)
        return [*kept, last]

    def on_click(self, event: Click) -> None:
        """Press the key that was clicked."""
        for start, end, key in self._places:
            if start <= event.x < end:
                self.app.simulate_key(key)


def _gap(width: int) -> str:
    return _GAP if width >= _NARROW else _NARROW_GAP


def _size(note: KeyNote) -> int:
    return assembled([(f"{note.label} {note.what}", "")]).cell_length
