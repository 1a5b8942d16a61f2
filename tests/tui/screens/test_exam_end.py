"""An examination is left, handed in, or ended by the clock; then comes what was missed. At every size, too."""

from datetime import timedelta
from pathlib import Path

import pytest

from quiz.history.values import Mode
from quiz.study import Run, Study
from quiz.study.exam import Exam
from quiz.tui.app import QuizApp
from quiz.tui.screens.exam import ExamScreen
from quiz.tui.screens.review import ReviewScreen
from tests.tui.drive import (
    EIGHT,
    NOW,
    SIZES,
    at_home,
    awaited,
    click_text,
    lines,
    now,
    picture,
    press,
    prose,
    resize,
    screen_name,
    settle,
    study_of,
)
from tests.tui.exams import clock_at, head, on_record, opened, sitting, told
from tests.tui.samples import bank_with
from tests.tui.test_hostile import TEXTS, check, times_shown
from tests.tui.test_sizes import check as check_size
from tests.tui.test_sizes import check_fields, check_reach

# leaving, and the time


@awaited
async def test_leaving_keeps_all_and_home_goes_on(study: Study) -> None:
    async with sitting(study) as pilot:
        await press(pilot, "3", "f5", "right", "escape")
        assert "Home" == screen_name(pilot)
        assert "Saved. “Go on” leads back to the examination." in prose(pilot)
        assert 0 == sum(score.answered for score in study.scores())
        await click_text(pilot, "Go on  ")
        assert "2 of 8 · 1 answered" in head(pilot)
        assert "* Marked to come back to." in picture(pilot.app)


@awaited
async def test_without_a_limit_nothing_runs_beside(study: Study) -> None:
    async with sitting(study) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ExamScreen)
        assert screen._timer is None
        assert "left" not in head(pilot)


@awaited
async def test_the_time_left_is_said_in_minutes_and_goes_on_while_one_is_away(home: Path) -> None:
    times = [NOW]
    study = study_of(EIGHT, home, clock_at(times))
    async with sitting(study, minutes=20) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ExamScreen)
        assert "about 20 min left" in head(pilot)
        times.append(NOW + timedelta(minutes=8))
        screen.tick()
        await settle(pilot)
        assert "about 12 min left" in head(pilot)
        await press(pilot, "3", "escape")
        assert "The clock goes on: about 12 min left." in told(pilot)
        times.append(NOW + timedelta(minutes=19, seconds=25))
        exam = on_record(study, screen.exam)
        assert isinstance(pilot.app, QuizApp)
        pilot.app.go_on(exam)
        await settle(pilot)
        assert "about 40 s left" in head(pilot)


@pytest.mark.parametrize("keys", ["", "f6", "f9", "f1", "f6 f9", "3"])
@awaited
async def test_when_the_time_is_up_it_is_handed_in_from_wherever_one_is(home: Path, keys: str) -> None:
    times = [NOW]
    study = study_of(EIGHT, home, clock_at(times))
    async with sitting(study, minutes=20) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ExamScreen)
        await press(pilot, *keys.split())
        times.append(NOW + timedelta(minutes=20))
        screen.tick()
        await settle(pilot)
        assert "Missed" == screen_name(pilot)
        assert "The time is up: the examination was handed in as it stood." in picture(pilot.app)
        assert isinstance(study.resume(screen.exam.uid), Run)


@awaited
async def test_an_answer_that_comes_too_late_is_not_taken(home: Path) -> None:
    times = [NOW]
    study = study_of(EIGHT, home, clock_at(times))
    async with sitting(study, minutes=10) as pilot:
        times.append(NOW + timedelta(minutes=11))
        await press(pilot, "3")
        assert "0 of 8 right." in picture(pilot.app)


@awaited
async def test_one_whose_time_ran_out_meanwhile_is_handed_in_when_it_is_opened(home: Path) -> None:
    times = [NOW]
    study = study_of(EIGHT, home, clock_at(times))
    exam = study.begin_exam(["fuel", "city"], 1, 10)
    exam.answer(("Whale oil",), 1)
    times.append(NOW + timedelta(days=1))
    async with opened(study, on_record(study, exam)) as pilot:
        assert "1 of 2 right. The one that was not comes now." in picture(pilot.app)
        assert "The time is up" in picture(pilot.app)


@awaited
async def test_one_that_was_left_is_not_handed_in_behind_one_s_back(home: Path) -> None:
    times = [NOW]
    study = study_of(EIGHT, home, clock_at(times))
    async with sitting(study, minutes=10) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ExamScreen)
        await press(pilot, "3", "escape")
        times.append(NOW + timedelta(minutes=11))
        screen.tick()
        await press(pilot, "p", "escape")
        assert "Home" == screen_name(pilot)
        assert isinstance(study.resume(screen.exam.uid), Exam)


# handing in


@awaited
async def test_handing_in_asks_once_and_the_safe_line_comes_first(study: Study) -> None:
    async with sitting(study) as pilot:
        await press(pilot, "3", "f5", "f9")
        assert "7 questions have no answer and 1 is marked. Hand in?" in picture(pilot.app)
        assert "▸ Not yet" in picture(pilot.app)
        await press(pilot, "enter")
        assert "Exam" == screen_name(pilot)
        await press(pilot, "f6", "home", "enter", "escape", "f9", "down", "enter")
        assert "Missed" == screen_name(pilot)


@awaited
async def test_what_was_missed_is_looked_at_before_the_results(study: Study) -> None:
    async with sitting(study, ids=["fuel", "city", "keeper-today"]) as pilot:
        await press(pilot, "!", "4", "right", "f", "f9", "down", "enter")
        assert "1 of 3 right. The 2 that were not come now, one by one." in picture(pilot.app)
        await press(pilot, "escape")
        assert "Missed" == screen_name(pilot)
        await press(pilot, "enter")
        assert "1 of 2 missed" in head(pilot)
        assert "✗ your answer" in picture(pilot.app)
        assert "Your choice: Gas is not mentioned" in picture(pilot.app)
        await press(pilot, "left", "escape", "s", "escape")
        assert "1 of 2 missed" in head(pilot)
        await press(pilot, "space")
        assert "2 of 2 missed" in head(pilot)
        assert "You gave no answer." in picture(pilot.app)
        assert "The answer: Paris" in picture(pilot.app)
        assert "enter results" in lines(pilot)[-1]
        await press(pilot, "left", "escape")
        assert "1 of 2 missed" in head(pilot)
        await press(pilot, "enter", "enter")
        assert "Results" == screen_name(pilot)
        assert "1 of 3 right" in head(pilot)


@awaited
async def test_escape_leads_to_the_results_once_all_was_seen(study: Study) -> None:
    async with sitting(study, ids=["fuel"]) as pilot:
        await press(pilot, "4")
        assert "Overview" == screen_name(pilot)
        await press(pilot, "enter", "down", "enter", "enter")
        assert "1 of 1 missed" in head(pilot)
        await press(pilot, "escape")
        assert "Results" == screen_name(pilot)
        await press(pilot, "escape")
        assert "Home" == screen_name(pilot)


@awaited
async def test_with_nothing_missed_the_results_come_at_once(study: Study) -> None:
    async with sitting(study, ids=["fuel", "keeper-today"]) as pilot:
        await press(pilot, "3", "f", "f9", "down", "enter")
        assert "Results" == screen_name(pilot)
        assert "2 of 2 right" in head(pilot)


@awaited
async def test_looking_back_in_practice_is_as_it_was(study: Study) -> None:
    run = study.begin(["fuel", "keeper-today"], 1)
    run.submit(("Whale oil",), 1)
    run.submit(("True",), 1)
    async with at_home(study) as pilot:
        pilot.app.push_screen(ReviewScreen(run, 0))
        await settle(pilot)
        assert "looking back  1 of 2" in head(pilot)
        await press(pilot, "left")
        assert "looking back  2 of 2" in head(pilot)
        await press(pilot, "escape")
        assert "Home" == screen_name(pilot)


@awaited
async def test_a_pre_test_begins_from_the_setup(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "p", "o", "e", "e", "enter", "4")
        assert Mode.PRETEST is study.attempts()[0].mode
        assert {} == study.latest()


# every size, and whatever a bank holds


@pytest.mark.parametrize("size", SIZES)
@awaited
async def test_a_whole_examination_at_one_size(study: Study, size: tuple[int, int]) -> None:
    async with sitting(study, size=size, minutes=20) as pilot:
        for keys in ("4", "1 enter", "t", "R enter", "1 enter", "space down enter", "a a a enter", "1 enter 2 enter 3"):
            check_size(pilot, size)
            await check_fields(pilot)
            await press(pilot, "f5", *keys.split())
        for keys in ("enter", "home enter", "down enter", *["enter"] * 9):
            await press(pilot, *keys.split())
            check_size(pilot, size)
        assert "Results" == screen_name(pilot)


@pytest.mark.parametrize("keys", ["3", "3 f5 f6", "f9", "f9 down enter", "f9 down enter enter", "right right right"])
@awaited
async def test_all_is_within_reach_when_the_terminal_changes(study: Study, keys: str) -> None:
    async with sitting(study) as pilot:
        await press(pilot, *keys.split())
        for size in ((160, 50), (40, 15), (60, 20)):
            await resize(pilot, size)
            check_size(pilot, size)
            if size[1] < 24:
                await check_reach(pilot)


@pytest.mark.parametrize("name", TEXTS)
@awaited
async def test_whatever_stands_in_a_bank_is_shown_as_text(home: Path, name: str) -> None:
    text = TEXTS[name]
    async with sitting(study_of(bank_with(text), home, now)) as pilot:
        for keys in ("3", "1 enter", "t", "q enter", "1 enter", "space down enter", "a a enter", "q enter z enter"):
            check(pilot)
            assert times_shown(pilot, text) >= 1
            await press(pilot, *keys.split())
        check(pilot)
        await press(pilot, "escape", "right")
        for _ in range(8):
            assert "Your answer:" in prose(pilot) or name in ("steering", "shapes", "word", "lines", "markup")
            check(pilot)
            await press(pilot, "right")
        await press(pilot, "f9", "down", "enter")
        for _ in range(9):
            check(pilot)
            await press(pilot, *["enter"] * (screen_name(pilot) != "Results"))
        assert "Results" == screen_name(pilot)
