"""Time and chance, which the core is given and never asks for."""

from datetime import datetime, timedelta, timezone
from random import SystemRandom

from quiz.history.values import Moment

_RANDOM = SystemRandom()


def local_now() -> datetime:
    """Return the present time with the local offset from UTC."""
    return datetime.now().astimezone()


def to_moment(at: datetime) -> Moment:
    """Return a time as the record keeps it."""
    offset = at.utcoffset() or timedelta()
    return Moment(round(at.timestamp() * 1000), round(offset.total_seconds() / 60))


def from_moment(moment: Moment) -> datetime:
    """Return a kept time as it was on the student's clock."""
    zone = timezone(timedelta(minutes=moment.utc_offset))
    return datetime.fromtimestamp(moment.milliseconds / 1000, zone)


def midnight(at: datetime, days_ago: int = 0) -> int:
    """Return when the day of `at`, or one so many days before it, began there: in milliseconds since 1970.

    The offset is that of `at`; where the clocks were changed since, the day begins an hour off.
    """
    day = at.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days_ago)
    return round(day.timestamp() * 1000)


def new_seed() -> int:
    """Return a seed for a new attempt: short enough to be told to somebody."""
    return _RANDOM.getrandbits(31)


def new_uid() -> int:
    """Return a random number that names a row of the record on every machine it is brought to."""
    return _RANDOM.getrandbits(62)
