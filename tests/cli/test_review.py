"""`quiz review`: what is due, in one bank or several, and the examination to plan for."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from quiz.history.record import Record
from quiz.settings import load
from tests.cli.conftest import Call
from tests.cli.samples import HEAD, bank_file, question

BANK = HEAD + question("a") + question("b") + question("c") + question("d", "two")


@pytest.fixture(autouse=True)
def bank(home: Path) -> Path:
    """A bank of four questions, all true, among the user's own."""
    return bank_file(home / "banks" / "small", BANK)


def age(home: Path, days: int) -> None:
    """Make all answers on record so many days older."""
    record = Record(home / "history.db", lambda: "stamp")
    database = record._readable()
    for table in ("responses", "latest"):
        database.execute(f"UPDATE {table} SET answered = answered - ?", (days * 86_400_000,))
    database.execute("UPDATE responses SET words = 0")  # these replies came quicker than anybody reads
    database.execute("DELETE FROM memory")
    record.close()


def test_at_first_everything_is_new(quiz: Call, bank: Path) -> None:
    result = quiz("review", str(bank), "--plain", "--seed", "1", replies="t\n" * 4)
    assert "Review: 4 new." == result.lines[1]
    assert "Total: 4 of 4 (100 %)" in result.lines
    assert result.lines[-1].startswith("Next: 4 questions ")


def test_what_was_answered_today_is_not_asked_again_today(quiz: Call, bank: Path) -> None:
    quiz("review", str(bank), "--plain", replies="t\n" * 4)
    result = quiz("review", str(bank), "--plain")
    assert (0, True) == (result.code, result.out.startswith("Nothing is due today."))


def test_what_is_due_is_asked_and_the_missed_once_more(quiz: Call, home: Path) -> None:
    quiz("take", "small", "--plain", replies="t\n" * 4)
    age(home, 5)
    result = quiz("review", "small", "--plain", replies="f\n" + "t\n" * 4)
    assert "Review: 4 due." == result.lines[1]
    assert [line for line in result.lines if line.startswith("Once more, unscored: 1 of 1 · Phase ")]
    assert "Total: 3 of 4 (75 %)" in result.lines
    assert "Asked once more: 1 of 1 right then." in result.lines


def test_several_banks_are_reviewed_together_and_kept_apart_on_record(quiz: Call, home: Path) -> None:
    bank_file(home / "banks" / "other", BANK.replace("id: small", "id: other", 1))
    result = quiz("review", "small", "other", "--plain", replies="t\n" * 8)
    assert ("2 banks", "Review: 8 new.", True) == (*result.lines[:2], "Total: 8 of 8 (100 %)" in result.lines)
    for name in ("small", "other"):
        data = json.loads(quiz("scores", name, "--json").out)
        assert (1, 4, 4) == (data["attempts"], data["total"]["answered"], data["total"]["right"])


def test_without_a_bank_those_with_answers_are_reviewed(quiz: Call, home: Path) -> None:
    quiz("take", "small", "--plain", replies="t\n" * 4)
    age(home, 5)
    assert ["A small bank", "Review: 4 due."] == quiz("review", "--plain").lines[:2]


def test_new_questions_come_from_the_phase_that_was_named(quiz: Call) -> None:
    result = quiz("review", "small", "--plain", "--phase", "two")
    assert "Review: 1 new." == result.lines[1]
    assert 2 == quiz("review", "small", "--phase", "tow").code


def test_an_examination_is_remembered_until_it_is_taken_back(quiz: Call) -> None:
    day = (date.today() + timedelta(days=9)).isoformat()
    assert "Planned towards" in quiz("review", "small", "--plain", "--exam", day).out
    assert {"small": day} == load().exams
    assert "Planned towards" not in quiz("review", "small", "--plain").out
    quiz("review", "small", "--plain", "--exam", "none")
    assert {} == load().exams


@pytest.mark.parametrize("day", ["2020-01-01", "tomorrow", "2030-13-01", "10 June"])
def test_a_day_that_cannot_be_planned_for_is_refused(quiz: Call, day: str) -> None:
    result = quiz("review", "small", "--exam", day)
    assert (2, True) == (result.code, day in result.err)


def test_a_review_that_was_left_is_not_resumed_but_planned_anew(quiz: Call) -> None:
    result = quiz("review", "small", "--plain", replies="t\nquit\n")
    assert "What is left stays due." in result.lines
    assert "Review: 3 new." in quiz("review", "small", "--plain").out
    assert 1 == quiz("take", "small", "--plain", "--resume").code
