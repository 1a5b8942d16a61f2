"""`quiz scores`: per phase over all attempts, in words and for programs."""

import json
from pathlib import Path

import pytest

from quiz.core.scoring import wilson
from tests.cli.conftest import Call
from tests.cli.samples import EIGHT, HEAD, bank_file, options, question

BANK = HEAD + question("a") + question("b") + question("c") + question("d", "two")


@pytest.fixture
def bank(here: Path) -> Path:
    """A bank of three questions in the first phase and one in the second, all of them true."""
    return bank_file(here / "small", BANK)


def score(ident: str, title: str, questions: int, answered: int, right: int, mean: float | None) -> dict[str, object]:
    """Return a row as the JSON has it."""
    low, high = wilson(right, answered)
    names = ["id", "title", "questions", "answered", "right", "score", "low", "high"]
    return dict(zip(names, [ident, title, questions, answered, right, mean, low, high], strict=True))


def test_before_the_first_answer_nothing_is_begun(quiz: Call, bank: Path) -> None:
    expected = """\
A small bank (0 attempts)
The latest first answer of the last 60 days to each question counts.
Phase one: not begun, 3 questions
Phase two: not begun, 1 question
Total: not begun, 4 questions
"""
    result = quiz("scores", str(bank))
    assert (0, expected, "") == (result.code, result.out, result.err)
    phases = [score("one", "Phase one", 3, 0, 0, None), score("two", "Phase two", 1, 0, 0, None)]
    data = {"bank": "small", "attempts": 0, "phases": phases, "total": score("total", "Total", 4, 0, 0, None)}
    printed = json.loads(quiz("scores", str(bank), "--json").out)
    standing = printed.pop("standing")
    assert data == printed
    assert (60, "not begun", 0) == (standing["days"], standing["total"]["label"], standing["phases"][0]["mastered"])
    assert (0.0, 1.0) == (data["phases"][0]["low"], data["phases"][0]["high"])  # type: ignore[index]


def test_of_every_question_the_latest_first_response_counts(quiz: Call, bank: Path) -> None:
    quiz("take", str(bank), "--plain", "--in-order", replies="t\nf\nt\nf\n")
    quiz("take", str(bank), "--plain", "--in-order", "--count", "2", replies="f\nt\n")
    expected = """\
A small bank (2 attempts)
The latest first answer of the last 60 days to each question counts.
Phase one: 2 of 3 (67 %), too few to say more; 3 of 3 questions answered; 0 of 3 mastered
Phase two: 0 of 1 (0 %), too few to say more; 1 of 1 question answered; 0 of 1 mastered
Total: 2 of 4 (50 %), too few to say more; 4 of 4 questions answered; 0 of 4 mastered
"""
    assert expected == quiz("scores", str(bank)).out
    data = json.loads(quiz("scores", str(bank), "--json").out)
    assert "not enough yet" == data.pop("standing")["total"]["label"]
    phases = [score("one", "Phase one", 3, 3, 2, 2 / 3), score("two", "Phase two", 1, 1, 0, 0.0)]
    assert {"bank": "small", "attempts": 2, "phases": phases, "total": score("total", "Total", 4, 4, 2, 0.5)} == data


def test_an_answer_taken_back_counts_no_more(quiz: Call, bank: Path) -> None:
    quiz("take", str(bank), "--plain", "--in-order", replies="f\nundo\nt\nf\nundo\nquit\n")
    data = json.loads(quiz("scores", str(bank), "--json").out)
    assert (1, 1, 1) == (data["attempts"], data["total"]["answered"], data["total"]["right"])


def test_partial_credit_is_in_the_mean_and_not_among_the_right(quiz: Call) -> None:
    half = str(1 + options("rebuilt").index("The tower was raised"))
    quiz("take", str(EIGHT), "--plain", "--in-order", "--seed", "1", replies=f"skip\n{half}\n")
    row = json.loads(quiz("scores", str(EIGHT), "--json").out)["phases"][0]
    assert (1, 0, 0.5) == (row["answered"], row["right"], row["score"])


def test_without_a_bank_all_are_listed(quiz: Call, home: Path) -> None:
    bank_file(home / "banks" / "small", BANK)
    bank_file(home / "banks" / "empty", HEAD.replace("small", "empty"))
    quiz("take", "small", "--plain", replies="t\n")
    result = quiz("scores")
    assert ["A small bank (1 attempt)"] == result.lines[:1]
    assert "Soviet foreign policy before the Second World War (0 attempts)" in result.lines
    rows = json.loads(quiz("scores", "--json").out)
    assert ["small", "soviet-foreign-policy"] == [row["bank"] for row in rows]
    assert [1, 0] == [row["attempts"] for row in rows]


def test_a_bank_taken_by_its_path_is_listed_and_one_that_is_gone_is_said(quiz: Call, here: Path) -> None:
    folder = bank_file(here / "far" / "small", BANK)
    quiz("take", str(folder), "--plain", replies="t\n")
    assert "A small bank (1 attempt)" in quiz("scores").lines
    folder.rename(here / "moved")
    result = quiz("scores")
    assert "A small bank (1 attempt)" not in result.lines
    assert result.err.startswith("quiz: the bank 'small' is not where it was, or was never brought in. On record: 1 a")
    assert result.err.endswith("To see the rest, name its folder: quiz scores path/to/small\n")
    assert "A small bank (1 attempt)" == quiz("scores", "moved").lines[0]
    assert "A small bank (1 attempt)" in quiz("scores").lines


def test_an_id_and_a_path_mean_the_same_bank(quiz: Call, home: Path) -> None:
    folder = bank_file(home / "banks" / "small", BANK)
    quiz("take", str(folder), "--plain", replies="t\n")
    assert quiz("scores", "small").out == quiz("scores", str(folder / "bank.yaml")).out


def test_a_damaged_record_is_said_beside_the_scores(quiz: Call, bank: Path, home: Path) -> None:
    home.mkdir()
    (home / "history.db").write_bytes(b"garbage" * 1000)
    result = quiz("scores", str(bank), "--json")
    assert (0, "small") == (result.code, json.loads(result.out)["bank"])
    assert result.err.startswith("quiz: The record of your answers was damaged. It is kept as ")


def test_scores_of_a_record_that_cannot_be_opened_say_so(quiz: Call, bank: Path, home: Path) -> None:
    home.write_text("not a folder")
    result = quiz("scores", str(bank))
    assert (0, "A small bank (0 attempts)") == (result.code, result.lines[0])
    assert result.err.startswith("quiz: Your answers cannot be saved (")


def test_the_process_prints_scores(program: Call, bank: Path) -> None:
    program("take", str(bank), replies="t\n")
    result = program("scores", str(bank), "--json")
    assert (0, "", 1) == (result.code, result.err, json.loads(result.out)["total"]["right"])
