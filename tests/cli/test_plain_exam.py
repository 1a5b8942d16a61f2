"""An examination in lines: what is said, what is kept, and what comes after it is handed in."""

import io
import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz.banks.reader import read_bank
from quiz.cli.plain_exam import HELP, PlainExam
from quiz.history.record import Record
from quiz.study import Study
from tests.cli.conftest import Call
from tests.cli.samples import EIGHT

NOW = datetime(2026, 3, 5, 14, 30, tzinfo=UTC)


class Terminal(io.StringIO):
    """A text that says that it is a terminal."""

    def isatty(self) -> bool:
        """It says so."""
        return True


def taken(quiz: Call, *replies: str, count: int = 3, arguments: tuple[str, ...] = ()) -> list[str]:
    """Return the lines of an examination on the first questions of the bank of eight."""
    options = ("--plain", "--mode", "exam", "--in-order", "--seed", "1", "--count", str(count), *arguments)
    result = quiz("take", str(EIGHT), *options, replies="\n".join(replies) + "\n")
    assert (0, "") == (result.code, result.err)
    return result.lines


def resumed(quiz: Call, *replies: str) -> list[str]:
    """Return the lines of an examination that is gone on with."""
    return quiz("take", str(EIGHT), "--plain", "--resume", replies="".join(f"{reply}\n" for reply in replies)).lines


def at_terminal(folder: Path, *replies: str, minutes: int | None = None, late: int = 0) -> list[str]:
    """Return what is said at a terminal, in an examination on two questions that was begun `late` minutes ago."""
    bank = read_bank(EIGHT)
    times = [NOW]
    study = Study(bank, Record(folder / "history.db", lambda: "stamp"), lambda: times[-1])
    exam = study.begin_exam(("fuel", "city"), 1, minutes)
    times.append(NOW + timedelta(minutes=late))
    out = Terminal()
    assert 0 == PlainExam(exam, Terminal("\n".join(replies) + "\n"), out).run()
    study.record.close()
    return out.getvalue().splitlines()


def test_answers_are_noted_without_a_verdict_until_it_is_handed_in(quiz: Call) -> None:
    lines = taken(quiz, "3", "1", "f", "done")
    before, after = lines[: lines.index("Handed in.")], lines[lines.index("Handed in.") :]
    assert 3 == before.count("Noted.")
    assert not any(line.startswith(("Correct", "Incorrect", "Answer:")) for line in before)
    assert "Question 3 of 3 · The age of electric light" in before
    assert "2 of 3 right. The one that was not comes now." in after
    assert ["Missed 1 of 1 · The age of oil"] == [line for line in after if line.startswith("Missed")]
    assert "Incorrect." in after
    assert "Your answer: The steps were doubled" in after
    assert "Total: 2 of 3 (67 %)" in after


def test_at_the_end_of_input_all_is_saved_but_not_handed_in(quiz: Call) -> None:
    lines = taken(quiz, "3!", "mark")
    assert "Saved, not handed in: 1 of 3 answered." in lines
    assert f"To go on: quiz take {EIGHT} --plain --resume" == lines[-1]
    again = resumed(quiz, "back")
    assert "Marked to come back to." in again
    assert "Your answer: Whale oil (sure)" in again


def test_one_left_without_an_answer_is_not_kept(quiz: Call) -> None:
    assert "Nothing was answered, so nothing is kept." == taken(quiz, "next", "quit")[-1]


def test_one_goes_to_and_fro_and_changes_answers(quiz: Call) -> None:
    lines = taken(quiz, "1", "next", "next", "go 1", "3?", "back", "back", "go 9", "go", "done")
    asked = [line.split()[1] for line in lines if line.startswith("Question ")]
    assert ["1", "2", "3", "1", "2", "1"] == asked
    assert 3 == lines.count("There are questions 1 to 3.")
    assert "2 questions have no answer. Type done to hand in, or list, back, or go and a number." in lines
    assert "1 of 3 right. The 2 that were not come now, one by one." in lines
    assert 2 == lines.count("You gave no answer.")


def test_the_list_says_how_each_question_stands(quiz: Call) -> None:
    lines = taken(quiz, "1", "mark", "list", "mark")
    assert "1. answered: What did the first lamp burn?" in lines
    assert "2. no answer, marked: Which two changes followed the fire?" in lines
    assert "The mark is taken away." in lines


def test_help_and_words_that_are_answers(quiz: Call) -> None:
    lines = taken(quiz, "go 4", "?", "=next", "quit", count=8)
    assert set(HELP.split("\n")) <= set(lines)
    assert "Noted." in lines


def test_what_cannot_be_an_answer_is_said(quiz: Call) -> None:
    lines = taken(quiz, "9", "next", "next", "next", "1", "mark", "?")
    assert "Noted." not in lines
    assert "That was the last question. Type done, list, back, or go and a number." in lines
    assert "There is no question to mark here; type back, or go and a number." in lines


def test_with_all_right_the_scores_come_at_once(quiz: Call) -> None:
    lines = taken(quiz, "3", "done", count=1)
    assert "Every question has an answer. Type done to hand in, or list, back, or go and a number." in lines
    assert not any(line.startswith("Missed") for line in lines)
    assert "Total: 1 of 1 (100 %)" in lines


def test_the_time_is_said_and_goes_on(quiz: Call) -> None:
    lines = taken(quiz, "3", arguments=("--minutes", "20"))
    assert "Question 1 of 3 · The age of oil · about 20 min left" in lines
    assert "Saved, not handed in: 1 of 3 answered. The clock goes on." in lines


@pytest.mark.parametrize("reply", ["yes", "y", "YES"])
def test_at_a_terminal_it_asks_once_and_waits_between_what_was_missed(tmp_path: Path, reply: str) -> None:
    lines = at_terminal(tmp_path, "4", "done", "no", "done", reply, "", "")
    said = " ".join(" ".join(lines).split())
    assert 2 == said.count("1 question has no answer. Hand in?")
    assert "Press Enter for the next." in said
    assert "Press Enter for the scores." in said
    assert "Total: 0 of 2 (0 %)" in said


def test_when_the_time_is_up_it_is_handed_in(tmp_path: Path) -> None:
    said = " ".join(at_terminal(tmp_path, "", "", minutes=10, late=10))
    assert "The time is up: the examination is handed in as it stands." in said
    assert "Total: 0 of 2 (0 %)" in said


class Watched(Terminal):
    """A terminal whose student presses Enter when asked to."""

    def __init__(self, keyboard: int) -> None:
        super().__init__()
        self._keyboard = keyboard

    def write(self, text: str, /) -> int:
        """Write, and press Enter where that is asked for."""
        if "Press Enter" in text:
            os.write(self._keyboard, b"\n")
        return super().write(text)


@pytest.mark.parametrize(("typed", "answered"), [(b"", 0), (b"1\n", 1), (b"half a li", 0)])
def test_while_nothing_is_typed_it_is_handed_in_as_soon_as_the_time_is_up(
    tmp_path: Path, typed: bytes, answered: int
) -> None:
    keyboard, end = os.openpty()
    os.write(keyboard, typed)
    began = time.monotonic()
    passed = [timedelta()]
    clock = lambda: NOW + passed[0] + timedelta(seconds=time.monotonic() - began)  # noqa: E731
    study = Study(read_bank(EIGHT), Record(tmp_path / "history.db", lambda: "stamp"), clock)
    exam = study.begin_exam(("fuel", "city"), 1, 1)
    passed[0] = timedelta(seconds=59)
    out = Watched(keyboard)
    with os.fdopen(end, encoding="utf-8") as replies:
        assert 0 == PlainExam(exam, replies, out).run()
    os.close(keyboard)
    study.record.close()
    lines = out.getvalue().splitlines()
    up = lines.index("The time is up: the examination is handed in as it stands.")
    assert "> " == lines[up - 1]
    assert answered == lines[:up].count("> Noted.")
    assert "Total: 0 of 2 (0 %)" in lines
