"""Weak spots: what to read again, what was missed most and what was believed, each one Enter away."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quiz import settings
from quiz.core.bank import Bank
from quiz.study import Study
from quiz.tui.screens.missed import MissedScreen
from quiz.tui.screens.weak import WeakScreen
from quiz.tui.theme import THEMES
from quiz.tui.widgets.menu import Menu
from tests.tui.drive import (
    EIGHT,
    NOW,
    SIZES,
    Driver,
    awaited,
    click_text,
    lines,
    picture,
    press,
    prose,
    resize,
    screen_name,
    study_of,
    written,
)
from tests.tui.looked_back import answered, showing
from tests.tui.samples import bank_with, long_bank, two_sources
from tests.tui.test_hostile import TEXTS, check, times_shown


@pytest.fixture(autouse=True)
def one_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw the same always."""
    monkeypatch.setattr("quiz.tui.screens.weak.new_seed", lambda: 1)


def missing(home: Path, bank: Path | Bank, ids: Sequence[str], times: int = 1) -> Study:
    """Return a study in which questions were answered wrongly some time ago, each so many times."""
    study = study_of(bank, home, lambda: NOW - timedelta(days=20))
    for _ in range(times):
        run = study.begin(ids, 1)
        while question := run.question:
            option = question.distractors[0].text if question.distractors else "?"
            run.submit((option,), 1)
    return Study(study.reading, study.record, lambda: NOW)


def items(pilot: Driver) -> list[str]:
    """Return the items of the list."""
    return [item.text for item in pilot.app.screen.query_one(Menu).items]


@awaited
async def test_three_lists_one_below_the_other(home: Path) -> None:
    study = answered(home)
    async with showing(study, WeakScreen(study, 60)) as pilot:
        assert "Weak spots" in lines(pilot)[0]
        assert [
            "paragraph 2, sentence 3, 1 question missed: “In 1903 the oil gave way to electric light, and the last…”",
            "missed 5 of 5 · In which year did electric light replace the oil?",
            "missed 4 of 5 · What did the first lamp burn?",
            "“Candles” chosen 4 times: One keeper could not have tended enough of them.",
        ] == items(pilot)
        page = prose(pilot)
        order = ["in the last 60 days.", "Read again ▸ • para", "Missed most • missed 5", "What you took for true • “C"]
        assert sorted(order, key=page.index) == order


@awaited
async def test_nothing_missed_is_said_calmly(study: Study) -> None:
    async with showing(study, WeakScreen(study, 60)) as pilot:
        assert "Nothing was answered in the last 60 days. What you miss is gathered here" in prose(pilot)
        await press(pilot, "enter", "m", "down")
        assert "Weak" == screen_name(pilot)
        assert "practise" not in lines(pilot)[-1]
    study.begin(["fuel"], 1).submit(("Whale oil",), 1)
    async with showing(study, WeakScreen(study, 1)) as pilot:
        assert "Nothing was missed today: 1 question was answered, and always right." in prose(pilot)


@awaited
async def test_enter_opens_the_source_at_the_passage(home: Path) -> None:
    study = answered(home)
    async with showing(study, WeakScreen(study, 60)) as pilot:
        await press(pilot, "enter")
        assert "Source" == screen_name(pilot)
        assert "In 1903 the oil gave way" in prose(pilot)
        await press(pilot, "escape")
        assert "Weak" == screen_name(pilot)


@awaited
async def test_the_passage_may_be_in_another_text(home: Path) -> None:
    study = missing(home, two_sources(), ["two"])
    async with showing(study, WeakScreen(study, 60)) as pilot:
        assert "paragraph 1, sentence 1 of Second text, 1 question missed" in prose(pilot)
        await press(pilot, "enter")
        assert "Second text" in prose(pilot)


@awaited
async def test_enter_shows_the_question_with_its_answer_and_the_passage(home: Path) -> None:
    study = answered(home)
    async with showing(study, WeakScreen(study, 60)) as pilot:
        await press(pilot, "down", "down", "enter")
        assert "Missed" == screen_name(pilot)
        assert "The age of oil" in lines(pilot)[0]
        assert "2 of 2" in lines(pilot)[0]
        expected = (
            "What did the first lamp burn? Missed 4 of 5 times. Chosen 4 times: “Candles”. One keeper could not have"
            " tended enough of them. The answer is: Whale oil The lamp was fed with oil from whales until electric"
            " light came. ┃ ⟦It burned whale oil⟧, and its keeper, Ada Marsh"
        )
        assert expected in prose(pilot)
        await press(pilot, "right")
        assert "In which year did electric light replace the oil? Missed 5 of 5 times. The answer is: 1903" in prose(
            pilot
        )
        for key in ("left", "n", "p", "enter", "space"):
            before = picture(pilot.app)
            await press(pilot, key)
            assert before != picture(pilot.app)
        await press(pilot, "s")
        assert "Source" == screen_name(pilot)
        await press(pilot, "escape", "escape")
        assert "Weak" == screen_name(pilot)


@awaited
async def test_a_wrong_belief_opens_its_question(home: Path) -> None:
    study = answered(home)
    async with showing(study, WeakScreen(study, 60)) as pilot:
        await click_text(pilot, "Candles")
        assert "Missed" == screen_name(pilot)
        assert "What did the first lamp burn?" in prose(pilot)
        assert "1 of 1" in lines(pilot)[0]


@awaited
async def test_m_asks_the_missed_now(home: Path) -> None:
    study = answered(home)
    async with showing(study, WeakScreen(study, 60)) as pilot:
        assert "m practise these" in lines(pilot)[-1]
        await press(pilot, "m")
        assert "Question" == screen_name(pilot)
        assert ["year", "fuel"] == list(pilot.app.screen.run.session.selection)  # type: ignore[attr-defined]


@awaited
async def test_at_most_ten_are_listed_and_asked(home: Path) -> None:
    bank = long_bank(30)
    study = missing(home, bank, [question.id for question in bank.questions], 2)
    async with showing(study, WeakScreen(study, 60)) as pilot:
        assert 3 + 10 == len(items(pilot))
        await press(pilot, "end", "enter")
        assert "10 of 10" in lines(pilot)[0]
        await press(pilot, "right")
        assert "1 of 10" in lines(pilot)[0]
        await press(pilot, "escape", "m")
        assert 10 == len(pilot.app.screen.run.session.selection)  # type: ignore[attr-defined]


@awaited
async def test_d_goes_through_the_windows_and_remembers(home: Path) -> None:
    study = missing(home, EIGHT, ["fuel", "city"])
    async with showing(study, WeakScreen(study, 30)) as pilot:
        await press(pilot, "down", "down", "d", "d", "d")
        assert "What was missed so far." in prose(pilot)
        assert 0 == pilot.app.screen.query_one(Menu).cursor
        await press(pilot, "d")
        assert 14 == settings.load().days
        assert "Nothing was answered in the last 14 days." in prose(pilot)
        assert "practise" not in lines(pilot)[-1]
        await press(pilot, "d")
        assert "Missed most" in prose(pilot)
        assert "m practise these" in lines(pilot)[-1]


@pytest.mark.parametrize("size", SIZES)
@awaited
async def test_every_item_is_read_at_any_size_and_in_either_theme(home: Path, size: tuple[int, int]) -> None:
    study = answered(home)
    async with showing(study, WeakScreen(study, 60), size) as pilot:
        for theme in THEMES:
            pilot.app.theme = theme.name
            for text in items(pilot):
                check(pilot)
                assert text in " ".join(written(pilot).replace("▸", "").replace("•", "").split())
                await press(pilot, "down")
        await press(pilot, "down", "enter")
        check(pilot)


@awaited
async def test_keys_of_a_long_question_scroll(home: Path) -> None:
    study = answered(home)
    async with showing(study, WeakScreen(study, 60), (40, 10)) as pilot:
        await press(pilot, "down", "down", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, MissedScreen)
        for key, y in (("down", 1), ("j", 2), ("up", 1), ("k", 0), ("pagedown", 5), ("pageup", 0)):
            await press(pilot, key)
            assert y == screen.page.scroll_offset.y, key
        await press(pilot, "question_mark")
        assert "source" in prose(pilot)


@pytest.mark.parametrize("name", TEXTS)
@awaited
async def test_what_stands_in_the_bank_is_shown_as_text(home: Path, name: str) -> None:
    text = TEXTS[name]
    bank = bank_with(text)
    study = missing(home, bank, [question.id for question in bank.questions], 2)
    async with showing(study, WeakScreen(study, 60)) as pilot:
        for size in ((80, 24), (40, 15), (160, 50)):
            await resize(pilot, size)
            check(pilot)
        await press(pilot, "down", "enter")
        for _ in bank.questions:
            check(pilot)
            assert times_shown(pilot, text) >= 2
            await press(pilot, "right")
        await press(pilot, "escape", "end", "enter")
        check(pilot)


@awaited
async def test_what_was_missed_before_a_question_was_changed_is_told_apart(home: Path) -> None:
    before = answered(home)
    fuel = replace(before.bank.by_id["fuel"], prompt="What was burnt at first?")
    bank = replace(before.bank, questions=tuple(fuel if q.id == "fuel" else q for q in before.bank.questions))
    study = study_of(bank, home)
    async with showing(study, WeakScreen(study, 60)) as pilot:
        await press(pilot, "down", "down", "enter")
        assert "Missed 4 of 5 times (4 before it was changed)." in prose(pilot)
        assert "Chosen 4 times (4 before the question was changed): “Candles”." in prose(pilot)
