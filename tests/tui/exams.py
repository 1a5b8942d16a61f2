"""Examinations on the screen, for tests."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from quiz.study import Study, Wish
from quiz.study.exam import Exam
from quiz.tui.app import QuizApp
from quiz.tui.screens.exam import ExamScreen
from tests.tui.drive import (
    Driver,
    lines,
    settle,
)


@asynccontextmanager
async def sitting(
    study: Study, *, ids: Sequence[str] = (), minutes: int | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Driver]:
    """Run the app on a new examination on `ids` (the whole bank, in order, without them)."""
    selection = tuple(ids) or study.choose(Wish(count=None, in_order=True), 1)
    async with opened(study, study.begin_exam(selection, 1, minutes), size) as pilot:
        yield pilot


@asynccontextmanager
async def opened(study: Study, exam: Exam, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Driver]:
    """Run the app on an examination."""
    app = QuizApp(study.record, study, exam)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


def exam_of(pilot: Driver) -> Exam:
    """Return the examination on the screen, wherever in the stack it is."""
    return next(screen.exam for screen in pilot.app.screen_stack if isinstance(screen, ExamScreen))


def on_record(study: Study, exam: Exam) -> Exam:
    """Return an examination as it stands on disk."""
    found = study.resume(exam.uid)
    assert isinstance(found, Exam)
    return found


def head(pilot: Driver) -> str:
    """Return the first line of the screen."""
    return lines(pilot)[0]


def told(pilot: Driver) -> str:
    """Return the messages that were shown for a while."""
    return " ".join(notification.message for notification in pilot.app._notifications)


def clock_at(times: list[datetime]) -> Callable[[], datetime]:
    """Return a clock that shows the last of some times."""
    return lambda: times[-1]
