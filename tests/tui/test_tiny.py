"""Terminals of a few cells: every screen is painted, and comes back as it was."""

from collections.abc import Callable
from typing import Any, cast

from quiz.history.values import Mode
from quiz.study import Study, Wish
from quiz.tui.app import QuizApp
from tests.tui.drive import Driver, after_work, at_home, awaited, lines, picture, press, resize

PAINTED = True
SIZES = [(1, 1), (4, 10), (9, 2)]
ALL = Wish(count=None, in_order=True)
PLACES: dict[str, tuple[Callable[[QuizApp], Any], str]] = {
    "home": (QuizApp.go_home, ""),
    "help": (QuizApp.go_home, "question_mark"),
    "palette": (QuizApp.go_home, "ctrl+p"),
    "reading": (QuizApp.read_source, ""),
    "scores": (QuizApp.show_scores, ""),
    "progress": (QuizApp.show_progress, ""),
    "weak": (QuizApp.show_weak, ""),
    "banks": (QuizApp.show_banks, ""),
    "question": (lambda app: app.begin(ALL), ""),
    "verdict": (lambda app: app.begin(ALL), "1"),
    "source": (lambda app: app.begin(ALL), "1 s slash"),
    "flag": (lambda app: app.begin(ALL), "f"),
    "typed": (lambda app: app.begin(ALL), "tab tab tab"),
    "examination": (lambda app: app.begin(ALL, Mode.EXAM, 5), ""),
    "all its questions": (lambda app: app.begin(ALL, Mode.EXAM), "f6"),
    "handing in": (lambda app: app.begin(ALL, Mode.EXAM), "f9"),
    "notice": (lambda app: app.tell("A notice of a few words. " * 9), ""),
}


async def go(pilot: Driver, place: str) -> None:
    """Go to a screen."""
    begin, keys = PLACES[place]
    assert isinstance(pilot.app, QuizApp)
    begin(pilot.app)
    await after_work(pilot)
    await press(pilot, *keys.split())
    await after_work(pilot)


@awaited
async def test_every_screen_bears_any_size(study: Study) -> None:
    run = study.begin(["fuel", "city"], 1)
    run.submit(("Coal gas",), 1)
    async with at_home(study) as pilot:
        for place in PLACES:
            await go(pilot, place)
            for width, height in SIZES:
                await resize(pilot, (width, height))
                assert height == len(lines(pilot)), place
            await resize(pilot, (80, 24))
            assert any(picture(pilot.app).split()), place
            cast("QuizApp", pilot.app).go_home()
            await after_work(pilot)
