"""`quiz history`: every answer, for spreadsheets and programs."""

import csv
import json
from pathlib import Path

import pytest

from quiz.history.record import Record
from quiz.history.values import Attempt, Given, Mode, Moment
from quiz.study import open_record
from tests.cli.conftest import Call, started

NAMES = "bank,attempt,mode,question,content,kind,response,score,certainty,seconds,answered,counted,withdrawn"
AT = Moment(1_700_000_000_000, 60)


def record_with(*responses: tuple[str, ...], bank: str = "gone") -> None:
    """Write a record with one attempt on a bank that is not installed, and these responses in it."""
    record: Record = open_record()
    record.begin(Attempt(1 << 61, bank, 7, ("a",), AT, Mode.PRETEST))
    for number, response in enumerate(responses):
        record.answer(1 << 61, Given(number + 1, f"q{number}", "f00d", response, 0.5, 1.25, AT, 3, "order"))
    record.close()


def test_csv_has_a_line_for_every_answer(quiz: Call) -> None:
    record_with(("x, y", "“é”"))
    line = f'gone,{1 << 61},pretest,q0,f00d,order,"x, y | “é”",0.5,sure,1.25,2023-11-14T23:13:20.000+01:00,false,false'
    result = quiz("history")
    assert (0, [NAMES, line], "") == (result.code, result.lines, result.err)


def test_json_is_one_array_with_all_texts_as_they_are(quiz: Call) -> None:
    record_with(("=1\x1b[31m", "x | y"), ("b",))
    data = json.loads(quiz("history", "gone", "--format", "json").out)
    assert [["=1\x1b[31m", "x | y"], ["b"]] == [row["response"] for row in data]
    assert NAMES.split(",") == list(data[0])
    assert (str(1 << 61), 0.5, False) == (data[0]["attempt"], data[0]["score"], data[0]["counted"])


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK()", "'=HYPERLINK()"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM", "'@SUM"),
        ("＝1", "'＝1"),
        ("\t=1", "'=1"),
        ("\r=1", "␍=1"),
        ("a=1", "a=1"),
        ("\x1b[31m", "␛[31m"),
        ("two\nlines", "two lines"),
    ],
)
def test_no_cell_runs_in_a_spreadsheet_or_steers_the_terminal(quiz: Call, text: str, cell: str) -> None:
    record_with((text,), bank="=bank")
    [row] = csv.DictReader(quiz("history").lines)
    assert cell == row["response"]
    assert "'=bank" == row["bank"]


def test_with_nothing_on_record_only_the_names_are_printed(quiz: Call) -> None:
    assert [f"{NAMES}\n", "[]\n"] == [quiz("history", "--format", name).out for name in ("csv", "json")]


def test_a_bank_of_which_nothing_is_on_record_is_said(quiz: Call) -> None:
    record_with(("x",))
    result = quiz("history", "g\x1bone", "--format", "json")
    said = "quiz: no answer of 'g␛one' is on record; name a bank's id, or leave it out to have all answers.\n"
    assert (0, "[]\n", said) == (result.code, result.out, result.err)


def test_a_record_that_cannot_be_read_ends_with_1(quiz: Call, home: Path) -> None:
    home.mkdir()
    (home / "history.db").write_bytes(b"garbage" * 1000)
    result = quiz("history")
    assert (1, f"{NAMES}\n") == (result.code, result.out)
    assert result.err.startswith("quiz: The record of your answers was damaged. It is kept as ")


def test_a_closed_pipe_ends_it_without_a_word() -> None:
    record_with(*(("x" * 100,) for _ in range(200)))
    done = started("history", shell='{ "$@"; echo "code $?" >&2; } | head -1 >/dev/null')
    assert done.stderr in (b"code 0\n", b"code 1\n")


def test_the_process_prints_its_history(program: Call) -> None:
    record_with(("x",))
    assert (0, "", 1) == ((done := program("history", "--format", "json")).code, done.err, len(json.loads(done.out)))
