"""What all screens of the app share."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.screen import Screen

from quiz.tui.keys import KeyNote, notes
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.page import Page

if TYPE_CHECKING:
    from quiz.tui.app import QuizApp


NOTES = (
    "Every answer is saved before you see whether it is right. Leave at any time, and go on later.",
    "Only your first answer to a question counts in a quiz. An answer that you take back is counted as taken back.",
    "“Likely” is the range in which your share of right answers on new questions of the kind lies, 8 times in 10.",
)


class QuizScreen(Screen[None], inherit_bindings=False):
    """A screen with one page that scrolls, and a bar that tells the keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "help", key_display="?"),
    ]
    AUTO_FOCUS = ""

    binds = False
    """Whether the student is to leave by this screen's own keys alone."""
    help_notes: tuple[str, ...] = NOTES
    """What the help says below the keys."""

    @property
    def quiz(self) -> QuizApp:
        """The app."""
        return cast("QuizApp", self.app)

    @property
    def page(self) -> Page:
        """The page of this screen."""
        return self.query_one(Page)

    def keys(self) -> list[KeyNote]:
        """Return the keys for the bar, help last."""
        found = notes(self)
        helps = [note for note in found if note.what == "help"]
        return [note for note in found if note.what != "help"] + helps

    def all_keys(self) -> list[KeyNote]:
        """Return every key that works now, for the help."""
        return notes(self, hidden=True)

    def update_keys(self) -> None:
        """Tell the keys anew."""
        self.refresh_bindings()
        self.query_one(KeyBar).renew()

    def action_help(self) -> None:
        """Show what all keys do."""
        from quiz.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.all_keys(), self.help_notes))

    def action_back(self) -> None:
        """Go back to the screen before."""
        self.quiz.go_back()

    def action_scroll_page(self, pages: int) -> None:
        """Scroll by so many pages."""
        page = self.page
        page.scroll_relative(y=pages * max(page.size.height - 2, 1), animate=False, force=True)

    def action_scroll_line(self, lines: int) -> None:
        """Scroll by so many lines."""
        self.page.scroll_relative(y=lines, animate=False, force=True)
