"""Saying that something is wrong with a question."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.events import Paste
from textual.widgets import Input

from quiz.history.flags import flags
from quiz.study import Study
from quiz.study.joined import JoinedStudy
from quiz.study.progress import open_flags
from quiz.tui.screens.flag import NOTED, FlagScreen
from tests.tui.drive import (
    EIGHT,
    NOW,
    Driver,
    at_home,
    awaited,
    lines,
    picture,
    press,
    prose,
    resize,
    screen_name,
    settle,
    study_of,
    type_text,
    written,
)
from tests.tui.samples import bank_with, two_sources
from tests.tui.test_hostile import CONTROL, TEXTS, check, times_shown

SIZES = [(40, 15), (80, 24), (160, 50)]


@asynccontextmanager
async def flagging(study: Study, ident: str = "fuel", size: tuple[int, int] = (80, 24)) -> AsyncIterator[Driver]:
    """Open the screen over home."""
    async with at_home(study, size=size) as pilot:
        pilot.app.push_screen(FlagScreen(study, ident))
        await settle(pilot)
        yield pilot


def noted(study: Study) -> list[tuple[str, str]]:
    """Return the flags on record: of which question, and what they say."""
    return [(flag.question, flag.text) for flag in flags(study.record, study.bank.id)]


@pytest.mark.parametrize("size", SIZES)
@awaited
async def test_what_is_written_is_kept_and_one_is_back(study: Study, size: tuple[int, int]) -> None:
    async with flagging(study, size=size) as pilot:
        assert "What did the first lamp burn?" in prose(pilot)
        assert "What is wrong here?" in prose(pilot)
        assert ["enter keep it", "esc leave", "f1 help"] == lines(pilot)[-1].strip().replace("   ", "  ").split("  ")
        await type_text(pilot, "It was  seal oil?")
        assert "It was  seal oil?" in picture(pilot.app)
        await press(pilot, "enter")
        assert "Home" == screen_name(pilot)
        assert NOTED.split(":")[0][:30] in prose(pilot)
    assert [("fuel", "It was seal oil?")] == noted(study)


@pytest.mark.parametrize("size", SIZES)
@awaited
async def test_nothing_written_is_nothing_kept(study: Study, size: tuple[int, int]) -> None:
    async with flagging(study, size=size) as pilot:
        await press(pilot, "space", "enter")
        await settle(pilot)
        assert ("Flag", True) == (screen_name(pilot), "Write a line on what is wrong first" in prose(pilot))
        await type_text(pilot, "abc")
        await press(pilot, "escape")
        assert "Home" == screen_name(pilot)
    assert [] == noted(study)


@awaited
async def test_what_was_noted_before_and_is_open_is_shown(home: Path) -> None:
    before = study_of(EIGHT, home, lambda: NOW - timedelta(days=1))
    before.flag("fuel", "Of seals.")
    before.flag("city", "Not here.")
    study = study_of(EIGHT, home)
    async with flagging(study) as pilot:
        assert "Noted already: – Of seals. yesterday" in prose(pilot)
        assert "Not here." not in picture(pilot.app)
    async with flagging(study, "year") as pilot:
        assert "Noted already" not in picture(pilot.app)


@awaited
async def test_what_was_noted_before_the_question_was_changed_is_not_shown(study: Study, home: Path) -> None:
    study.flag("fuel", "Of seals.")
    changed = (EIGHT / "bank.yaml").read_text("utf-8").replace("Whale oil", "Oil of whales")
    folder = home / "changed"
    folder.mkdir()
    (folder / "bank.yaml").write_text(changed, "utf-8")
    (folder / "source.txt").write_bytes((EIGHT / "source.txt").read_bytes())
    async with flagging(study_of(folder, home)) as pilot:
        assert "Of seals." not in picture(pilot.app)


@awaited
async def test_among_several_banks_it_is_kept_for_the_questions_own(study: Study, home: Path) -> None:
    joined = JoinedStudy([study, study_of(two_sources(), home)])
    study.flag("fuel", "Of seals.")
    async with flagging(joined, "eight/fuel") as pilot:
        assert "Of seals." in picture(pilot.app)
        await press(pilot, "x", "enter")
    assert ["Of seals.", "x"] == [flag.text for flag in open_flags(study)]


@awaited
async def test_keys_scroll_and_help_is_one_key_away(study: Study) -> None:
    for i in range(9):
        study.flag("fuel", f"Note {i}.")
    async with flagging(study, size=(40, 15)) as pilot:
        page = pilot.app.screen.query_one("Page")
        low = page.scroll_offset.y
        assert low > 0
        for there, back in (("up", "down"), ("pageup", "pagedown")):
            await press(pilot, there)
            assert page.scroll_offset.y < low
            await press(pilot, back)
            assert page.scroll_offset.y == low
        await press(pilot, "f1")
        assert ("Help", True) == (screen_name(pilot), "keep it" in written(pilot))
        await press(pilot, "escape", "?")
        assert ("Flag", "?") == (screen_name(pilot), pilot.app.screen.query_one(Input).value)


@pytest.mark.parametrize("name", TEXTS)
@awaited
async def test_whatever_stands_in_bank_and_notes_is_text(home: Path, name: str) -> None:
    study = study_of(bank_with(TEXTS[name]), home)
    study.flag("choice", TEXTS[name].replace("\ud800", ""))
    async with flagging(study, "choice") as pilot:
        for size in SIZES:
            await resize(pilot, size)
            check(pilot)
            assert times_shown(pilot, TEXTS[name].replace("\ud800", "")) >= 1
            field = pilot.app.screen.query_one(Input)
            assert pilot.app.screen.region.contains_region(field.region)
            assert 1 == field.region.height


@awaited
async def test_what_is_pasted_steers_nothing_and_is_kept_in_view(study: Study) -> None:
    async with flagging(study) as pilot:
        pilot.app.post_message(Paste("\x1b[31m[b]red\u202e" + "x" * 600))
        await settle(pilot)
        assert not CONTROL.search(picture(pilot.app))
        assert [] == [line for line in lines(pilot) if cell_len(line) > 80]
        await press(pilot, "enter")
    [(_, text)] = noted(study)
    assert (True, 500) == (text.startswith("␛[31m[b]red⟨U+202E⟩xx"), len(text))


@awaited
async def test_a_record_that_cannot_be_written_says_so(home: Path) -> None:
    (home / "history.db").mkdir()
    async with flagging(study_of(EIGHT, home)) as pilot:
        await press(pilot, "x", "enter")
        assert "cannot be saved" in prose(pilot)
