"""`quiz read`: the source in lines, with questions on what was just read, and how each sentence was answered."""

import io
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.banks.reader import Reading, read_bank
from quiz.cli.commands import read
from quiz.cli.plain_reading import HELP, PlainReading, own_lines, steps
from quiz.core.bank import Source
from quiz.history.record import Record
from quiz.history.values import Mode
from quiz.study import Study
from tests.cli.conftest import Call
from tests.cli.samples import EIGHT, HEAD, bank_file, question
from tests.tui.samples import two_sources

FIRST = "1. The lighthouse at Rook Point was lit for the first time in 1822. It burned whale oil, and its keeper, "
LAST = "Since then the light has been switched on by a clock."


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


class Interrupted(Terminal):
    """A terminal at which Ctrl+C is pressed."""

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        raise KeyboardInterrupt(size)


def study_of(bank: Path | Reading = EIGHT) -> Study:
    """Return a study of a bank, its record in a folder of its own."""
    return Study(bank if isinstance(bank, Reading) else read_bank(bank), Record(Path("history.db"), lambda: "stamp"))


def at_terminal(study: Study, replies: str) -> list[str]:
    """Read at a terminal, and return what is printed, a sentence that was broken for the terminal on one line."""
    out = Terminal()
    assert 0 == PlainReading(study, Terminal(replies), out).run()
    study.record.close()
    return [" ".join(part.split()) for part in out.getvalue().replace("> ", "\n\n").split("\n\n")]


def test_in_a_pipe_the_whole_text_is_printed_with_the_number_of_questions(quiz: Call) -> None:
    result = quiz("read", str(EIGHT))
    assert (0, "") == (result.code, result.err)
    assert ["The lighthouse at Rook Point", "", "The Lighthouse", "A short history"] == result.lines[:4]
    assert result.lines[4].startswith(FIRST)
    assert result.lines[4].endswith(" destroyed the lamp room. (1 question)")
    assert result.lines[6].endswith(f"{LAST} (7 questions)")
    assert 7 == len(result.lines)


def test_at_a_terminal_it_waits_after_every_paragraph() -> None:
    parts = at_terminal(study_of(), "\n\n")
    assert f"The lighthouse at Rook Point {HELP}" == parts[0]
    assert parts[1].startswith(f"The Lighthouse A short history {FIRST}"[:60])
    assert parts[-1] == "That is the end of the text."
    assert at_terminal(study_of(), "quit\n")[1:] == [parts[1], ""]
    assert at_terminal(study_of(), "")[1:] == [parts[1], ""]
    assert HELP in at_terminal(study_of(), "?\nQUIT\n")[2]
    assert "“what?” means nothing here; type ? to see what does." == at_terminal(study_of(), "what?\nquit\n")[2]


def test_the_questions_on_a_paragraph_are_asked_with_verdicts_and_kept() -> None:
    study = study_of()
    said = " ".join(at_terminal(study, "q\n1\n2\n3\n\nq\n\nquit\n"))
    assert "Question 1 of 1 · The age of oil What did the first lamp burn?" in said
    assert said.count("Question 1 of 1") == 1
    assert "Source: “It burned whale oil”" in said
    assert "Type back to go back to the text, ? for help. Question 1 of 1" in said
    assert "No more questions here. Press Enter to go back to the text, or type undo, source, flag or quit." in said
    assert "Total:" not in said
    record = Record(Path("history.db"), lambda: "stamp")
    [attempt] = record.attempts("eight", 9)
    assert (Mode.READING, 1) == (attempt.mode, attempt.answered)
    record.close()


def test_an_answer_can_be_taken_back_and_questions_left_can_be_asked_later() -> None:
    said = " ".join(at_terminal(study_of(), "q\nback\nq\n1\nsource\nundo\n1\n\nq\nquit\n"))
    assert "Questions here: not asked." in said
    assert "Taken back. The question again:" in said
    assert "The Lighthouse, paragraph 1, sentence 2:" in said
    assert "You have answered all questions here." in said
    assert "of 1 right. Press Enter to read on. " in said.split("Questions here: ")[2]
    assert said.split("While reading: ")[1].strip() in ("0 of 1 right.", "1 of 1 right.")


@pytest.mark.parametrize("replies", ["q\nquit\n\n", "q\n1\nquit\n\n"])
def test_quit_among_the_questions_leaves_altogether(replies: str) -> None:
    said = " ".join(at_terminal(study_of(), replies))
    assert "Questions here:" not in said
    assert "2. After the fire" not in said


def test_the_help_among_the_questions_tells_back_and_quit_apart() -> None:
    said = " ".join(at_terminal(study_of(), "q\n?\nback\nquit\n"))
    assert "back go back to the text quit leave; what you answered is kept With an answer" in said
    assert "--resume" not in said


def test_a_paragraph_without_questions_says_so(here: Path) -> None:
    bank_file(here / "b", HEAD + question("salt"), "The sea is salt.\n\nThe sky is blue.\n")
    said = at_terminal(study_of(here / "b"), "\nq\nquit\n")
    assert any(part.startswith("There is no question here.") for part in said)
    assert "2. The sky is blue." in said


def test_ctrl_c_leaves() -> None:
    study = study_of()
    assert 0 == PlainReading(study, Interrupted(), Terminal()).run()
    study.record.close()


def test_of_several_texts_each_is_named_and_headings_go_with_what_follows() -> None:
    study = study_of(Reading(Path("bank"), two_sources()))
    said = at_terminal(study, "\n\n")
    assert ["Text: First text", "One 1. This is the first paragraph, with a broken line in it. (1 question)"] == said[
        1:3
    ]
    assert "Text: Second text" in said
    ends = Source(id="a", title="T", text="Text here.\n\nAt the end\n")
    assert [("1. Text here.",), ("At the end",)] == [step.lines for step in steps(study.bank, ends)]
    study.record.close()


def test_own_prints_every_sentence_behind_how_it_was_answered(quiz: Call) -> None:
    before = quiz("read", str(EIGHT), "--own")
    assert "not asked     A fire in 1841 destroyed the lamp room." in before.lines
    assert "Nothing was asked yet." == before.lines[-1]
    quiz("take", str(EIGHT), "--plain", "--in-order", replies="skip\nskip\nf\nLondon\n")
    lines = quiz("read", str(EIGHT), "--own").lines
    assert ["", "The Lighthouse", "A short history", "", "Paragraph 1"] == lines[1:6]
    assert f"1 of 1 right  {LAST}" in lines
    assert any(line.startswith("0 of 1 right  After the fire the tower") for line in lines)
    assert "All questions: 1 of 2 right, 6 not asked." == lines[-1]


def test_a_sentence_without_questions_is_told(quiz: Call, here: Path) -> None:
    bank_file(here / "b")
    assert "no question   The sky is blue." in quiz("read", "b", "--own").lines


def test_hostile_texts_are_made_visible(quiz: Call, here: Path) -> None:
    bank_file(here / "bad", HEAD + question("a"), "The sea is salt. \x1b[31mThe sky\x07 is \u202eblue.\n")
    for arguments in ((), ("--own",)):
        assert "␛[31mThe sky␇ is ⟨U+202E⟩blue." in quiz("read", "bad", *arguments).out
    bank = two_sources()
    bad = "\x1b[31m\u202e\x9b2J\n"
    bank = replace(bank, title=bad, sources=tuple(replace(s, title=bad) for s in bank.sources))
    study = study_of(Reading(Path("bank"), bank))
    out = io.StringIO()
    PlainReading(study, io.StringIO(), out).run()
    printed = out.getvalue() + "\n".join(own_lines(study))
    assert [] == [c for c in printed if not c.isprintable() and c != "\n"]
    study.record.close()


def test_at_a_terminal_the_app_opens_to_read(quiz: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def app(study: Study) -> int:
        opened.append(study.bank.id)
        return 0

    monkeypatch.setattr(read, "_app", app)
    monkeypatch.setattr("quiz.cli.opening.wants_plain", lambda asked_for: asked_for)
    assert "" == quiz("read", str(EIGHT)).out
    assert ["eight"] == opened
    assert quiz("read", str(EIGHT), "--plain").out


def test_an_unknown_bank_is_said(quiz: Call) -> None:
    assert (2, "") == ((result := quiz("read", "nothing")).code, result.out)
