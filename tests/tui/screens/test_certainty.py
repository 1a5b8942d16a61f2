"""How sure the student is: said before the answer, instead of Enter, or at the end of what is typed."""

import pytest

from quiz.history.values import Given
from quiz.study import Study
from tests.tui.drive import awaited, lines, picture, press, screen_name, taking
from tests.tui.screens.test_question import RIGHT


def kept(study: Study) -> list[Given]:
    """Return the responses on record."""
    [attempt] = study.attempts()
    saved = study.record.load(attempt.uid)
    assert saved is not None
    return list(saved.given)


@pytest.mark.parametrize(
    ("keys", "certainty"),
    [
        ("! 3", 3),
        ("? 3", 1),
        ("3", None),
        ("! ! 3", None),
        ("! ? 3", 1),
        ("down down down !", 3),
        ("down down down ?", 1),
        ("f2 3 !", 3),
        ("f2 3 ?", 1),
        ("f2 3 enter", None),
        ("f2 1 2 3 !", 3),
    ],
)
@awaited
async def test_certainty_goes_on_record_with_the_answer(study: Study, keys: str, certainty: int | None) -> None:
    async with taking(study, ids=["fuel"]) as pilot:
        await press(pilot, *keys.split())
        assert "Right." in picture(pilot.app)
    assert [certainty] == [given.certainty for given in kept(study)]


@pytest.mark.parametrize("ident", [ident for ident in RIGHT if ident not in ("fuel", "keeper-today")])
@awaited
async def test_every_type_takes_a_certainty(study: Study, ident: str) -> None:
    keys = RIGHT[ident].split()
    typed = ident in ("city", "year", "summary")
    async with taking(study, ids=[ident]) as pilot:
        if typed:
            await press(pilot, *keys[:-1], "!", "enter")
        else:
            await press(pilot, *keys[:-1], "!")
        assert "Right." in picture(pilot.app)
    assert [3] == [given.certainty for given in kept(study)]


@awaited
async def test_what_was_said_before_the_answer_shows_and_the_bar_tells_the_keys(study: Study) -> None:
    async with taking(study, ids=["fuel"]) as pilot:
        assert "! sure   ? a guess" in lines(pilot)[-1]
        await press(pilot, "!")
        assert "You are sure. Now the answer." in picture(pilot.app)
        await press(pilot, "4")
        assert "You were sure: look twice." in picture(pilot.app)


@awaited
async def test_a_question_mark_before_the_answer_is_a_guess_and_after_it_help(study: Study) -> None:
    async with taking(study, ids=["fuel"]) as pilot:
        await press(pilot, "?")
        assert ("Question", True) == (screen_name(pilot), "A guess. Now the answer." in picture(pilot.app))
        await press(pilot, "3", "?")
        assert "Help" == screen_name(pilot)


@awaited
async def test_asking_how_sure_is_remembered_and_can_be_ended(study: Study) -> None:
    async with taking(study) as pilot:
        await press(pilot, "f2", "3")
        assert "Right." not in picture(pilot.app)
        await press(pilot, "enter")
        assert "Right." in picture(pilot.app)
    async with taking(study) as pilot:
        await press(pilot, "3")
        assert "Right." not in picture(pilot.app)
        await press(pilot, "f2", "3")
        assert "Right." in picture(pilot.app)


@awaited
async def test_nothing_sticks_to_the_next_question(study: Study) -> None:
    async with taking(study, ids=["fuel", "keeper-today"]) as pilot:
        await press(pilot, "!", "3", "enter", "f")
    assert [3, None] == [given.certainty for given in kept(study)]
