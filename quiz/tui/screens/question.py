"""The question and, at once after the answer, the verdict: one screen, painted in place."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import Input

from quiz.core.certainty import of_fields
from quiz.core.questions.base import Response
from quiz.settings import ASK
from quiz.study import Run
from quiz.tui.forms import form_for
from quiz.tui.forms.base import Form, Outcome
from quiz.tui.forms.typed import Typed
from quiz.tui.keys import KeyNote
from quiz.tui.lines import Styled, Writer, flat
from quiz.tui.screens.base import QuizScreen
from quiz.tui.verdict import write_verdict
from quiz.tui.widgets.entry import Entry
from quiz.tui.widgets.head import Head
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.page import Page
from quiz.tui.widgets.tally import Tally

_CERTAIN = {3: "You are sure. Now the answer.", 1: "A guess. Now the answer."}
_VERDICT_ACTIONS = ("next", "source", "undo", "others", "scroll_line")


class QuestionScreen(QuizScreen):
    """One run, question by question. Keys that answer belong to the question's form, all others are bindings."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "next", "next"),
        Binding("s", "source", "source"),
        Binding("u", "undo", "undo"),
        Binding("w", "others", "why others are wrong"),
        Binding("exclamation_mark", "certainty(3)", "sure"),
        Binding("question_mark", "certainty(1)", "a guess"),
        Binding("question_mark", "help", "help", show=False),
        Binding("tab", "tab", "skip"),
        Binding("f3", "skip", "skip"),
        Binding("up,k", "scroll_line(-1)", "scroll", show=False, key_display="↑ ↓"),
        Binding("down,j", "scroll_line(1)", "scroll", show=False),
        Binding("pageup", "scroll_page(-1)", "scroll a page", show=False, key_display="pg up pg dn"),
        Binding("pagedown", "scroll_page(1)", "scroll a page", show=False),
        Binding("left", "look_back", "last explanation", show=False),
        Binding("f,f4", "flag", "something is wrong"),
        Binding("f2", "ask_certainty", "ask how sure, or not", show=False),
        Binding("escape", "leave", "leave"),
        Binding("f1", "help", "help"),
    ]

    def __init__(self, run: Run) -> None:
        super().__init__()
        self.run = run
        self.form: Form | None = None
        self._others = False
        self._began = 0.0
        self._notice = ""
        self._verdict_line = 0
        self._certainty: int | None = None

    def compose(self) -> ComposeResult:
        """The head, the scores so far, the page, the keys."""
        yield Head(self._head)
        yield Tally(lambda: self.run.scores() if self.run.scored else ())
        yield Page(self._write)
        yield KeyBar(self.keys)

    async def on_mount(self) -> None:
        """Ask the first question."""
        await self._ask()

    # what is shown

    @property
    def answered(self) -> bool:
        """Whether the verdict is on screen."""
        return self.form is not None and self.form.grade is not None

    def _head(self, width: int) -> tuple[Iterable[Styled], Iterable[Styled]]:
        session = self.run.session
        count = len(session.selection)
        bank = self.run.study.bank
        title = bank.phase_by_id[self.form.question.phase].title if self.form else ""
        left: list[Styled] = [(flat(title), "bold $accent"), (f"   {flat(bank.title)}", "$quiet")]
        right: list[Styled] = [(self._place(), "")]
        if width >= 56:
            full = round(20 * len(session.answers) / max(count, 1))
            right += [("  ", ""), ("━" * full, "$accent"), ("─" * (20 - full), "$faint")]
        return left if width >= 56 else left[:1], right

    def _place(self) -> str:
        """Return which question it is, of how many."""
        session = self.run.session
        if session.repeating and not (self.answered and not session.repeats):
            number = len(session.repeats) + (not self.answered)
            return f"once more, unscored: {number} of {len(session.missed)}"
        number = len(session.answers) if self.answered else session.number
        what = "" if self.run.scored else "pre-test, "
        return f"{what}{number} of {len(session.selection)}"

    def _write(self, writer: Writer) -> None:
        form = self.form
        if form is None:
            return
        writer.blank()
        form.write_task(writer)
        writer.blank()
        form.write(writer)
        self._verdict_line = len(writer.lines)
        if form.grade is not None:
            write_verdict(writer, self.run.study.bank, form, others=self._others, certainty=self._certainty)
        elif form.hint:
            writer.blank()
            writer.text(form.hint, "$warning")
        elif self._certainty:
            writer.blank()
            writer.text(_CERTAIN[self._certainty], "$accent")

    def keys(self) -> list[KeyNote]:
        """Return the form's keys before those of the screen; leaving and certainty come before what is convenient."""
        form, others = self._form_keys(hidden=False), super().keys()
        leave = [note for note in others if note.what == "leave"] if form else []
        sure = sorted((note for note in others if note.what in ("sure", "a guess")), key=lambda note: note.label)
        first = [note for note in form if note.what != "move"]
        rest = (note for note in (*form, *others) if note not in (*first, *leave, *sure))
        return [*first, *leave, *sure, *rest]

    def all_keys(self) -> list[KeyNote]:
        """Return all keys of the form and of the screen."""
        return [*self._form_keys(hidden=True), *super().all_keys()]

    def _form_keys(self, hidden: bool) -> list[KeyNote]:
        if self.form is None or self.answered:
            return []
        if self.form.typed:
            return [KeyNote("enter", "answer", "enter"), KeyNote("! ?", "at the end: sure, a guess", "")]
        return [KeyNote(k.label, k.what, k.keys[0]) for k in self.form.bindings() if k.shown or hidden]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Allow what makes sense now: verdict keys after the answer, skipping before it."""
        if action in _VERDICT_ACTIONS:
            return self.answered and (action != "others" or self._has_others())
        if action == "look_back":
            return bool(self.run.session.answers)
        if action == "certainty":
            return self.run.scored and not self.answered and self.form is not None and not self.form.typed
        if action in ("skip", "tab"):
            skippable = not self.answered and len(self.run.session.queue) > 1
            return skippable and (action == "skip" or not self._several_fields)
        return True

    def _has_others(self) -> bool:
        return (
            not self._others and self.form is not None and sum(bool(o.why) for o in self.form.question.distractors) > 0
        )

    def _repaint(self) -> None:
        self.page.repaint()
        self.query_one(Head).renew()
        self.update_keys()

    # what happens

    async def _ask(self) -> None:
        """Show the current question, or the results when there is none."""
        question = self.run.question
        if question is None:
            self.quiz.show_results(self.run)
            return
        self.form = form_for(question, self.run.session.layout(question))
        self.form.waits = self.quiz.settings.certainty == ASK
        self._others = False
        self._certainty = None
        if isinstance(self.form, Typed):
            self.page.snug = True
            await (await self._entry()).open(self.form.labels)
        else:
            self._close_entry()
        self._repaint()
        self.page.to_top()
        self._began = time.monotonic()

    async def _entry(self) -> Entry:
        """Return the fields for typed answers; they come with the first question that needs them."""
        if not self.query(Entry):
            await self.mount(Entry(), after=self.page)
        return self.query_one(Entry)

    def _close_entry(self) -> None:
        self.page.snug = False
        for entry in self.query(Entry):
            entry.close()
        self.set_focus(None)

    async def on_key(self, event: Key) -> None:
        """Give a key to the form; what is not the form's goes on to the bindings.

        To go on is dealt with here, in the order of the keys: the bindings' turn comes only after the next key
        has been looked at, and what is typed ahead would be lost.
        """
        if self.form is None:
            return
        if self.answered:
            if event.key in ("enter", "space"):
                event.stop()
                event.prevent_default()
                await self._ask()
            return
        if self.form.typed:
            if event.key in ("up", "down") or (event.key in ("tab", "shift+tab") and self._several_fields):
                event.stop()
                event.prevent_default()
                self.query_one(Entry).move(-1 if event.key in ("up", "shift+tab") else 1)
            return
        if self._deal_with(self.form.press(event.key)):
            event.stop()
            event.prevent_default()

    def _deal_with(self, outcome: Outcome) -> bool:
        """Do what a form answered to a key or click; return whether it was the form's at all."""
        if outcome is False:
            return False
        if isinstance(outcome, tuple):
            self._submit(outcome)
        else:
            self._repaint()
            self._show_place()
        return True

    def _show_place(self) -> None:
        """Scroll so that what is still to do is in view, or else the marked item."""
        if self.form and self.form.hint:
            self.call_after_refresh(self.page.show_lines, self._verdict_line, len(self.page.lines) - 1)
        elif self.form and self.form.cursor is not None:
            self.page.show_target(self.form.cursor)

    def _submit(self, response: Response) -> None:
        """Grade and keep the answer; only then show the verdict."""
        assert self.form is not None
        grade = self.run.submit(response, time.monotonic() - self._began, self._certainty)
        self.form.reveal(response, grade)
        if self.form.typed:
            self._close_entry()
        self._repaint()
        self.query_one(Tally).renew()
        if self.form.typed:
            self.call_after_refresh(self._show_verdict)  # once the page has the room of the fields
        else:
            self._show_verdict()
        self._tell()

    def _show_verdict(self) -> None:
        """Scroll so that the verdict is in view: to its end where it fits, else from its first line on."""
        self.page.show_lines(self._verdict_line, len(self.page.lines) - 1)

    def _tell(self) -> None:
        """Say once what the record has to say."""
        notice = self.run.study.record.notice
        if notice != self._notice:
            self._notice = notice
            self.quiz.tell(notice)

    @on(Page.Clicked)
    def click(self, event: Page.Clicked) -> None:
        """Give a click on a line to the form."""
        if self.form is not None and not self.answered:
            self._deal_with(self.form.click(event.target))

    @on(Input.Changed)
    def typing(self) -> None:
        """Take back what was missing, which may be there now."""
        if self.form is not None and self.form.hint and not self.answered:
            self.form.hint = ""
            self._repaint()

    @on(Entry.Submitted)
    def typed(self, event: Entry.Submitted) -> None:
        """Take a typed answer."""
        if isinstance(self.form, Typed) and not self.answered:
            texts, self._certainty = of_fields(event.texts, self.form.question)
            self._deal_with(self.form.submit(texts))

    async def action_next(self) -> None:
        """Go on to the next question."""
        await self._ask()

    @property
    def _several_fields(self) -> bool:
        """Whether the answer is typed into several fields, between which Tab goes."""
        return isinstance(self.form, Typed) and not self.answered and len(self.form.labels) > 1

    async def action_tab(self) -> None:
        """Skip, where Tab has nothing else to do."""
        await self.action_skip()

    async def action_skip(self) -> None:
        """Put the question at the end."""
        self.run.skip()
        await self._ask()

    async def action_undo(self) -> None:
        """Take the last answer back and ask its question again."""
        self.run.undo()
        self.query_one(Tally).renew()
        await self._ask()

    def action_others(self) -> None:
        """Show why the options that were not chosen are wrong."""
        self._others = True
        self._repaint()

    def action_certainty(self, certainty: int) -> None:
        """Answer with what is chosen, and this certainty; where nothing is yet, keep it for the answer to come."""
        assert self.form is not None
        ready = self.form.ready
        self._certainty = None if self._certainty == certainty and not ready else certainty
        if ready:
            self._deal_with(self.form.press("enter"))
        else:
            self.form.hint = ""
            self._repaint()

    def action_ask_certainty(self) -> None:
        """From now on let an answer wait for how sure the student is, or no longer."""
        asks = self.quiz.settings.certainty != ASK
        self.quiz.remember(certainty=ASK if asks else "")
        if self.form:
            self.form.waits = asks
        self._repaint()
        waits = "An answer waits now for Enter, ! if you are sure, ? if you guess."
        told = waits if asks else "A digit answers at once again."
        self.app.notify(told, markup=False, timeout=4)

    def action_flag(self) -> None:
        """Say that something is wrong with this question."""
        if self.form is not None:
            self.quiz.flag(self.run.study, self.form.question.id)

    def action_source(self) -> None:
        """Open the source at the passage."""
        if self.form is not None:
            self.quiz.show_source(self.run.study, self.form.question.quotes)

    def action_look_back(self) -> None:
        """Show the explanation of the last answer again."""
        from quiz.tui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen(self.run, len(self.run.session.answers) - 1, onward=True))

    def action_leave(self) -> None:
        """Go home; the attempt can be resumed."""
        self.quiz.leave(self.run)
