"""`quiz restore`: a backup comes back, and what was there is kept."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call, started
from tests.cli.samples import EIGHT
from tests.cli.test_backup import answered


def answers(quiz: Call) -> list[str]:
    """Return the questions of all answers on record."""
    return [row["question"] for row in json.loads(quiz("history", "--format", "json").out)]


def test_a_restore_says_what_it_did_and_what_was_kept(quiz: Call, home: Path) -> None:
    answered(quiz)
    quiz("backup", "answers.db")
    before = answers(quiz)
    answered(quiz)
    result = quiz("restore", "answers.db")
    [kept] = home.glob("history-before-restore-*.db")
    expected = ["Restored 1 attempt with 2 answers from answers.db", f"What was there before is kept as {kept}"]
    assert (0, expected, "") == (result.code, result.lines, result.err)
    assert before == answers(quiz)
    assert "Restored 2 attempts with 4 answers" in quiz("restore", str(kept)).out


def test_on_a_new_machine_it_just_comes_in(quiz: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answered(quiz)
    quiz("backup", "answers.db")
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "new"))
    assert "Restored 1 attempt with 2 answers from answers.db\n" == quiz("restore", "answers.db").out
    assert "2 of 8 questions answered" in quiz("scores", str(EIGHT)).out


def test_over_a_damaged_record_it_says_where_that_is(quiz: Call, home: Path) -> None:
    answered(quiz)
    quiz("backup", "answers.db")
    (home / "history.db").write_bytes(b"garbage" * 1000)
    result = quiz("restore", "answers.db")
    assert (0, "") == (result.code, result.err)
    assert result.lines[1].startswith(f"The record of your answers was damaged. It is kept as {home}/history-damaged-")
    assert 2 == len(answers(quiz))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none.db", "there is no file none.db; check its name"),
        (".", ". is a folder; name the file of answers in it"),
        ("n\x1botes.txt", "n␛otes.txt is no record of answers; name a file that `quiz backup` wrote"),
    ],
)
@pytest.mark.parametrize("command", ["restore", "merge"])
def test_what_is_no_record_is_refused(quiz: Call, here: Path, home: Path, command: str, name: str, said: str) -> None:
    (here / "n\x1botes.txt").write_text("Notes.")
    result = quiz(command, name)
    assert (1, "", f"quiz: not {command}d: {said}.\n") == (result.code, result.out, result.err)
    assert not home.exists()


def test_the_process_restores(quiz: Call) -> None:
    answered(quiz)
    quiz("backup", "answers.db")
    done = started("restore", "answers.db")
    assert (0, b"") == (done.returncode, done.stderr)
