"""Attempts of all modes on record, and answers with all that memory depends on, in few words."""

from datetime import UTC, datetime

from quiz.history.knowledge import DAY_MS
from quiz.history.record import Record
from quiz.history.values import Attempt, Given, Mode, Moment

DAY = 19_700
"""A day since 1 January 1970; `START` is its beginning in UTC."""
START = DAY * DAY_MS
TODAY = datetime.fromtimestamp(START / 1000, UTC).toordinal()
"""The ordinal of that day."""


def moment(hours: float, offset: int = 0) -> Moment:
    """Return a moment so many hours after the start, on a clock `offset` minutes east of UTC."""
    return Moment(START + round(hours * 3_600_000), offset)


def begin(record: Record, uid: int, mode: Mode = Mode.PRACTICE, *, bank: str = "bank", hours: float = 0) -> None:
    """Begin an attempt of a mode on a bank."""
    minutes = 30 if mode is Mode.EXAM else None
    record.begin(Attempt(uid, bank, 7, ("a", "b", "c"), moment(hours), mode, minutes))


def answer(
    record: Record,
    attempt: int,
    uid: int,
    question: str,
    score: float = 1.0,
    *,
    hours: float = 0,
    certainty: int | None = None,
    seconds: float = 4.0,
    words: int = 10,
    kind: str = "choice",
    offset: int = 0,
) -> None:
    """Write an answer."""
    at = moment(hours, offset)
    record.answer(attempt, Given(uid, question, "content", ("x",), score, seconds, at, certainty, kind, words))
