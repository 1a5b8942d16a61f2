"""What stands around the page, painted anew only where it says something else than before."""

from textual.content import Content
from textual.widget import Widget


class Drawn(Widget):
    """A widget whose content follows from what the screen knows; over a slow line every cell that is sent counts."""

    _last: Content | None = None

    def draw(self) -> Content:
        """Return what it says now, for its present width."""
        raise NotImplementedError

    def render(self) -> Content:
        """Return what it says now, and remember it."""
        self._last = self.draw()
        return self._last

    def renew(self) -> None:
        """Have it painted if it says something else than it did."""
        if self._last is None or not self._last.is_same(self.draw()):
            self.refresh()
