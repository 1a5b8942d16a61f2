"""An examination in lines: no verdict until it is handed in, and until then every answer can be changed."""

import time
from collections.abc import Callable
from typing import TextIO

from quiz.cli.asked import asked
from quiz.cli.opening import left_out
from quiz.cli.plain import PlainQuiz
from quiz.core.calibration import WORDS
from quiz.core.certainty import parted, remark
from quiz.core.exam_words import missed_words, open_words, state_words, time_words
from quiz.core.questions.base import Layout, Misfit, Question
from quiz.core.rating import Certainty
from quiz.core.session import Answer
from quiz.core.visible import one_line
from quiz.core.words import count
from quiz.history.values import Mode
from quiz.study.exam import Exam

HELP = """\
Type your answer as a line and press Enter; you can come back and change it. Besides answers you can type:
  ?       this help
  next    the next question, without an answer to this one
  back    the question before
  go 5    question 5, or any other
  mark    mark this question to come back to, or take the mark away
  list    all questions, with what is answered and what is marked
  done    hand in: then come the verdicts, and nothing can be changed
  quit    leave; what you answered is kept, and --resume goes on
With an answer, ! at its end says that you are sure, ? that you guess: 2! or 2?
To answer with one of these words itself, put = before it: =next"""
_LONGEST_WAIT = 10.0
"""Seconds until the clock is looked at again: a machine that slept did not count them."""
_TIME_UP = "The time is up: the examination is handed in as it stands."


def _comes(replies: TextIO, seconds: float) -> bool:
    """Wait so long for a line; return whether there is one, and also where nobody can tell (as on Windows)."""
    from select import select

    try:
        return bool(select([replies], [], [], seconds)[0])
    except (OSError, ValueError):
        return True


class PlainExam(PlainQuiz):
    """One examination. Before it is handed in `attempt` is only what it will be: a run through its questions."""

    def __init__(self, exam: Exam, replies: TextIO, out: TextIO) -> None:
        super().__init__(exam.study.begin(exam.selection, 0, Mode.EXAM), replies, out)
        self.exam = exam
        self._at_end = False
        self._handed_in = False

    def run(self) -> int:
        """Ask until it is handed in or left, and then look at what was missed. Returns the exit code."""
        self._say(one_line(self.bank.title))
        for note in (self._opening(), left_out(self.exam.study.reading), self._asks and "Type ? for help."):
            if note:
                self._say(note)
        try:
            while not self._handed_in and self._step():
                pass
            self._look()
        except KeyboardInterrupt:
            self._say()
        if self._handed_in:
            self._results()
        else:
            self._kept()
        return 0

    def _opening(self) -> str:
        """Return what this is, and how it ends; nothing when it is over already."""
        if self.exam.time_is_up:
            return ""
        left = self.exam.time_left
        time_left = f", {time_words(left.total_seconds())}" if left else ""
        size = count(len(self.exam.selection), "question")
        return f"An examination: {size}{time_left}. No verdicts until you hand in with done."

    # asking

    def _read(self) -> str:
        """Return the next line; an empty one as soon as the time is up, where the input can be waited on."""
        exam = self.exam
        if self._handed_in or not self._replies.isatty() or not exam.time_left:
            return super()._read()
        while left := exam.time_left:
            if _comes(self._replies, min(left.total_seconds(), _LONGEST_WAIT)):
                return super()._read()
        self._say()  # what is told now is not told behind the prompt
        return "\n"

    def _step(self) -> bool:
        """Put the current question, or say that the end is reached, and deal with replies until there is another."""
        self._warn()
        if self.exam.time_is_up:
            return self._hand_in(_TIME_UP)
        self._say("")
        if self._at_end:
            self._say(f"{self._open()} Type done to hand in, or list, back, or go and a number.")
        else:
            self._put(self.exam.question, self.exam.layout(self.exam.question))
        began = time.monotonic()
        while (reply := self._line()) is not None:
            if self.exam.time_is_up:
                return self._hand_in(_TIME_UP)
            moved = self._obey(reply.casefold())
            if moved is None:
                moved = self._take(reply.removeprefix("="), began)
            if moved:
                return True
            if reply.casefold() == "quit":
                return False
        return False

    def _obey(self, reply: str) -> bool | None:
        """Do what a command says; return whether a question is to be put anew, or None when it is no command."""
        word, _, number = reply.partition(" ")
        size = len(self.exam.selection)
        if word == "go" and number.strip().isdecimal():
            index = int(number.strip()[:9]) - 1
            return self._go(index if index < size else -1)
        commands: dict[str, Callable[[], bool]] = {
            "?": self._help,
            "next": lambda: self._go(0 if self._at_end else self.exam.index + 1),
            "back": lambda: self._go(self.exam.index if self._at_end else self.exam.index - 1),
            "go": lambda: self._go(-1),
            "mark": self._mark,
            "list": self._list,
            "done": self._done,
            "quit": lambda: False,
        }
        return commands[reply]() if reply in commands else None

    def _help(self) -> bool:
        question = self.exam.question
        hint = [] if self._at_end else [question.hint(self.exam.layout(question))]
        self._say(*hint, *HELP.split("\n"))
        return False

    def _go(self, index: int) -> bool:
        size = len(self.exam.selection)
        if not 0 <= index <= size:
            self._say("There is only one question." if size == 1 else f"There are questions 1 to {size}.")
            return False
        self._at_end = index == size
        self.exam.index = min(index, size - 1)
        return True

    def _mark(self) -> bool:
        if self._at_end:
            self._say("There is no question to mark here; type back, or go and a number.")
            return False
        self.exam.mark()
        self._warn()
        marked = self.exam.question.id in self.exam.marked
        self._say("Marked to come back to." if marked else "The mark is taken away.")
        return False

    def _list(self) -> bool:
        for number, ident in enumerate(self.exam.selection, 1):
            state = state_words(ident in self.exam.written, ident in self.exam.marked)
            self._say(f"{number}. {state}: {one_line(self.bank.by_id[ident].prompt)}")
        return False

    def _open(self) -> str:
        return open_words(len(self.exam.unanswered), len(self.exam.marked))

    def _done(self) -> bool:
        """Hand in; at a terminal only after it is confirmed, when something is left to do."""
        if self._asks and (self.exam.unanswered or self.exam.marked):
            self._say(f"{self._open()} Hand in? Type yes to hand in; anything else goes on.")
            if (self._line() or "").casefold() not in ("yes", "y"):
                return True
        self._hand_in()
        return True

    def _take(self, reply: str, began: float) -> bool:
        """Take an answer; return whether it was one."""
        if self._at_end:
            self._say("That was the last question. Type done, list, back, or go and a number.")
            return False
        question = self.exam.question
        reply, certainty = parted(reply, question)
        response = question.parse(reply, self.exam.layout(question))
        if isinstance(response, Misfit):
            self._say(response.message)
            return False
        was_open = bool(self.exam.unanswered)
        self.exam.answer(response, time.monotonic() - began, certainty)
        self._warn()
        self._say("Noted.")
        complete = was_open and not self.exam.unanswered
        return self._go(len(self.exam.selection) if complete else self.exam.index + 1)

    def _put(self, question: Question, layout: Layout) -> None:
        exam = self.exam
        phase = one_line(self.bank.phase_by_id[question.phase].title)
        time_left = f" · {time_words(exam.time_left.total_seconds())}" if exam.time_left is not None else ""
        self._say(f"Question {exam.index + 1} of {len(exam.selection)} · {phase}{time_left}")
        self._say(*asked(question, layout))
        if self._asks and question.kind not in self._explained:
            self._explained.add(question.kind)
            self._say(f"  ({question.hint(layout)})")
        if written := exam.written.get(question.id):
            sure = f" ({WORDS[Certainty(written.certainty)]})" if written.certainty else ""
            self._say(f"Your answer: {one_line(question.spoken(written.response))}{sure}")
        if question.id in exam.marked:
            self._say("Marked to come back to.")

    # the end

    def _hand_in(self, told: str = "") -> bool:
        self.attempt = self.exam.hand_in()
        self._handed_in = True
        self._say(told or "Handed in.")
        return False

    def _look(self) -> None:
        """Show what was missed, one by one."""
        if not self._handed_in:
            return
        answers = self.attempt.session.answers
        missed = [answer for answer in answers if answer.score < 1]
        if missed:
            self._say("", missed_words(len(answers) - len(missed), len(answers)))
        for number, answer in enumerate(missed, 1):
            self._show_missed(answer, f"Missed {number} of {len(missed)}")
            if self._asks:
                self._say("Press Enter for the next." if number < len(missed) else "Press Enter for the scores.")
                self._line()

    def _show_missed(self, answer: Answer, heading: str) -> None:
        question = self.bank.by_id[answer.question]
        phase = one_line(self.bank.phase_by_id[question.phase].title)
        self._say("", f"{heading} · {phase}", *asked(question, self.attempt.session.layout(question)))
        given = one_line(question.spoken(answer.response))
        self._say(f"Your answer: {given}" if answer.response else "You gave no answer.")
        grade = question.grade(answer.response)
        self._verdict(question, answer.response, grade, remark(answer.certainty, grade.score))

    def _kept(self) -> None:
        """Say what is kept of an examination that is left, and how to go on."""
        if not self.exam.written and not self.exam.marked:
            self._say("", "Nothing was answered, so nothing is kept.")
            return
        answered = f"{len(self.exam.written)} of {len(self.exam.selection)} answered"
        clock = " The clock goes on." if self.exam.minutes else ""
        from quiz.cli.plain_end import bank_name

        resume = f"quiz take {bank_name(self.exam.study)} --plain --resume"
        self._say("", f"Saved, not handed in: {answered}.{clock}", f"To go on: {resume}")
        self._warn()
