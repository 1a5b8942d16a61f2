"""`quiz banks`: what there is, and where."""

import json
from pathlib import Path

import pytest

from quiz.banks import library
from tests.cli.conftest import Call
from tests.cli.samples import EIGHT, HEAD, bank_file, question


def test_the_shipped_bank_is_listed(quiz: Call) -> None:
    result = quiz("banks")
    assert (0, "") == (result.code, result.err)
    assert "Soviet foreign policy before the Second World War" in result.lines
    assert any(line.startswith("  soviet-foreign-policy: ") and line.endswith(" in 4 phases") for line in result.lines)
    assert any(line.startswith("  shipped with the program: ") for line in result.lines)


def test_banks_here_and_the_users_own_stand_before_those_shipped(quiz: Call, here: Path, home: Path) -> None:
    bank_file(here / "question_banks" / "a", HEAD.replace("small", "of-here") + question("q"))
    bank_file(home / "banks" / "b", HEAD.replace("small", "of-mine") + question("q") + question("r"))
    result = quiz("banks")
    expected = [
        "A of-here bank",
        "  of-here: 1 question in 2 phases",
        "  in this folder: question_banks/a",
        "A of-mine bank",
        "  of-mine: 2 questions in 2 phases",
        f"  your own: {home}/banks/b",
    ]
    assert expected == result.lines[:6]


def test_a_bank_with_errors_is_listed_with_what_to_do(quiz: Call, home: Path) -> None:
    folder = bank_file(home / "banks" / "bad", HEAD + question("a", "tow"))
    bank_file(home / "banks" / "worse", "id: [\n")
    lines = quiz("banks").lines
    assert ["A small bank", "  small: 0 questions in 2 phases"] == lines[:2]
    assert f"  with errors: `quiz check {folder}` shows them" == lines[2]
    assert ["worse", "  worse: 0 questions in 0 phases"] == lines[4:6]


def test_json_has_a_row_for_every_bank(quiz: Call, home: Path) -> None:
    folder = bank_file(home / "banks" / "small")
    rows = json.loads(quiz("banks", "--json").out)
    expected = {
        "id": "small",
        "title": "A small bank",
        "questions": 1,
        "phases": 2,
        "left_out": 0,
        "errors": 0,
        "where": "your own",
        "path": str(folder),
    }
    assert expected == rows[0]
    assert "soviet-foreign-policy" in [row["id"] for row in rows]


def test_without_any_bank_it_says_where_it_looked(quiz: Call, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "shipped_folder", lambda: home / "shipped")
    expected = f"No bank was found in question_banks, {home}/banks, {home}/shipped. `quiz add PATH` brings one in.\n"
    assert expected == quiz("banks").out
    assert [] == json.loads(quiz("banks", "--json").out)


def test_names_and_titles_cannot_steer_the_terminal(quiz: Call, here: Path) -> None:
    hostile = HEAD.replace("A small bank", '"\\e[31m A \\u202e \\x9b31m bank"')
    bank_file(here / "question_banks" / "a\x1b[31m", hostile + question("q"))
    bank_file(here / "question_banks" / "b\x1b[31m\u202e", "")
    lines = quiz("banks").lines
    assert "  in this folder: question_banks/a␛[31m" in lines
    assert "  b␛[31m⟨U+202E⟩: 0 questions in 0 phases" in lines
    paths = [row["path"] for row in json.loads(quiz("banks", "--json").out)]
    assert ["question_banks/a\x1b[31m", "question_banks/b\x1b[31m\u202e"] == paths[:2]


def test_the_process_lists_banks(program: Call) -> None:
    result = program("banks")
    assert (0, "") == (result.code, result.err)
    assert "soviet-foreign-policy" in result.out
    assert EIGHT.name not in result.out
