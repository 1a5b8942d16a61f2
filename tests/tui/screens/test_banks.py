"""The banks that can be opened."""

import shutil
import threading
from pathlib import Path

import pytest

from quiz import settings
from quiz.banks.compiled import Tell
from quiz.banks.library import SHIPPED, every_bank
from quiz.banks.reader import read_bank
from quiz.banks.reading import Reading
from quiz.history.record import Record
from quiz.study import Study, open_record
from quiz.tui.app import first_study
from quiz.tui.widgets.menu import Menu
from tests.tui.drive import (
    EIGHT,
    Driver,
    after_work,
    at_home,
    awaited,
    click_text,
    lines,
    picture,
    press,
    prose,
    screen_name,
    settle,
    study_of,
    written,
)


def own_bank(home: Path, name: str = "eight") -> Path:
    """Copy the bank with one question of each type to the user's own banks."""
    return Path(shutil.copytree(EIGHT, home / "banks" / name))


async def open_list(pilot: Driver) -> None:
    """Show the list of banks, and wait until all are read."""
    await press(pilot, "b")
    await after_work(pilot)


@awaited
async def test_the_banks_are_listed_with_title_size_and_origin(study: Study, home: Path) -> None:
    own_bank(home)
    async with at_home(study, size=(110, 30)) as pilot:
        await open_list(pilot)
        assert "2 banks" in lines(pilot)[0]
        text = " ".join(written(pilot).split())
        assert "The lighthouse at Rook Point 8 questions, your own" in text
        assert "Soviet foreign policy before the Second World War" in text
        assert "questions, shipped with the program" in text
        assert "To bring in another one: quiz add PATH" in text


@awaited
async def test_enter_opens_a_bank_which_is_remembered(study: Study, home: Path) -> None:
    own_bank(home)
    async with at_home(study) as pilot:
        await open_list(pilot)
        await press(pilot, "end", "enter")
        await after_work(pilot)
        assert ("Home", "Soviet foreign policy") == (screen_name(pilot), lines(pilot)[3].strip()[:21])
    assert "soviet-foreign-policy" == settings.load().bank
    with_record = first_study(open_record(), settings.load().bank)
    assert with_record is not None
    assert "soviet-foreign-policy" == with_record.bank.id


@awaited
async def test_a_click_opens_a_bank_too(home: Path) -> None:
    own_bank(home)
    async with at_home(None, Record(home / "history.db", lambda: "stamp")) as pilot:
        await open_list(pilot)
        await click_text(pilot, "The lighthouse")
        await after_work(pilot)
        assert ("Home", "The lighthouse at Rook Point") == (screen_name(pilot), lines(pilot)[3].strip())


@awaited
async def test_a_bank_that_cannot_be_used_says_so_and_leaves_all_as_it_is(study: Study, home: Path) -> None:
    folder = home / "banks" / "a\x1b[31mbad"
    folder.mkdir(parents=True)
    (folder / "bank.yaml").write_text("id: bad\ntitle: [unclosed\n")
    async with at_home(study) as pilot:
        await open_list(pilot)
        assert "cannot be read: quiz check" in " ".join(written(pilot).split())
        await press(pilot, "enter")
        await after_work(pilot)
        assert "This bank cannot be used:" in prose(pilot)
        assert "\x1b" not in picture(pilot.app)
        await press(pilot, "escape")
        assert "The lighthouse at Rook Point" in picture(pilot.app)


@awaited
async def test_leaving_while_the_banks_are_read_is_no_trouble(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "b", "escape")
        await after_work(pilot)
        assert "Home" == screen_name(pilot)


def test_the_bank_last_used_is_opened_and_without_it_the_first_that_can_be(home: Path) -> None:
    own_bank(home)
    names = []
    for remembered in ("soviet-foreign-policy", "gone", ""):
        study = first_study(open_record(), remembered)
        names.append(study.bank.id if study else None)
    assert ["soviet-foreign-policy", "eight", "eight"] == names


@awaited
async def test_a_bank_that_takes_long_is_read_beside_the_screen(
    study: Study, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_bank(home)
    monkeypatch.setattr("quiz.tui.screens.banks.takes_long", lambda _: True)
    go_on = threading.Event()

    def slowly(path: Path, tell: Tell | None = None) -> Reading:
        if tell:
            tell(path / "bank.yaml")
            go_on.wait(10)
        return read_bank(path)

    monkeypatch.setattr("quiz.tui.screens.banks.open_bank", slowly)
    async with at_home(study) as pilot:
        await open_list(pilot)
        await press(pilot, "end", "enter")
        while "Reading" not in prose(pilot):
            await settle(pilot)
        assert "Banks" == screen_name(pilot)
        await press(pilot, "up", "down")  # the screen lives
        go_on.set()
        await after_work(pilot)
        assert "Home" == screen_name(pilot)


@awaited
async def test_who_leaves_while_a_bank_is_read_is_not_called_back(
    study: Study, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_bank(home)
    go_on = threading.Event()

    def slowly(path: Path, tell: Tell | None = None) -> Reading:
        if tell:
            go_on.wait(10)
        return read_bank(path)

    monkeypatch.setattr("quiz.tui.screens.banks.open_bank", slowly)
    async with at_home(study) as pilot:
        await open_list(pilot)
        await press(pilot, "end", "enter", "escape")
        go_on.set()
        await after_work(pilot)
        assert ("Home", "The lighthouse at Rook Point") == (screen_name(pilot), lines(pilot)[3].strip())


@awaited
async def test_the_bank_that_is_open_is_marked_and_the_list_begins_there(home: Path) -> None:
    own_bank(home)
    shipped = next(found for found in every_bank() if found.origin == SHIPPED)
    async with at_home(study_of(shipped.path, home)) as pilot:
        await open_list(pilot)
        menu = pilot.app.screen.query_one(Menu)
        assert str(shipped.path) == menu.items[menu.cursor].name
        assert [menu.cursor] == [i for i, item in enumerate(menu.items) if "open now" in item.note]
