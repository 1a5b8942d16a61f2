"""All eight types answered with the mouse, and everything else that can be clicked."""

import pytest

from quiz.study import Study
from tests.tui.drive import (
    Driver,
    awaited,
    click,
    click_text,
    lines,
    picture,
    press,
    prose,
    resize,
    screen_name,
    taking,
    type_text,
)

RIGHT = {
    "fuel": ["Whale oil"],
    "rebuilt": ["The tower was raised", "A lens from Paris", "enter answer"],
    "keeper-today": ["False"],
    "city": ["=Paris", "enter answer"],
    "year": ["=1903", "enter answer"],
    "sequence": ["Electric light is", "The tower is raised", "enter answer"],
    "numbers": ["96", "The steps", "20", "The miles", "3 ·", "The metres", "enter answer"],
    "summary": ["=keeper", ">Gap 2", "=1968", ">Gap 3", "=clock", "enter answer"],
}
WRONG = {
    "fuel": ["Candles"],
    "rebuilt": ["A second keeper", "The steps were", "enter answer"],
    "keeper-today": ["1  True"],
    "city": ["=Rome", "enter answer"],
    "year": ["=1904", "enter answer"],
    "sequence": ["The tower is raised", "The lamp is lit", "enter answer"],
    "numbers": ["The steps", "The steps", "The years", "1 d", "The years", "enter answer"],
    "summary": ["=a", ">Gap 2", "=b", ">Gap 3", "=c c", "enter answer"],
}


async def click_field(pilot: Driver, label: str) -> None:
    """Click into the field with a label; the label may also stand in the text above."""
    y = max(y for y, line in enumerate(lines(pilot)) if label in line)
    await click(pilot, lines(pilot)[y].index(label) + len(label) + 4, y)


@pytest.mark.parametrize("ident", RIGHT)
@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
@awaited
async def test_every_type_is_answered_by_clicks(study: Study, ident: str, right: bool) -> None:
    async with taking(study, ids=[ident], size=(100, 30)) as pilot:
        for step in RIGHT[ident] if right else WRONG[ident]:
            if step.startswith("="):
                await type_text(pilot, step[1:])
            elif step.startswith(">"):
                await click_field(pilot, step[1:])
            else:
                await click_text(pilot, step)
        assert ("✓ Right." if right else "✗ Not this one.") in picture(pilot.app)
        assert {ident: float(right)} == study.latest()


@awaited
async def test_keys_on_the_bar_can_be_clicked(study: Study) -> None:
    async with taking(study, ids=["fuel", "rebuilt"], size=(110, 30)) as pilot:
        await click_text(pilot, "tab skip")
        assert "Which two changes" in picture(pilot.app)
        await click_text(pilot, "A second keeper")
        await click_text(pilot, "enter answer")
        await click_text(pilot, "w why others are wrong")
        assert "The steps were doubled:" in picture(pilot.app)
        await click_text(pilot, "s source")
        assert "Source" == screen_name(pilot)
        await click_text(pilot, "esc back")
        await click_text(pilot, "u undo")
        assert ({}, "Question") == (study.latest(), screen_name(pilot))
        await click_text(pilot, "f1 help")
        assert "Help" == screen_name(pilot)
        await press(pilot, "escape")
        await click_text(pilot, "esc leave")
        assert "Home" == screen_name(pilot)


@awaited
async def test_a_click_beside_an_option_or_after_the_answer_does_nothing(study: Study) -> None:
    async with taking(study, ids=["fuel"]) as pilot:
        await click_text(pilot, "What did the first lamp burn?")
        await click(pilot, 30, 15)
        assert {} == study.latest()
        await click_text(pilot, "Candles")
        before = picture(pilot.app)
        await click_text(pilot, "Whale oil")
        assert (before, {"fuel": 0.0}) == (picture(pilot.app), study.latest())


@awaited
async def test_a_click_finds_its_option_on_a_page_that_has_scrolled(study: Study) -> None:
    async with taking(study, ids=["numbers"], size=(40, 15)) as pilot:
        await click_text(pilot, "20")
        await press(pilot, "pagedown")
        assert pilot.app.screen.query_one("Page").scroll_offset.y > 0
        await click_text(pilot, "The metres")
        await resize(pilot, (80, 24))
        assert "2 b  20" in picture(pilot.app)


@awaited
async def test_clicks_choose_on_the_other_screens_too(study: Study) -> None:
    async with taking(study, ids=["fuel", "year"]) as pilot:
        await click_text(pilot, "Candles")
        await click_text(pilot, "enter next")
        await click_text(pilot, "esc leave")
        await click_text(pilot, "Scores")
        assert "Scores" == screen_name(pilot)
        await click_text(pilot, "Today, 14:30")
        assert "2 of 2" in lines(pilot)[0]
        await type_text(pilot, "1903")
        await press(pilot, "enter", "enter")
        await click_text(pilot, "What did the first lamp burn?")
        assert "Review" == screen_name(pilot)
        await click_text(pilot, "→ next")
        assert "looking back 2 of 2" in prose(pilot)
