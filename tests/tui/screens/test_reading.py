"""Reading: signs where there are questions, asked there and then, and back in the text as if never away."""

from pathlib import Path

import pytest

from quiz.history.values import Mode
from quiz.study import Study
from quiz.study.reading import stops
from quiz.tui.app import QuizApp, run_app
from quiz.tui.screens.reading import ReadingScreen
from quiz.tui.widgets.page import Page
from tests.tui.drive import (
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
    taking,
    type_text,
    written,
)
from tests.tui.samples import bank_with, long_bank, two_sources
from tests.tui.test_hostile import TEXTS, check

SIZES = [(40, 15), (80, 24), (160, 50)]
all_sizes = pytest.mark.parametrize("size", SIZES)


def text(pilot: Driver) -> str:
    """Return the page as running text."""
    return " ".join(written(pilot).split())


def top(pilot: Driver) -> int:
    """Return which line is at the top of the page."""
    return pilot.app.screen.query_one(Page).scroll_offset.y


def current(pilot: Driver) -> tuple[str, ...]:
    """Return the questions of the current place."""
    screen = pilot.app.screen
    assert isinstance(screen, ReadingScreen)
    return screen.stop.questions if screen.stop else ()


def test_a_question_is_asked_where_all_its_quotations_were_read(study: Study) -> None:
    found = [(stop.paragraph, stop.number, stop.questions) for stop in stops(study.bank)]
    expected = [
        (1, 2, ("fuel",)),
        (2, 1, ("rebuilt", "city")),
        (2, 2, ("numbers",)),
        (2, 3, ("sequence", "year")),
        (2, 4, ("summary", "keeper-today")),
    ]
    assert expected == found


@all_sizes
@awaited
async def test_every_place_has_a_sign_with_the_number_of_its_questions(study: Study, size: tuple[int, int]) -> None:
    async with at_home(study, size=size) as pilot:
        await press(pilot, "s")
        assert "four times a night. ?1 A fire in 1841 destroyed the lamp room. " in text(pilot)
        assert "lens from Paris. ?2 The new lamp could be seen at a distance of twenty miles. ?1 In 1903" in text(pilot)
        assert text(pilot).endswith("by a clock. ?2")
        assert "whale oil?" not in prose(pilot)


@all_sizes
@awaited
async def test_enter_asks_and_afterwards_one_is_where_one_was(home: Path, size: tuple[int, int]) -> None:
    study = study_of(long_bank(), home)
    async with at_home(study, size=size) as pilot:
        await press(pilot, "s", *["space"] * 3, "n")
        place, [ident], before = top(pilot), current(pilot), picture(pilot.app)
        assert "1 question here" in lines(pilot)[0]
        assert "enter answer" in lines(pilot)[-1]
        await press(pilot, "enter")
        assert ("Question", True) == (screen_name(pilot), f"Question {ident[1:]}?" in prose(pilot))
        await press(pilot, "t")
        assert "✓" in prose(pilot)
        await press(pilot, "enter")
        assert ("Reading", place) == (screen_name(pilot), top(pilot))
        assert "1 question here: 1 right" in lines(pilot)[0]
        assert before.replace("?1", "✓1", 1).split("\n")[2:-1] != before.split("\n")[2:-1]
        assert "✓1" in prose(pilot)
        assert "enter answer" not in lines(pilot)[-1]
        await press(pilot, "enter")
        assert "Reading" == screen_name(pilot)


@awaited
async def test_what_was_missed_and_what_is_left_is_told(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "s", "n", "n", "n", "n")
        assert ("summary", "keeper-today") == current(pilot)
        await press(pilot, "enter", *"keeper", "enter", *"1968", "enter", "z", "enter", "enter", "escape")
        assert "2 questions here: 0 right, 1 partly, 1 left" in lines(pilot)[0]
        assert text(pilot).endswith("by a clock. ◐1 ?1")
        await press(pilot, "enter")
        assert "a keeper switches the light on today" in prose(pilot)
        await press(pilot, "t", "enter")
        assert "Reading" == screen_name(pilot)
        assert "2 questions here: 0 right, 1 partly" in lines(pilot)[0]
        assert text(pilot).endswith("by a clock. ◐1 ✗1")
    modes = {attempt.mode for attempt in study.attempts()}
    assert {Mode.READING} == modes
    assert 0 == study.latest()["keeper-today"]


@awaited
async def test_questions_left_without_an_answer_change_nothing(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "s", "n")
        before = picture(pilot.app)
        await press(pilot, "enter", "escape")
        assert before == picture(pilot.app)


@awaited
async def test_after_reading_home_has_the_new_scores(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "s", "enter", "4", "enter", "escape")
        assert "Home" == screen_name(pilot)
        assert "Only the missed" in prose(pilot)
        await press(pilot, "s", "escape")
        assert "Home" == screen_name(pilot)


@all_sizes
@awaited
async def test_the_current_place_is_always_in_view(home: Path, size: tuple[int, int]) -> None:
    async with at_home(study_of(long_bank(), home), size=size) as pilot:
        await press(pilot, "s")
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        for keys in ("n", "n", "n", "space", "n", "end", "N", "N", "home", "N", "n", "k", "j j j j j j j", "pageup"):
            await press(pilot, *keys.split())
            assert screen.stop is None or screen._in_view(screen.stop), keys
            assert ("n" not in keys.casefold() or keys == "end") or screen.stop, keys
        await resize(pilot, (60, 20))
        assert screen.stop is None or screen._in_view(screen.stop)


@awaited
async def test_n_goes_on_from_what_is_in_view(home: Path) -> None:
    async with at_home(study_of(long_bank(), home), size=(40, 15)) as pilot:
        await press(pilot, "s")
        assert ("q1",) == current(pilot)
        await press(pilot, "n")
        assert ("q2",) == current(pilot)
        await press(pilot, "N", "N")
        assert ("q60",) == current(pilot)
        await press(pilot, "n", *["space"] * 6)
        seen = int((*current(pilot), "q0")[0][1:])
        await press(pilot, "n")
        assert int(current(pilot)[0][1:]) > seen


@awaited
async def test_r_hides_the_signs_and_shows_them_again(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "s")
        before = written(pilot)
        await press(pilot, "r")
        assert "?" not in written(pilot)
        assert "questions here" not in lines(pilot)[0]
        await press(pilot, "n", "enter")
        assert "Reading" == screen_name(pilot)
        await press(pilot, "r")
        assert before == written(pilot)


@awaited
async def test_the_same_paragraph_stays_at_the_top_when_signs_come_and_go(home: Path) -> None:
    async with at_home(study_of(long_bank(), home), size=(40, 15)) as pilot:
        await press(pilot, "s", *["space"] * 8)
        before = "".join(lines(pilot)[2:6])
        for key in ("o", "c", "c", "r", "r"):
            await press(pilot, key)
            number = before.split("paragraph")[1].split()[0] if "paragraph" in before else ""
            assert number in prose(pilot), key


@awaited
async def test_a_shading_takes_the_place_of_the_signs(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "s")
        for key in "oc":
            await press(pilot, key)
            assert "?1" not in text(pilot)
            await press(pilot, "enter", "r")
            assert "Reading" == screen_name(pilot)
        await press(pilot, "c")
        assert "?1" in text(pilot)


@awaited
async def test_a_search_goes_before_the_places_with_questions(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "s", "slash")
        await type_text(pilot, "lamp")
        await press(pilot, "enter")
        assert "“lamp”: 1 of 2 matches" in lines(pilot)[0]
        await press(pilot, "n")
        assert "“lamp”: 2 of 2 matches" in lines(pilot)[0]
        assert "n next" in lines(pilot)[-1]
        await press(pilot, "escape")
        assert "here" in lines(pilot)[0]


@awaited
async def test_every_text_has_its_own_places(home: Path) -> None:
    async with at_home(study_of(two_sources(), home)) as pilot:
        await press(pilot, "s")
        assert ("one",) == current(pilot)
        await press(pilot, "tab", "n")
        assert ("two",) == current(pilot)
        await press(pilot, "enter", "t", "enter")
        assert ("Reading", True) == (screen_name(pilot), "Second text" in lines(pilot)[0])
        assert text(pilot).endswith("✓1")


@awaited
async def test_opened_from_a_verdict_the_source_offers_no_questions(study: Study) -> None:
    async with taking(study, ids=["fuel"]) as pilot:
        await press(pilot, "3", "s")
        assert "Source" == screen_name(pilot)
        assert "?" not in written(pilot)
        await press(pilot, "enter", "r")
        assert "Source" == screen_name(pilot)


@awaited
async def test_the_keys_are_named(study: Study) -> None:
    async with at_home(study, size=(40, 15)) as pilot:
        await press(pilot, "s", "n")
        assert " enter answer  n next  esc back  ? help" == lines(pilot)[-1]
        await resize(pilot, (160, 50))
        assert "r signs   o own answers" in lines(pilot)[-1]
        await press(pilot, "question_mark")
        for words in ("answer", "the one before", "signs", "own answers", "questions per sentence"):
            assert words in prose(pilot)


@all_sizes
@awaited
async def test_the_terminal_may_change_its_size_while_a_question_is_open(home: Path, size: tuple[int, int]) -> None:
    async with at_home(study_of(long_bank(), home)) as pilot:
        await press(pilot, "s", *["space"] * 4, "n", "enter")
        await resize(pilot, size)
        await press(pilot, "t", "enter")
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        assert screen.stop
        assert "✓1" in prose(pilot)


@pytest.mark.parametrize("name", TEXTS)
@awaited
async def test_hostile_texts_are_shown_as_text(home: Path, name: str) -> None:
    async with at_home(study_of(bank_with(TEXTS[name]), home)) as pilot:
        for size in SIZES:
            await resize(pilot, size)
            await press(pilot, "s")
            for key in ("n", "o", "n", "c", "c", "r", "r", "n", "enter"):
                await press(pilot, key)
                check(pilot)
            await press(pilot, "escape")
            check(pilot)
            await press(pilot, "escape")
            assert "Home" == screen_name(pilot)


@awaited
async def test_the_app_opens_to_read_and_escape_leads_home(study: Study) -> None:
    app = QuizApp(study.record, study, reading=True)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert "Reading" == screen_name(pilot)
        await press(pilot, "enter", "3", "enter")
        assert "1 question here: 1 right" in lines(pilot)[0]
        await press(pilot, "escape")
        assert "Home" == screen_name(pilot)


def test_the_program_opens_on_a_source_to_read(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QuizApp, "run", lambda self: opened.append(type(self.get_default_screen()).__name__))
    assert 0 == run_app(reading=study)
    assert ["ReadingScreen"] == opened
