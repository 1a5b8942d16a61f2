"""The floor: a bare Textual app with the same widgets and fixed texts, against which the app is measured.

It reads no bank, keeps no answers and knows one question.
"""

from typing import Any

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Footer, Static

QUESTION = "What did the first lamp burn?\n\n  1  Candles\n  2  Driftwood\n  3  Whale oil\n  4  Coal gas"
VERDICT = (
    QUESTION + "\n\n✗ Not this one.\nThe answer: Whale oil\n\nYour choice: One keeper could not have tended enough of"
    " them.\n\nThe lamp was fed with oil from whales until electric light came.\n\n┃ It burned whale oil, and its"
    " keeper, Ada Marsh, climbed the 96 steps four times a night.\n┃ — paragraph 1, sentence 2, The Lighthouse"
)


class Floor(App[None]):
    """One question; `1` shows the verdict, Enter the question."""

    CSS = "Static { height: auto; } #head, #tally { dock: top; height: 1; } #tally { dock: bottom; margin-bottom: 1; }"
    BINDINGS = [Binding("1", "verdict", "answer"), Binding("enter", "question", "next")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """The same parts: a head, a page that scrolls, scores, keys."""
        yield Static("The age of oil                   1 of 8", id="head", markup=False)
        yield Static("The age of oil 0/1      The age of electric light –", id="tally", markup=False)
        with VerticalScroll():
            yield Static(QUESTION, id="page", markup=False)
        yield Footer(show_command_palette=False)

    def action_verdict(self) -> None:
        """Show the verdict."""
        self.query_one("#page", Static).update(VERDICT)

    def action_question(self) -> None:
        """Show the question."""
        self.query_one("#page", Static).update(QUESTION)


def main(_: Any = None) -> None:
    """Run the floor."""
    Floor().run()


if __name__ == "__main__":
    main()
