"""Progress as rows of text: the number first, and calm words where there is none."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quiz.core.planning import Forecast
from quiz.history.record import Record
from quiz.study import Study, tables
from quiz.study.progress import Progress, progress, weeks
from quiz.study.review import coming
from tests.clocks import TODAY, Clock, ago, give, study_of
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


def seen(**changes: object) -> Progress:
    """Return progress of which nothing is on record, with some of it changed."""
    nothing = Progress(TODAY, 60, weeks=[], practised=set(), coming=Forecast((0,) * 28), calibration=())
    return nothing._replace(**changes)  # type: ignore[arg-type]


def test_nothing_on_record_says_what_will_be_here(study: Study) -> None:
    found = tables.sections(study.bank, progress(study))
    assert [(tables.NO_SCORES,), (tables.NO_HABIT,), (tables.NO_DUE,)] == [section.rows for section in found[:3]]
    expected = "You have not said yet how sure you were: ! with an answer is sure, ? is a guess."
    assert (expected,) == found[3].rows
    assert not progress(study).begun


def test_scores_have_the_number_first_and_the_last_week_first(study: Study) -> None:
    give(study, ago(0), right="a0 a1", wrong="a2")
    give(study, ago(1), right="a0 a1 a2")
    give(study, ago(7), right="a0")
    give(study, ago(20), wrong="a0")
    expected = (
        "A",
        "  5 of 6 right (83 %) this week, 27 February – 5 March",
        "  1 of 1 right last week, 20–26 February",
        "  0 of 1 right 2 weeks ago, 13–19 February",
        "B",
        "  not asked in these weeks",
    )
    found = progress(study)
    assert ("Right first time, in the last 12 weeks", expected) == tables.scores(study.bank, found)
    assert "5 of 6 right this week" == tables.last_week(found.weeks, "a")
    assert "not asked in these weeks" == tables.last_week(found.weeks, "b")


def test_the_last_figure_may_be_weeks_old(study: Study) -> None:
    give(study, ago(22), right="a0")
    assert "1 of 1 right 3 weeks ago" == tables.last_week(weeks(study), "a")


def test_days_practised_as_a_table() -> None:
    expected = (
        "3 of the last 28 days",
        "  2 of 7, 27 February – 5 March: Wednesday, Thursday",
        "  0 of 7, 20–26 February",
        "  0 of 7, 13–19 February",
        "  1 of 7, 6–12 February: Friday",
    )
    assert expected == tables.habit(seen(practised={TODAY, TODAY - 1, TODAY - 27})).rows


def test_what_is_due_as_a_table() -> None:
    forecast = Forecast((12, 5, 0, 3, *[0] * 23, 1))
    expected = (
        "12 today, 5 tomorrow, 20 within a week",
        "  12 today, 5 March",
        "  5 tomorrow, 6 March",
        "  3 on Sunday, 8 March",
        "  1 on Wednesday, 1 April",
    )
    assert expected == tables.due(seen(coming=forecast)).rows


def test_what_is_due_follows_the_examination(study: Study) -> None:
    give(study, ago(0), right="a0 a1 a2 b0 b1", certainty=3)
    alone, towards = coming(study), coming(study, {"bank": TODAY + 3})
    assert (0, 5) == (alone.days[1], towards.days[1])
    assert towards == progress(study, 60, {"bank": TODAY + 3}).coming


def test_nothing_due_soon_is_not_nothing_yet(study: Study) -> None:
    give(study, ago(0), right="a0")
    empty = progress(study)._replace(coming=Forecast((0,) * 28))
    assert "Nothing in the next 28 days." == tables.due_words(empty)


def test_levels_with_what_would_be_well_judged(study: Study) -> None:
    give(study, ago(0), right="a0 a1", certainty=3)
    give(study, ago(0), wrong="b0", certainty=1)
    expected = (
        "sure: 2 answers, 2 right, too few to say more",
        "  80–100 % is well judged",
        "a guess: 1 answer, 0 right, too few to say more",
        "  0–67 % is well judged",
    )
    assert ("How sure you were, in the last 60 days", expected) == tables.certainty(progress(study))


def test_a_window_in_which_one_never_said_how_sure(study: Study) -> None:
    give(study, ago(20), right="a0", certainty=3)
    expected = "You have not said in the last 14 days how sure you were: ! with an answer is sure, ? is a guess."
    assert (expected,) == tables.certainty(progress(study, 14)).rows
    assert "How sure you were, so far" == tables.certainty(progress(study, None)).title
