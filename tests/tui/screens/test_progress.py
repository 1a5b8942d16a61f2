"""Progress: four pictures, each as a table too, on any terminal, whatever stands in the bank."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from quiz import settings
from quiz.study import Study, tables
from quiz.tui.screens.progress import ProgressScreen
from quiz.tui.theme import THEMES
from tests.tui.drive import SIZES, Driver, awaited, lines, picture, press, prose, resize, screen_name, written
from tests.tui.looked_back import answered, showing
from tests.tui.samples import bank_with
from tests.tui.test_hostile import TEXTS, check, times_shown


def shown(pilot: Driver) -> ProgressScreen:
    """Return the screen."""
    screen = pilot.app.screen
    assert isinstance(screen, ProgressScreen)
    return screen


@awaited
async def test_each_picture_has_its_figures_in_words(home: Path) -> None:
    study = answered(home)
    async with showing(study, ProgressScreen(study, 60, {}), (80, 60)) as pilot:
        page = prose(pilot)
        assert "The age of oil · ▆▆" in page
        assert "▇▇ 7 of 8 right this week The age of electric light" in page
        assert "right this week 12 Dec 5 Mar Days" in page
        assert "4 of the last 28 days □" in page
        assert "0 today, " in page
        assert "sure: 9 answers, 7 right (78 %) – a little surer than you should be ███" in page
        assert "╰────────╯ 80–100 % is well judged" in page


@awaited
async def test_with_nothing_on_record_it_says_what_will_be_here(study: Study) -> None:
    async with showing(study, ProgressScreen(study, 60, {})) as pilot:
        for text in (tables.NO_SCORES, tables.NO_HABIT, tables.NO_DUE):
            assert text in prose(pilot)
        assert "You have not said yet how sure you were: ! with an answer is sure, ? is a guess." in prose(pilot)
        before = picture(pilot.app)
        await press(pilot, "t")
        assert prose(pilot) == " ".join(before.split())


@awaited
async def test_t_shows_the_tables_and_the_pictures_again(home: Path) -> None:
    study = answered(home)
    async with showing(study, ProgressScreen(study, 60, {})) as pilot:
        before = picture(pilot.app)
        await press(pilot, "down", "t")
        page = written(pilot)
        for section in tables.sections(study.bank, shown(pilot).progress):
            assert section.title in page
            for row in section.rows:
                assert row.strip() in " ".join(page.split())
        assert [] == [sign for sign in "▁▂▃▄▅▆▇█░■□·╰" if sign in page]
        assert "  Right first time" in lines(pilot)[3]
        await press(pilot, "t")
        assert before == picture(pilot.app)


@awaited
async def test_d_goes_through_the_windows_and_remembers(home: Path) -> None:
    study = answered(home)
    async with showing(study, ProgressScreen(study, 60, {})) as pilot:
        for days, heading in ((120, "in the last 120 days"), (None, "so far"), (14, "in the last 14 days")):
            await press(pilot, "d")
            assert days == shown(pilot).progress.days == settings.load().days
            assert f"How sure you were, {heading}" in prose(pilot)  # in view, though it is the last picture
        assert "sure: 9 answers" not in prose(pilot)
        await press(pilot, "d", "d")
        assert 60 == settings.load().days
        assert "sure: 9 answers" in prose(pilot)


@awaited
async def test_keys_scroll_and_lead_back(home: Path) -> None:
    study = answered(home)
    async with showing(study, ProgressScreen(study, 60, {}), (60, 15)) as pilot:
        top = picture(pilot.app)
        bottom = shown(pilot).page.max_scroll_y
        for keys, y in (("down", 1), ("j", 2), ("up", 1), ("k", 0), ("space", 10), ("b", 0), ("G", bottom), ("g", 0)):
            await press(pilot, keys)
            assert y == shown(pilot).page.scroll_offset.y, keys
        await press(pilot, "end", "home", "pagedown", "pageup")
        assert top == picture(pilot.app)
        await press(pilot, "question_mark")
        assert "table or pictures" in prose(pilot)
        assert "days counted" in prose(pilot)
        await press(pilot, "escape", "escape")
        assert "Home" == screen_name(pilot)


@pytest.mark.parametrize("size", SIZES)
@awaited
async def test_nothing_is_cut_off_at_any_size_nor_in_either_theme(home: Path, size: tuple[int, int]) -> None:
    study = answered(home)
    async with showing(study, ProgressScreen(study, 60, {}), size) as pilot:
        for key in ("t", "t"):
            check(pilot)
            page = [line.content.plain.rstrip() for line in shown(pilot).page.lines]
            assert max(cell_len(line) for line in page) <= min(size[0] - 4, 76)
            assert "…" not in "".join(page)
            assert "sure: 9 answers, 7 right (78 %) – a little surer than you should be" in " ".join(page)
            await press(pilot, key)
        before = picture(pilot.app)
        for theme in THEMES:
            pilot.app.theme = theme.name
            await press(pilot, "up")
            assert before == picture(pilot.app)


@awaited
async def test_it_is_the_same_without_colour(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study = answered(home)
    async with showing(study, ProgressScreen(study, 60, {})) as pilot:
        coloured = picture(pilot.app)
    monkeypatch.setenv("NO_COLOR", "1")
    study = answered(home / "again")
    async with showing(study, ProgressScreen(study, 60, {})) as pilot:
        assert coloured == picture(pilot.app)


@pytest.mark.parametrize("name", TEXTS)
@awaited
async def test_titles_are_shown_as_text(home: Path, name: str) -> None:
    study = answered(home, bank_with(TEXTS[name]))
    async with showing(study, ProgressScreen(study, 60, {})) as pilot:
        for size in ((80, 24), (40, 15), (160, 50)):
            await resize(pilot, size)
            for _ in range(2):
                check(pilot)
                await press(pilot, "t")
        await press(pilot, "t")
        assert times_shown(pilot, TEXTS[name]) >= 1
