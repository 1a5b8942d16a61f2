"""Scores of a bank: per phase over all attempts, and the attempts."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quiz.core.standing import Standing, comparisons
from quiz.core.windows import following
from quiz.core.words import count, window_words
from quiz.history.values import Mode, Summary
from quiz.settings import ALL_TIME
from quiz.study import Run, Study, from_moment
from quiz.tui.lines import Writer
from quiz.tui.screens.base import QuizScreen
from quiz.tui.standing import write_standings
from quiz.tui.when import time_words
from quiz.tui.widgets.head import Head, titled
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.menu import Item, Menu

_MOST_ATTEMPTS = 200
_MODES = {
    Mode.REVIEW: "review, ",
    Mode.EXAM: "examination, ",
    Mode.PRETEST: "pre-test, ",
    Mode.READING: "while reading, ",
}


_GONE_ON_WITH = (Mode.PRACTICE, Mode.PRETEST)


class ScoresScreen(QuizScreen):
    """Of each question the latest first response within the window counts; Enter opens an attempt."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "weak", "weak spots"),
        Binding("g", "progress", "over time"),
        Binding("d", "window", "days counted"),
        Binding("b", "banks", "another bank", show=False),
        Binding("escape", "back", "back"),
    ]
    AUTO_FOCUS = "Menu"

    def __init__(self, study: Study) -> None:
        super().__init__()
        self.study = study
        self.attempts = study.attempts(_MOST_ATTEMPTS)
        self.number = study.record.attempt_count(study.bank.id)
        self.rows: tuple[Standing, ...] = ()
        self._days: int | None = None

    def compose(self) -> ComposeResult:
        """The head, the standings and the attempts, the keys."""
        self._days = self.quiz.settings.days
        self.rows = self.study.standings(self._days)
        yield Head(lambda width: titled("Scores", self.study.bank.title, width))
        yield Menu([self._item(attempt) for attempt in self.attempts], self._before, column=112)
        yield KeyBar(self.keys)

    def on_mount(self) -> None:
        """Begin at the top: the standings come before the attempts."""
        self.call_after_refresh(lambda: self.call_after_refresh(self.query_one(Menu).to_top))

    def _before(self, writer: Writer) -> None:
        writer.blank()
        writer.text(window_words(self.quiz.settings.days), "$quiet")
        writer.blank()
        write_standings(writer, self.study.bank, self.rows, full=True)
        for line in comparisons([row.score for row in self.rows[:-1]]):
            writer.text(line, "$quiet")
        if withdrawn := self.study.record.withdrawn_count(self.study.bank.id):
            told = count(withdrawn, "answer was", "answers were")
            writer.text(f"{told} taken back as a slip, and the next one counted.", "$quiet")
        writer.blank()
        if self.attempts:
            some = f" (the last {_MOST_ATTEMPTS})" if self.number > len(self.attempts) else ""
            writer.text(f"{count(self.number, 'attempt')}{some}, the last first:", "$quiet")
        else:
            writer.text("No attempt yet. What you answer is kept, and shows here.", "$quiet")

    def _item(self, attempt: Summary) -> Item:
        when = time_words(from_moment(attempt.started), self.study.clock().date())
        note = f"{_MODES.get(attempt.mode, '')}{attempt.right} of {attempt.answered} right"
        if attempt.mode is Mode.EXAM and not attempt.finished:
            note = f"examination of {count(attempt.size, 'question')}, not handed in; Enter goes on with it"
        elif not attempt.finished and attempt.mode in _GONE_ON_WITH:
            note += f", left at {attempt.answered + 1} of {attempt.size}; Enter goes on with it"
        return Item(str(attempt.uid), when[0].upper() + when[1:], note)

    @on(Menu.Taken)
    def take(self, event: Menu.Taken) -> None:
        """Show the results of an attempt, or go on with one that was left."""
        run = self.study.resume(int(event.item.name))
        if run is None:
            return
        if not isinstance(run, Run) or (run.session.queue and run.mode in _GONE_ON_WITH):
            self.quiz.go_on(run)
        else:
            from quiz.tui.screens.results import ResultsScreen

            self.app.push_screen(ResultsScreen(run, looking_back=True))

    def action_window(self) -> None:
        """Count the answers of more days, or of fewer."""
        days = following(self.quiz.settings.days)
        self.quiz.remember(window=ALL_TIME if days is None else str(days))
        self._count()

    def on_screen_resume(self) -> None:
        """Count anew when the window was changed on another screen."""
        if self._days != self.quiz.settings.days:
            self._count()

    def _count(self) -> None:
        self._days = self.quiz.settings.days
        self.rows = self.study.standings(self._days)
        self.query_one(Menu).repaint()

    def action_weak(self) -> None:
        """See the weak spots."""
        self.quiz.show_weak()

    def action_progress(self) -> None:
        """See how it went over time."""
        self.quiz.show_progress()

    def action_banks(self) -> None:
        """Choose another bank."""
        self.quiz.show_banks()
