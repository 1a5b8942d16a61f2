"""Banks are found where they are: here, the user's own, shipped with the program, at any path."""

from pathlib import Path

import pytest

from quiz.banks import library
from quiz.banks.library import HERE, OWN, SHIPPED, Found, UnknownBankError, banks_in, every_bank, find, folders

pytestmark = pytest.mark.usefixtures("here")


def put(folder: Path, head: str = "") -> Path:
    """Write a bank file into a folder, with the folder's name as its id unless another head is given."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bank.yaml").write_text(head or f"id: {folder.name}\n")
    return folder


def test_banks_are_found_here_then_among_the_users_own_then_shipped(tmp_path: Path, home: Path) -> None:
    own, shipped = put(home / "banks" / "b"), put(tmp_path / "shipped" / "c")
    here = put(Path("question_banks/a"))
    assert [Found("a", here, HERE), Found("b", own, OWN), Found("c", shipped, SHIPPED)] == list(every_bank())


def test_of_several_banks_with_one_id_the_first_is_meant(tmp_path: Path, home: Path) -> None:
    shipped = put(tmp_path / "shipped" / "x")
    assert shipped == find("x")
    own = put(home / "banks" / "x")
    assert own == find("x")
    here = put(Path("question_banks/other"), "id: x\n")
    assert here == find("x")
    assert ["x"] == [found.id for found in every_bank()]


def test_a_folder_that_is_searched_twice_counts_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(Path("question_banks/x"))
    monkeypatch.setattr(library, "shipped_folder", lambda: Path("question_banks").resolve())
    assert [SHIPPED, OWN] == sorted((origin for _, origin in folders()), reverse=False)
    assert [SHIPPED] == [found.origin for found in every_bank()]
    assert tmp_path.exists()


def test_an_id_wins_over_the_name_of_a_folder(home: Path) -> None:
    put(Path("question_banks/x"), "id: y\n")
    own = put(home / "banks" / "z", "id: x\n")
    assert own == find("x")
    assert Path("question_banks/x") == find("y")
    assert own == find("z")


def test_a_path_is_a_folder_or_a_file(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(here / "my-bank")
    assert Path("my-bank") == find("my-bank") == find("./my-bank")
    assert Path("my-bank/bank.yaml") == find("my-bank/bank.yaml")
    (here / "other.yml").write_text("id: other\n")
    assert Path("other.yml") == find("other.yml")
    monkeypatch.setenv("HOME", str(here))
    assert here / "my-bank" == find("~/my-bank")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("lighthose", "no bank is called 'lighthose' – did you mean 'lighthouse'? `quiz banks` lists them"),
        ("x", "no bank is called 'x'. `quiz banks` lists them"),
        ("./x", "there is no bank at './x': name a folder that holds a bank.yaml"),
        ("a/b", "there is no bank at 'a/b': name a folder that holds a bank.yaml"),
        ("empty", "there is no bank at 'empty': name a folder that holds a bank.yaml"),
        (
            "~nobody-of-that-name/x",
            "there is no bank at '~nobody-of-that-name/x': name a folder that holds a bank.yaml",
        ),
        ("x" * 300, f"no bank is called '{'x' * 300}'. `quiz banks` lists them"),
        ("no\0thing", "no bank is called 'no\0thing'. `quiz banks` lists them"),
    ],
)
def test_what_is_not_there_is_said_with_what_to_do(home: Path, name: str, message: str) -> None:
    put(home / "banks" / "lighthouse")
    Path("empty").mkdir()
    with pytest.raises(UnknownBankError) as error:
        find(name)
    assert message == str(error.value)


def test_banks_in_a_folder_are_sorted_and_hidden_ones_left_out(here: Path) -> None:
    for name in ("b", "a", ".replaced-1-a", ".adding-x"):
        put(here / name)
    (here / "notes").mkdir()
    (here / "file.txt").touch()
    assert [here / "a", here / "b"] == banks_in(here)
    assert [here / "a"] == banks_in(here / "a")
    assert [] == banks_in(here / "notes") == banks_in(here / "nothing") == banks_in(here / "file.txt")


def test_a_bank_without_an_id_goes_by_its_folder(home: Path) -> None:
    own = put(home / "banks" / "plain", "title: Without an id\n")
    assert [Found("plain", own, OWN)] == list(every_bank())
    assert own == find("plain")


def test_no_folder_at_all_is_no_bank(here: Path) -> None:
    assert [] == list(every_bank())
    (here / "question_banks").write_text("a file")
    assert [] == list(every_bank())


def test_a_loop_of_links_in_place_of_a_folder_is_no_bank(here: Path) -> None:
    (here / "question_banks").symlink_to("question_banks")
    assert [] == list(every_bank())
    with pytest.raises(UnknownBankError):
        find("question_banks")


def test_the_shipped_banks_are_in_the_checkout_or_in_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert "question_banks" == library.shipped_folder().name
    assert (library.shipped_folder() / "soviet_foreign_policy" / "bank.yaml").is_file()
