"""The screens as a person sees them, on a usual terminal and on the smallest; the files are in pictures/."""

from datetime import timedelta
from pathlib import Path

import pytest

from quiz.study import Study
from quiz.tui.screens.progress import ProgressScreen
from quiz.tui.screens.weak import WeakScreen
from tests.tui.drive import EIGHT, NOW, Driver, at_home, awaited, picture, press, study_of, taking
from tests.tui.looked_back import answered, showing
from tests.tui.pictures import compare, compare_picture

both_sizes = pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
Size = tuple[int, int]


def same(pilot: Driver, name: str, size: Size) -> None:
    """Compare the screen with its picture at a size."""
    compare_picture(f"{name}-{size[0]}x{size[1]}", picture(pilot.app))


def begun(home: Path) -> Study:
    """Take the quiz yesterday, and today half of it."""
    yesterday = study_of(EIGHT, home, lambda: NOW - timedelta(days=1))
    for study, right, left in ((yesterday, ("fuel", "city", "year"), 0), (study_of(EIGHT, home), ("fuel",), 5)):
        run = study.begin([question.id for question in study.bank.questions], 1)
        while run.question and len(run.session.queue) > left:
            run.submit(run.question.key if run.question.id in right else ("",), 1)
    return study_of(EIGHT, home)


@both_sizes
@awaited
async def test_home(home: Path, size: Size) -> None:
    """The bank's title; a bar per phase; the menu, “Go on” first and marked; the last attempt; the keys."""
    async with at_home(begun(home), size=size) as pilot:
        same(pilot, "home", size)


@both_sizes
@awaited
async def test_setup(study: Study, size: Size) -> None:
    """Both phases with a cross in their boxes, the bank's order without, and what Enter would begin."""
    async with at_home(study, size=size) as pilot:
        await press(pilot, "p")
        same(pilot, "setup", size)


@both_sizes
@awaited
async def test_question(study: Study, size: Size) -> None:
    """Phase, bank and count at the top; the prompt; four numbered options, the second marked; scores; keys."""
    async with taking(study, size=size) as pilot:
        await press(pilot, "down", "down")
        same(pilot, "question", size)


@both_sizes
@awaited
async def test_typed_question(study: Study, size: Size) -> None:
    """The text with its gaps, and a field for each right below it; the first has a word in it."""
    async with taking(study, ids=["summary"], size=size) as pilot:
        pilot.app.screen.query("Input").first().cursor_blink = False  # type: ignore[attr-defined]
        await press(pilot, *"keeper")
        same(pilot, "cloze", size)


@both_sizes
@awaited
async def test_verdict(study: Study, size: Size) -> None:
    """What was chosen has a cross, what is right a tick; below, the answer, why, and the passage in its sentence."""
    async with taking(study, size=size) as pilot:
        await press(pilot, "4")
        same(pilot, "verdict", size)


@both_sizes
@awaited
async def test_results(study: Study, size: Size) -> None:
    """The total; a bar per phase; every answer with its mark, the partly right one with its score."""
    async with taking(study, ids=["fuel", "keeper-today", "numbers"], size=size) as pilot:
        await press(pilot, "4", "enter", "f", "enter", "d", "c", "a", "enter", "enter")
        same(pilot, "results", size)


@both_sizes
@awaited
async def test_source(study: Study, size: Size) -> None:
    """The passage about a third down the page, its paragraph numbered, its phase above it; the place at the top."""
    async with taking(study, ids=["year"], size=size) as pilot:
        await press(pilot, *"1903", "enter", "s")
        same(pilot, "source", size)


@both_sizes
@awaited
async def test_scores(home: Path, size: Size) -> None:
    """A bar per phase and one for the total; both attempts, the one that was left first."""
    async with at_home(begun(home), size=size) as pilot:
        await press(pilot, "c")
        same(pilot, "scores", size)


@both_sizes
@awaited
async def test_progress(home: Path, size: Size) -> None:
    """A column per week and phase, then squares for days, towers for what is due, and bars with a clasp."""
    study = answered(home)
    async with showing(study, ProgressScreen(study, 60, {}), size) as pilot:
        same(pilot, "progress", size)


@both_sizes
@awaited
async def test_progress_as_a_table(home: Path, size: Size) -> None:
    """The same figures as rows, the number first, nothing drawn."""
    study = answered(home)
    async with showing(study, ProgressScreen(study, 60, {}), size) as pilot:
        await press(pilot, "t")
        same(pilot, "progress-table", size)


@both_sizes
@awaited
async def test_weak(home: Path, size: Size) -> None:
    """A passage to read again, marked; the questions missed most; what was taken for true, with why it is not."""
    study = answered(home)
    async with showing(study, WeakScreen(study, 60), size) as pilot:
        same(pilot, "weak", size)


@both_sizes
@awaited
async def test_missed(home: Path, size: Size) -> None:
    """The question; how often it was missed and what was chosen; the answer, why, and the passage in its sentence."""
    study = answered(home)
    async with showing(study, WeakScreen(study, 60), size) as pilot:
        await press(pilot, "down", "down", "enter")
        same(pilot, "missed", size)


def test_a_picture_that_differs_is_shown_and_rewritten_only_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The difference as a patch, line by line."""
    file = tmp_path / "screen.txt"
    file.write_text("one\ntwo\n")
    monkeypatch.delenv("UPDATE_PICTURES", raising=False)
    with pytest.raises(AssertionError, match=r"(?s)screen\.txt is not as it was.*-two\n\+three"):
        compare(file, "one\nthree\n")
    monkeypatch.setenv("UPDATE_PICTURES", "1")
    compare(file, "one\nthree\n")
    assert "one\nthree\n" == file.read_text()
