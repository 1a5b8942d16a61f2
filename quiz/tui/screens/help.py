"""Help: every key that works where one is, from the bindings themselves."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from quiz.tui.keys import KeyNote
from quiz.tui.lines import Writer
from quiz.tui.widgets.page import Page


class HelpScreen(ModalScreen[None], inherit_bindings=False):
    """The keys of the screen below, and what the numbers mean."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q,enter", "dismiss_help", "close"),
        Binding("up,k", "scroll(-1)", "scroll", show=False),
        Binding("down,j", "scroll(1)", "scroll", show=False),
        Binding("pageup", "scroll(-10)", "scroll", show=False),
        Binding("pagedown,space", "scroll(10)", "scroll", show=False),
    ]
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 70%; }
    HelpScreen Page { width: 90%; max-width: 70; height: auto; max-height: 90%; background: $panel; padding: 1 0; }
    """

    def __init__(self, keys: list[KeyNote], notes: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._keys = keys
        self._notes = notes

    def compose(self) -> ComposeResult:
        """A page over the screen."""
        yield Page(self._write)

    def _write(self, writer: Writer) -> None:
        writer.row([("Keys", "bold")], [("esc closes this", "$quiet")])
        writer.blank()
        width = max((len(note.label) for note in self._keys), default=0) + 2
        for note in self._keys:
            writer.styled([(note.what, "")], [(note.label.ljust(width), "bold $accent")])
        for text in self._notes:
            writer.blank()
            writer.text(text, "$quiet")

    def action_dismiss_help(self) -> None:
        """Close the help."""
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Scroll by so many lines."""
        self.query_one(Page).scroll_relative(y=lines, animate=False, force=True)
