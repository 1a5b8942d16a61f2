"""A question of an examination on the screen: what was answered stands, and can be answered anew."""

from __future__ import annotations

import time
from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import Input

from quiz.core.calibration import WORDS
from quiz.core.certainty import of_fields
from quiz.core.questions.base import Response
from quiz.core.rating import Certainty
from quiz.settings import ASK
from quiz.study.exam import Exam
from quiz.tui.forms import form_for
from quiz.tui.forms.again import put_back
from quiz.tui.forms.base import Form, Outcome
from quiz.tui.forms.typed import Typed
from quiz.tui.keys import KeyNote
from quiz.tui.lines import Styled, Writer
from quiz.tui.screens.base import QuizScreen
from quiz.tui.screens.exam_parts import MARKED, exam_head
from quiz.tui.widgets.entry import Entry
from quiz.tui.widgets.head import Head
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.page import Page

_CERTAIN = {Certainty.SURE: "You are sure. Now the answer.", Certainty.GUESS: "A guess. Now the answer."}
_FIRST = ("turn", "list", "leave", "hand in", "mark")
"""The keys of the screen that come first on its bar."""


class ExamSheet(QuizScreen):
    """The current question of an examination, without a verdict. Keys that answer belong to the question's form."""

    def __init__(self, exam: Exam) -> None:
        super().__init__()
        self.exam = exam
        self.form: Form | None = None
        self._forms: dict[str, Form] = {}
        self._drafts: dict[str, tuple[str, ...]] = {}
        self._certainty: int | None = None
        self._began = 0.0
        self._notice = ""
        self.over = False

    def compose(self) -> ComposeResult:
        """The head, the page, the keys."""
        yield Head(self._head)
        yield Page(self._write)
        yield KeyBar(self.keys)

    async def on_mount(self) -> None:
        """Show the first question."""
        await self.ask()

    # what is shown

    def _head(self, width: int) -> tuple[Iterable[Styled], Iterable[Styled]]:
        exam = self.exam
        text = f"{exam.index + 1} of {len(exam.selection)}"
        return exam_head(exam, text if width < 56 else f"{text} · {len(exam.written)} answered", width)

    def _write(self, writer: Writer) -> None:
        form = self.form
        if form is None:
            return
        writer.blank()
        form.write_task(writer)
        writer.blank()
        if not form.typed:
            form.write(writer)
            writer.blank()
        self._write_state(writer, form)

    def _write_state(self, writer: Writer, form: Form) -> None:
        """Write what was answered, whether the question is marked, and what there is to say just now."""
        ident = form.question.id
        if written := self.exam.written.get(ident):
            sure = f"  ({WORDS[Certainty(written.certainty)]})" if written.certainty else ""
            given = form.question.spoken(written.response)
            writer.styled([("Your answer: ", "$quiet"), (given, "bold"), (sure, "$quiet")])
        if ident in self.exam.marked:
            writer.text(f"{MARKED} Marked to come back to.", "$accent")
        if form.hint:
            writer.text(form.hint, "$warning")
        elif self._certainty:
            writer.text(_CERTAIN[Certainty(self._certainty)], "$accent")

    def keys(self) -> list[KeyNote]:
        """Return the keys that answer, then those of the screen, then what is only convenient."""
        form = self._form_keys(hidden=False)
        first = max((i + 1 for i, note in enumerate(form) if note.what in ("answer", "turn")), default=len(form))
        *others, helping = super().keys()
        others.sort(key=lambda note: _FIRST.index(note.what) if note.what in _FIRST else len(_FIRST))
        return [*form[:first], *others[: len(_FIRST)], *form[first:], *others[len(_FIRST) :], helping]

    def all_keys(self) -> list[KeyNote]:
        """Return all keys of the form and of the screen."""
        return [*self._form_keys(hidden=True), *super().all_keys()]

    def _form_keys(self, hidden: bool) -> list[KeyNote]:
        if self.form is None:
            return []
        if self.form.typed:
            sure = KeyNote("! ?", "at the end: sure, a guess", "")
            return [KeyNote("enter", "answer", "enter"), KeyNote("← →", "turn", "right"), sure]
        return [KeyNote(k.label, k.what, k.keys[0]) for k in self.form.bindings() if k.shown or hidden]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer what makes sense now; certainty by key only where nothing is typed."""
        if action == "certainty":
            return self.form is not None and not self.form.typed
        if action == "open":
            return any(ident != self.exam.question.id for ident in self.exam.unanswered)
        return True

    def _repaint(self) -> None:
        self.page.repaint()
        self.query_one(Head).renew()
        self.update_keys()

    # from question to question

    async def ask(self) -> None:
        """Show the current question, as far as it was answered."""
        self._keep_draft()
        question = self.exam.question
        self.form = self._forms.setdefault(question.id, self._form())
        self.form.waits = self.quiz.settings.certainty == ASK
        self.form.hint = ""
        self._certainty = None
        self.page.snug = self.form.typed
        if isinstance(self.form, Typed):
            await self._open_entry(self.form)
        else:
            for entry in self.query(Entry):
                entry.close()
            self.set_focus(None)
        self._repaint()
        self.page.to_top()
        self._began = time.monotonic()

    def _form(self) -> Form:
        question = self.exam.question
        form = form_for(question, self.exam.layout(question))
        if written := self.exam.written.get(question.id):
            put_back(form, written.response)
        return form

    async def _open_entry(self, form: Typed) -> None:
        """Show the fields, with what was typed into them before and not answered with yet."""
        if not self.query(Entry):
            await self.mount(Entry(), after=self.page)
        entry = self.query_one(Entry)
        await entry.open(form.labels)
        for field, text in zip(entry.fields, self._drafts.get(form.question.id, ()), strict=False):
            field.value = text
            field.cursor_position = len(text)

    def _keep_draft(self) -> None:
        if isinstance(self.form, Typed):
            self._drafts[self.form.question.id] = tuple(field.value for field in self.query_one(Entry).fields)

    def enter_drafts(self) -> bool:
        """Answer with all that was typed and not entered, as far as it can be an answer; return whether some cannot.

        Whoever hands in or leaves means it to count: it would be lost.
        """
        self._keep_draft()
        drafts = {ident: texts for ident, texts in self._drafts.items() if any(map(str.strip, texts))}
        for ident, texts in list(drafts.items()):
            if self._enter(self._forms[ident], texts):
                del drafts[ident]
        self._drafts = drafts
        return bool(drafts)

    def _enter(self, form: Form, typed: tuple[str, ...]) -> bool:
        assert isinstance(form, Typed)
        texts, certainty = of_fields(typed, form.question)
        outcome = form.submit(texts)
        form.hint = ""
        if not isinstance(outcome, tuple):
            return False
        self.exam.answer(outcome, time.monotonic() - self._began, certainty, form.question)
        if form is self.form:
            self._empty_fields()
        return True

    def _empty_fields(self) -> None:
        """Empty the fields, once what stood in them is kept."""
        for field in self.query_one(Entry).fields:
            field.value = ""

    async def action_go(self, step: int) -> None:
        """Go to the next question, or to the one before."""
        self.exam.go(step)
        await self.ask()

    async def action_open(self) -> None:
        """Go to the next question without an answer."""
        self.exam.go(1)
        while self.exam.question.id in self.exam.written:
            self.exam.go(1)
        await self.ask()

    # answering

    async def on_key(self, event: Key) -> None:
        """Give a key to the form; what is not the form's goes on to the bindings."""
        if self.form is None or self.over:
            return
        taken = await self._typing(event.key) if self.form.typed else await self._deal_with(self.form.press(event.key))
        if taken:
            event.stop()
            event.prevent_default()

    async def _typing(self, key: str) -> bool:
        """Move between fields; from an empty one the arrows go to another question. Return whether it was that."""
        entry, field = self.query_one(Entry), self.focused
        several = len(entry.fields) > 1
        if key in ("up", "down") or (several and key in ("tab", "shift+tab")):
            entry.move(-1 if key in ("up", "shift+tab") else 1)
        elif key in ("left", "right") and isinstance(field, Input) and not field.value:
            await self.action_go(-1 if key == "left" else 1)
        elif key == "tab" and self.check_action("open", ()):
            await self.action_open()
        else:
            return False
        return True

    async def _deal_with(self, outcome: Outcome) -> bool:
        """Do what a form answered to a key or click; return whether it was the form's at all."""
        if outcome is False or self.form is None:
            return False
        if isinstance(outcome, tuple):
            await self.keep(outcome)
        else:
            self._repaint()
            if self.form.hint:
                self.call_after_refresh(self.page.show_lines, len(self.page.lines) - 1, len(self.page.lines) - 1)
            elif self.form.cursor is not None:
                self.page.show_target(self.form.cursor)
        return True

    async def keep(self, response: Response) -> None:
        """Keep an answer, on disk before anything else happens."""
        self._forms.pop(self.exam.question.id, None)
        self.exam.answer(response, time.monotonic() - self._began, self._certainty)
        if self.form and self.form.typed:
            self._empty_fields()
        self._tell()

    @on(Page.Clicked)
    async def click(self, event: Page.Clicked) -> None:
        """Give a click on a line to the form."""
        if self.form is not None and not self.over:
            await self._deal_with(self.form.click(event.target))

    @on(Input.Changed)
    def typing(self) -> None:
        """Take back what was missing, which may be there now."""
        if self.form and self.form.hint and any(field.value for field in self.query_one(Entry).fields):
            self.form.hint = ""
            self._repaint()

    @on(Entry.Submitted)
    async def typed(self, event: Entry.Submitted) -> None:
        """Take a typed answer; a sign at its end tells how sure the student is."""
        if isinstance(self.form, Typed) and not self.over:
            texts, self._certainty = of_fields(event.texts, self.form.question)
            await self._deal_with(self.form.submit(texts))

    async def action_certainty(self, certainty: int) -> None:
        """Answer with what is chosen, and this certainty; where nothing is yet, keep it for the answer to come."""
        assert self.form is not None
        ready = self.form.ready
        self._certainty = None if self._certainty == certainty and not ready else certainty
        if ready:
            await self._deal_with(self.form.press("enter"))
        else:
            self.form.hint = ""
            self._repaint()

    def action_mark(self) -> None:
        """Mark the question to come back to, or no longer."""
        self.exam.mark()
        self._tell()
        self._repaint()

    def _tell(self) -> None:
        """Say once what the record has to say."""
        notice = self.exam.study.record.notice
        if notice != self._notice:
            self._notice = notice
            self.quiz.tell(notice)
