"""`quiz weak`: what to read again, what was missed most, what was believed; in lines and for programs."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest

from quiz import places
from quiz.banks.reader import read_bank
from quiz.history.record import Record
from quiz.study import Study
from tests.cli.conftest import Call
from tests.cli.samples import EIGHT

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
PLACE = "paragraph 1, sentence 2"


@pytest.fixture(autouse=True)
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be noon on 5 March 2026."""
    monkeypatch.setattr(Study.__init__, "__defaults__", (lambda: NOW,))


def give(question: str, *replies: str, days: int = 0) -> None:
    """Answer a question of the bank of eight some days ago, in an attempt for each reply."""
    record = Record(places.history_file(), lambda: "stamp")
    study = Study(read_bank(EIGHT), record, lambda: NOW - timedelta(days=days))
    for reply in replies:
        study.begin([question], 1).submit((reply,), 1)
    record.close()


def test_three_lists_each_with_a_heading(quiz: Call) -> None:
    give("fuel", "Whale oil", "Candles", "Coal gas", "Candles")
    give("city", "Rome", "Paris")
    beginning = "“It burned whale oil, and its keeper, Ada Marsh, climbed the 96…”"
    expected = f"""\
The lighthouse at Rook Point

Read again:
{PLACE}, 1 question missed: {beginning}

Missed most:
missed 3 of 4 · What did the first lamp burn?
missed 1 of 2 · From which city did the new lens come?

What you took for true:
“Candles” chosen 2 times: One keeper could not have tended enough of them.
"""
    result = quiz("weak", str(EIGHT))
    assert (0, expected, "") == (result.code, result.out, result.err)


def test_json_has_the_sentence_and_the_answer(quiz: Call) -> None:
    give("fuel", "Candles", "Candles")
    data = json.loads(quiz("weak", str(EIGHT), "--json").out)
    assert ("eight", 60, 1) == (data["bank"], data["days"], data["answered"])
    (passage,), (missed,), (belief,) = data["read_again"], data["missed"], data["misconceptions"]
    assert (PLACE, ["fuel"]) == (passage["place"], passage["missed"])
    assert passage["text"].startswith("It burned whale oil, and")
    prompt = "What did the first lamp burn?"
    assert {"id": "fuel", "prompt": prompt, "missed": 2, "asked": 2, "before_change": 0} == missed
    why = "One keeper could not have tended enough of them."
    told = {"id": "fuel", "option": "Candles", "why": why, "answer": "Whale oil", "times": 2, "before_change": 0}
    assert told == belief


def test_nothing_missed_is_said_calmly(quiz: Call) -> None:
    assert quiz("weak", str(EIGHT)).lines[2].startswith("Nothing was answered in the last 60 days.")
    give("fuel", "Whale oil")
    expected = "Nothing was missed so far: 1 question was answered, and always right."
    assert ["The lighthouse at Rook Point", "", expected] == quiz("weak", str(EIGHT), "--days", "all").lines


def test_only_the_window_counts(quiz: Call) -> None:
    give("fuel", "Candles", days=14)
    assert "Missed most:" not in quiz("weak", str(EIGHT), "--days", "14").lines
    assert "Missed most:" in quiz("weak", str(EIGHT), "--days", "15").lines


def test_without_a_bank_those_that_were_begun(quiz: Call, home: Path) -> None:
    assert ["Nothing was answered yet. `quiz take BANK` asks, and `quiz banks` lists what there is."] == quiz(
        "weak"
    ).lines
    assert [] == json.loads(quiz("weak", "--json").out)
    (home / "banks").mkdir(parents=True)
    (home / "banks" / "eight").symlink_to(EIGHT)
    give("fuel", "Candles")
    assert ["The lighthouse at Rook Point"] == quiz("weak").lines[:1]
    assert ["eight"] == [row["bank"] for row in json.loads(quiz("weak", "--json").out)]


def test_a_bank_taken_by_its_path_is_looked_at_without_a_name(quiz: Call) -> None:
    quiz("take", str(EIGHT), "--plain", "--in-order", "--count", "1", replies="1\n")
    assert ["The lighthouse at Rook Point"] == quiz("weak").lines[:1]


@pytest.mark.parametrize("command", ["weak", "progress"])
def test_what_is_on_record_of_a_bank_that_is_not_found_is_said(quiz: Call, command: str) -> None:
    give("fuel", "Candles", "Candles")
    said = (
        "quiz: the bank 'eight' is not where it was, or was never brought in."
        " On record: 2 attempts with 2 answers, the last begun on 2026-03-05."
        f" To see the rest, name its folder: quiz {command} path/to/eight\n"
    )
    assert (0, "", said) == ((result := quiz(command)).code, result.out, result.err)
    assert (0, "[]\n", said) == ((result := quiz(command, "--json")).code, result.out, result.err)
    assert (2, "", said) == ((result := quiz(command, "eight")).code, result.out, result.err)


def test_a_bank_with_answers_that_cannot_be_asked_any_more_is_said(quiz: Call, home: Path) -> None:
    give("fuel", "Candles")
    (home / "banks" / "eight").mkdir(parents=True)
    (home / "banks" / "eight" / "bank.yaml").write_text("id: eight\nquestions: [\n")
    said = "quiz: no question of 'eight' can be asked now; `quiz check eight` says why."
    assert quiz("weak").err.startswith(f"{said} On record: 1 attempt with 1 answer, ")


def test_answers_from_before_a_change_are_told_apart(quiz: Call, here: Path) -> None:
    folder = here / "bank"
    copytree(EIGHT, folder)
    give("fuel", "Candles", "Candles")
    text = (folder / "bank.yaml").read_text("utf-8")
    (folder / "bank.yaml").write_text(text.replace("What did the first lamp burn?", "What fed the lamp?"), "utf-8")
    lines = quiz("weak", "bank").lines
    assert any(line.startswith(f"{PLACE}, 1 question missed (1 changed since): ") for line in lines)
    assert "missed 2 of 2 (2 before it was changed) · What fed the lamp?" in lines
    assert any(line.startswith("“Candles” chosen 2 times (2 before the question was changed): ") for line in lines)
    data = json.loads(quiz("weak", "bank", "--json").out)
    assert (["fuel"], 2, 2) == (
        data["read_again"][0]["changed"],
        data["missed"][0]["before_change"],
        data["misconceptions"][0]["before_change"],
    )


def test_the_process_prints_weak_spots(program: Call) -> None:
    program("take", str(EIGHT), "--in-order", "--seed", "1", replies="x\n?\n1\n2\n")
    result = program("weak", str(EIGHT))
    assert (0, "", "The lighthouse at Rook Point") == (result.code, result.err, result.lines[0])
