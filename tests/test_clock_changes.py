"""The student's clock: put forward and back in spring and autumn, another zone between answers, set back by years."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from quiz.core.bank import Bank
from quiz.history.knowledge import local_day
from quiz.history.progress import days_practised
from quiz.history.record import Record
from quiz.study import Run
from quiz.study.clock import from_moment, to_moment
from tests.clocks import RIGHT, WRONG, Clock, give, study_of
from tests.core.samples import bank_of
from tests.history.samples import record_in


def zone(name: str) -> ZoneInfo:
    """Return a time zone; the test is skipped where there are none."""
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        pytest.skip("no time zones are installed here")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A new record."""
    with closing(record_in(tmp_path / "history.db")) as opened:
        yield opened


@pytest.fixture
def bank() -> Bank:
    """A bank with three questions in phase a, and two in phase b."""
    return bank_of(3, 2)


CHANGES = [
    ("Europe/Berlin", date(2026, 3, 29)),
    ("Europe/Berlin", date(2026, 10, 25)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),  # by half an hour
    ("America/Santiago", date(2026, 9, 6)),  # at midnight, which is left out
    ("Asia/Beirut", date(2026, 3, 29)),
]


@pytest.mark.parametrize(("name", "day"), CHANGES)
def test_every_hour_around_a_change_is_on_the_day_of_the_students_calendar(name: str, day: date) -> None:
    begin = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=2)
    times = [(begin + timedelta(minutes=20 * n)).astimezone(zone(name)) for n in range(4 * 72)]
    for at in times:
        moment = to_moment(at)
        assert at.toordinal() == local_day(*moment)
        assert (at.date(), at.hour, at.minute) == ((kept := from_moment(moment)).date(), kept.hour, kept.minute)
    assert all(a.milliseconds < b.milliseconds for a, b in pairwise(map(to_moment, times)))


@pytest.mark.parametrize(("name", "day"), CHANGES)
def test_the_days_practised_around_a_change_are_those_of_the_calendar(
    record: Record, bank: Bank, name: str, day: date
) -> None:
    study = study_of(bank, record, Clock())
    days = [day + timedelta(days=n) for n in (-1, 0, 1)]
    for this in days:
        for hour in (0, 1, 2, 3, 12, 23):
            give(study, datetime(this.year, this.month, this.day, hour, 45, tzinfo=zone(name)), right="a0")
    assert {this.toordinal() for this in days} == days_practised(record, 0)


@pytest.mark.parametrize(("name", "day"), CHANGES)
def test_three_days_in_a_row_over_a_change_master_a_question(record: Record, bank: Bank, name: str, day: date) -> None:
    study = study_of(bank, record, Clock())
    for n, hour in ((-1, 23), (0, 4), (1, 1)):
        at = datetime(day.year, day.month, day.day, hour, 30, tzinfo=zone(name)) + timedelta(days=n)
        give(study, at, right="a0")
    assert 3 == study.knowledge()["a0"].right_days


def test_a_flight_to_the_next_day_is_two_days(record: Record, bank: Bank) -> None:
    study = study_of(bank, record, Clock())
    noon = datetime(2026, 3, 5, 12, tzinfo=zone("Europe/London"))
    give(study, noon, right="a0")
    give(study, (noon + timedelta(hours=2)).astimezone(zone("Pacific/Auckland")), right="a1")
    assert {date(2026, 3, 5).toordinal(), date(2026, 3, 6).toordinal()} == days_practised(record, 0)


def test_over_the_date_line_the_same_day_comes_twice(record: Record, bank: Bank) -> None:
    study = study_of(bank, record, Clock())
    here = datetime(2026, 3, 6, 8, tzinfo=zone("Pacific/Auckland"))
    give(study, here, right="a0")
    give(study, (here + timedelta(hours=12)).astimezone(zone("America/Los_Angeles")), wrong="a0")
    give(study, (here + timedelta(hours=12)).astimezone(zone("America/Los_Angeles")), right="a1")
    assert {date(2026, 3, 5).toordinal(), date(2026, 3, 6).toordinal()} == days_practised(record, 0)
    assert {"a0": 0.0, "a1": 1.0} == study.latest()
    assert study.knowledge()["a0"].asked == 2


def test_a_clock_set_back_by_years_in_the_middle_of_a_run_loses_nothing(record: Record, bank: Bank) -> None:
    clock = Clock()
    study = study_of(bank, record, clock)
    run = study.begin(("a0", "a1", "b0", "b1"), 1)
    run.submit(RIGHT, 1)
    run.submit(WRONG, 1)
    clock.at = datetime(1970, 1, 2, tzinfo=UTC)
    run.submit(RIGHT, 1)
    [left] = study.attempts()
    again = study.resume(left.uid)
    assert isinstance(again, Run)
    assert (3, ("b1",)) == (left.answered, again.session.queue)
    assert {"a0": 1.0, "a1": 0.0, "b0": 1.0} == study.latest()
    assert {"a0", "a1", "b0"} == set(study.knowledge())
