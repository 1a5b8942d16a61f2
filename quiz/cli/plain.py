"""Plain mode: a quiz in append-only lines, for screen readers, pipes and poor terminals."""

import re
import time
from textwrap import fill
from typing import TYPE_CHECKING, TextIO

from quiz.cli.asked import asked, cited
from quiz.cli.opening import left_out
from quiz.core.bank import Bank, Quote
from quiz.core.certainty import parted, remark
from quiz.core.questions.base import Grade, Layout, Misfit, Question, Response
from quiz.core.quotes import SourceText, Span
from quiz.core.visible import one_line, shorten
from quiz.core.words import verdict_line
from quiz.history.values import Mode
from quiz.study import Run

if TYPE_CHECKING:
    from quiz.study.review import Review

HELP = """\
Type your answer as a line and press Enter. Besides answers you can type:
  ?       this help
  skip    ask this question later
  undo    take back the answer before this one
  source  the passage of the last answer, in its place; before the first answer, the whole text
  flag TEXT       what is wrong with this question, for whoever looks after the bank
  flag last TEXT  the same of the question just answered
  quit    leave; what you answered is kept
With an answer, ! at its end says that you are sure, ? that you guess: 2! or 2?
To answer with one of these words itself, put = before it: =skip"""
LONGEST_LINE = 5_000
"""Characters that a line of input may have: what is longer was pasted by mistake, and stays out of the record."""


_FLAG = re.compile(r"flag\b", re.IGNORECASE)
_FLAG_LAST = re.compile(r"flag\s+last\b", re.IGNORECASE)


class PlainQuiz:
    """One run, asked and answered in lines."""

    HELP = HELP
    AFTER_LAST = "That was the last question. Enter for the scores, or undo, source or flag."

    def __init__(self, attempt: Run, replies: TextIO, out: TextIO, review: "Review | None" = None) -> None:
        self.attempt = attempt
        self._review = review
        self.bank: Bank = attempt.study.bank
        self._replies = replies
        self._out = out
        self._asks = replies.isatty() and out.isatty()
        self._last: Question | None = None
        self._notice = ""
        self._explained: set[str] = set()

    def run(self) -> int:
        """Ask until nothing is left or the student leaves; then print the scores. Returns the exit code."""
        self._say(one_line(self.bank.title))
        for note in (self._opening(), left_out(self.attempt.study.reading), self._asks and "Type ? for help."):
            if note:
                self._say(note)
        try:
            while self._ask():
                pass
        except KeyboardInterrupt:
            self._say()
        self._results()
        return 0

    def _opening(self) -> str:
        """Return what there is to know before the first question."""
        if self.attempt.mode is Mode.PRETEST:
            return "A pre-test, before reading: nothing is scored."
        if self._review is None:
            return ""
        from quiz.study.review import opening

        return opening(self._review)

    def _say(self, *lines: str) -> None:
        for line in lines or ("",):
            print(self._fitted(line), file=self._out, flush=True)

    def _fitted(self, line: str) -> str:
        """Return a line as it is, or at a terminal broken between words, which terminals do not do."""
        if not self._asks:
            return line
        indent = " " * (len(line) - len(line.lstrip()))
        from shutil import get_terminal_size  # 3 ms, and only at a terminal

        width = max(get_terminal_size().columns - 1, 20)
        return fill(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)

    def _warn(self) -> None:
        """Say what the record has to say, once."""
        notice = self.attempt.study.record.notice
        if notice != self._notice:
            self._notice = notice
            self._say(f"Note: {one_line(notice)}")

    def _line(self) -> str | None:
        """Return the next line of input, or None at its end."""
        while True:
            if self._asks:
                print("> ", end="", file=self._out, flush=True)
            line = self._read()
            if len(line) <= LONGEST_LINE:
                return line.strip() if line else None
            self._say(f"This line has {len(line):,} characters; type one of at most {LONGEST_LINE:,}.")

    def _read(self) -> str:
        """Return the next line with its end; "" at the end of input."""
        return self._replies.readline()

    def _ask(self) -> bool:
        """Put the current question and deal with replies until it changes; return whether to go on."""
        self._warn()
        question = self.attempt.question
        if question is None:
            return self._after_last()
        layout = self.attempt.session.layout(question)
        self._put(question, layout)
        began = time.monotonic()
        while (reply := self._line()) is not None:
            if self._is_command(reply, question, layout):
                continue
            if self._leaves(reply.casefold()):
                return False
            if reply.casefold() in ("skip", "undo"):
                if self._move(reply.casefold()):
                    return True
                continue
            if self._answer(question, reply.removeprefix("="), layout, began):
                return True
        return False

    def _after_last(self) -> bool:
        """At the end of a run at a terminal, the last answer can still be taken back, and its question flagged."""
        if not self._asks:
            return False
        self._say(self.AFTER_LAST)
        while (reply := self._line()) is not None:
            if reply.casefold() == "undo":
                return self._move("undo")
            if _FLAG.match(reply):
                self._flag(self._last, reply[4:].strip())
            elif reply.casefold() == "source":
                self._show_source()
            else:
                self._leaves(reply.casefold())
                return False
        return False

    def _leaves(self, word: str) -> bool:
        """Return whether a word leaves the questions."""
        return word == "quit"

    def _is_command(self, reply: str, question: Question, layout: Layout) -> bool:
        """Deal with a reply that leaves the question as it is."""
        if reply == "?":
            self._say(question.hint(layout), *self.HELP.split("\n"))
        elif reply.casefold() == "source":
            self._show_source()
        elif last := _FLAG_LAST.match(reply):
            self._flag(self._last, reply[last.end() :].strip())
        elif _FLAG.match(reply):
            self._flag(question, reply[4:].strip())
        else:
            return False
        return True

    def _flag(self, question: Question | None, text: str) -> None:
        if question is None:
            self._say("There is no question before this one.")
            return
        if not text:
            self._say("What is wrong? Type it as one line; an empty line leaves it.")
            text = self._line() or ""
        if text:
            self.attempt.study.flag(question.id, text)
            self._say(f"Noted, on “{shorten(question.prompt, 50)}”, for whoever looks after this bank: quiz flags")
        else:
            self._say("Nothing noted.")

    def _move(self, command: str) -> bool:
        """Skip or undo; return whether another question is the current one now."""
        if command == "skip" and len(self.attempt.session.queue) < 2:
            self._say("This is the last question that is left; answer it, or type quit.")
        elif command == "skip":
            self.attempt.skip()
            self._say("Skipped; it comes again at the end.")
            return True
        elif self.attempt.undo():
            self._last = None
            self._say("Taken back. The question again:")
            return True
        else:
            self._say("There is no answer to take back.")
        return False

    def _answer(self, question: Question, reply: str, layout: Layout, began: float) -> bool:
        reply, certainty = parted(reply, question)
        response = question.parse(reply, layout)
        if isinstance(response, Misfit):
            self._say(response.message)
            return False
        grade = self.attempt.submit(response, time.monotonic() - began, certainty)
        self._last = question
        self._warn()
        self._verdict(question, response, grade, remark(certainty, grade.score))
        return True

    # what is printed

    def _put(self, question: Question, layout: Layout) -> None:
        session = self.attempt.session
        phase = one_line(self.bank.phase_by_id[question.phase].title)
        number = f"Question {session.number} of {len(session.selection)}"
        if session.repeating:
            number = f"Once more, unscored: {len(session.repeats) + 1} of {len(session.missed)}"
        self._say("", f"{number} · {phase}")
        self._say(*asked(question, layout))
        if self._asks and question.kind not in self._explained:
            self._explained.add(question.kind)
            self._say(f"  ({question.hint(layout)})")

    def _verdict(self, question: Question, response: Response, grade: Grade, said: str = "") -> None:
        self._say(verdict_line(grade))
        if said:
            self._say(said)
        if grade.taken_as:
            self._say(f"Taken as {one_line(grade.taken_as)}.")
        if grade.detail:
            self._say(f"{one_line(grade.detail[0].upper() + grade.detail[1:])}.")
        self._say(f"Answer: {one_line(question.answer_text)}")
        if question.explanation:
            self._say(f"Why: {one_line(question.explanation)}")
        for option in question.reasons(response):
            if option.why:
                self._say(f"Your choice: {one_line(option.why)}")
        for quote in question.quotes:
            self._say(f"Source: {cited(self.bank, quote)}")

    def _show_source(self) -> None:
        if self._last is None:
            for source in self.bank.sources:
                self._say(one_line(source.title), *_numbered(source.indexed))
            return
        for quote in self._last.quotes:
            source = self.bank.source_by_id[quote.source]
            text, where = source.indexed, self.bank.where(quote)
            paragraph = next(span for span in text.paragraphs if span[0] <= quote.spans[0][0] < span[1])
            self._say(f"{one_line(source.title)}, {where}:", one_line(_marked(source.text, paragraph, quote)))

    def _results(self) -> None:
        from quiz.cli.plain_end import last_lines  # not before the end: the first question does not wait for it

        self._say("", *last_lines(self.attempt, self._review))
        self._warn()


def _numbered(text: SourceText) -> list[str]:
    """Return the paragraphs of a source, each on a line and with its number."""
    lines = []
    for number, (start, end) in zip(text.numbers, text.paragraphs, strict=True):
        paragraph = one_line(text.text[start:end])
        lines.append(f"{number}. {paragraph}" if number else paragraph)
    return lines


def _marked(text: str, paragraph: Span, quote: Quote) -> str:
    """Return a paragraph with the quoted words in brackets."""
    pieces, position = [], paragraph[0]
    for start, end in quote.spans:
        pieces += [text[position:start], "⟦", text[start:end], "⟧"]
        position = end
    return "".join((*pieces, text[position : max(paragraph[1], position)]))
