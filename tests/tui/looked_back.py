"""A record with something to look back on, for the screens of progress and weak spots."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from textual.screen import Screen

from quiz.core.bank import Bank
from quiz.study import Study
from tests.tui.drive import EIGHT, NOW, Driver, at_home, settle, study_of

_WRONG = {"fuel": "Candles", "year": "1902"}


def answered(home: Path, bank: Path | Bank = EIGHT) -> Study:
    """Return a study of the bank of eight, answered on six days of ten weeks; better from time to time."""
    for number, ago in enumerate((70, 40, 12, 8, 1, 0)):
        study = study_of(bank, home, lambda ago=ago: NOW - timedelta(days=ago))  # type: ignore[misc]
        run = study.begin([question.id for question in study.bank.questions][: 4 + number], 1)
        while question := run.question:
            right = question.id not in _WRONG or (number > 4 and question.id == "fuel")
            sure = (3, 1, None)[len(run.session.queue) % 3]
            run.submit(question.key if right else (_WRONG[question.id],), 1, sure)
        study.record.close()
    return study_of(bank, home)


@asynccontextmanager
async def showing(study: Study, screen: Screen[None], size: tuple[int, int] = (80, 24)) -> AsyncIterator[Driver]:
    """Run the app with a screen over the home screen."""
    async with at_home(study, size=size) as pilot:
        await pilot.app.push_screen(screen)
        await settle(pilot)
        yield pilot
