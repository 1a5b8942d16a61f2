"""The review of a day in the app: offered at home, asked, missed ones once more, and closed."""

from datetime import datetime, timedelta
from pathlib import Path

from quiz.history.values import Mode
from quiz.study import Study
from quiz.tui.screens.question import QuestionScreen
from tests.tui.drive import EIGHT, NOW, Driver, at_home, awaited, lines, picture, press, prose, screen_name, study_of
from tests.tui.screens.test_question import RIGHT, WRONG

FIRST = Path(__file__).parents[3] / "question_banks" / "soviet_foreign_policy"


class Calendar:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = NOW - timedelta(days=10)

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now


def answered(home: Path) -> Study:
    """Return a study in which everything was answered ten days ago."""
    calendar = Calendar()
    study = study_of(EIGHT, home, calendar)
    run = study.begin([question.id for question in study.bank.questions], 1)
    while run.question:
        run.submit(run.question.key, 20)
    calendar.now = NOW
    return study


@awaited
async def test_home_offers_what_is_due_first(home: Path) -> None:
    async with at_home(answered(home)) as pilot:
        assert "▸ Review today" in picture(pilot.app)
        assert "8 due, the most urgent first" in picture(pilot.app)
        await press(pilot, "enter")
        assert ("Question", True) == (screen_name(pilot), "1 of 8" in lines(pilot)[0])


@awaited
async def test_nothing_is_offered_before_anything_was_asked(study: Study) -> None:
    async with at_home(study) as pilot:
        assert "Review today" not in picture(pilot.app)
        await press(pilot, "r")
        assert "Question" == screen_name(pilot)  # what is new can be begun all the same


@awaited
async def test_what_was_missed_comes_once_more_and_counts_once(home: Path) -> None:
    study = answered(home)
    async with at_home(study, size=(80, 50)) as pilot:
        await press(pilot, "r")
        await answer_all(pilot, missed={"fuel", "year"})
        assert "once more, unscored: 1 of 2" in lines(pilot)[0]
        for number in (1, 2):
            assert f"once more, unscored: {number} of 2" in lines(pilot)[0]
            await answer(pilot, RIGHT)
            await press(pilot, "enter")
        assert "Results" == screen_name(pilot)
        assert "6 of 8 right first time" in lines(pilot)[0]
        assert "Asked once more: 2 of 2 right then." in prose(pilot)
        assert "Next: " in prose(pilot)
    [attempt] = [a for a in study.attempts() if a.mode is Mode.REVIEW]
    assert (8, 8, 6) == (attempt.size, attempt.answered, attempt.right)


async def answer_all(pilot: Driver, missed: set[str]) -> None:
    """Answer every question of the run that is on screen, those in `missed` wrongly."""
    screen = question_screen(pilot)
    while not screen.run.session.repeating:
        assert screen.run.question is not None
        await answer(pilot, WRONG if screen.run.question.id in missed else RIGHT)
        await press(pilot, "enter")


async def answer(pilot: Driver, keys: dict[str, str]) -> None:
    """Answer the question on screen, right or wrong; options are in another order than for the keys."""
    screen = question_screen(pilot)
    question = screen.run.question
    assert question is not None
    if question.kind in ("choice", "multiple", "true-false", "match", "order"):
        screen._submit(question.key if keys is RIGHT else ("wrong",))
    else:
        await press(pilot, *keys[question.id].split())


def question_screen(pilot: Driver) -> QuestionScreen:
    """Return the screen with the question."""
    screen = pilot.app.screen
    assert isinstance(screen, QuestionScreen)
    return screen


@awaited
async def test_a_review_that_is_left_stays_due(home: Path) -> None:
    study = answered(home)
    async with at_home(study) as pilot:
        await press(pilot, "r")
        await answer(pilot, RIGHT)
        await press(pilot, "escape")
        assert "Saved. What is left comes another time." in picture(pilot.app)
        assert "7 due" in picture(pilot.app)
        assert "Go on" not in picture(pilot.app)


@awaited
async def test_home_says_calmly_what_comes(home: Path) -> None:
    study = answered(home)
    run = study.begin([question.id for question in study.bank.questions], 1)
    while run.question:
        run.submit(run.question.key, 20)
    async with at_home(study, size=(100, 30)) as pilot:
        assert "Review today" not in picture(pilot.app)
        assert "Practised on 2 of the last 28 days" in prose(pilot)
        assert "If you were quizzed now" not in prose(pilot)  # all of it was asked just now
        await press(pilot, "r")
        assert "Nothing is due today." in prose(pilot)


@awaited
async def test_what_is_due_in_other_banks_is_told_beside_them(home: Path) -> None:
    study = answered(home)
    study.record.close()
    other = study_of(FIRST, home)
    folded = study_of(EIGHT, home)
    folded.knowledge()
    (home / "banks").mkdir()
    (home / "banks" / "eight").symlink_to(EIGHT)
    async with at_home(other, size=(100, 30)) as pilot:
        assert "Other banks" in picture(pilot.app)
        assert "8 due; quiz review asks all" in picture(pilot.app)
    folded.record.close()
    other.record.close()
