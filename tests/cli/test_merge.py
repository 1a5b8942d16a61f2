"""`quiz merge`: the answers of two machines in one record."""

import io
import sys
from pathlib import Path

import pytest

from quiz.history.record import Record
from quiz.history.values import Attempt, Flag, Given, Moment
from quiz.study import open_record
from tests.cli.conftest import Call
from tests.cli.test_backup import answered
from tests.cli.test_restore import answers

AT = Moment(1_700_000_000_000, 60)


def on(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Go to the machine whose home is this folder."""
    monkeypatch.setenv("QUIZ_HOME", str(folder))


def test_two_machines_merged_both_ways_have_the_same(
    quiz: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("desk", "lap"):
        on(monkeypatch, tmp_path / name)
        answered(quiz)
        quiz("backup", f"{name}.db")
    assert "Brought in 1 attempt and 2 answers.\n" == quiz("merge", "desk.db").out
    assert "Nothing in desk.db is new: 1 attempt was here already.\n" == quiz("merge", "desk.db").out
    quiz("backup", "both.db")
    on(monkeypatch, tmp_path / "desk")
    assert "Brought in 1 attempt and 2 answers; 1 attempt was here already.\n" == quiz("merge", "both.db").out
    assert 4 == len(answers(quiz))
    history = quiz("history").out
    on(monkeypatch, tmp_path / "lap")
    assert history == quiz("history").out


def test_all_that_was_new_is_told(quiz: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    on(monkeypatch, tmp_path / "lap")
    record: Record = open_record()
    record.begin(Attempt(1, "bank", 7, ("a",), AT))
    record.answer(1, Given(2, "a", "c", ("x",), 1.0, 1.0, AT))
    record.withdraw(2, AT)
    record.flag(Flag(3, "bank", "a", "c", "Is it?", AT))
    record.close()
    on(monkeypatch, tmp_path / "desk")
    expected = (
        "Brought in 1 attempt and 1 answer, 1 flag on a question,"
        " 1 note (answers taken back, questions skipped or marked, exams handed in).\n"
    )
    assert expected == quiz("merge", str(tmp_path / "lap" / "history.db")).out


def test_at_a_terminal_long_work_is_told(
    quiz: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    answered(quiz)
    quiz("backup", "answers.db")
    on(monkeypatch, tmp_path / "new")
    monkeypatch.setattr("quiz.history.knowledge._TELL_EVERY", 1)
    monkeypatch.setattr("quiz.cli.keeping._EVERY", 2)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    quiz("merge", "answers.db")
    capsys.readouterr()
    assert "Working out what you know: 2 answers read …\n" == terminal.getvalue()
