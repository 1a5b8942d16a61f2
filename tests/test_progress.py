"""Progress over time as values, on clocks of several time zones."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from quiz.core.rating import Certainty
from quiz.history.record import Record
from quiz.study import Study
from quiz.study.habit import practised
from quiz.study.progress import Share, calibration, progress, weeks
from tests.clocks import NOON, RIGHT, TODAY, WRONG, Clock, ago, give, study_of
from tests.core.samples import bank_of


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A new record."""
    with closing(Record(tmp_path / "history.db", lambda: "stamp")) as opened:
        yield opened


@pytest.fixture
def clock() -> Clock:
    """A clock at noon, 5 March 2026."""
    return Clock()


@pytest.fixture
def study(record: Record, clock: Clock) -> Study:
    """A study of a bank with three questions in phase a, and two in phase b; they are all true."""
    return study_of(bank_of(3, 2), record, clock)


# weeks


def test_twelve_weeks_end_today_and_hold_each_phase(study: Study) -> None:
    give(study, ago(0), right="a0 a1 b0", wrong="a2")
    give(study, ago(6), wrong="a0")
    give(study, ago(7), right="b0")
    give(study, ago(83), right="a0")
    give(study, ago(84), right="a0")  # before the first week
    found = weeks(study)
    assert 12 == len(found)
    assert [TODAY - 83 + 7 * i for i in range(12)] == [week.start for week in found]
    assert {"a": Share(2, 4), "b": Share(1, 1)} == found[11].phases
    assert {"b": Share(1, 1)} == found[10].phases
    assert {"a": Share(1, 1)} == found[0].phases
    assert [{}] * 9 == [week.phases for week in found[1:10]]


def test_only_first_responses_that_stand_are_in_a_week(study: Study) -> None:
    run = study.begin(("a0", "a1"), 1)
    run.submit(WRONG, 1)
    run.undo()
    run.submit(RIGHT, 1)
    assert {"a": Share(1, 1)} == weeks(study)[-1].phases


def test_a_question_that_the_bank_no_longer_has_is_in_no_week(study: Study, record: Record, clock: Clock) -> None:
    give(study, ago(1), right="a0 b0")
    bank = replace(study.bank, questions=tuple(q for q in study.bank.questions if q.id != "a0"))
    assert {"b": Share(1, 1)} == weeks(study_of(bank, record, clock))[-1].phases


@pytest.mark.parametrize("offset", [-11, -5, 0, 5.5, 13])
def test_a_day_and_a_week_begin_at_midnight_on_the_students_clock(record: Record, offset: float) -> None:
    zone = timezone(timedelta(hours=offset))
    clock = Clock(datetime(2026, 3, 5, 0, 30, tzinfo=zone))
    study = study_of(bank_of(3, 2), record, clock)
    midnight = datetime(2026, 2, 27, tzinfo=zone)
    give(study, midnight - timedelta(seconds=1), right="a0")
    give(study, midnight, wrong="a1")
    found = weeks(study)
    assert [{"a": Share(1, 1)}, {"a": Share(0, 1)}] == [week.phases for week in found[-2:]]
    assert {midnight.toordinal() - 1, midnight.toordinal()} == practised(study)


def test_a_day_goes_over_at_midnight(study: Study, clock: Clock) -> None:
    give(study, NOON.replace(hour=23, minute=59, second=59), right="a0")
    clock.at = NOON.replace(hour=23, minute=59, second=59)
    assert (TODAY, {TODAY}) == (progress(study).today, practised(study))
    clock.at += timedelta(seconds=1)
    assert (TODAY + 1, {TODAY}) == (progress(study).today, practised(study))
    clock.at += timedelta(days=27)
    assert set() == practised(study)
    assert {"a": Share(1, 1)} == weeks(study)[-4 - 1].phases


def test_a_week_in_which_the_clocks_go_forward(record: Record) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    clock = Clock(datetime(2026, 3, 31, 12, tzinfo=berlin))
    study = study_of(bank_of(3, 2), record, clock)
    give(study, datetime(2026, 3, 29, 1, 59, tzinfo=berlin), right="a0")
    give(study, datetime(2026, 3, 29, 23, 59, tzinfo=berlin), right="a1")
    give(study, datetime(2026, 3, 24, 23, 30, tzinfo=berlin), wrong="a2")
    assert {date(2026, 3, 29).toordinal(), date(2026, 3, 24).toordinal()} == practised(study)
    assert [{"a": Share(0, 1)}, {"a": Share(2, 2)}] == [week.phases for week in weeks(study)[-2:]]


@pytest.mark.parametrize(("right", "asked", "per_cent"), [(0, 0, None), (0, 3, 0), (3, 3, 100), (999, 1000, 99)])
def test_per_cent_are_all_or_nothing_only_when_they_are(right: int, asked: int, per_cent: int | None) -> None:
    assert per_cent == Share(right, asked).per_cent


# days practised


def test_days_of_all_banks_count_and_no_more_than_28(study: Study, record: Record, clock: Clock) -> None:
    other = study_of(replace(study.bank, id="other"), record, clock)
    for days in (0, 1, 27):
        give(study, ago(days), right="a0")
    give(other, ago(5), wrong="a0")
    give(study, ago(28), right="a0")
    assert {TODAY, TODAY - 1, TODAY - 5, TODAY - 27} == practised(study)
    assert {TODAY, TODAY - 1} == practised(study, 2)


def test_days_are_those_of_the_zone_in_which_one_was(study: Study) -> None:
    tokyo = timezone(timedelta(hours=9))
    give(study, datetime(2026, 3, 4, 8, tzinfo=tokyo), right="a0")  # the evening of the 3rd in London
    assert {date(2026, 3, 4).toordinal()} == practised(study)


# certainty


def test_levels_within_the_window(study: Study) -> None:
    give(study, ago(0), right="a0 a1", wrong="a2", certainty=3)
    give(study, ago(1), right="b0", certainty=1)
    give(study, ago(2), right="b1")
    give(study, ago(70), wrong="a0", certainty=1)
    found = calibration(study, 60)
    assert [(Certainty.SURE, 3, 2), (Certainty.GUESS, 1, 1)] == [(it.certainty, it.asked, it.right) for it in found]
    assert [(3, 2), (2, 1)] == [(it.asked, it.right) for it in calibration(study, None)]
    assert [(3, 2)] == [(it.asked, it.right) for it in calibration(study, 1)]
