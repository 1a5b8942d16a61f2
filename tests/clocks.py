"""Studies on a clock that is set by hand."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from quiz.banks.reader import Reading
from quiz.core.bank import Bank
from quiz.history.record import Record
from quiz.study import Study

RIGHT, WRONG = ("True",), ("False",)
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
TODAY = NOON.toordinal()


class Clock:
    """A clock that is set by hand; at first it is noon, 5 March 2026."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """Return the time it is set to."""
        return self.at


def study_of(bank: Bank, record: Record, clock: Clock) -> Study:
    """Return a study of a bank that was not read from a file."""
    return Study(Reading(Path("bank"), bank), record, clock)


def give(study: Study, at: datetime, right: str = "", wrong: str = "", certainty: int | None = None) -> None:
    """Answer questions at a time, in one attempt; the clock goes back to what it was."""
    clock = study.clock
    assert isinstance(clock, Clock)
    before, clock.at = clock.at, at
    run = study.begin((*right.split(), *wrong.split()), 1)
    while run.question:
        run.submit(RIGHT if run.question.id in right.split() else WRONG, 1, certainty)
    clock.at = before


def ago(days: float) -> datetime:
    """Return the time so many days before noon."""
    return NOON - timedelta(days=days)
