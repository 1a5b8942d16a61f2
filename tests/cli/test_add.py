"""`quiz add`: a bank is brought in after checking it, or refused with the reason."""

import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.samples import HEAD, SOURCE, bank_file, question


@pytest.fixture
def bank(here: Path) -> Path:
    """A good bank, called small, outside the user's own."""
    return bank_file(here / "mine")


def in_home(home: Path) -> list[str]:
    """Return the files in the user's own folder."""
    return sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.is_file())


def test_a_folder_is_added_and_can_be_taken(quiz: Call, bank: Path, home: Path) -> None:
    result = quiz("add", "mine")
    expected = f"Added “A small bank” in {home}/banks/small\nTry it: quiz take small\n"
    assert (0, expected, "") == (result.code, result.out, result.err)
    assert ["banks/small/bank.yaml", "banks/small/source.txt"] == in_home(home)
    assert "Total: 1 of 1 (100 %)" in quiz("take", "small", "--plain", replies="t\n").lines
    assert bank.is_dir()


def test_a_zip_is_added(quiz: Call, bank: Path, home: Path) -> None:
    with zipfile.ZipFile("small.zip", "w") as archive:
        archive.write(bank / "bank.yaml", "mine/bank.yaml")
        archive.write(bank / "source.txt", "mine/source.txt")
    result = quiz("add", "small.zip")
    assert (0, "") == (result.code, result.err)
    assert ["banks/small/bank.yaml", "banks/small/source.txt"] == in_home(home)
    assert SOURCE == (home / "banks" / "small" / "source.txt").read_text()


@pytest.mark.usefixtures("bank")
def test_a_bank_that_is_there_is_replaced_only_on_demand(quiz: Call, here: Path, home: Path) -> None:
    quiz("add", "mine")
    other = bank_file(here / "other", HEAD.replace("A small", "Another") + question("q"))
    (home / "banks" / "small" / "stale.txt").touch()
    target = home / "banks" / "small"
    refused = quiz("add", str(other))
    expected = (
        f"quiz: not added: you already have a bank 'small' in {target}; add --replace to put this one in its place.\n"
    )
    assert (1, "", expected) == (refused.code, refused.out, refused.err)
    assert "A small bank" in (target / "bank.yaml").read_text()
    replaced = quiz("add", str(other), "--replace")
    assert (0, f"Replaced “Another bank” in {target}") == (replaced.code, replaced.lines[0])
    assert ["banks/small/bank.yaml", "banks/small/source.txt"] == in_home(home)


def test_a_bank_with_errors_is_refused_with_its_findings(quiz: Call, here: Path, home: Path) -> None:
    bank_file(here / "bad", HEAD + question("a") + question("b", "tow"))
    result = quiz("add", "bad")
    assert (1, "quiz: not added: mend the errors above first.\n") == (result.code, result.err)
    assert result.lines[0].startswith("bad/bank.yaml:7:")
    assert [] == in_home(home)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("nothing", "there is no such file or folder: nothing"),
        ("empty", "there is no bank.yaml in empty"),
        ("notes.txt", "notes.txt is neither a folder nor a .zip file"),
        ("x" * 300, "the name xxx"),
    ],
)
def test_what_is_no_bank_is_refused_with_the_reason(quiz: Call, here: Path, home: Path, path: str, reason: str) -> None:
    (here / "empty").mkdir()
    (here / "notes.txt").write_text("Notes.")
    result = quiz("add", path)
    assert (1, "") == (result.code, result.out)
    assert result.err.startswith(f"quiz: not added: {reason}")
    assert [] == in_home(home)


@pytest.mark.usefixtures("bank")
def test_a_home_that_cannot_be_written_is_said(quiz: Call, home: Path) -> None:
    home.write_text("not a folder")
    result = quiz("add", "mine")
    said = f"{home}/banks cannot be there, as what should be its folder is a file; choose another place"
    assert (1, f"quiz: not added: {said}.\n") == (result.code, result.err)


def test_a_hostile_name_is_made_visible(quiz: Call, here: Path) -> None:
    (here / "a\x1b[31m").mkdir()
    assert "quiz: not added: there is no bank.yaml in a␛[31m.\n" == quiz("add", "a\x1b[31m").err
    with zipfile.ZipFile("hostile.zip", "w") as archive:
        archive.writestr("../\x1b[31m", "")
    assert "holds a path that leaves its folder: '../\\x1b[31m'" in quiz("add", "hostile.zip").err


@pytest.mark.usefixtures("bank")
def test_the_process_adds_and_refuses(program: Call) -> None:
    assert [0, 1, 0] == [program("add", "mine", *more).code for more in ((), (), ("--replace",))]
