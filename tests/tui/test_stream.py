"""What the terminal is sent: on every screen and at every size only what the app itself has to say to it."""

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.events import Paste
from textual.widgets import Input

from quiz.banks.reader import read_bank
from quiz.study import Study, open_record
from quiz.tui.app import QuizApp
from quiz.tui.lines import as_shown
from tests.hostile import mark, misfit, some, unguarded, write_bank
from tests.tui.drive import Driver, after_work, at_home, awaited, picture, press, settle, taking
from tests.tui.walk import PLACES, SEQUENCES, go, hostile_bank, hostile_study, painted, sent, text_of

PAINTED = True
SIZES = [(40, 15), (80, 24), (160, 50)]
STEERING = (
    "".join(map(chr, [*range(10), *range(14, 28), 31, *range(127, 133), *range(134, 160)])) + "\u202e\u2066\u200b\ufeff"
)
"""Characters that do not end a line; of what is pasted, fields take the first line."""


def bare(text: str) -> str:
    """Return a text without blanks and lines drawn."""
    return re.sub(r"[\s┃]", "", text)


def check(pilot: Driver, stream: list[str], name: str, fields: str = "") -> None:
    """Check what was sent and what is on the screen, and that it shows some fields of the bank."""
    assert "" == misfit("".join(stream), SEQUENCES), name
    shown = painted(pilot)
    assert "" == misfit(shown), name
    assert [] == [line for line in picture(pilot.app).split("\n") if cell_len(line) > pilot.app.size.width], name
    shown = bare(shown)
    assert [] == [field for field in fields.split(", ") if field and mark(field) not in shown], name


async def walk(study: Study, size: tuple[int, int], *, marked: bool = True) -> str:
    """Go through every screen, checking each; return all text that was sent."""
    told = ""
    with sent() as stream, unguarded():
        async with at_home(study, size=size) as pilot:
            for name, place in PLACES.items():
                await go(pilot, place)
                check(pilot, stream, name, place.fields if marked else "")
                told += text_of("".join(stream))
                stream.clear()
    assert "" == misfit("".join(stream), SEQUENCES)
    return told


@pytest.mark.parametrize("size", SIZES, ids=str)
@awaited
async def test_every_screen_sends_nothing_that_came_from_a_bank(home: Path, size: tuple[int, int]) -> None:
    study = hostile_study(hostile_bank(home / "banks" / "hostile", some), home, some)
    told = bare(await walk(study, size))
    for field in ("title", "phase title", "choice prompt", "quoted", "notice"):
        assert mark(field) in told
    assert "⟨U+202E⟩" in told
    assert "␛[" in told


def written_in(pilot: Driver) -> str:
    """Return what stands in the field."""
    field = pilot.app.screen.focused
    assert isinstance(field, Input)
    return field.value


@pytest.mark.parametrize("place", ["", "slash", "f"], ids=["answer", "search", "flag"])
@awaited
async def test_what_is_pasted_into_a_field_is_sent_as_text(study: Study, place: str) -> None:
    async def paste(pilot: Driver) -> None:
        pilot.app.post_message(Paste(STEERING + "Paris"))
        await settle(pilot)

    with sent() as stream:
        async with taking(study, ids=["city"]) as pilot:
            for key in ("R enter s slash" if place == "slash" else "f4" if place == "f" else "").split():
                await press(pilot, key)
            await paste(pilot)
            check(pilot, stream, "typed")
            assert "Paris" in written_in(pilot)
            await press(pilot, "enter")
            check(pilot, stream, "entered")
            await press(pilot, "enter")
            check(pilot, stream, "gone on")


@awaited
async def test_a_home_and_settings_of_hostile_names_are_shown_as_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / f"home{STEERING.replace(chr(0), '').replace('/', '')}"
    monkeypatch.setenv("QUIZ_HOME", str(home))
    home.mkdir()
    (home / "settings.json").write_text(json.dumps(dict.fromkeys(("theme", "bank", "window", "marks"), STEERING)))
    (home / "history.db").mkdir()  # no record can be kept there, which is said, with its path
    broken = write_bank(home / "banks" / "broken")
    with sent() as stream:
        async with at_home(None, open_record(), (40, 15)) as pilot:
            check(pilot, stream, "home")
            assert isinstance(pilot.app, QuizApp)
            pilot.app.open_bank(read_bank(broken))
            pilot.app.show_banks()
            await after_work(pilot)
            check(pilot, stream, "banks")


@awaited
async def test_a_notice_is_wrapped_where_there_is_little_room(study: Study) -> None:
    async with at_home(study, size=(40, 15)) as pilot:
        assert isinstance(pilot.app, QuizApp)
        pilot.app.tell("word " * 9 + "here" + " word" * 9)
        await settle(pilot)
        assert "here" in picture(pilot.app)


@pytest.mark.parametrize(("text", "cells"), [("क्\u200dष", 2), ("ශ්\u200dරී", 2), ("ه\u200dx", 2), ("👩\u200d🚀", 2)])
def test_what_follows_a_joiner_is_measured_but_in_emoji(text: str, cells: int) -> None:
    assert cells == cell_len(as_shown(text))
    assert text == as_shown(text).replace("\u200d\u200d", "\u200d")
