"""The page: a column of text that scrolls, painted line by line."""

from collections.abc import Callable
from itertools import zip_longest

from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from quiz.tui.lines import Line, Writer

COLUMN = 76
"""The widest that a column of text gets, in cells: longer lines are hard to follow."""
_MARGIN = 2


class Page(ScrollView, can_focus=False, inherit_bindings=False):
    """A column of text, at most `COLUMN` cells wide, in the middle of its room.

    What it says is written by a painter; it is called again whenever the width changes.
    """

    DEFAULT_CSS = """
    Page {
        height: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1;
        scrollbar-color: $faint; scrollbar-color-hover: $quiet; scrollbar-color-active: $accent;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
    }
    """

    snug = False
    """Whether the page takes no more room than its lines, so that what comes below follows them at once."""

    class Clicked(Message):
        """A line that stands for something was clicked."""

        def __init__(self, page: "Page", target: int) -> None:
            super().__init__()
            self.page = page
            self.target = target

        @property
        def control(self) -> "Page":
            """The page that was clicked."""
            return self.page

    def __init__(self, painter: Callable[[Writer], None], *, column: int = COLUMN, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._painter = painter
        self._column = column
        self._lines: list[Line] = []
        self._strips: dict[int, Strip] = {}
        self._most: int | None = None

    @property
    def lines(self) -> list[Line]:
        """The lines as they stand now."""
        return self._lines

    def _room(self, width: int) -> tuple[int, int]:
        """Return the left margin and the width of the column."""
        margin = _MARGIN if width >= 30 else 1
        column = max(min(width - 2 * margin, self._column), 1)
        return max((width - column) // 2, 0), column

    def _written(self, width: int) -> list[Line]:
        writer = Writer(self._room(width)[1])
        self._painter(writer)
        return writer.lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the height that all lines take."""
        return len(self._written(width - 1))

    def on_mount(self) -> None:
        """Write the first time."""
        self.repaint()

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002
        """Write anew for the new width."""
        before = self.virtual_size.width
        self._strips.clear()
        self.repaint()
        if before not in (0, self.virtual_size.width):  # lines that read as before have another margin now
            self.refresh()

    def repaint(self) -> None:
        """Write the page anew, and paint those lines that are not as they were."""
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        old, self._lines = self._lines, self._written(width)
        self._paint_changes(old, self._lines)
        size = Size(width, len(self._lines))
        if size != self.virtual_size:
            self._resize_to(size)
        most = len(self._lines) if self.snug else None
        if most != self._most:
            self._most = self.styles.max_height = most

    def _paint_changes(self, old: list[Line], new: list[Line]) -> None:
        """Have those lines painted that are not as they were: less is sent to the terminal."""
        for y, (was, now) in enumerate(zip_longest(old, new)):
            if was is None or now is None or not was.content.is_same(now.content):
                self._strips.pop(y, None)
                self.refresh_line(y)

    def _resize_to(self, size: Size) -> None:
        """Take a new height for what can be scrolled.

        Set plainly, `virtual_size` would have the whole screen laid out and painted a second time; that is
        only needed when the height of the page itself follows from it.
        """
        self.set_reactive(Page.virtual_size, size)
        self._scroll_update(size)
        if self.styles.height is not None and self.styles.height.is_auto:
            self.refresh(layout=True)

    def notify_style_update(self) -> None:
        """Paint anew in the new colours."""
        self._strips.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Return one line as it is painted."""
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        if not self._lines:  # the first painting comes before the first message of a size
            self._lines = self._written(width)
        if index >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        if index not in self._strips:
            margin, _ = self._room(width)
            content = self._lines[index].content.pad_left(margin)
            strips = Visual.to_strips(self, content, width, 1, self.visual_style, pad=True)
            strip = strips[0] if strips else Strip.blank(width)  # a terminal of two columns has no room for any
            self._strips[index] = strip.adjust_cell_length(width, self.rich_style)
        return self._strips[index]

    def on_click(self, event: Click) -> None:
        """Say which line was clicked, when it stands for something."""
        index = event.y + self.scroll_offset.y
        if index < len(self._lines) and (target := self._lines[index].target) is not None:
            self.post_message(self.Clicked(self, target))

    def show_target(self, target: int) -> None:
        """Scroll just as far as is needed to have all lines of a target in view."""
        places = [y for y, line in enumerate(self._lines) if line.target == target]
        if places:
            self.show_lines(places[0], places[-1])

    def show_lines(self, first: int, last: int) -> None:
        """Scroll just as far as is needed to have these lines in view."""
        height = max(self.scrollable_content_region.height, 1)
        top = self.scroll_offset.y
        wanted = min(first, max(top, last - height + 1))
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, force=True, immediate=True)

    def to_top(self) -> None:
        """Go to the first line at once."""
        self.scroll_to(y=0, animate=False, force=True, immediate=True)
