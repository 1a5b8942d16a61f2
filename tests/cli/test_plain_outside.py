"""Plain mode at a terminal, without a disk, and with a bank that means no good."""

import io
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from quiz.banks.packed import field_names
from quiz.banks.reader import Reading, read_bank
from quiz.cli.plain import PlainQuiz
from quiz.core.bank import Phase, Source
from quiz.core.questions.base import Option, Question
from quiz.core.questions.cloze import Gap
from quiz.history.record import Record
from quiz.study import Study, Wish
from tests.cli.conftest import Call
from tests.cli.samples import EIGHT, HEAD, bank_file, options, question

RIGHT, WRONG = (str(1 + options("fuel").index(text)) for text in ("Whale oil", "Coal gas"))


# at a terminal


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def at_terminal(replies: str, bank: Path = EIGHT, count: int = 1) -> list[str]:
    """Take the first questions of a bank line by line at a terminal, and return what is printed."""
    record = Record(Path("history.db"), lambda: "stamp")
    study = Study(read_bank(bank), record)
    out = Terminal()
    attempt = study.begin(study.choose(Wish(count=count, in_order=True), 1), 1)
    assert 0 == PlainQuiz(attempt, Terminal(replies), out).run()
    record.close()
    return out.getvalue().splitlines()


def test_at_a_terminal_there_is_a_prompt_and_a_word_about_help() -> None:
    lines = at_terminal(f"{RIGHT}\n\n")
    assert "Type ? for help." == lines[1]
    assert "> Correct." in lines
    assert "That was the last question. Enter for the scores, or undo, source or flag." in lines
    assert "Total: 1 of 1 (100 %)" == lines[-1]


def test_at_a_terminal_the_last_answer_can_be_taken_back() -> None:
    lines = at_terminal(f"{WRONG}\nsource\nundo\n{RIGHT}\n\n")
    assert "> Taken back. The question again:" in lines
    assert "> The Lighthouse, paragraph 1, sentence 2:" in lines
    assert ["Total: 1 of 1 (100 %)", "1 answer was taken back."] == lines[-2:]


class Interrupting(Terminal):
    """A terminal at which Ctrl+C is pressed."""

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        raise KeyboardInterrupt(size)


def test_ctrl_c_leaves_with_the_scores() -> None:
    record = Record(Path("history.db"), lambda: "stamp")
    study = Study(read_bank(EIGHT), record)
    out = Terminal()
    assert 0 == PlainQuiz(study.begin(["fuel"], 1), Interrupting(), out).run()
    assert "Total: nothing answered" == out.getvalue().splitlines()[-1]
    record.close()


def test_a_record_that_cannot_be_written_is_said_and_the_quiz_goes_on(quiz: Call, home: Path) -> None:
    home.write_text("not a folder")
    lines = quiz("take", str(EIGHT), "--plain", "--in-order", "--count", "1", "--seed", "1", replies=f"{RIGHT}\n").lines
    notes = [line for line in lines if line.startswith("Note: ")]
    assert 1 == len(notes)
    assert notes[0].startswith("Note: Your answers cannot be saved (")
    assert "Total: 1 of 1 (100 %)" in lines


# a hostile bank


def test_control_characters_of_a_source_are_made_visible(quiz: Call, here: Path) -> None:
    source = "The sea is salt. \x1b[31mThe sky\x07 is \u202eblue.\n"
    bank_file(here / "hostile", HEAD + question("a") + question("b"), source)
    result = quiz("take", "hostile", replies="source\nt\nsource\nquit\n")
    assert "1. The sea is salt. ␛[31mThe sky␇ is ⟨U+202E⟩blue." in result.lines
    assert "⟦The sea is salt⟧. ␛[31mThe sky␇ is ⟨U+202E⟩blue." in result.lines


BAD = "\x1b[31m\u202e\x9b2J\u2066\n"


def hostile(value: Any) -> Any:
    """Return a value with what steers a terminal before every text in it."""
    if isinstance(value, str):
        return BAD + value
    if isinstance(value, Option | Gap | Phase | Source):
        kept = ("id", "file", "text") if isinstance(value, Phase | Source) else ()
        changed = {name: hostile(getattr(value, name)) for name in field_names(type(value)) if name not in kept}
        return replace(value, **changed) if isinstance(value, Source) else value._replace(**changed)
    if isinstance(value, tuple):
        return tuple(hostile(item) for item in value)
    return value


def hostile_question(question: Question) -> Question:
    """Return a question of which every text that is shown is hostile."""
    kept = ("id", "phase", "language", "level", "tags", "quotes")
    changed = {f.name: hostile(getattr(question, f.name)) for f in fields(question) if f.name not in kept}
    return replace(question, **changed)


def test_a_bank_that_was_not_read_from_a_file_cannot_steer_the_terminal_either() -> None:
    reading = read_bank(EIGHT)
    assert reading.bank is not None
    bank = replace(
        reading.bank,
        title=BAD,
        questions=tuple(hostile_question(q) for q in reading.bank.questions),
        phases=hostile(reading.bank.phases),
        sources=hostile(reading.bank.sources),
    )
    record = Record(Path("history.db"), lambda: "stamp")
    attempt = Study(Reading(Path(BAD), bank, left_out=1), record).begin([q.id for q in bank.questions], 1)
    out = io.StringIO()
    PlainQuiz(attempt, io.StringIO("source\n?\n1\nsource\n1\nt\nx\n1\n1 2 3 4\n1a 2b 3c\na;b;1\n"), out).run()
    printed = out.getvalue()
    assert 8 == sum(line.startswith("Question ") for line in printed.splitlines())
    assert printed.count("␛[31m⟨U+202E⟩⟨U+009B⟩2J⟨U+2066⟩") > 60
    assert [] == [c for c in printed if not c.isprintable() and c != "\n"]
    record.close()
