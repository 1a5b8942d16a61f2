"""The app: which screen is on, which bank is open, and what is remembered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.notifications import SeverityLevel
from textual.screen import Screen

from quiz import settings
from quiz.banks.compiled import Tell, open_bank
from quiz.banks.library import UnknownBankError, every_bank, find
from quiz.banks.reading import Reading
from quiz.core.bank import Quote
from quiz.core.visible import shorten
from quiz.core.words import count
from quiz.garbage import settle
from quiz.history.record import Record
from quiz.history.values import Mode
from quiz.study import Run, Study, Wish, new_seed, open_record
from quiz.tui.ending import end_in_order
from quiz.tui.screens.base import QuizScreen
from quiz.tui.theme import THEMES, own_variables

if TYPE_CHECKING:
    from quiz.study.exam import Exam
    from quiz.study.review import Review

_WARNING_SECONDS = 12
_LONGEST_NOTICE = 350
"""As many characters as a terminal of 40 by 15 has room for."""


class QuizApp(App[None]):
    """Quizzes on the bank that is open; `study` is None when no bank could be opened."""

    TITLE = "Quiz"
    CSS = """
    Screen { background: $background; color: $foreground; overflow: hidden; }
    Toast { max-width: 100%; }  /* it is 60 wide, where there is room */
    CommandList { min-width: 12; }  /* Textual cannot wrap its lines to no width at all */

    .-narrow Head, .-narrow KeyBar, .-narrow Entry { margin: 0 1; }
    .-short Entry Field { margin-bottom: 0; }
    .-narrow Tally, .-short Tally { display: none; }
    .-wide Tally { display: block; dock: right; width: 34; height: 1fr; margin: 3 3 2 0; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "quit", show=False)]

    def __init__(
        self,
        record: Record,
        study: Study | None = None,
        run: Run | Exam | None = None,
        *,
        reading: bool = False,
    ) -> None:
        super().__init__()
        self.record = record
        self.study = study
        self._first = run
        self._warned_until = 0.0
        self._reading = reading
        self.review: Review | None = None
        self.settings = settings.load()
        for theme in THEMES:
            self.register_theme(theme)
        known = self.settings.theme in self.available_themes
        self.theme = self.settings.theme if known else THEMES[0].name

    def get_default_screen(self) -> Screen[None]:
        """Begin with the run or examination if there is one, or with the source if it is to be read, else at home.

        Only that screen's parts are imported.
        """
        if isinstance(self._first, Run):
            from quiz.tui.screens.question import QuestionScreen

            return QuestionScreen(self._first)
        if self._first:
            from quiz.tui.screens.exam import ExamScreen

            return ExamScreen(self._first)
        if self._reading and self.study:
            from quiz.tui.screens.reading import ReadingScreen

            return ReadingScreen(self.study)
        from quiz.tui.screens.home import HomeScreen

        return HomeScreen(self.study)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our own colour roles a value in every theme."""
        return own_variables({**self.current_theme.to_color_system().generate()})

    def on_load(self) -> None:
        """Before anything is on the screen, see to it that the terminal will be put in order."""
        end_in_order(self)

    def on_mount(self) -> None:
        """Say what the record has to say; remember changes of the theme."""
        if self.record.notice:
            self.tell(self.record.notice)
        self.call_after_refresh(settle)  # once all is painted
        self.theme_changed_signal.subscribe(self, lambda theme: self.remember(theme=theme.name))

    def remember(self, **changes: str) -> None:
        """Keep settings for the next time."""
        for name, value in changes.items():
            setattr(self.settings, name, value)
        settings.save(self.settings)

    def tell(self, text: str) -> None:
        """Show a message for a while."""
        self._warned_until = monotonic() + _WARNING_SECONDS
        self.notify(shorten(text, _LONGEST_NOTICE), markup=False, severity="warning", timeout=_WARNING_SECONDS)

    def notify(self, message: str, *, severity: SeverityLevel = "information", **options: Any) -> None:
        """Show a notice in place of the one before, which may be true no longer; a warning stays."""
        if severity == "information" and monotonic() >= self._warned_until:
            self.clear_notifications()
        super().notify(message, severity=severity, **options)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Add our own places to the command palette."""
        for command in super().get_system_commands(screen):
            if command.title not in ("Maximize", "Minimize"):
                yield command
        if self.study and not self._bound:
            yield SystemCommand("Home", "The bank, its phases and what can be done", self.go_home)
            yield SystemCommand("Read the source", "The text that the questions are about", self.read_source)
            yield SystemCommand("Scores", "Where you stand in each phase, and every attempt", self.show_scores)
            yield SystemCommand("Progress", "Over time, and what will be due", self.show_progress)
            yield SystemCommand("Weak spots", "What to read again, and what you missed", self.show_weak)
            yield SystemCommand("Banks", "Choose another bank", self.show_banks)

    @property
    def _bound(self) -> bool:
        """Whether an examination is on, or what was missed in it is being looked at: one leaves by its own keys."""
        return any(isinstance(screen, QuizScreen) and screen.binds for screen in self.screen_stack)

    # where to go

    def go_home(self) -> None:
        """Show the home screen, with the scores as they are now."""
        from quiz.tui.screens.home import HomeScreen

        first = self.screen_stack[0]
        if isinstance(first, HomeScreen):
            first.study = self.study
            self._pop_to_first()
            first.load()
        else:
            self._show(HomeScreen(self.study))

    def _show(self, screen: Screen[None]) -> None:
        """Show a screen over the first one, which stays: Textual cannot take that one away."""
        self._pop_to_first()
        self.push_screen(screen)

    def _pop_to_first(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def go_back(self) -> None:
        """Go to the screen before, or home when there is none."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.go_home()

    def leave(self, run: Run) -> None:
        """Go home from a run that is not at its end; from questions on what is being read, back to the text."""
        if run.mode is Mode.READING:
            self.go_back()
            return
        self.study = run.study.principal
        session = run.session
        self.go_home()
        if run.mode is Mode.REVIEW:
            if session.answers and session.queue and not session.repeating:
                self.notify("Saved. What is left comes another time.", markup=False, timeout=2)
        elif session.queue and session.answers:
            self.notify(f"Saved: {count(len(session.queue), 'question')} left.", markup=False, timeout=2)

    def begin(self, wish: Wish, mode: Mode = Mode.PRACTICE, minutes: int | None = None) -> None:
        """Begin a new quiz on the open bank, or an examination, with a time limit if one is given."""
        if self.study is None:
            return
        seed = new_seed()
        selection = self.study.choose(wish, seed)
        if selection and mode is Mode.EXAM:
            self.go_on(self.study.begin_exam(selection, seed, minutes))
        elif selection:
            self.go_on(self.study.begin(selection, seed, mode))

    def begin_review(self) -> None:
        """Begin the review of today on the open bank."""
        from quiz.study.review import opening, review

        if self.study is None:
            return
        self.review = review([self.study], new_seed(), self.settings.exam_days)
        if self.review.plan.selection:
            self.go_on(self.review.begin())
        self.notify(opening(self.review), markup=False, timeout=4)

    def go_on(self, run: Run | Exam) -> None:
        """Show the question of a run, the examination, or the results when nothing is left to ask."""
        if not isinstance(run, Run):
            from quiz.tui.screens.exam import ExamScreen

            self._show(ExamScreen(run))
        elif run.session.queue:
            from quiz.tui.screens.question import QuestionScreen

            self._show(QuestionScreen(run))
        else:
            self.show_results(run)

    def show_results(self, run: Run) -> None:
        """Show how a run went; the text that is being read shows it by itself."""
        if run.mode is Mode.READING:
            self.go_back()
            return
        from quiz.tui.screens.results import ResultsScreen

        self.study = run.study.principal
        self._show(ResultsScreen(run, closing=self._last_words(run)))

    def _last_words(self, run: Run) -> Sequence[str]:
        """Return what is to be said at the end of a review."""
        if self.review is None or run.mode is not Mode.REVIEW:
            return ()
        from quiz.study.review import closing

        return closing(self.review, self.settings.exam_days)

    def show_source(self, study: Study, quotes: Sequence[Quote] = ()) -> None:
        """Show the source, at a passage if one is given."""
        from quiz.tui.screens.source import SourceScreen

        self.push_screen(SourceScreen(study, quotes))

    def flag(self, study: Study, ident: str) -> None:
        """Let the student say what is wrong with a question."""
        from quiz.tui.screens.flag import FlagScreen

        self.push_screen(FlagScreen(study, ident))

    def show_progress(self) -> None:
        """Show how the open bank went over time."""
        from quiz.tui.screens.progress import ProgressScreen

        if self.study:
            self.push_screen(ProgressScreen(self.study, self.settings.days, self.settings.exam_days))

    def show_weak(self) -> None:
        """Show where the student is weak in the open bank."""
        from quiz.tui.screens.weak import WeakScreen

        if self.study:
            self.push_screen(WeakScreen(self.study, self.settings.days))

    def read_source(self) -> None:
        """Show the source from its beginning, to be read, with its questions at hand."""
        from quiz.tui.screens.reading import ReadingScreen

        if self.study:
            self.push_screen(ReadingScreen(self.study))

    def ask_about(self, study: Study, ids: Sequence[str]) -> Run:
        """Ask questions on what was just read, over the source, which comes back afterwards."""
        from quiz.tui.screens.question import QuestionScreen

        run = study.begin(ids, new_seed(), Mode.READING)
        self.push_screen(QuestionScreen(run))
        return run

    def show_scores(self) -> None:
        """Show the scores of the open bank."""
        from quiz.tui.screens.scores import ScoresScreen

        if self.study:
            self.push_screen(ScoresScreen(self.study))

    def show_banks(self) -> None:
        """Let another bank be chosen."""
        from quiz.tui.screens.banks import BanksScreen

        self.push_screen(BanksScreen())

    def open_bank(self, reading: Reading) -> None:
        """Open another bank that was read; one that cannot be used leaves all as it is, and says so."""
        if reading.bank is None or not reading.bank.questions:
            why = reading.trouble or "it has no questions."
            self.tell(f"This bank cannot be used: {why} `quiz check {reading.path}` shows all.")
            return
        self.study = Study(reading, self.record)
        self.remember(bank=reading.bank.id)
        self.go_home()


def first_study(record: Record, name: str, tell: Tell | None = None) -> Study | None:
    """Return the study of the bank last used, or of the first that can be; `tell` is told of what takes long."""
    paths = [found.path for found in every_bank()]
    if name := name or record.last_bank():
        with suppress(UnknownBankError):
            paths.insert(0, find(name))
    for path in paths:
        reading = open_bank(path, tell)
        if reading.bank and reading.bank.questions:
            return Study(reading, record)
    return None


def run_app(
    run: Run | Exam | None = None,
    review: Review | None = None,
    *,
    reading: Study | None = None,
    tell: Tell | None = None,
) -> int:
    """Open the app, on a run or examination if one is given (it may be that of `review`), or on a source to read.

    Before the first screen, `tell` is told of what takes long to read. Returns the exit code.
    """
    if run:
        app = QuizApp(run.study.record, run.study.principal, run)
        app.review = review
    elif reading:
        app = QuizApp(reading.record, reading, reading=True)
    else:
        record = open_record()
        app = QuizApp(record, first_study(record, settings.load().bank, tell))
    try:
        app.run()
    finally:
        app.record.close()
    return app.return_code or 0
