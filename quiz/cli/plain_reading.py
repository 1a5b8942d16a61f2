"""Reading in lines: the source paragraph by paragraph, with the questions on what was just read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from shutil import get_terminal_size
from textwrap import fill
from typing import NamedTuple, TextIO

from quiz.check.coverage import Sentence, coverage
from quiz.cli.opening import left_out
from quiz.cli.plain import PlainQuiz
from quiz.core.bank import Bank, Source
from quiz.core.quotes import SourceText
from quiz.core.visible import one_line, shorten
from quiz.core.words import count
from quiz.history.values import Mode
from quiz.study import Run, Study, new_seed
from quiz.study.reading import stops, tally

HELP = "Press Enter to read on, q for the questions on what you have just read, quit to leave."
_NEXT = "Press Enter to read on."
_BACK = "  back    go back to the text\n  quit    leave; what you answered is kept\n"
_TALLY = 12
"""As wide as what is told of a sentence: "2 of 3 right", "not asked", "no question"."""


class Step(NamedTuple):
    """So much is read at a time: headings and a paragraph, a line each, and the questions to ask after them."""

    lines: tuple[str, ...]
    questions: tuple[str, ...]


def steps(bank: Bank, source: Source) -> Iterator[Step]:
    """Yield a source step by step; headings go with the paragraph that follows."""
    asked = _by_paragraph(source.indexed, [stop for stop in stops(bank) if stop.source == source.id])
    lines: list[str] = []
    questions: list[str] = []
    for i, (number, (start, end)) in enumerate(zip(source.indexed.numbers, source.indexed.paragraphs, strict=True)):
        text = one_line(source.text[start:end])
        lines.append(f"{number}. {text}" if number else text)
        questions += asked.get(i, ())
        if number:
            yield Step(tuple(lines), tuple(questions))
            lines, questions = [], []
    if lines:
        yield Step(tuple(lines), tuple(questions))


def _by_paragraph(text: SourceText, found: list[Sentence]) -> dict[int, list[str]]:
    """Return the questions of sentences by the index of the paragraph that these stand in."""
    starts = [start for start, _ in text.paragraphs]
    groups = groupby(found, lambda stop: bisect_right(starts, stop.span[0]) - 1)
    return {index: [ident for stop in group for ident in stop.questions] for index, group in groups}


class QuestionsHere(PlainQuiz):
    """The questions on what was just read: without a title before and without scores after."""

    HELP = PlainQuiz.HELP.replace("  quit    leave; what you answered is kept\n", _BACK)
    AFTER_LAST = "No more questions here. Press Enter to go back to the text, or type undo, source, flag or quit."

    ends = False
    """Whether the student wants to leave, and not to go back to the text."""

    def run(self) -> int:
        """Ask until nothing is left, or the student goes back to the text or leaves."""
        if self._asks:
            self._say("Type back to go back to the text, ? for help.")
        try:
            while self._ask():
                pass
        except KeyboardInterrupt:
            self._say()
            self.ends = True
        self._warn()
        return 0

    def _leaves(self, word: str) -> bool:
        """Return whether a word leaves the questions: for the text, or altogether."""
        self.ends = word == "quit"
        return word in ("back", "quit")


class PlainReading:
    """The sources of a bank, read in lines; at a terminal it waits after every step, in a pipe it does not."""

    def __init__(self, study: Study, replies: TextIO, out: TextIO) -> None:
        self.study = study
        self.points: dict[str, float] = {}
        self._replies = replies
        self._out = out
        self._asks = replies.isatty() and out.isatty()

    def run(self) -> int:
        """Read to the end, or until the student leaves. Returns the exit code."""
        bank = self.study.bank
        self._say(one_line(bank.title))
        for note in (left_out(self.study.reading), self._asks and HELP):
            if note:
                self._say(note)
        try:
            self._read(bank)
        except KeyboardInterrupt:
            self._say("")
        if self.points:
            self._say(f"While reading: {tally(self.points, self.points).words}.")
        return 0

    def _read(self, bank: Bank) -> None:
        for source in bank.sources:
            if len(bank.sources) > 1:
                self._say("", f"Text: {one_line(source.title)}")
            for step in steps(bank, source):
                self._put(step)
                if self._asks and not self._goes_on(step):
                    return
        if self._asks:
            self._say("", "That is the end of the text.")

    def _put(self, step: Step) -> None:
        """Print a step, and how many questions there are on it."""
        *headings, last = step.lines
        told = f" ({count(len(step.questions), 'question')})" if step.questions else ""
        self._say("", *headings, f"{last}{told}")

    def _goes_on(self, step: Step) -> bool:
        """Wait until the student wants to read on; return False when they want to leave instead."""
        while (reply := self._line()) is not None:
            if reply in ("", "quit"):
                return not reply
            if reply == "q":
                if not self._ask(step):
                    return False
            elif reply == "?":
                self._say(HELP)
            else:
                self._say(f"“{shorten(reply, 40)}” means nothing here; type ? to see what does.")
        return False

    def _ask(self, step: Step) -> bool:
        """Ask what is still to be asked of a step; return whether to go on reading."""
        left = [ident for ident in step.questions if ident not in self.points]
        if not left:
            why = "You have answered all questions here." if step.questions else "There is no question here."
            self._say(f"{why} {_NEXT}")
            return True
        run: Run = self.study.begin(left, new_seed(), Mode.READING)
        questions = QuestionsHere(run, self._replies, self._out)
        questions.run()
        self.points |= run.session.points
        if questions.ends:
            return False
        told = tally(step.questions, self.points)
        more = f", {told.left} not answered" if told.left and told.asked else ""
        self._say(f"Questions here: {told.words}{more}. {_NEXT}")
        return True

    def _say(self, *lines: str) -> None:
        width = max(get_terminal_size().columns - 1, 20) if self._asks else 0
        for line in lines:
            fitted = fill(line, width, break_long_words=False, break_on_hyphens=False) if width else line
            print(fitted, file=self._out, flush=True)

    def _line(self) -> str | None:
        """Return the next line of input, or None at its end."""
        print("> ", end="", file=self._out, flush=True)
        line = self._replies.readline()
        return line.strip().casefold() if line else None


def own_lines(study: Study) -> Iterator[str]:
    """Yield the sentences of a bank's sources, before each how the questions on it were answered last."""
    bank, points = study.bank, study.latest()
    yield one_line(bank.title)
    for (ident, paragraph), group in groupby(coverage(bank), key=lambda s: (s.source, s.paragraph)):
        source = bank.source_by_id[ident]
        name = f"{one_line(source.title)}, paragraph" if len(bank.sources) > 1 else "Paragraph"
        yield from ("", f"{name} {paragraph}") if paragraph else ("",)
        for sentence in group:
            text = one_line(source.text[slice(*sentence.span)])
            words = tally(sentence.questions, points).words if sentence.questions else "no question"
            yield f"{words:<{_TALLY}}  {text}" if paragraph or sentence.questions else text
    whole = tally(bank.by_id, points)
    yield ""
    yield f"All questions: {whole.words}, {whole.left} not asked." if whole.asked else "Nothing was asked yet."
