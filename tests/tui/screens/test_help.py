"""Help is made from the bindings: what works is listed, and what is listed works."""

import pytest
from textual.binding import Binding
from textual.widgets import Input

from quiz.study import Study
from quiz.tui.keys import KeyNote
from quiz.tui.screens.base import QuizScreen
from quiz.tui.widgets.keybar import KeyBar
from tests.tui.drive import Driver, at_home, awaited, lines, picture, press, screen_name, taking, written

PLACES = {
    "home": (None, ""),
    "setup": (None, "p"),
    "banks": (None, "b"),
    "scores": (None, "c"),
    "source": (None, "s"),
    "results": ("fuel", "4 enter"),
    "review": ("fuel", "4 enter enter"),
    "choice": ("fuel", ""),
    "multiple": ("rebuilt", ""),
    "true-false": ("keeper-today", ""),
    "order": ("sequence", ""),
    "match": ("numbers", ""),
    "cloze": ("summary", ""),
    "verdict": ("fuel", "4"),
    "source-at": ("fuel", "4 s"),
}


def working(screen: QuizScreen) -> set[str]:
    """Return the descriptions of all bindings that work on a screen just now, from Textual itself."""
    active = [entry for entry in screen.active_bindings.values() if not isinstance(entry.node, Input)]
    return {entry.binding.description for entry in active if entry.enabled and entry.binding.description}


def on_bar(screen: QuizScreen) -> list[KeyNote]:
    """Return the keys that are told on the bar, where there is room for them."""
    return screen.query_one(KeyBar)._keys()


async def listed(pilot: Driver) -> list[tuple[str, str]]:
    """Open the help and return what it lists: keys, and what they do."""
    await press(pilot, "f1")
    assert "Help" == screen_name(pilot)
    rows = written(pilot).split("\n")[2:]
    rows = rows[: rows.index("")]
    width = max(row.rindex("  ") for row in rows) if rows else 0
    return [(row[:width].strip(), row[width:].strip()) for row in rows]


@pytest.mark.parametrize("place", PLACES)
@awaited
async def test_every_key_that_works_is_listed_and_the_bar_tells_no_other(study: Study, place: str) -> None:
    ident, keys = PLACES[place]
    async with taking(study, ids=[ident], size=(160, 50)) if ident else at_home(study, size=(160, 50)) as pilot:
        await press(pilot, *keys.split())
        await pilot.app.workers.wait_for_complete()
        screen = pilot.app.screen
        assert isinstance(screen, QuizScreen)
        bar = [note.what for note in on_bar(screen)]
        assert ([], "help") == ([what for what in bar if what not in lines(pilot)[-1]], bar[-1])
        assert set(bar) <= {note.what for note in screen.all_keys()}
        expected = working(screen) | set(bar)
        await press(pilot, "f1")
        text = " ".join(written(pilot).split())
        assert [] == sorted(what for what in expected if f" {what} " not in text)


@awaited
async def test_the_keys_of_the_form_come_first(study: Study) -> None:
    async with taking(study, ids=["sequence", "fuel"]) as pilot:
        rows = await listed(pilot)
        assert ("space", "take up") == rows[0]
        assert ("shift+↑ ↓", "carry at once") in rows
        assert ("tab", "skip") in rows
        assert ("esc", "leave") in rows
        assert "undo" not in written(pilot)


@pytest.mark.parametrize("key", ["escape", "question_mark", "f1", "q", "enter"])
@awaited
async def test_help_closes_and_the_screen_is_as_it_was(study: Study, key: str) -> None:
    async with at_home(study) as pilot:
        before = picture(pilot.app)
        await press(pilot, "question_mark", key)
        assert before == picture(pilot.app)


@awaited
async def test_help_scrolls_on_a_small_screen_to_what_the_numbers_mean(study: Study) -> None:
    async with at_home(study, size=(40, 15)) as pilot:
        await press(pilot, "question_mark")
        page = pilot.app.screen.query_one("Page")
        for there, back in (("down", "up"), ("j", "k"), ("pagedown", "pageup"), ("space", "pageup")):
            await press(pilot, there)
            assert page.scroll_offset.y > 0
            await press(pilot, back)
            assert page.scroll_offset.y == 0
        await press(pilot, *["space"] * 6)
        assert "8 times in 10." in picture(pilot.app)


def test_every_binding_of_the_screens_has_a_description() -> None:
    def below(screen: type[QuizScreen]) -> list[type[QuizScreen]]:
        return [screen, *(deeper for child in screen.__subclasses__() for deeper in below(child))]

    bindings = [entry for screen in below(QuizScreen) for entry in screen.BINDINGS]
    assert [] == [entry for entry in bindings if not isinstance(entry, Binding) or not entry.description]
