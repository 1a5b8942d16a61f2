"""Banks that were taken by their path are remembered, for as long as they stand there."""

import json
from pathlib import Path

import pytest

from quiz.banks.elsewhere import keep, remembered
from quiz.banks.library import ELSEWHERE, HERE, OWN, Found, every_bank, find, remember

pytestmark = pytest.mark.usefixtures("here")


def put(folder: Path, ident: str, name: str = "bank.yaml") -> Path:
    """Write a bank's file into a folder, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(f"id: {ident}\n")
    return folder


def test_a_remembered_bank_is_found_by_its_id_from_everywhere(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(here / "mine", "my-bank")
    remember("my-bank", Path("mine"))
    monkeypatch.chdir(tmp_path)
    assert [Found("my-bank", folder, ELSEWHERE)] == list(every_bank())
    assert folder == find("my-bank")


def test_the_last_place_counts(here: Path) -> None:
    put(here / "one", "x")
    two = put(here / "two", "x")
    remember("x", Path("one/bank.yaml"))
    assert here / "one" == find("x")
    remember("x", Path("two"))
    assert two == find("x")


def test_a_bank_in_a_file_of_another_name_is_remembered_as_that_file(here: Path) -> None:
    put(here, "odd", "odd.yml")
    remember("odd", Path("odd.yml"))
    assert [Found("odd", here / "odd.yml", ELSEWHERE)] == list(every_bank())


def test_what_is_always_searched_need_not_be_remembered(home: Path, tmp_path: Path) -> None:
    remember("x", put(home / "banks" / "x", "x"))
    remember("y", put(tmp_path / "shipped" / "y", "y") / "bank.yaml")
    assert {} == remembered()


def test_a_bank_in_the_folder_here_is_elsewhere_for_other_folders(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(here / "question_banks" / "x", "x")
    remember("x", folder)
    assert [HERE] == [found.origin for found in every_bank()]
    monkeypatch.chdir(tmp_path)
    assert [Found("x", folder, ELSEWHERE)] == list(every_bank())


def test_what_is_gone_or_another_bank_by_now_or_hidden_by_one_of_the_same_id_is_not_found(
    here: Path, home: Path
) -> None:
    for ident in ("gone", "other", "same"):
        keep(ident, here / ident)
    put(here / "other", "renamed")
    put(here / "same", "same")
    own = put(home / "banks" / "same", "same")
    assert [Found("same", own, OWN)] == list(every_bank())


@pytest.mark.parametrize("text", ["", "[", "[1]", "null", '{"x": 3}', "\udcff"])
def test_a_file_that_cannot_be_read_is_as_if_it_were_not_there(home: Path, here: Path, text: str) -> None:
    home.mkdir()
    (home / "elsewhere.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert {} == remembered()
    keep("x", here)
    assert {"x": str(here)} == json.loads((home / "elsewhere.json").read_text())


def test_where_nothing_can_be_written_all_goes_on(home: Path, here: Path) -> None:
    home.write_text("a file")
    keep("x", here)
    assert {} == remembered()
    assert "a file" == home.read_text()
