"""The review of a day in the app: offered at home, asked, missed ones once more, and closed."""

from datetime import datetime, timedelta
from pathlib import Path

from quiz.history.values import Mode
from quiz.study import Study
from tests.tui.drive import EIGHT, NOW, at_home, awaited, lines, picture, press, prose, screen_name, study_of
from tests.tui.screens.test_question import RIGHT, WRONG


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
        await _answer_all(pilot.app.screen, pilot, missed={"fuel", "year"})
        assert "once more, unscored: 1 of 2" in lines(pilot)[0]
        for number in (1, 2):
            assert f"once more, unscored: {number} of 2" in lines(pilot)[0]
            await _answer(pilot, RIGHT)
            await press(pilot, "enter")
        assert "Results" == screen_name(pilot)
        assert "6 of 8 right first time" in lines(pilot)[0]
        assert "Asked once more: 2 of 2 right then." in prose(pilot)
        assert "Next: " in prose(pilot)
    [attempt] = [a for a in study.attempts() if a.mode is Mode.REVIEW]
    assert (8, 8, 6) == (attempt.size, attempt.answered, attempt.right)


async def _answer_all(screen: object, pilot: object, missed: set[str]) -> None:
    from quiz.tui.screens.question import QuestionScreen

    assert isinstance(screen, QuestionScreen)
    while not screen.run.session.repeating:
        question = screen.run.question
        assert question is not None
        await _answer(pilot, WRONG if question.id in missed else RIGHT)
        await press(pilot, "enter")  # type: ignore[arg-type]


async def _answer(pilot: object, keys: dict[str, str]) -> None:
    from quiz.tui.forms import form_for
    from quiz.tui.screens.question import QuestionScreen

    screen = pilot.app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, QuestionScreen)
    question = screen.run.question
    assert question is not None
    if question.kind in ("choice", "multiple", "true-false", "match", "order"):
        response = question.key if keys is RIGHT else ("wrong",)
        screen._submit(response)
        assert form_for is not None
    else:
        await press(pilot, *keys[question.id].split())  # type: ignore[arg-type]


@awaited
async def test_a_review_that_is_left_stays_due(home: Path) -> None:
    study = answered(home)
    async with at_home(study) as pilot:
        await press(pilot, "r", "tab", "escape")
        assert "Saved. What is left stays due." in picture(pilot.app)
        assert "8 due" in picture(pilot.app)
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
        assert "If you were quizzed now: about 100 % right." in prose(pilot)
        await press(pilot, "r")
        assert "Nothing is due today." in prose(pilot)
