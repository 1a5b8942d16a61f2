"""A run keeps each of its steps, so that it can be gone on with as it was; and what is asked is chosen by wish."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from quiz import places
from quiz.banks.reader import Reading, read_bank
from quiz.core.bank import Bank
from quiz.core.scoring import total
from quiz.core.session import Answer
from quiz.history.record import Record
from quiz.history.values import Moment
from quiz.study import Run, Study, Wish, from_moment, local_now, new_seed, open_record, to_moment
from tests.core.samples import bank_of

EIGHT = Path(__file__).parent / "data" / "eight"
RIGHT, WRONG = ("True",), ("False",)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A new record."""
    with closing(Record(tmp_path / "history.db", lambda: "stamp")) as opened:
        yield opened


@pytest.fixture
def study(record: Record) -> Study:
    """A study of a bank with three questions in phase a, and two in phase b; they are all true."""
    return study_of(bank_of(3, 2), record)


def study_of(bank: Bank, record: Record, clock: Callable[[], datetime] = local_now) -> Study:
    """Return a study of a bank that was not read from a file."""
    return Study(Reading(Path("bank"), bank), record, clock)


def resumed(run: Run) -> Run:
    """Return a run as it is gone on with."""
    found = run.study.resume(run.uid)
    assert isinstance(found, Run)
    return found


# a run


def test_an_answer_is_graded_kept_and_gone_on_from(study: Study) -> None:
    run = study.begin(("a0", "b0"), seed=5)
    assert run.question is study.bank.by_id["a0"]
    assert 1.0 == run.submit(RIGHT, 1.23456).score
    assert 0.0 == run.submit(WRONG, 2).score
    assert run.question is None
    assert (Answer("a0", RIGHT, 1.0), Answer("b0", WRONG, 0.0)) == run.session.answers
    saved = study.record.load(run.uid)
    assert saved is not None
    assert (("a0", "b0"), 5, "bank") == (saved.attempt.selection, saved.attempt.seed, saved.attempt.bank)
    assert [1.235, 2.0] == [row.seconds for row in saved.given]
    assert [study.bank.by_id[i].fingerprint for i in ("a0", "b0")] == [row.content for row in saved.given]
    with pytest.raises(ValueError, match="every question of this run is answered"):
        run.submit(RIGHT, 1)


def test_a_run_in_which_nothing_was_done_is_not_kept(study: Study) -> None:
    run = study.begin(("a0", "a1"), 1)
    assert not run.undo()
    assert [] == study.attempts()
    assert study.interrupted() is None
    assert study.resume(run.uid) is None


def test_skipping_and_undoing_are_kept(study: Study) -> None:
    run = study.begin(("a0", "a1", "b0"), 1)
    run.skip()
    run.submit(WRONG, 1)
    assert run.undo()
    run.submit(RIGHT, 1)
    assert ("b0", "a0") == run.session.queue == resumed(run).session.queue
    assert (1, 1) == (run.session.withdrawn, resumed(run).session.withdrawn)
    assert {"a1": 1.0} == study.latest()


def test_the_last_question_left_cannot_be_skipped(study: Study) -> None:
    run = study.begin(("a0",), 1)
    run.skip()
    assert ("a0",) == run.session.queue
    assert [] == study.attempts()


def test_answers_of_before_can_be_taken_back_after_going_on(study: Study) -> None:
    run = study.begin(("a0", "a1"), 1)
    run.submit(WRONG, 1)
    again = resumed(run)
    assert again.undo()
    assert ("a0", {}) == (again.session.current, study.latest())
    again.submit(RIGHT, 1)
    assert {"a0": 1.0} == study.latest()


STEPS = st.lists(st.sampled_from(("right", "wrong", "skip", "undo", "leave")), max_size=14)


@for_all(STEPS)
def test_a_run_gone_on_with_is_the_run_that_was_left(steps: list[str]) -> None:
    with closing(Record(Path("/dev/null/nowhere"), lambda: "stamp")) as record:
        study = study_of(bank_of(3, 2), record)
        run = study.begin(("a0", "b1", "a2", "b0"), seed=3)
        for step in steps:
            if step in ("right", "wrong") and run.question:
                run.submit(RIGHT if step == "right" else WRONG, 1)
            elif step == "skip":
                run.skip()
            elif step == "undo":
                run.undo()
            elif step == "leave" and study.attempts():
                run = resumed(run)
            if study.attempts():
                assert run.session == resumed(run).session
                assert run.session.points == study.latest()


def test_the_scores_of_a_run_are_those_of_its_phases(study: Study) -> None:
    run = study.begin(("b0", "b1"), 1)
    run.submit(RIGHT, 1)
    assert [("b", 2, 1, 1)] == [(row.id, row.questions, row.answered, row.right) for row in run.scores()]


# going on


def test_an_attempt_of_another_bank_is_not_gone_on_with(study: Study, record: Record) -> None:
    run = study.begin(("a0", "a1"), 1)
    run.submit(RIGHT, 1)
    other = study_of(replace(study.bank, id="other"), record)
    assert other.resume(run.uid) is None
    assert other.interrupted() is None
    assert {} == other.latest()


def test_questions_that_the_bank_no_longer_has_are_left_out(study: Study, record: Record) -> None:
    run = study.begin(("a0", "a1", "b0", "b1", "a2"), 1)
    for response in (RIGHT, WRONG):
        run.submit(response, 1)
    run.skip()
    kept = [q for q in study.bank.questions if q.id not in ("a0", "b0")]
    later = study_of(replace(study.bank, questions=tuple(kept)), record)
    again = later.resume(run.uid)
    assert isinstance(again, Run)
    assert (("a1", "b1", "a2"), ("b1", "a2")) == (again.session.selection, again.session.queue)
    assert (Answer("a1", WRONG, 0.0),) == again.session.answers
    assert again.undo()
    assert {"a0": 1.0} == later.latest()
    assert 0 == total(later.scores()).answered


def test_an_attempt_of_which_nothing_is_left_gives_way_to_the_one_before(study: Study, record: Record) -> None:
    clock = ticking()
    study.clock = clock
    first = study.begin(("a0", "a1"), 1)
    first.submit(RIGHT, 1)
    second = study.begin(("a0", "b0"), 1)
    second.submit(RIGHT, 1)
    left = study.interrupted()
    assert left is not None
    assert second.uid == left.uid
    later = study_of(bank_of(3), record, clock)
    left = later.interrupted()
    assert left is not None
    assert first.uid == left.uid


def test_a_finished_attempt_is_not_interrupted(study: Study) -> None:
    run = study.begin(("a0", "a1"), 1)
    run.submit(RIGHT, 1)
    assert study.interrupted() is not None
    run.submit(WRONG, 1)
    assert study.interrupted() is None
    run.undo()
    assert study.interrupted() is not None


# choosing


def test_without_a_wish_the_default_count_of_all_phases_is_drawn(record: Record) -> None:
    study = study_of(bank_of(30, 30), record)
    chosen = study.choose(Wish(), seed=1)
    assert 20 == len(chosen)
    assert 10 == sum(ident.startswith("a") for ident in chosen)
    assert chosen == study.choose(Wish(), seed=1)
    assert chosen != study.choose(Wish(), seed=2)


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (Wish(in_order=True), ["a0", "a1", "a2", "b0", "b1"]),
        (Wish(count=2, in_order=True), ["a0", "a1"]),
        (Wish(("b",), in_order=True), ["b0", "b1"]),
        (Wish(("b", "a"), count=4, in_order=True), ["a0", "a1", "a2", "b0"]),
        (Wish(("none",)), []),
        (Wish(missed=True), []),
    ],
)
def test_a_wish_is_granted_in_the_order_of_the_bank(study: Study, wish: Wish, expected: list[str]) -> None:
    assert expected == list(study.choose(wish, seed=1))


def test_all_of_a_phase_are_drawn_in_some_order(study: Study) -> None:
    assert {"a0", "a1", "a2"} == set(study.choose(Wish(("a",), None), seed=1))
    assert 5 == len(study.choose(Wish(count=None), seed=1))


def test_missed_are_those_not_fully_right_the_last_time(study: Study) -> None:
    clock = ticking()
    study.clock = clock
    assert () == study.missed()
    for responses in ((WRONG, WRONG, RIGHT), (RIGHT, WRONG, WRONG)):
        run = study.begin(("a0", "b1", "a1"), 1)
        for response in responses:
            run.submit(response, 1)
    assert ("a1", "b1") == study.missed()
    assert ("b1",) == study.choose(Wish(("b",), missed=True), seed=1)
    assert {"a1", "b1"} == set(study.choose(Wish(missed=True), seed=1))


def test_partly_right_is_missed_too(record: Record) -> None:
    study = Study(read_bank(EIGHT), record)
    study.begin(("rebuilt",), 1).submit(("The tower was raised",), 1)
    assert ({"rebuilt": 0.5}, ("rebuilt",)) == (study.latest(), study.missed())
    assert [0.5, 0] == [row.points for row in study.scores()]


# opening


def test_a_bank_of_which_nothing_can_be_used_is_refused(record: Record, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing of this bank can be used"):
        Study.open(tmp_path, record)
    assert "eight" == Study.open(EIGHT, record).bank.id


def test_the_record_is_where_places_say(home: Path) -> None:
    with closing(open_record()) as record:
        assert record.saves
    assert places.history_file() == home / "history.db"
    assert places.history_file().is_file()


def test_a_damaged_record_is_set_aside_with_the_time_in_its_name(home: Path) -> None:
    home.mkdir()
    places.history_file().write_bytes(b"garbage" * 1000)
    open_record(lambda: datetime(2024, 5, 6, 7, 8, 9)).close()
    assert (home / "history-damaged-20240506T070809.db").is_file()


def test_seeds_differ_and_are_short() -> None:
    seeds = {new_seed() for _ in range(50)}
    assert len(seeds) > 45
    assert all(0 <= seed < 1 << 31 for seed in seeds)


# time


NEW_YEAR = datetime(2024, 1, 1, tzinfo=UTC)


def ticking(start: datetime = NEW_YEAR, step: int = 1) -> Callable[[], datetime]:
    """Return a clock that goes on by some seconds each time it is looked at."""
    at = [start]

    def clock() -> datetime:
        at[0] += timedelta(seconds=step)
        return at[0]

    return clock


@pytest.mark.parametrize("hours", [-9.5, 0, 5.75, 14])
def test_a_moment_keeps_the_time_on_the_students_clock(hours: float) -> None:
    at = datetime(2024, 2, 29, 23, 59, 58, 123000, timezone(timedelta(hours=hours)))
    moment = to_moment(at)
    assert Moment(round(at.timestamp() * 1000), round(hours * 60)) == moment
    assert at == from_moment(moment)
    assert at.isoformat() == from_moment(moment).isoformat()


@for_all(
    st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1)),
    st.integers(-14 * 60, 14 * 60),
)
def test_moments_come_back_to_the_millisecond(naive: datetime, minutes: int) -> None:
    at = naive.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    assert abs(at - from_moment(to_moment(at))) <= timedelta(milliseconds=1)
    assert at.utcoffset() == from_moment(to_moment(at)).utcoffset()


def test_now_has_an_offset() -> None:
    assert local_now().utcoffset() is not None


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    summer = datetime(2024, 10, 27, 2, 30, tzinfo=timezone(timedelta(hours=2)))
    winter = datetime(2024, 10, 27, 2, 30, tzinfo=timezone(timedelta(hours=1)))
    assert 3_600_000 == to_moment(winter).milliseconds - to_moment(summer).milliseconds
    assert "02:30" == f"{from_moment(to_moment(summer)):%H:%M}" == f"{from_moment(to_moment(winter)):%H:%M}"


def test_an_answer_is_kept_with_the_time_zone_in_which_it_was_given(study: Study) -> None:
    study.clock = ticking(datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=9))))
    run = study.begin(("a0",), 1)
    run.submit(RIGHT, 1)
    [summary] = study.attempts()
    assert "2024-01-01 00:00:02+09:00" == str(from_moment(summary.touched))
    assert "2024-01-01 00:00:01+09:00" == str(from_moment(summary.started))


def test_with_the_clock_set_back_every_answer_is_kept_and_the_later_time_counts(study: Study) -> None:
    study.clock = ticking(datetime(2024, 1, 2, tzinfo=UTC), step=-60)
    run = study.begin(("a0", "a1", "b0"), 1)
    run.submit(WRONG, 1)
    run.skip()
    run.submit(RIGHT, 1)
    assert run.session == resumed(run).session
    study.clock = ticking(datetime(2023, 1, 1, tzinfo=UTC))
    earlier = study.begin(("a0",), 1)
    earlier.submit(RIGHT, 1)
    assert {"a0": 0.0, "b0": 1.0} == study.latest()
    assert [run.uid, earlier.uid] == [summary.uid for summary in study.attempts()]
    run.undo()
    assert {"a0": 0.0} == study.latest()
    run.undo()
    assert {"a0": 1.0} == study.latest()
