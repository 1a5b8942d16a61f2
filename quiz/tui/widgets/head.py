"""The head of a screen: what this is at the left, how far one is at the right, and a rule below."""

from collections.abc import Callable, Iterable

from rich.cells import cell_len
from textual.content import Content

from quiz.tui.lines import Styled, assembled, cut, spread
from quiz.tui.widgets.drawn import Drawn

_ROOMY = 56


def titled(title: str, subject: str, width: int) -> tuple[list[Styled], list[Styled]]:
    """Return a title for the left, and where there is room the subject for the right."""
    room = width - cell_len(title) - 2
    return [(title, "bold $accent")], [(cut(subject, room), "$quiet")] if width >= _ROOMY else []


class Head(Drawn):
    """Two lines at the top; `parts(width)` returns what stands at the left and at the right."""

    DEFAULT_CSS = """
    Head { height: 2; dock: top; margin: 0 2; }
    """

    def __init__(self, parts: Callable[[int], tuple[Iterable[Styled], Iterable[Styled]]]) -> None:
        super().__init__()
        self._parts = parts

    def draw(self) -> Content:
        """Return the line and the rule."""
        width = self.content_size.width
        left, right = self._parts(width)
        return Content("\n").join([spread(left, right, width), assembled([("─" * width, "$faint")])])
