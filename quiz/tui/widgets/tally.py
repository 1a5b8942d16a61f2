"""The running score of each phase: beside the question where there is room, else below it."""

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Size

from quiz.core.scoring import Score
from quiz.core.visible import shorten
from quiz.tui.lines import assembled, breaks, spread
from quiz.tui.widgets.drawn import Drawn

_CELL = 35
_MOST_ROWS = 3


class Tally(Drawn):
    """Right of answered, phase by phase."""

    DEFAULT_CSS = """
    Tally { dock: bottom; height: auto; margin: 0 2 1 2; }
    """

    def __init__(self, scores: Callable[[], Sequence[Score]]) -> None:
        super().__init__()
        self._scores = scores

    @property
    def _beside(self) -> bool:
        return self.screen.has_class("-wide")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the lines that it takes below the question."""
        columns = max(width // _CELL, 1)
        return min(-(-len(self._scores()) // columns), _MOST_ROWS)

    def draw(self) -> Content:
        """Return the scores as a list, or in columns."""
        return self._list() if self._beside else self._columns()

    def _list(self) -> Content:
        width = self.content_size.width
        lines = [assembled([("So far", "$quiet")]), Content("")]
        for score in self._scores():
            title = shorten(score.title, 200)
            *head, last = [title[a:b] for a, b in breaks(title, width - 8)]
            lines += [Content(text) for text in head]
            lines += [
                spread([(last, "")], [(_standing(score), "bold" if score.answered else "$quiet")], width),
                Content(""),
            ]
        return Content("\n").join(lines)

    def _columns(self) -> Content:
        width = self.content_size.width
        columns = max(width // _CELL, 1)
        cell = width // columns
        cells = [
            spread([(shorten(score.title, 200), "$quiet")], [(_standing(score), "")], cell - 3) + Content("   ")
            for score in self._scores()[: columns * _MOST_ROWS]
        ]
        rows = [Content("").join(cells[i : i + columns]) for i in range(0, len(cells), columns)]
        return Content("\n").join(rows)


def _standing(score: Score) -> str:
    return f"{score.right}/{score.answered}" if score.answered else "–"
