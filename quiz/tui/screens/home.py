"""Home: the bank, where one stands in its phases, and what can be done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quiz.banks.library import every_bank
from quiz.core.planning import MOST_A_DAY, Forecast
from quiz.core.standing import Standing
from quiz.core.words import count
from quiz.history.values import Mode, Summary
from quiz.study import DEFAULT_COUNT, Study, Wish, from_moment
from quiz.study.habit import HABIT_DAYS, practised
from quiz.study.review import ahead_words, coming, due_elsewhere, due_words, room_today
from quiz.tui.lines import Styled, Writer, flat
from quiz.tui.screens.base import QuizScreen
from quiz.tui.standing import write_standings
from quiz.tui.theme import INK, PAPER
from quiz.tui.when import day_words
from quiz.tui.widgets.head import Head
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.menu import Item, Menu

_NEED_A_BANK = ("setup", "source", "scores", "review", "weak", "progress")
_NO_BANK = "No bank was found. `quiz add PATH` brings one in; `quiz banks` says where banks are looked for."


class HomeScreen(QuizScreen):
    """What the student sees first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "setup", "phases"),
        Binding("s", "source", "source"),
        Binding("r", "review", "review", show=False),
        Binding("c", "scores", "scores"),
        Binding("w", "weak", "weak spots", show=False),
        Binding("g", "progress", "progress over time", show=False),
        Binding("b", "banks", "banks"),
        Binding("t", "theme", "light or dark", show=False),
        Binding("q", "quit", "quit"),
    ]
    AUTO_FOCUS = "Menu"

    def __init__(self, study: Study | None) -> None:
        super().__init__()
        self.study = study
        self._interrupted: Summary | None = None
        self._standings: tuple[Standing, ...] = ()
        self._coming = Forecast((0, 0))
        self._room = MOST_A_DAY
        self._habit = ""
        self._days: int | None = None

    def _read_record(self) -> None:
        if self.study is None:
            return
        settings = self.quiz.settings
        self._days = settings.days
        self._interrupted = self.study.interrupted()
        self._standings = self.study.standings(settings.days)
        self._coming = coming(self.study, settings.exam_days)
        self._room = room_today(self.study)
        days = len(practised(self.study))
        self._habit = f"Practised on {days} of the last {HABIT_DAYS} days" if days else ""

    def load(self) -> None:
        """Show the bank and its scores as they are now."""
        self._read_record()
        menu = self.query_one(Menu)
        menu.cursor = 0
        menu.set_items(self._items())
        menu.to_top()
        menu.show_target(0)
        self.query_one(Head).renew()
        self.update_keys()

    def on_screen_resume(self) -> None:
        """Count anew when the window was changed on another screen."""
        if self.study and self._days != self.quiz.settings.days:
            self.load()

    def compose(self) -> ComposeResult:
        """The head, the standings and the menu, the keys."""
        self._read_record()
        yield Head(self._head)
        yield Menu(self._items(), self._before, self._after, column=112)
        yield KeyBar(self.keys)

    def _head(self, width: int) -> tuple[Iterable[Styled], Iterable[Styled]]:
        if self.study is None:
            return [("Quiz", "bold $accent")], []
        bank = self.study.bank
        size = count(len(bank.questions), "question")
        right = f"{bank.id} · {size}" if width >= 60 else size
        return [("Quiz", "bold $accent")], [(right, "$quiet")]

    def _before(self, writer: Writer) -> None:
        writer.blank()
        if self.study is None:
            writer.text(_NO_BANK)
            writer.blank()
            return
        writer.text(flat(self.study.bank.title), "bold")
        if self.study.reading.left_out:
            left_out = count(
                self.study.reading.left_out, "question has an error and is", "questions have errors and are"
            )
            writer.text(f"{left_out} left out: quiz check {self.study.reading.path}", "$warning")
        writer.blank()
        *phases, whole = self._standings
        write_standings(writer, self.study.bank, phases)
        if whole.score.answered:
            writer.text(f"{whole.mastery}. {whole.now}", "$quiet")
        writer.blank()

    def _after(self, writer: Writer) -> None:
        told = [line for line in (self._ahead(), self._last(), self._habit) if line]
        if told:
            writer.blank()
        if len(told) == 3 and writer.width >= 60:
            writer.text(told[0], "$quiet")
            writer.row([(told[1], "$quiet")], [(told[2], "$quiet")])
        else:
            for line in told:
                writer.text(line, "$quiet")

    def _ahead(self) -> str:
        """Return a line on what will be due, and on the examination."""
        if self.study is None:
            return ""
        ahead = ahead_words(self._coming)
        day = self.quiz.settings.exam_days.get(self.study.bank.id, 0)
        if day <= self.study.today:
            return ahead
        return f"{ahead} Examination in {count(day - self.study.today, 'day')}.".strip()

    def _last(self) -> str:
        """Return a line on the attempt last finished."""
        if self.study is None:
            return ""
        for attempt in self.study.record.attempts(self.study.bank.id, 20):
            if attempt.finished and attempt.mode is not Mode.PRETEST:
                day = day_words(from_moment(attempt.touched), self.study.clock().date())
                return f"Last: {attempt.right} of {attempt.size} right, {day}"
        return ""

    def _items(self) -> list[Item]:
        if self.study is None:
            return []
        size = len(self.study.bank.questions)
        items = [Item("review", "Review today", due_words(self._coming, self._room))] if self._coming.today else []
        items.append(Item("new", "New quiz", f"{count(min(DEFAULT_COUNT, size), 'question')}, all phases"))
        if left := self._interrupted:
            items.insert(-1, self._go_on_with(left))
        items.append(Item("setup", "Choose", "phases, number, examination or pre-test"))
        if missed := len(self.study.missed()):
            items.append(Item("missed", "Only the missed", f"{count(missed, 'question')} not right when last asked"))
        items.append(Item("source", "Read the source", self._paragraphs()))
        items.append(Item("scores", "Scores", "per phase, over time, weak spots, every attempt"))
        other = due_elsewhere(self.study, (bank.id for bank in every_bank()))
        items.append(Item("banks", "Other banks", f"{other} due; quiz review asks all" if other else ""))
        return items

    def _go_on_with(self, left: Summary) -> Item:
        assert self.study is not None
        day = day_words(from_moment(left.touched), self.study.clock().date())
        if left.mode is Mode.EXAM:
            return Item("resume", "Go on", f"the examination of {count(left.size, 'question')}, begun {day}")
        what = "of the pre-test, " if left.mode is Mode.PRETEST else ""
        return Item("resume", "Go on", f"question {left.answered + 1} of {left.size}, {what}left {day}")

    def _paragraphs(self) -> str:
        assert self.study is not None
        sources = self.study.bank.sources
        if len(sources) > 1:
            return count(len(sources), "text")
        return count(sum(n > 0 for n in sources[0].indexed.numbers), "paragraph")

    @on(Menu.Taken)
    def take(self, event: Menu.Taken) -> None:
        """Do what was chosen."""
        actions = {
            "review": self.quiz.begin_review,
            "resume": self._resume,
            "new": lambda: self.quiz.begin(Wish()),
            "missed": lambda: self.quiz.begin(Wish(count=None, missed=True)),
            "setup": self.action_setup,
            "source": self.action_source,
            "scores": self.action_scores,
            "banks": self.action_banks,
        }
        actions[event.item.name]()

    def _resume(self) -> None:
        if self.study and self._interrupted and (run := self.study.resume(self._interrupted.uid)):
            self.quiz.go_on(run)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer what needs a bank only when there is one."""
        return self.study is not None or action not in _NEED_A_BANK

    def action_setup(self) -> None:
        """Choose phases and number."""
        from quiz.tui.screens.setup import SetupScreen

        if self.study:
            self.app.push_screen(SetupScreen(self.study))

    def action_source(self) -> None:
        """Read the source."""
        self.quiz.read_source()

    def action_scores(self) -> None:
        """See the scores."""
        self.quiz.show_scores()

    def action_review(self) -> None:
        """Review what is due."""
        self.quiz.begin_review()

    def action_weak(self) -> None:
        """See the weak spots."""
        self.quiz.show_weak()

    def action_progress(self) -> None:
        """See how it went over time."""
        self.quiz.show_progress()

    def action_banks(self) -> None:
        """Choose another bank."""
        self.quiz.show_banks()

    def action_theme(self) -> None:
        """Change between light and dark."""
        self.app.theme = INK.name if self.app.theme == PAPER.name else PAPER.name

    def action_quit(self) -> None:
        """Close the program."""
        self.app.exit()
