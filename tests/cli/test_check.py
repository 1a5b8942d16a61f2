"""`quiz check`: every problem with its place, for people and for programs."""

import json
import re
import shutil
from pathlib import Path

from tests.cli.conftest import Call, Result
from tests.cli.samples import EIGHT, HEAD, bank_file, question

BAD = HEAD + question("salt") + question("lost", "tow") + question("found").replace("is salt}", "is sugar}")


def errors(result: Result) -> list[str]:
    """Return the lines that report an error of the reader; what the rules find has its own tests."""
    return [line for line in result.lines if re.search(r": error: .*\[(RD|FM|SO|EV401)", line)]


def test_a_good_bank_ends_with_0(quiz: Call) -> None:
    result = quiz("check", str(EIGHT))
    assert (0, [], "") == (result.code, errors(result), result.err)
    assert "no errors" in result.out


def test_findings_stand_in_order_with_line_caret_and_cure(quiz: Call, here: Path) -> None:
    bank_file(here / "bad", BAD)
    result = quiz("check", "bad")
    column = BAD.splitlines()[6].index("tow") + 1
    assert (1, "") == (result.code, result.err)
    first, second = errors(result)
    assert f"bad/bank.yaml:7:{column}: error: unknown phase 'tow' – did you mean 'two'? [FM206]" == first
    line, caret, cure = result.lines[result.lines.index(first) + 1 :][:3]
    assert line.startswith("      - {id: lost, phase: tow, type:")
    assert "^" == caret.strip()
    assert line[caret.index("^") :].startswith("tow,")
    assert cure.startswith("    ")
    assert second.startswith("bad/bank.yaml:8:")
    assert second.endswith("[EV401]")


def test_json_has_the_same_findings(quiz: Call, here: Path) -> None:
    bank_file(here / "bad", BAD)
    result = quiz("check", "bad", "--format", "json")
    data = json.loads(result.out)
    assert 1 == result.code
    assert 2 <= data["errors"] == sum(finding["severity"] == "error" for finding in data["findings"])
    expected = {"path": "bad", "id": "small", "title": "A small bank", "questions": 1, "left_out": 2}
    assert expected.items() <= data["banks"][0].items()
    first, second = (finding for finding in data["findings"] if finding["code"] in ("FM206", "EV401"))
    assert ("bad/bank.yaml", 7, "FM206") == tuple(first[key] for key in ("path", "line", "code"))
    assert BAD.splitlines()[6].index("tow") + 1 == first["column"]
    assert "unknown phase 'tow' – did you mean 'two'?" == first["message"]
    assert {"path", "line", "column", "severity", "code", "message", "cure", "question"} <= set(first)
    assert "EV401" == second["code"]


def test_a_good_bank_has_no_errors_in_json(quiz: Call) -> None:
    data = json.loads((result := quiz("check", str(EIGHT), "--format", "json")).out)
    assert (0, 0) == (result.code, data["errors"])
    assert ("eight", 8) == (data["banks"][0]["id"], data["banks"][0]["questions"])


def test_a_folder_of_banks_is_checked_as_a_whole(quiz: Call, here: Path) -> None:
    bank_file(here / "all" / "good")
    bank_file(here / "all" / "bad", BAD)
    (here / "all" / "notes").mkdir()
    result = quiz("check", "all")
    assert 1 == result.code
    assert ["7", "8"] == [line.removeprefix("all/bad/bank.yaml:").partition(":")[0] for line in errors(result)]
    rows = json.loads(quiz("check", "all", "--format", "json").out)["banks"]
    assert [("all/bad", 1), ("all/good", 1)] == [(row["path"], row["questions"]) for row in rows]


def test_several_paths_an_id_and_a_file_can_be_named(quiz: Call, home: Path) -> None:
    shutil.copytree(EIGHT, home / "banks" / "mine")
    result = quiz("check", str(EIGHT), "mine", str(EIGHT / "bank.yaml"), "--format", "json")
    assert (0, ["eight"] * 3) == (result.code, [bank["id"] for bank in json.loads(result.out)["banks"]])


def test_a_path_to_nothing_is_an_error_with_a_cure(quiz: Call) -> None:
    for name in ("nothing", "x" * 300, "~nobody-of-that-name"):
        result = quiz("check", name)
        expected = f"{name}:1:1: error: there is no such file or folder [RD110]"
        assert (1, [expected]) == (result.code, errors(result))
        assert "    Name a folder that holds a bank.yaml." == result.lines[result.lines.index(expected) + 1]


def test_a_folder_without_a_bank_says_what_to_name(quiz: Call, here: Path) -> None:
    (here / "empty").mkdir()
    result = quiz("check", "empty")
    expected = ["empty:1:1: error: there is no bank.yaml in this folder [RD110]"]
    assert (1, expected) == (result.code, errors(result))


def test_an_empty_file_and_a_broken_one_are_findings(quiz: Call, here: Path) -> None:
    bank_file(here / "empty", "")
    bank_file(here / "broken", HEAD + "  - {id: [[[\n")
    assert "[RD101]" in quiz("check", "empty").out
    assert "[RD104]" in quiz("check", "broken").out


def test_a_place_far_along_a_long_line_is_shown_with_its_surroundings(quiz: Call, here: Path) -> None:
    bank_file(here / "long", HEAD + question("a", "tow").replace("  - {", "  - {prompt: " + "条" * 3000 + ", "))
    result = quiz("check", "long")
    assert 1 == result.code
    assert max(map(len, result.lines)) < 300


def test_a_hostile_name_and_hostile_texts_are_made_visible(quiz: Call, here: Path) -> None:
    name = "a\x1b[31m\u202e"
    bank_file(here / name, HEAD + question("a", '"\\e[31m\\u202e"') + question("b", "tow\x9b31m"))
    result = quiz("check", name)
    assert 1 == result.code
    assert "a␛[31m⟨U+202E⟩/bank.yaml:" in result.out
    assert json.loads(quiz("check", name, "--format", "json").out)["banks"][0]["path"] == name
