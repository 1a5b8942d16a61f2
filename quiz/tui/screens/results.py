"""Results: how a run went, per phase and question by question."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quiz.core.scoring import total
from quiz.core.session import Answer
from quiz.core.words import count
from quiz.study import Run, new_seed
from quiz.tui.forms.base import PARTLY, RIGHT, WRONG
from quiz.tui.lines import Styled, Writer, flat
from quiz.tui.screens.base import QuizScreen
from quiz.tui.screens.review import ReviewScreen
from quiz.tui.standing import write_scores
from quiz.tui.widgets.head import Head, titled
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.menu import Item, Menu


class ResultsScreen(QuizScreen):
    """The total, a row per phase, and every answer with its mark; Enter shows its explanation again.

    With `looking_back` the attempt is an old one, and Escape goes back to the list of attempts.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "missed", "the missed again"),
        Binding("s", "source", "source"),
        Binding("escape", "back", "back"),
    ]
    AUTO_FOCUS = "Menu"

    def __init__(self, run: Run, *, looking_back: bool = False) -> None:
        super().__init__()
        self.looking_back = looking_back
        self.run = run
        self._rows = run.scores()
        self._total = total(self._rows)

    def compose(self) -> ComposeResult:
        """The head, the scores and the list of answers, the keys."""
        yield Head(self._head)
        yield Menu(self._items(), self._before)
        yield KeyBar(self.keys)

    def _head(self, width: int) -> tuple[Iterable[Styled], Iterable[Styled]]:
        text = f"{self._total.right} of {self._total.answered} right first time"
        return titled(text, self.run.study.bank.title, width)

    def _before(self, writer: Writer) -> None:
        writer.blank()
        write_scores(writer, self.run.study.bank, self._rows, whole=False)
        session = self.run.session
        notes = []
        if self._total.partly:
            notes.append(f"{count(self._total.partly, 'answer was', 'answers were')} partly right.")
        if session.queue:
            notes.append(f"{count(len(session.queue), 'question is', 'questions are')} not answered.")
        if session.withdrawn:
            notes.append(f"{count(session.withdrawn, 'answer was', 'answers were')} taken back as a slip.")
        if notes:
            writer.blank()
            writer.text(" ".join(notes), "$quiet")
        writer.blank()

    def _items(self) -> list[Item]:
        return [self._item(answer) for answer in self.run.session.answers]

    def _item(self, answer: Answer) -> Item:
        question = self.run.study.bank.by_id[answer.question]
        mark = RIGHT if answer.score >= 1 else PARTLY if answer.score > 0 else WRONG
        note = f"{answer.score:.2f}" if 0 < answer.score < 1 else ""
        style = "$quiet" if answer.score >= 1 else ""
        return Item(answer.question, flat(question.prompt), note, style, mark)

    @on(Menu.Taken)
    def take(self, event: Menu.Taken) -> None:
        """Show the explanation of an answer again."""
        ids = [answer.question for answer in self.run.session.answers]
        self.app.push_screen(ReviewScreen(self.run, ids.index(event.item.name)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer the missed only when there are some."""
        return action != "missed" or bool(self.run.session.missed)

    def action_missed(self) -> None:
        """Begin a new quiz on what was missed in this one."""
        self.quiz.go_on(self.run.study.begin(self.run.session.missed, new_seed()))

    def action_back(self) -> None:
        """Go home, or back to the list of attempts."""
        if self.looking_back:
            self.quiz.go_back()
        else:
            self.quiz.go_home()

    def action_source(self) -> None:
        """Read the source."""
        self.quiz.show_source(self.run.study)
