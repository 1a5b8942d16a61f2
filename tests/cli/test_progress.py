"""`quiz progress`: how one is getting on, in lines and for programs; and the option of so many days."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz import places, settings
from quiz.banks.reader import read_bank
from quiz.history.record import Record
from quiz.study import Study
from tests.cli.conftest import Call
from tests.cli.samples import HEAD, bank_file, question

BANK = HEAD + question("a") + question("b") + question("c") + question("d", "two")
NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be noon on 5 March 2026."""
    monkeypatch.setattr(Study.__init__, "__defaults__", (lambda: NOW,))


@pytest.fixture
def bank(home: Path) -> Path:
    """A bank of three questions in the first phase and one in the second, among the user's own."""
    return bank_file(home / "banks" / "small", BANK)


def give(bank: Path, days: int, replies: str, certainty: int | None = None) -> None:
    """Answer the questions of a bank so many days ago: t is right, f is wrong."""
    record = Record(places.history_file(), lambda: "stamp")
    study = Study(read_bank(bank), record, lambda: NOW - timedelta(days=days))
    run = study.begin([question.id for question in study.bank.questions][: len(replies)], 1)
    for reply in replies:
        run.submit(("True",) if reply == "t" else ("False",), 1, certainty)
    record.close()


def test_every_section_has_a_heading_and_the_number_first(quiz: Call, bank: Path) -> None:
    give(bank, 9, "ff", 3)
    give(bank, 0, "ttf")
    expected = """\
Days practised, in all banks:
2 of the last 28 days
  1 of 7, 27 February – 5 March: Thursday
  1 of 7, 20–26 February: Tuesday
  0 of 7, 13–19 February
  0 of 7, 6–12 February

A small bank

Right first time, in the last 12 weeks:
Phase one
  2 of 3 right this week, 27 February – 5 March
  0 of 2 right last week, 20–26 February
Phase two
  not asked in these weeks

"""
    result = quiz("progress", "small")
    assert (0, "") == (result.code, result.err)
    assert result.out.startswith(expected)
    assert "\nComing up for review, in the next 28 days:\n" in result.out
    expected = """
How sure you were, in the last 60 days:
sure: 2 answers, 0 right, too few to say more
  80–100 % is well judged
"""
    assert result.out.endswith(expected)


def test_a_bank_that_was_not_begun_says_what_will_be_here(quiz: Call, bank: Path) -> None:
    result = quiz("progress", str(bank))
    assert 0 == result.code
    assert "Once you have answered something, each phase has a row here" in result.out
    assert "! with an answer is sure, ? is a guess." in result.lines[-1]


def test_without_a_bank_those_that_were_begun(quiz: Call, bank: Path, home: Path) -> None:
    assert ["Nothing was answered yet. `quiz take BANK` asks, and `quiz banks` lists what there is."] == quiz(
        "progress"
    ).lines
    assert [] == json.loads(quiz("progress", "--json").out)
    give(bank, 1, "t")
    text = BANK.replace("id: small", "id: large").replace("A small bank", "A large bank")
    give(bank_file(home / "banks" / "large", text), 2, "t")
    lines = quiz("progress").lines
    assert 1 == lines.count("2 of the last 28 days")
    assert [1, 1] == [lines.count(title) for title in ("A small bank", "A large bank")]
    assert 0 == lines.count("Soviet foreign policy before the Second World War")
    assert {"small", "large"} == {row["bank"] for row in json.loads(quiz("progress", "--json").out)}


def test_json_has_all_figures(quiz: Call, bank: Path) -> None:
    give(bank, 9, "ff", 3)
    give(bank, 0, "ttf")
    data = json.loads(quiz("progress", str(bank), "--days", "all", "--json").out)
    assert ("small", None) == (data["bank"], data["days"])
    assert ["2026-02-24", "2026-03-05"] == data["practised"]
    assert 12 == len(data["weeks"])
    assert {"start": "2026-02-27", "phases": {"one": {"right": 2, "answered": 3}}} == data["weeks"][-1]
    assert ["2026-03-05", "2026-04-01"] == [data["due"][0]["day"], data["due"][-1]["day"]]
    assert 3 == sum(day["questions"] for day in data["due"])
    level = {"certainty": "sure", "answered": 2, "right": 0, "low": 0.8, "high": 1.0}
    assert [level | {"verdict": "surer than you should be"}] == data["certainty"]


@pytest.mark.parametrize(
    ("days", "window", "seen"),
    [("9", "in the last 9 days", False), ("10", "in the last 10 days", True), (" ALL ", "so far", True)],
)
def test_the_window_is_the_one_asked_for(quiz: Call, bank: Path, days: str, window: str, seen: bool) -> None:
    give(bank, 9, "t", 3)
    result = quiz("progress", str(bank), "--days", days)
    assert f"How sure you were, {window}:" in result.lines
    assert seen == ("sure: 1 answer, 1 right, too few to say more" in result.lines)


def test_without_the_option_the_window_and_the_examination_are_those_of_the_settings(quiz: Call, bank: Path) -> None:
    settings.save(settings.Settings(window="30", exams={"small": "2026-03-08"}))
    give(bank, 0, "tttt", 3)
    data = json.loads(quiz("progress", str(bank), "--json").out)
    assert 30 == data["days"]
    assert 4 == data["due"][1]["questions"]
    settings.save(settings.Settings(window="all"))
    assert json.loads(quiz("progress", str(bank), "--json").out)["days"] is None


@pytest.mark.parametrize("days", ["0", "-1", "x", "", "1.5", "100000", "9" * 5000, "\x1b[31m"])
@pytest.mark.parametrize("command", ["progress", "weak"])
def test_what_is_no_number_of_days_is_said_in_plain_words(quiz: Call, command: str, days: str) -> None:
    result = quiz(command, f"--days={days}")
    assert 2 == result.code
    assert "is not a number of days: give one from 1 to 99999, or all" in result.err


def test_the_widest_window_does_no_harm(quiz: Call, bank: Path) -> None:
    give(bank, 1, "t", 3)
    assert 0 == quiz("progress", str(bank), "--days", "99999").code


def test_a_record_that_cannot_be_opened_is_said_beside_the_figures(quiz: Call, here: Path, home: Path) -> None:
    bank = bank_file(here / "small", BANK)
    home.write_text("not a folder")
    result = quiz("progress", str(bank))
    assert 0 == result.code
    assert result.err.startswith("quiz: Your answers cannot be saved (")


@pytest.mark.parametrize("command", ["progress", "weak"])
def test_a_bank_that_is_not_there(quiz: Call, command: str) -> None:
    result = quiz(command, "nowhere")
    assert (2, "") == (result.code, result.out)
    assert "nowhere" in result.err


@pytest.mark.parametrize("command", ["progress", "weak"])
def test_what_stands_in_the_bank_is_text(quiz: Call, home: Path, command: str) -> None:
    hostile = BANK.replace("A small bank", '"[/] %s {0} 日本"').replace("Phase one", '"[b] \\u3000 one"')
    give(bank_file(home / "banks" / "small", hostile), 0, "fff")
    result = quiz(command, "small")
    assert "[/] %s {0} 日本" in result.lines
    assert "[b] one" in result.lines or command == "weak"


def test_the_process_prints_progress(program: Call, bank: Path) -> None:
    program("take", str(bank), replies="t\n")
    result = program("progress", str(bank))
    assert (0, "", "1 of the last 28 days") == (result.code, result.err, result.lines[1])
