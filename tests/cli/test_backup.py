"""`quiz backup`: all answers in one file."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.samples import EIGHT


def answered(quiz: Call) -> None:
    """Give two answers in an attempt."""
    quiz("take", str(EIGHT), "--plain", "--in-order", "--seed", "1", replies="3\n1\nquit\n")


def test_a_backup_is_written_and_said(quiz: Call, here: Path) -> None:
    answered(quiz)
    result = quiz("backup", "answers.db")
    assert (0, "Wrote 1 attempt with 2 answers to answers.db\n", "") == (result.code, result.out, result.err)
    assert [here / "answers.db"] == list(here.iterdir())


def test_a_file_that_is_there_is_replaced_only_with_force(quiz: Call, here: Path) -> None:
    answered(quiz)
    (here / "answers.db").write_text("mine")
    said = "quiz: not backed up: answers.db is there already; choose another name, or add --force to replace it.\n"
    assert (1, "", said) == ((result := quiz("backup", "answers.db")).code, result.out, result.err)
    assert "mine" == (here / "answers.db").read_text()
    assert 0 == quiz("backup", "answers.db", "--force").code


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (".", "not backed up: . is a folder; name a file in it, such as answers.db.\n"),
        (
            "a\x1b[31m/b",
            "quiz: not backed up: the folder of a␛[31m/b is not there, or takes no files;"
            " make that folder first, or choose another place.\n",
        ),
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence(quiz: Call, name: str, said: str) -> None:
    answered(quiz)
    result = quiz("backup", name)
    assert (1, "") == (result.code, result.out)
    assert result.err.endswith(said)


def test_without_a_record_there_is_nothing_to_back_up(quiz: Call, home: Path) -> None:
    said = f"quiz: not backed up: there is no record of answers yet ({home}/history.db); answer a question first.\n"
    assert (1, said) == ((result := quiz("backup", "answers.db")).code, result.err)
    assert not home.exists()
