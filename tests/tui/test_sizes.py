"""Every screen at every size: no line too wide, the keys in view on the last line, and all text within reach."""

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from quiz.study import Study, Wish
from quiz.tui.widgets.entry import Entry
from quiz.tui.widgets.page import Page
from tests.tui.drive import SIZES, Driver, at_home, awaited, lines, picture, press, resize, settle, taking

HOME = {
    "home": "",
    "setup": "p",
    "banks": "b",
    "scores": "c",
    "source": "s",
    "search": "s slash l a m p enter n",
    "searching": "s slash l a",
    "help": "question_mark",
}
TAKING = {
    "choice": ("fuel", "down"),
    "choice-verdict": ("fuel", "4 w"),
    "multiple-hint": ("rebuilt", "enter"),
    "multiple-verdict": ("rebuilt", "1 enter w"),
    "true-false": ("keeper-today", ""),
    "true-false-verdict": ("keeper-today", "t"),
    "short-answer-hint": ("city", "enter"),
    "short-answer-verdict": ("city", "R enter"),
    "number-hint": ("year", "s o o n enter"),
    "number-verdict": ("year", "1 enter"),
    "order-hint": ("sequence", "enter"),
    "order-verdict": ("sequence", "space down enter"),
    "match-hint": ("numbers", "a enter"),
    "match-verdict": ("numbers", "a a a enter w"),
    "cloze-hint": ("summary", "a enter b enter enter enter"),
    "cloze-verdict": ("summary", "a enter b enter c enter"),
    "results": ("sequence", "space down enter enter"),
    "review": ("sequence", "space down enter enter enter"),
    "source-at": ("sequence", "space down enter s n"),
    "help-on-verdict": ("fuel", "4 f1"),
}


def check(pilot: Driver, size: tuple[int, int]) -> None:
    """Check that the screen is as large as the terminal, no line wider, and the keys in view."""
    shown = lines(pilot)
    assert size[1] == len(shown)
    assert [] == [line for line in shown if cell_len(line) > size[0]]
    assert "help" in shown[-1] or "enter find" in shown[-1] or pilot.app.screen.is_modal, picture(pilot.app)


async def check_reach(pilot: Driver) -> None:
    """Check that keys lead to the last text of the page, and back to the first."""
    page = pilot.app.screen.query(Page).first()
    texts = [line.content.plain.strip() for line in page.lines if line.content.plain.strip()]
    for key, text in (("pagedown", texts[-1]), ("pageup", texts[0])):
        for _ in range(12):
            if any(text in line for line in lines(pilot)):
                break
            await press(pilot, key)
        else:
            raise AssertionError(f"{text!r} is out of reach:\n{picture(pilot.app)}")


async def check_fields(pilot: Driver) -> None:
    """Check that every field for typing can be brought into view, and that the one typed into is."""
    fields = [field for field in pilot.app.screen.query(Input) if field.parent and field.parent.has_class("-used")]
    if not fields or not pilot.app.screen.query_one(Entry).display:
        return
    for _ in fields:
        focused = pilot.app.screen.focused
        assert focused is not None
        assert pilot.app.screen.region.contains_region(focused.region), picture(pilot.app)
        assert focused.region.height == 1, picture(pilot.app)
        assert pilot.app.get_widget_at(*focused.region.offset)[0] is focused, picture(pilot.app)
        await press(pilot, "down")


async def look_everywhere(pilot: Driver, *, reach: bool) -> None:
    """Check the screen at its size, and at all others after the terminal has changed."""
    for size in ((160, 50), (40, 15), (60, 20), (80, 24)):
        await resize(pilot, size)
        check(pilot, size)
        if reach and size[1] < 24:
            await check_reach(pilot)
        await check_fields(pilot)


def begun(study: Study) -> None:
    """Take the quiz once, and leave it once."""
    for stop in (0, 5):
        run = study.begin(study.choose(Wish(count=None), 1), 1)
        while run.question and len(run.session.queue) > stop:
            run.submit(run.question.key, 1)


@pytest.mark.parametrize("stop", HOME)
@awaited
async def test_screens_around_a_quiz(study: Study, stop: str) -> None:
    begun(study)
    async with at_home(study) as pilot:
        await press(pilot, *HOME[stop].split())
        await pilot.app.workers.wait_for_complete()
        await look_everywhere(pilot, reach=stop != "searching")


@pytest.mark.parametrize("stop", TAKING)
@awaited
async def test_screens_of_a_quiz(study: Study, stop: str) -> None:
    ident, keys = TAKING[stop]
    async with taking(study, ids=[ident]) as pilot:
        await press(pilot, *keys.split())
        await look_everywhere(pilot, reach=True)


@pytest.mark.parametrize("size", SIZES)
@awaited
async def test_a_whole_quiz_at_one_size(study: Study, size: tuple[int, int]) -> None:
    async with taking(study, size=size) as pilot:
        for keys in ("4", "1 enter", "t", "R enter", "1 enter", "space down enter", "a a a enter", "1 enter 2 enter 3"):
            check(pilot, size)
            await check_fields(pilot)
            await press(pilot, *keys.split(), "enter", "enter")
        check(pilot, size)
        await press(pilot, "escape")
        check(pilot, size)


@pytest.mark.parametrize("stop", ["multiple-hint", "short-answer-hint", "number-hint", "order-hint", "cloze-hint"])
@pytest.mark.parametrize("size", [(40, 15), (40, 12), (80, 24)])
@awaited
async def test_what_is_still_to_do_is_said_in_view(study: Study, stop: str, size: tuple[int, int]) -> None:
    ident, keys = TAKING[stop]
    async with taking(study, ids=[ident], size=size) as pilot:
        await press(pilot, *keys.split())
        hint = getattr(pilot.app.screen, "form").hint  # noqa: B009
        assert hint or stop == "cloze-hint"
        assert hint in " ".join(line.strip(" ▁▂▃▄▅▆▇█") for line in lines(pilot))


@pytest.mark.parametrize("size", [(1, 1), (8, 3), (20, 6), (300, 100)])
@awaited
async def test_sizes_out_of_all_bounds_do_no_harm(study: Study, size: tuple[int, int]) -> None:
    async with taking(study, size=size) as pilot:
        for keys in ("4", "w", "s", "escape", "enter", "1", "enter", "enter", "escape", "p", "escape", "c"):
            await press(pilot, keys)
        await resize(pilot, (80, 24))
        await press(pilot, "escape")
        await settle(pilot)
        check(pilot, (80, 24))
