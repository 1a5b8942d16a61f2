"""Driving the app in tests: a run of keys, and the screen as text."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from quiz.banks.reader import read_bank
from quiz.history.record import Record
from quiz.study import Study, Wish
from quiz.tui.app import QuizApp

DATA = Path(__file__).parent.parent / "data"
EIGHT = DATA / "eight"
SIZES = [(40, 15), (80, 24), (160, 50)]


def study_of(bank: Path, home: Path) -> Study:
    """Return a study of a bank, with its record in `home`."""
    return Study(read_bank(bank), Record(home / "history.db", lambda: "stamp"))


@asynccontextmanager
async def taking(
    study: Study, *, ids: Sequence[str] = (), seed: int = 1, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[Any]]:
    """Run the app on a new run through `ids` (the whole bank, in order, without them)."""
    selection = tuple(ids) or study.choose(Wish(count=None, in_order=True), seed)
    app = QuizApp(study.record, study, study.begin(selection, seed))
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot


@asynccontextmanager
async def at_home(
    study: Study | None, record: Record | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[Any]]:
    """Run the app from the home screen."""
    kept = study.record if study else record
    assert kept is not None
    app = QuizApp(kept, study)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot


def picture(app: App[Any]) -> str:
    """Return the screen as text, line by line, without blanks at the ends of lines.

    It is taken from the widgets as they are composed for the terminal, so it shows what a person would see.
    """
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


async def type_text(pilot: Pilot[Any], text: str) -> None:
    """Type a text, character by character."""
    for character in text:
        await pilot.press("space" if character == " " else character)
