"""Choosing phases and the number of questions."""

from pathlib import Path

import pytest

from quiz import settings
from quiz.study import Study
from tests.tui.drive import (
    Driver,
    at_home,
    awaited,
    click_text,
    lines,
    picture,
    press,
    prose,
    screen_name,
    study_of,
    written,
)
from tests.tui.samples import long_bank


def wanted(pilot: Driver) -> str:
    """Return what would begin."""
    begin = next(line for line in written(pilot).split("\n") if "Begin:" in line)
    return begin.partition("Begin: ")[2].partition("  ")[0]


def chosen(pilot: Driver) -> str:
    """Return which lines have a cross in their box."""
    return "".join(line[2] for line in written(pilot).split("\n") if "[x]" in line)


@awaited
async def test_all_phases_are_chosen_at_first(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "p")
        assert ("12", "all 8 questions") == (chosen(pilot), wanted(pilot))


@pytest.mark.parametrize(
    ("keys", "crosses", "questions"),
    [
        ("1", "2", "all 4 questions"),
        ("2", "1", "all 4 questions"),
        ("1 2", "", "choose a phase first"),
        ("1 1", "12", "all 8 questions"),
        ("3 9", "12", "all 8 questions"),
        ("space", "2", "all 4 questions"),
        ("down space", "1", "all 4 questions"),
        ("down down space", "12o", "all 8 questions"),
        ("o", "12o", "all 8 questions"),
        ("o o", "12", "all 8 questions"),
        ("end space", "12", "all 8 questions"),
        ("minus", "12", "5 questions"),
        ("minus minus", "12", "5 questions"),
        ("minus plus", "12", "all 8 questions"),
        ("plus", "12", "all 8 questions"),
        ("left", "12", "5 questions"),
        ("left right", "12", "all 8 questions"),
        ("minus 1", "2", "all 4 questions"),
        ("1 2 minus 1", "1", "all 4 questions"),
    ],
)
@awaited
async def test_keys_choose_phases_number_and_order(study: Study, keys: str, crosses: str, questions: str) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "p", *keys.split())
        assert (crosses, questions) == (chosen(pilot), wanted(pilot))


@awaited
async def test_the_number_goes_by_steps_up_to_all_and_down_again(home: Path) -> None:
    async with at_home(study_of(long_bank(60), home)) as pilot:
        await press(pilot, "p")
        seen = [wanted(pilot)]
        for key in ["plus"] * 4 + ["minus"] * 6:
            await press(pilot, key)
            seen.append(wanted(pilot))
        up = ["20 questions", "30 questions", "50 questions", "all 60 questions", "all 60 questions"]
        down = ["50 questions", "30 questions", "20 questions", "10 questions", "5 questions", "5 questions"]
        assert up + down == seen


@awaited
async def test_enter_begins_what_was_chosen_in_the_bank_s_order(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "p", "1", "o", "enter")
        assert "Question" == screen_name(pilot)
        assert "1 of 4" in lines(pilot)[0]
        assert "a keeper switches the light on today" in picture(pilot.app)


@awaited
async def test_without_a_phase_nothing_begins_and_it_is_said_so(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "p", "1", "2", "enter")
        assert "Setup" == screen_name(pilot)
        assert "Choose at least one phase that has questions." in prose(pilot)


@awaited
async def test_clicks_choose_and_the_last_line_begins(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "p")
        await click_text(pilot, "The age of oil")
        await click_text(pilot, "Ask in the bank's order")
        assert ("2o", "all 4 questions") == (chosen(pilot), wanted(pilot))
        await click_text(pilot, "Begin:")
        assert "1 of 4" in lines(pilot)[0]


@awaited
async def test_e_goes_through_the_modes_and_says_what_each_is_for(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "p")
        seen = []
        for _ in range(4):
            seen.append(next(line.strip(" ▸") for line in written(pilot).split("\n") if "Mode:" in line))
            await press(pilot, "e")
        assert ["e Mode: practice", "e Mode: examination", "e Mode: pre-test", "e Mode: practice"] == seen
        await press(pilot, "e")
        assert "Before reading: nothing is scored" in prose(pilot)


@awaited
async def test_l_goes_through_the_limits_of_an_examination_only(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "p", "l")
        assert "Time limit" not in picture(pilot.app)
        await press(pilot, "e")
        seen = []
        for _ in range(8):
            line = next(line for line in written(pilot).split("\n") if "Time limit: " in line)
            seen.append(line.partition(": ")[2].split()[0])
            await press(pilot, "l")
        assert ["none", "10", "20", "30", "45", "60", "90", "none"] == seen
        await press(pilot, "enter")
        assert "Exam" == screen_name(pilot)
        assert "about 10 min left" in lines(pilot)[0]


@awaited
async def test_h_has_it_asked_how_sure_one_is_and_this_is_remembered(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "p", "h")
        assert "12h" == chosen(pilot)
        assert "ask" == settings.load().certainty
        await click_text(pilot, "ask how sure I am")
        assert "" == settings.load().certainty


@awaited
async def test_escape_goes_back(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "p", "1", "escape")
        assert "Home" == screen_name(pilot)
