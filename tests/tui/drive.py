"""Driving the app in tests: keys, clicks, a frozen clock, and the screen as text."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from functools import cache, wraps
from pathlib import Path
from typing import Any, ParamSpec

from rich.cells import cell_len
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Key, MouseDown, MouseUp, Resize
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from quiz.banks.reader import Reading, read_bank
from quiz.core.bank import Bank
from quiz.history.record import Record
from quiz.study import Study, Wish
from quiz.tui.app import QuizApp
from quiz.tui.widgets.page import Page

DATA = Path(__file__).parent.parent / "data"
EIGHT = DATA / "eight"
SIZES = [(40, 15), (60, 20), (80, 24), (160, 50)]
NOW = datetime(2026, 3, 5, 14, 30, tzinfo=UTC)

P = ParamSpec("P")
Driver = Pilot[Any]


def awaited(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """Make a plain test of a coroutine: it runs in a loop of its own."""

    @wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        asyncio.run(test(*args, **kwargs))

    return run


def now() -> datetime:
    """Return the time that stands still in all these tests: Thursday, 5 March 2026, 14:30 UTC."""
    return NOW


@cache
def eight() -> Reading:
    """Return what comes of reading the bank with one question of each type."""
    return read_bank(EIGHT)


def reading_of(bank: Path | Bank) -> Reading:
    """Return the reading of a bank in a folder, or one as if a bank made of values had been read."""
    if isinstance(bank, Bank):
        return Reading(Path("bank"), bank)
    return eight() if bank == EIGHT else read_bank(bank)


def study_of(bank: Path | Bank, home: Path, clock: Callable[[], datetime] = now) -> Study:
    """Return a study of a bank, with its record in `home`."""
    return Study(reading_of(bank), Record(home / "history.db", lambda: "stamp"), clock)


@asynccontextmanager
async def taking(
    study: Study, *, ids: Sequence[str] = (), seed: int = 1, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Driver]:
    """Run the app on a new run through `ids` (the whole bank, in order, without them)."""
    selection = tuple(ids) or study.choose(Wish(count=None, in_order=True), seed)
    app = QuizApp(study.record, study, study.begin(selection, seed))
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


@asynccontextmanager
async def at_home(
    study: Study | None, record: Record | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Driver]:
    """Run the app from the home screen."""
    kept = study.record if study else record
    assert kept is not None
    app = QuizApp(kept, study)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


def picture(app: App[Any]) -> str:
    """Return the screen as text, line by line, without blanks at the ends of lines.

    It is taken from the widgets as they are composed for the terminal, so it shows what a person would see.
    """
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def lines(pilot: Driver) -> list[str]:
    """Return the lines of the screen."""
    return picture(pilot.app).split("\n")


def prose(pilot: Driver) -> str:
    """Return all that is on the screen as running text: what is wrapped on the screen is one sentence here."""
    return " ".join(picture(pilot.app).split())


def written(pilot: Driver) -> str:
    """Return all that is written on the page, whether it is in view or not."""
    return "\n".join(line.content.plain for line in pilot.app.screen.query_one(Page).lines)


def screen_name(pilot: Driver) -> str:
    """Return the name of the class of the screen on top, without its ending."""
    return type(pilot.app.screen).__name__.removesuffix("Screen")


async def settle(pilot: Driver) -> None:
    """Wait until every message has been dealt with, those that come of it too, and all is painted."""
    for _ in range(4):
        await pilot.pause(0)


async def press(pilot: Driver, *keys: str) -> None:
    """Press keys, one after the other.

    Quicker than `pilot.press`, which waits after every key until the processor has been idle for a while.
    """
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        pilot.app.post_message(Key(name, " " if key == "space" else key if len(key) == 1 else None))
        await settle(pilot)


async def type_text(pilot: Driver, text: str) -> None:
    """Type a text, character by character."""
    await press(pilot, *("space" if character == " " else character for character in text))


async def click(pilot: Driver, x: int, y: int) -> None:
    """Press and release the mouse at a place on the screen."""
    for event in (MouseDown, MouseUp):
        pilot.app.post_message(event(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y))
        await settle(pilot)


async def click_text(pilot: Driver, text: str) -> None:
    """Click on the middle of a text that is on the screen, the first such."""
    for y, line in enumerate(lines(pilot)):
        if text in line:
            await click(pilot, cell_len(line[: line.index(text)]) + len(text) // 2, y)
            return
    raise AssertionError(f"{text!r} is not on the screen:\n{picture(pilot.app)}")


async def resize(pilot: Driver, size: tuple[int, int]) -> None:
    """Give the terminal another size."""
    driver = pilot.app._driver
    assert isinstance(driver, HeadlessDriver)
    driver._size = size
    pilot.app.post_message(Resize(Size(*size), Size(*size)))
    await settle(pilot)
    pilot.app._check_resize()  # else done by a timer
    await settle(pilot)


async def after_work(pilot: Driver) -> None:
    """Wait until what is done beside the screen is done, or given up because the screen is gone."""
    with suppress(WorkerCancelled):
        await pilot.app.workers.wait_for_complete()
    await settle(pilot)
