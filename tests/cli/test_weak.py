"""`quiz weak`: what to read again, what was missed most, what was believed; in lines and for programs."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

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
    assert {"id": "fuel", "prompt": prompt, "missed": 2, "asked": 2} == missed
    why = "One keeper could not have tended enough of them."
    assert {"id": "fuel", "option": "Candles", "why": why, "answer": "Whale oil", "times": 2} == belief


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


def test_the_process_prints_weak_spots(program: Call) -> None:
    program("take", str(EIGHT), "--in-order", "--seed", "1", replies="x\n?\n1\n2\n")
    result = program("weak", str(EIGHT))
    assert (0, "", "The lighthouse at Rook Point") == (result.code, result.err, result.lines[0])
