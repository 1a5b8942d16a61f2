"""`quiz flags`: what students say is wrong with questions, with the place of each in the file."""

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from quiz.banks.reader import read_bank
from quiz.study import Study, open_record
from tests.cli.conftest import Call
from tests.cli.samples import HEAD, bank_file, question

BANK = HEAD + question("a") + question("b") + question("c", "two")
NOW = datetime(2026, 3, 5, 14, 30, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def bank(here: Path) -> Path:
    """A bank of three questions, whose lines are 6, 7 and 8."""
    return bank_file(here / "small", BANK)


def flag(bank: Path, *flags: tuple[str, str]) -> None:
    """Flag questions of a bank, a minute after the other."""
    record = open_record()
    for minute, (ident, text) in enumerate(flags):
        Study(read_bank(bank), record, lambda m=minute: NOW + timedelta(minutes=m)).flag(ident, text)  # type: ignore[misc]
    record.close()


def test_nothing_flagged_is_said(quiz: Call, bank: Path) -> None:
    assert (0, "Nothing is flagged.\n") == (quiz("flags", str(bank)).code, quiz("flags").out)
    assert [] == json.loads(quiz("flags", str(bank), "--json").out)


def test_flags_stand_with_the_line_of_the_question_in_the_order_of_the_file(quiz: Call, bank: Path) -> None:
    flag(bank, ("c", "A misprint."), ("a", "Not in the text."), ("c", "And\tanother \x1b[31m."))
    expected = f"""\
{bank}/bank.yaml:6: a: Not in the text. (2026-03-05)
    The sea is salt.
{bank}/bank.yaml:8: c: A misprint. (2026-03-05)
    The sea is salt.
{bank}/bank.yaml:8: c: And another ␛[31m. (2026-03-05)
    The sea is salt.
3 flags are open.
"""
    result = quiz("flags", str(bank))
    assert (0, expected, "") == (result.code, result.out, result.err)


def test_the_place_is_as_it_was_typed(quiz: Call, bank: Path) -> None:
    flag(bank, ("a", "x"))
    assert quiz("flags", "small/bank.yaml").out.startswith("small/bank.yaml:6: a: x (")
    assert quiz("flags", "small").out.startswith("small/bank.yaml:6: a: x (")


def test_what_was_changed_or_removed_since_is_closed(quiz: Call, bank: Path) -> None:
    flag(bank, ("a", "one"), ("b", "two"), ("c", "three"))
    changed = question("a").replace("The sea is salt., answer", "The sea is wet., answer")
    bank_file(bank, HEAD + changed + question("c", "two", ", answers: x"))
    assert ["No flag is open, 3 are closed (--all lists them)."] == quiz("flags", "small").lines
    expected = """\
small/bank.yaml:6: a: one (2026-03-05; closed: changed since)
    The sea is wet.
small/bank.yaml:7: c: three (2026-03-05; closed: the question has an error now)
small/bank.yaml: b: two (2026-03-05; closed: the question is gone)
No flag is open, 3 are closed.
"""
    assert expected == quiz("flags", "small", "--all").out


def test_open_and_closed_are_counted(quiz: Call, bank: Path) -> None:
    flag(bank, ("a", "one"), ("b", "two"))
    bank_file(bank, HEAD + question("a"))
    assert "1 flag is open, 1 is closed (--all lists them)." == quiz("flags", "small").lines[-1]
    assert "1 flag is open, 1 is closed." == quiz("flags", "small", "--all").lines[-1]


def test_json_has_file_line_prompt_and_time_and_why_a_flag_is_closed(quiz: Call, bank: Path) -> None:
    flag(bank, ("a", "one"), ("b", "two \x1b"))
    bank_file(bank, HEAD + question("b"))
    first = {"bank": "small", "question": "b", "file": "small/bank.yaml", "line": 6, "text": "two \x1b"}
    told = {"prompt": "The sea is salt.", "open": True, "closed": None}
    opened = {**first, "flagged": "2026-03-05T14:31:00+02:00", **told}
    gone = {
        **first,
        "question": "a",
        "line": None,
        "text": "one",
        "flagged": "2026-03-05T14:30:00+02:00",
        "prompt": None,
        "open": False,
        "closed": "the question is gone",
    }
    assert [opened] == json.loads(quiz("flags", "small", "--json").out)
    assert [opened, gone] == json.loads(quiz("flags", "small", "--json", "--all").out)


def test_without_a_bank_those_of_all_banks_are_listed(quiz: Call, home: Path) -> None:
    for name in ("one", "two"):
        folder = bank_file(home / "banks" / name, BANK.replace("id: small", f"id: {name}"))
        flag(folder, ("b", f"in {name}"))
    (home / "banks" / "broken").mkdir()
    (home / "banks" / "broken" / "bank.yaml").write_text("[")
    lines = quiz("flags").lines
    assert [f"{home}/banks/one/bank.yaml:7: b: in one (2026-03-05)", "2 flags are open."] == [lines[0], lines[-1]]
    assert ["one", "two"] == [row["bank"] for row in json.loads(quiz("flags", "--json").out)]


def test_flags_on_a_bank_that_is_not_found_are_listed_all_the_same(quiz: Call, bank: Path) -> None:
    flag(bank, ("a", "one \x1b[31m"), ("b", "two"))
    bank.rename("moved")
    expected = """\
small: a: one ␛[31m (2026-03-05)
small: b: two (2026-03-05)
Which flags on 'small' are still open is not known, as the bank is not where it was or cannot be read. \
Name its folder: quiz flags path/to/small
"""
    assert (0, expected) == ((result := quiz("flags")).code, result.out)
    assert expected == quiz("flags", "small").out
    row = json.loads(quiz("flags", "--json").out)[0]
    assert ("small", "a", None, None, None) == tuple(row[k] for k in ("bank", "question", "file", "prompt", "open"))
    assert "moved/bank.yaml:6: a: one ␛[31m (2026-03-05)" == quiz("flags", "moved").lines[0]


def test_flags_on_a_bank_taken_by_its_path_are_listed_without_a_name(quiz: Call, bank: Path) -> None:
    quiz("take", "small", "--plain", "--in-order", replies="flag No.\nt\n")
    assert f"{bank}/bank.yaml:6: a: No. (" == quiz("flags").lines[0][: -len("2026-03-05)")]


def test_a_bank_that_is_not_there_is_said(quiz: Call) -> None:
    assert (2, "") == (quiz("flags", "nowhere").code, quiz("flags", "nowhere").out)


def test_a_record_that_cannot_be_read_is_said(quiz: Call, bank: Path, home: Path) -> None:
    home.write_text("not a folder")
    result = quiz("flags", str(bank))
    assert (0, "Nothing is flagged.\n") == (result.code, result.out)
    assert result.err.startswith("quiz: Your answers cannot be saved (")


def test_the_process_lists_flags(program: Call, bank: Path) -> None:
    flag(bank, ("a", "one"))
    assert (0, "1 flag is open.") == (program("flags", "small").code, program("flags", "small").lines[-1])
