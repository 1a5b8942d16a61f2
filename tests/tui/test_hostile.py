"""Whatever stands in a bank is shown as text: no markup, no escapes, nothing that steers the terminal."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from quiz.core.visible import visible
from quiz.study import Study
from quiz.tui.lines import flat
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
    study_of,
    taking,
    written,
)
from tests.tui.samples import bank_with

TEXTS = {
    "markup": "[/] [/b] [b]x[/b] [red on blue]y [@click=app.quit]z[/] \\[b] \\[ \\\\[/] $accent {{g}} {0} {name!r} %s",
    "steering": "\x1b[31mred\x1b[0m \x1b]0;t\x07 \x9bJ\x00\x08\x7f\x80 "
    "\u202eright\u202c \u2066a\u2069 \u200b\ufeff\u2060 \ud800",
    "shapes": "Z\u0301\u0302"
    + "\u0335" * 60
    + "lgo 😀 👩‍🚀 🇫🇷 ☁\ufe0f 👍🏽 日本語の長い文章です。日本語の長い文章です。" * 2,
    "lines": "one\ntwo\r\nthree\rfour\tfive\u2028six\x0bseven\x0ceight",
    "word": "x" * 200,
    "blank": " ",
}
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
SIZES = [(40, 15), (160, 50), (80, 24)]
ANSWERS = ["4 3", "1 enter", "f", "q enter", "1 enter", "space down enter", "a a enter", "q enter z enter"]


def check(pilot: Driver) -> None:
    """Check that no line is too wide, nothing steers the terminal, and the keys are in view."""
    shown = picture(pilot.app)
    assert not CONTROL.search(shown), [shown[match.start() - 9 :][:20] for match in CONTROL.finditer(shown)]
    width = pilot.app.size.width
    assert [] == [line for line in shown.split("\n") if cell_len(line) > width]
    assert "help" in lines(pilot)[-1] or pilot.app.screen.is_modal


def bare(text: str) -> str:
    """Return a text as it is shown, without blanks and bars."""
    return re.sub(r"[\s┃]", "", visible(text))


def times_shown(pilot: Driver, text: str) -> int:
    """Return how often the page has a text, as it is or (in titles) on one line."""
    page = bare(written(pilot))
    return max(page.count(bare(text)), page.count(bare(flat(text)))) if text.strip() else 9


@pytest.mark.parametrize("name", TEXTS)
@awaited
async def test_every_question_and_verdict_shows_it_as_text(home: Path, name: str) -> None:
    text = TEXTS[name]
    study = study_of(bank_with(text), home)
    async with taking(study) as pilot:
        for i, keys in enumerate(ANSWERS):
            check(pilot)
            assert times_shown(pilot, text) >= 1, i
            await press(pilot, *keys.split())
            for size in SIZES if name == "blank" else SIZES[-1:]:
                await resize(pilot, size)
                check(pilot)
            assert times_shown(pilot, text) >= 3, i
            await press(pilot, "enter")
        assert "Results" == screen_name(pilot)
        check(pilot)
        assert times_shown(pilot, text) >= 8
        await press(pilot, "enter")
        check(pilot)
        assert times_shown(pilot, text) >= 3


@pytest.mark.parametrize("name", ["markup", "shapes", "blank"])
@awaited
async def test_every_screen_around_shows_it_as_text(home: Path, name: str) -> None:
    study = study_of(bank_with(TEXTS[name]), home)
    run = study.begin(["choice", "order"], 1)
    run.submit(study.bank.by_id["choice"].key, 1)
    async with at_home(study) as pilot:
        for size in SIZES:
            await resize(pilot, size)
            check(pilot)
            assert times_shown(pilot, TEXTS[name]) >= 1
        for keys in ("p", "c", "question_mark", "s slash x enter"):
            await press(pilot, *keys.split())
            check(pilot)
            await press(pilot, "escape", *["escape"] * keys.count("slash"))
            assert "Home" == screen_name(pilot)
        await press(pilot, "enter")
        check(pilot)
        await resize(pilot, (40, 15))
        check(pilot)


@awaited
async def test_a_hundred_thousand_characters_in_titles_prompt_and_explanation(home: Path) -> None:
    text = "x" * 50_000 + " [/] " * 5_000 + "日" * 25_000
    bank = bank_with("y")
    question = replace(bank.by_id["choice"], prompt=text, explanation=text)
    phases = tuple(phase._replace(title=text, years=text) for phase in bank.phases)
    async with taking(study_of(replace(bank, title=text, phases=phases, questions=(question,)), home)) as pilot:
        check(pilot)
        await press(pilot, "4", "3")
        for size in SIZES:
            await resize(pilot, size)
            check(pilot)
        assert times_shown(pilot, text) == 2
        await press(pilot, "escape")
        check(pilot)


@awaited
async def test_what_is_typed_and_sought_is_text_too(study: Study) -> None:
    async with taking(study, ids=["city"]) as pilot:
        await press(pilot, *"[/][b]$x", "enter")
        check(pilot)
        assert "Your answer: [/][b]$x  ✗" in picture(pilot.app)
        await press(pilot, "s", "slash", *"[/][b]", "enter")
        check(pilot)
        assert "“[/][b]”: not found" in prose(pilot)


@awaited
async def test_what_was_pasted_is_text_too(study: Study) -> None:
    from textual.events import Paste

    async with taking(study, ids=["city"]) as pilot:
        pilot.app.post_message(Paste("\x1b[31mParis\u202e\nRome"))
        await press(pilot, "enter")
        check(pilot)
        await press(pilot, "enter", "enter")
        check(pilot)
