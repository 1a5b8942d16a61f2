"""Home: the bank, where one stands, and what can be done."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quiz.history.record import Record
from quiz.study import Study, Wish
from tests.tui.drive import (
    EIGHT,
    NOW,
    after_work,
    at_home,
    awaited,
    lines,
    picture,
    press,
    prose,
    screen_name,
    study_of,
    written,
)


def answer(study: Study, count: int, right: bool = True) -> None:
    """Answer the first questions of the bank in a new run, and leave."""
    run = study.begin(study.choose(Wish(count=None, in_order=True), 1), 1)
    for _ in range(count):
        assert run.question is not None
        run.submit(run.question.key if right else ("",), 1)


def menu(text: str) -> list[str]:
    """Return the first words of the items of the menu."""
    names = ("Go on", "New quiz", "Choose", "Only the missed", "Read the source", "Scores", "Other banks")
    return [name for line in text.split("\n") for name in names if line[2:].startswith(name)]


@awaited
async def test_a_bank_not_begun_says_what_is_in_it_and_what_can_be_done(study: Study) -> None:
    async with at_home(study) as pilot:
        assert "eight · 8 questions" in lines(pilot)[0]
        assert "The lighthouse at Rook Point" in lines(pilot)[3]
        assert 2 == picture(pilot.app).count("not begun · 4 questions")
        assert ["New quiz", "Choose", "Read the source", "Scores", "Other banks"] == menu(written(pilot))
        assert "▸ New quiz" in picture(pilot.app)


@awaited
async def test_scores_the_last_attempt_and_what_was_missed_show(home: Path) -> None:
    answer(study_of(EIGHT, home, lambda: NOW - timedelta(days=1)), 8, right=False)
    study = study_of(EIGHT, home)
    answer(study, 2)
    async with at_home(study) as pilot:
        expected = ["Go on", "New quiz", "Choose", "Only the missed", "Read the source", "Scores", "Other banks"]
        assert expected == menu(written(pilot))
        assert "question 3 of 8, left today" in picture(pilot.app)
        assert "6 questions not right when last asked" in picture(pilot.app)
        assert "Last: 0 of 8 right, yesterday" in picture(pilot.app)
        assert "2 of 4  not enough yet" in picture(pilot.app)


@pytest.mark.parametrize(
    ("moves", "screen"),
    [
        ("", "Question"),
        ("down", "Setup"),
        ("j j", "Reading"),
        ("end up", "Scores"),
        ("up", "Banks"),
        ("down k k", "Banks"),
        ("pagedown", "Banks"),
        ("end home", "Question"),
        ("end pageup", "Question"),
    ],
)
@awaited
async def test_every_item_of_the_menu_leads_somewhere_and_escape_back(study: Study, moves: str, screen: str) -> None:
    async with at_home(study) as pilot:
        await press(pilot, *moves.split(), "enter")
        await after_work(pilot)
        assert screen == screen_name(pilot)
        await press(pilot, "escape")
        assert "Home" == screen_name(pilot)


@pytest.mark.parametrize(("key", "screen"), [("p", "Setup"), ("s", "Reading"), ("c", "Scores"), ("b", "Banks")])
@awaited
async def test_every_key_leads_where_its_name_says(study: Study, key: str, screen: str) -> None:
    async with at_home(study) as pilot:
        await press(pilot, key)
        await after_work(pilot)
        assert screen == screen_name(pilot)
        await press(pilot, "escape")
        assert "Home" == screen_name(pilot)


@awaited
async def test_go_on_resumes_and_only_the_missed_asks_only_these(study: Study) -> None:
    answer(study, 2, right=False)
    async with at_home(study) as pilot:
        await press(pilot, "enter")
        assert "3 of 8" in lines(pilot)[0]
        await press(pilot, "escape", "down", "down", "down", "enter")
        assert "1 of 2" in lines(pilot)[0]


@awaited
async def test_an_attempt_of_which_no_question_is_left_to_ask_is_over(study: Study, home: Path) -> None:
    study.begin(["fuel", "year"], 1).submit(("Whale oil",), 1)
    fewer = tuple(question for question in study.bank.questions if question.id != "year")
    async with at_home(study_of(replace(study.bank, questions=fewer), home)) as pilot:
        assert "New quiz" == menu(written(pilot))[0]
        await press(pilot, "c", "enter")
        assert "Results" == screen_name(pilot)
        assert "1 of 1 right first time" in lines(pilot)[0]
        await press(pilot, "escape", "escape")
        assert "Home" == screen_name(pilot)


@awaited
async def test_the_scores_are_fresh_after_a_quiz(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "p", "2", "o", "enter", "3", "escape")
        assert "1 of 1  not enough yet" in picture(pilot.app)


@awaited
async def test_q_closes_the_program(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "q")
        assert not pilot.app.is_running or pilot.app._exit


@awaited
async def test_without_a_bank_home_says_how_to_bring_one_in(home: Path) -> None:
    async with at_home(None, Record(home / "history.db", lambda: "stamp")) as pilot:
        assert "No bank was found. `quiz add PATH` brings one in;" in picture(pilot.app)
        await press(pilot, "p", "s", "c", "enter", "down")
        assert "Home" == screen_name(pilot)
        assert ["  b banks   q quit   ? help"] == lines(pilot)[-1:]


@awaited
async def test_questions_left_out_are_said_so(tmp_path: Path, home: Path) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    text = (EIGHT / "bank.yaml").read_text("utf-8").replace("quote: It burned whale oil", "quote: It burned petrol")
    (folder / "bank.yaml").write_text(text, "utf-8")
    (folder / "source.txt").write_bytes((EIGHT / "source.txt").read_bytes())
    async with at_home(study_of(folder, home)) as pilot:
        assert "1 question has an error and is left out: quiz check" in prose(pilot)
        assert "7 questions" in lines(pilot)[0]
