"""Results: how a run went, per phase and question by question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quiz.core.scoring import total
from quiz.core.session import Answer
from quiz.core.troubles import trouble
from quiz.core.visible import visible
from quiz.core.words import count
from quiz.history.values import Mode
from quiz.study import Run, new_seed, report
from quiz.tui.forms.base import PARTLY, RIGHT, WRONG, digits, range_label
from quiz.tui.keys import KeyNote
from quiz.tui.lines import Styled, Writer, assembled, flat
from quiz.tui.screens.base import QuizScreen
from quiz.tui.screens.review import ReviewScreen
from quiz.tui.standing import write_scores
from quiz.tui.widgets.head import Head, titled
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.menu import Item, Menu

MARKS_EXPLAINED = "Sure: right 3, wrong −6. Fairly sure: 2, −2. A guess: 1, 0."
_READ, _AGAIN = "Read again:  ", "read again"
_BETWEEN = "      "
_ROOMY = 56


class ResultsScreen(QuizScreen):
    """The total, a row per phase, what to read again, and every answer; Enter shows its explanation again.

    With `looking_back` the attempt is an old one, and Escape goes back to the list of attempts. The sentences in
    `closing` stand below the scores.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "missed", "missed again"),
        *(Binding(sign, f"read({i})", _AGAIN) for i, sign in enumerate("123")),
        Binding("x", "save", "save"),
        Binding("escape", "back", "back"),
        Binding("s", "source", "source"),
        Binding("c", "marks", "marks by certainty, or none", show=False),
    ]
    AUTO_FOCUS = "Menu"

    def __init__(self, run: Run, *, looking_back: bool = False, closing: Sequence[str] = ()) -> None:
        super().__init__()
        self.looking_back = looking_back
        self.run = run
        self.closing = tuple(closing)
        self._rows = run.scores()
        self._total = total(self._rows)
        self._levels = report.levels(run)
        self._passages = report.passages(run)
        self._changed = report.changed(run) if looking_back else frozenset[str]()

    def compose(self) -> ComposeResult:
        """The head, the scores and the list of answers, the keys."""
        yield Head(self._head)
        yield Menu(self._items(), self._before)
        yield KeyBar(self.keys)

    def on_mount(self) -> None:
        """Begin at the top, whatever stands above the answers."""
        menu = self.query_one(Menu)
        self.call_after_refresh(lambda: menu.call_after_refresh(menu.to_top))

    def _head(self, width: int) -> tuple[Iterable[Styled], Iterable[Styled]]:
        first = "" if self.run.mode is Mode.EXAM else " first time"
        text = f"{self._total.right} of {self._total.answered} right{first}"
        return titled(text if self.run.scored else "A pre-test", self.run.study.bank.title, width)

    # what stands above the answers

    def _before(self, writer: Writer) -> None:
        writer.blank()
        if self.run.scored:
            write_scores(writer, self.run.study.bank, self._rows, whole=False)
        else:
            writer.text(report.PRETEST)
        for texts, style in ((self._notes(), "$quiet"), (self.closing, ""), (self._certainty(), "")):
            writer.blank(bool(texts))
            for text in texts:
                writer.text(text, style)
        if self._marked:
            writer.text(MARKS_EXPLAINED, "$quiet")
        if self._passages:
            writer.blank()
            self._write_passages(writer)
        writer.blank()

    def _notes(self) -> list[str]:
        """Return what must be said of the scores, in a paragraph."""
        run, notes = self.run, []
        if self._total.partly and run.scored:
            notes.append(f"{count(self._total.partly, 'answer was', 'answers were')} partly right.")
        if empty := report.unanswered(run):
            notes.append(f"{count(empty, 'question is', 'questions are')} not answered.")
        if run.session.withdrawn:
            notes.append(f"{count(run.session.withdrawn, 'answer was', 'answers were')} taken back as a slip.")
        if again := report.asked_again(run):
            notes.append(again)
        if self._changed:
            notes.append(report.changed_words(len(self._changed)))
        return [" ".join(notes)] if notes else []

    def _certainty(self) -> list[str]:
        """Return how sure the student was against how often that was right, and the marks when they are on."""
        lines = [level.sentence for level in self._levels]
        if self._marked and (earned := report.marks(self.run)):
            lines.append(earned.sentence)
        return [line[0].upper() + line[1:] for line in lines]

    @property
    def _marked(self) -> bool:
        return bool(self._levels) and self.quiz.settings.marks == "on"

    def _write_passages(self, writer: Writer) -> None:
        """Write the passages with the keys that open them: in a line where they fit, else one below the other."""
        parts: list[list[Styled]] = [
            [(f"{sign} ", "bold $accent"), (report.place_of(self.run, passage.quote), "")]
            for sign, passage in zip(digits(len(self._passages)), self._passages, strict=True)
        ]
        beside: list[Styled] = [(_READ, "$quiet"), *parts[0]]
        beside += [piece for part in parts[1:] for piece in ((_BETWEEN, ""), *part)]
        if assembled(beside).cell_length <= writer.width:
            writer.styled(beside)
            return
        lead = _READ if writer.width >= _ROOMY else "  "
        if lead != _READ:
            writer.text(_READ.strip(), "$quiet")
        for sign, place in parts:
            writer.styled([place], [(lead, "$quiet"), sign])
            lead = " " * len(lead)

    # the answers

    def _items(self) -> list[Item]:
        return [self._item(answer) for answer in self.run.session.answers]

    def _item(self, answer: Answer) -> Item:
        question = self.run.study.bank.by_id[answer.question]
        mark = RIGHT if answer.score >= 1 else PARTLY if answer.score > 0 else WRONG
        note = f"{answer.score:.2f}" if 0 < answer.score < 1 else ""
        if not answer.response:
            note = report.NOT_ANSWERED
        if answer.question in self._changed:
            note = " · ".join(filter(None, (note, "changed since")))
        style = "$quiet" if answer.score >= 1 else ""
        return Item(answer.question, flat(question.prompt), note, style, mark)

    @on(Menu.Taken)
    def take(self, event: Menu.Taken) -> None:
        """Show the explanation of an answer again."""
        ids = [answer.question for answer in self.run.session.answers]
        self.app.push_screen(ReviewScreen(self.run, ids.index(event.item.name)))

    # the keys

    def keys(self) -> list[KeyNote]:
        """Name the digits that open a passage together."""
        found = super().keys()
        return [self._named(note) for note in found]

    def all_keys(self) -> list[KeyNote]:
        """Name the digits that open a passage together."""
        return [self._named(note) for note in super().all_keys()]

    def _named(self, note: KeyNote) -> KeyNote:
        return note._replace(label=range_label(digits(len(self._passages)))) if note.what == _AGAIN else note

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the missed, passages and marks only when there are some."""
        if action == "read":
            return parameters[0] in range(len(self._passages))
        if action == "marks":
            return bool(self._levels)
        return action != "missed" or bool(self.run.session.missed)

    def action_missed(self) -> None:
        """Begin a new quiz on what was missed in this one."""
        self.quiz.go_on(self.run.study.begin(self.run.session.missed, new_seed()))

    def action_read(self, index: int) -> None:
        """Open the source at a passage that is worth reading again."""
        self.quiz.show_source(self.run.study, [self._passages[index].quote])

    def action_marks(self) -> None:
        """Turn certainty-based marks on, or off, here and from now on."""
        self.quiz.remember(marks="" if self._marked else "on")
        self.page.repaint()

    def action_save(self) -> None:
        """Save the results as Markdown in the current folder, or at home where that cannot be written to."""
        from quiz.study.markdown import as_markdown, save

        text = as_markdown(self.run, with_marks=self._marked)
        try:
            path = save(self.run, text, _folders())
        except OSError as error:
            self.quiz.tell(f"The results cannot be saved: {trouble(error, error.filename or Path.cwd())}.")
        else:
            self.notify(f"Saved as {visible(str(path))}", markup=False)

    def action_back(self) -> None:
        """Go home, or back to the list of attempts."""
        if self.looking_back:
            self.quiz.go_back()
        else:
            self.quiz.go_home()

    def action_source(self) -> None:
        """Read the source."""
        self.quiz.show_source(self.run.study)


def _folders() -> Iterator[Path]:
    """Yield where results are saved: the current folder, else the home folder, where there is one."""
    yield Path()
    with suppress(RuntimeError):
        yield Path.home()
