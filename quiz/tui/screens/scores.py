"""Scores of a bank: per phase over all attempts, and the attempts."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quiz.core.scoring import total
from quiz.core.words import count
from quiz.history.values import Summary
from quiz.study import Run, Study, from_moment
from quiz.tui.lines import Writer
from quiz.tui.screens.base import QuizScreen
from quiz.tui.standing import write_scores
from quiz.tui.when import time_words
from quiz.tui.widgets.head import Head, titled
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.menu import Item, Menu


class ScoresScreen(QuizScreen):
    """Of each question the latest first response counts; Enter opens an attempt."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "banks", "another bank"),
        Binding("escape", "back", "back"),
    ]
    AUTO_FOCUS = "Menu"

    def __init__(self, study: Study) -> None:
        super().__init__()
        self.study = study
        self.rows = study.scores()
        self.attempts = study.attempts()

    def compose(self) -> ComposeResult:
        """The head, the scores and the attempts, the keys."""
        yield Head(lambda width: titled("Scores", self.study.bank.title, width))
        yield Menu([self._item(attempt) for attempt in self.attempts], self._before, column=112)
        yield KeyBar(self.keys)

    def _before(self, writer: Writer) -> None:
        writer.blank()
        write_scores(writer, self.study.bank, (*self.rows, total(self.rows)), whole=True)
        if withdrawn := self.study.record.withdrawn_count(self.study.bank.id):
            told = count(withdrawn, "answer was", "answers were")
            writer.text(f"{told} taken back as a slip, and the next one counted.", "$quiet")
        writer.blank()
        if self.attempts:
            writer.text(f"{count(len(self.attempts), 'attempt')}, the last first:", "$quiet")
        else:
            writer.text("No attempt yet. What you answer is kept, and shows here.", "$quiet")

    def _item(self, attempt: Summary) -> Item:
        when = time_words(from_moment(attempt.started), self.study.clock().date())
        note = f"{attempt.right} of {attempt.answered} right"
        if not attempt.finished:
            note += f", left at {attempt.answered + 1} of {attempt.size}; Enter goes on with it"
        return Item(str(attempt.uid), when[0].upper() + when[1:], note)

    @on(Menu.Taken)
    def take(self, event: Menu.Taken) -> None:
        """Show the results of an attempt, or go on with one that was left."""
        run = self.study.resume(int(event.item.name))
        if run is None:
            return
        if not isinstance(run, Run) or run.session.queue:
            self.quiz.go_on(run)
        else:
            from quiz.tui.screens.results import ResultsScreen

            self.app.push_screen(ResultsScreen(run, looking_back=True))

    def action_banks(self) -> None:
        """Choose another bank."""
        self.quiz.show_banks()
