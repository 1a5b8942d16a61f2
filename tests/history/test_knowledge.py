"""What is known is folded from the record: a bit at a time comes to the same as all at once."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core import rating
from quiz.core.knowledge import Knowledge, Outcome, learn
from quiz.core.rating import Pace, Speed
from quiz.history import knowledge as folding
from quiz.history.knowledge import fold, knowledge, local_day
from quiz.history.record import Record
from quiz.history.values import Mode
from tests.history.answers import START, TODAY, answer, begin, moment
from tests.history.samples import record_in

BANKS = ("bank", "other")
MODES = tuple(Mode)


@pytest.mark.parametrize(
    ("hours", "offset", "day"),
    [
        (0, 0, 0), (23.99, 0, 0), (24, 0, 1), (-0.01, 0, -1),
        (23, 60, 1), (22.9, 60, 0), (0, -60, -1), (1, -60, 0), (10, 840, 1), (11, -720, -1),
    ],
)  # fmt: skip
def test_a_day_begins_at_midnight_on_the_students_clock(hours: float, offset: int, day: int) -> None:
    assert TODAY + day == local_day(moment(hours).milliseconds, offset)


def learnt(*outcomes: Outcome) -> Knowledge:
    """Return what is known after some outcomes."""
    found = None
    for outcome in outcomes:
        found = learn(found, outcome)
    assert found is not None
    return found


def test_nothing_answered_is_nothing_known(record: Record) -> None:
    assert {} == knowledge(record, "bank")


def test_what_is_known_is_learnt_from_each_first_response_in_order(record: Record) -> None:
    for run, score in ((1, 0.0), (2, 1.0), (3, 1.0)):
        begin(record, run)
        answer(record, run, 10 * run, "a", score, hours=48 * run, certainty=run)
        answer(record, run, 10 * run + 1, "a", 0.0, hours=48 * run + 1)  # not the first of its attempt
    expected = learnt(Outcome(TODAY + 2, 0.0, 1), Outcome(TODAY + 4, 1.0, 2), Outcome(TODAY + 6, 1.0, 3))
    assert {"a": expected} == knowledge(record, "bank") == knowledge(record, "bank")
    assert (3, 2, False) == (expected.asked, expected.right_days, expected.mastered)


def test_a_rapid_answer_is_known_less_well(record: Record) -> None:
    begin(record, 1)
    answer(record, 1, 10, "a", seconds=0.1)
    assert {"a": learnt(Outcome(TODAY, 1.0, None, Speed.RAPID))} == knowledge(record, "bank")


def test_the_pace_is_that_of_all_answers_whatever_they_count_for(record: Record) -> None:
    begin(record, 1, Mode.PRETEST, bank="other")
    begin(record, 2)
    for i in range(20):
        answer(record, 1, 100 + i, f"q{i}", hours=i / 100, seconds=4.0)
    answer(record, 2, 10, "a", hours=1, seconds=8.1)
    answer(record, 2, 11, "b", hours=1, seconds=8.0)
    answer(record, 2, 12, "c", hours=1, seconds=8.1, kind="order")
    slow, usual = learnt(Outcome(TODAY, 1.0, None, Speed.SLOW)), learnt(Outcome(TODAY, 1.0))
    assert {"a": slow, "b": usual, "c": usual} == knowledge(record, "bank")


def test_the_days_are_those_of_the_clock_at_each_answer(record: Record) -> None:
    for run, (hours, offset) in enumerate(((22.5, 0), (23.5, 0), (23.5, 60)), 1):
        begin(record, run)
        answer(record, run, 10 * run, "a", hours=hours, offset=offset)
    assert [2, TODAY + 1] == [knowledge(record, "bank")["a"].right_days, knowledge(record, "bank")["a"].right_day]


def test_what_is_folded_is_kept_and_only_the_rest_is_read(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    learnings: list[int] = []

    def learn_and_tell(known: Knowledge | None, outcome: Outcome) -> Knowledge:
        learnings.append(outcome.day)
        return learn(known, outcome)

    monkeypatch.setattr(folding, "learn", learn_and_tell)
    for run in (1, 2, 3):
        begin(record, run)
        answer(record, run, 10 * run, "a", hours=48 * run)
        answer(record, run, 10 * run + 1, "b", hours=48 * run)
        knowledge(record, "bank")
        knowledge(record, "bank")
        assert 2 * run == len(learnings)


def test_how_far_reading_has_come_is_told(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "_TELL_EVERY", 5)
    begin(record, 1)
    for i in range(12):
        answer(record, 1, 100 + i, f"q{i}", hours=i)
    heard: list[int] = []
    fold(record, tell=heard.append)
    assert [5, 10] == heard
    assert {} == fold(record, tell=heard.append)
    assert [5, 10] == heard


def test_all_banks_are_folded_together_or_each_alone(record: Record) -> None:
    for run, bank in enumerate(BANKS, 1):
        begin(record, run, bank=bank)
        answer(record, run, 10 * run, f"{bank}-q", float(run - 1), hours=run)
    assert {"bank-q"} == set(fold(record, "bank"))
    assert {"other-q"} == set(fold(record))
    assert {"other-q": learnt(Outcome(TODAY, 1.0))} == knowledge(record, "other")


def test_a_table_emptied_by_hand_fills_again(record: Record) -> None:
    begin(record, 1)
    answer(record, 1, 10, "a", certainty=3)
    before = knowledge(record, "bank")
    record.write("DELETE FROM memory", ())
    assert before == knowledge(record, "bank")


def test_where_nothing_can_be_kept_it_is_known_all_the_same(file: Path) -> None:
    with closing(record_in(file)) as record:
        begin(record, 1)
        answer(record, 1, 10, "a")
        database_of(record).execute("PRAGMA query_only = ON")
        expected = {"a": learnt(Outcome(TODAY, 1.0))}
        assert expected == knowledge(record, "bank") == knowledge(record, "bank")
        assert [] == record.rows("SELECT * FROM memory")


# step by step as all at once


@dataclass(frozen=True)
class Step:
    """Something that happens to a record; `pick` chooses which attempt, question or response it happens to."""

    what: str
    pick: int
    hours: int
    score: float
    certainty: int | None
    seconds: float
    words: int


STEPS = st.lists(
    st.builds(
        Step,
        st.sampled_from(("answer", "answer", "answer", "answer", "withdraw", "hand in", "fold")),
        st.integers(0, 2**16),
        st.integers(0, 200),
        st.sampled_from((0.0, 0.5, 1.0, 1.0)),
        st.sampled_from((None, 1, 2, 3)),
        st.sampled_from((0.1, 4.0, 30.0)),
        st.sampled_from((0, 5, 12)),
    ),
    max_size=30,
)
"""Times go forth and back. No two answers are given in the same millisecond."""


@contextmanager
def in_memory() -> Iterator[Record]:
    """Open a record that is kept in memory only."""
    with closing(record_in(Path("/dev/null/nowhere"))) as record:
        record._database, record._mirror = record._mirror, None  # a stand-in would do all again at every write
        yield record


def database_of(record: Record) -> sqlite3.Connection:
    """Return the database of a record."""
    assert record._database is not None
    return record._database


def begin_all(record: Record) -> list[int]:
    """Begin three attempts of each mode on two banks; return their uids."""
    uids = list(range(1, 3 * 2 * len(MODES) + 1))
    for uid in uids:
        begin(record, uid, MODES[uid % len(MODES)], bank=BANKS[uid % 2])
    return uids


def take(record: Record, attempts: list[int], step: Step, number: int) -> None:
    """Take a step: to a question answered in its attempt there is no second answer while the first stands."""
    database, rng = database_of(record), Random(step.pick)
    attempt, question = rng.choice(attempts), rng.choice("ab")
    if step.what == "answer":
        sql = "SELECT 1 FROM standing s JOIN attempts a ON a.id = s.attempt WHERE a.uid = ? AND s.question = ?"
        if not database.execute(sql, (attempt, question)).fetchall():
            hours = step.hours + number / 1000
            answer(
                record, attempt, 1000 + number, question, step.score,
                hours=hours, certainty=step.certainty, seconds=step.seconds, words=step.words,
            )  # fmt: skip
    elif step.what == "withdraw":
        uids = [row[0] for row in database.execute("SELECT uid FROM standing ORDER BY id")]
        if uids:
            record.withdraw(rng.choice(uids), moment(step.hours))
    elif step.what == "hand in":
        record.hand_in(rng.choice(attempts), moment(step.hours))
    else:
        knowledge(record, rng.choice(BANKS))


def plainly(record: Record, bank: str) -> dict[str, Knowledge]:
    """Return what is known of a bank, from all rows of the record in the order of time."""
    sql = "SELECT r.*, r.id IN (SELECT id FROM counted) AS counts FROM responses r ORDER BY answered, id"
    cursor = database_of(record).execute(sql)
    names = [column[0] for column in cursor.description]
    pace, found = Pace(), dict[str, Knowledge]()
    for values in cursor:
        row = dict(zip(names, values, strict=True))
        if row["counts"] and row["bank"] == bank:
            speed = pace.judge(row["kind"], row["words"], row["seconds"])
            outcome = Outcome(local_day(row["answered"], row["utc_offset"]), row["score"], row["certainty"], speed)
            found[row["question"]] = learn(found.get(row["question"]), outcome)
        pace.add(row["kind"], row["words"], row["seconds"])
    return found


@settings(max_examples=120)
@given(STEPS)
def test_folding_step_by_step_comes_to_the_same_as_all_at_once(steps: list[Step]) -> None:
    with in_memory() as record:
        attempts = begin_all(record)
        for number, step in enumerate(steps):
            take(record, attempts, step, number)
        stepwise = {bank: knowledge(record, bank) for bank in BANKS}
        record.write("DELETE FROM memory", ())
        assert {bank: knowledge(record, bank) for bank in BANKS} == stepwise
        assert {bank: plainly(record, bank) for bank in BANKS} == stepwise


@settings(max_examples=60)
@given(STEPS)
def test_after_every_step_what_is_known_is_what_all_rows_tell(steps: list[Step]) -> None:
    with in_memory() as record:
        attempts = begin_all(record)
        for number, step in enumerate(steps):
            take(record, attempts, step, number)
            for bank in BANKS:
                assert plainly(record, bank) == knowledge(record, bank)
        assert {} == fold(record)


@settings(max_examples=120)
@given(STEPS)
def test_slow_and_rapid_answers_are_the_same_step_by_step(steps: list[Step]) -> None:
    """With a pace that a few answers tell and a few others push out; answers come in the order of time."""
    with pytest.MonkeyPatch.context() as patch, in_memory() as record:
        patch.setattr(rating, "KNOWN", 3)
        patch.setattr(rating, "WINDOW", 6)
        patch.setattr(folding, "WINDOW", 6)
        attempts = begin_all(record)
        for number, (step, hours) in enumerate(zip(steps, sorted(step.hours for step in steps), strict=True)):
            take(record, attempts, replace(step, hours=hours), number)
        stepwise = {bank: knowledge(record, bank) for bank in BANKS}
        assert {bank: plainly(record, bank) for bank in BANKS} == stepwise


@pytest.mark.parametrize("seed", range(3))
def test_over_a_long_time_the_pace_is_the_same_step_by_step(seed: int) -> None:
    rng, numbers = Random(seed), count(1)
    with in_memory() as record:
        for run in range(1, 61):
            begin(record, run, rng.choice((Mode.PRACTICE, Mode.REVIEW, Mode.PRETEST)), bank=rng.choice(BANKS))
            for question in rng.sample("abcdefghijklmno", 12):
                number = next(numbers)
                seconds, kind = rng.lognormvariate(1.4, 0.8), rng.choice(("choice", "order"))
                answer(
                    record, run, number, question, rng.choice((0.0, 1.0, 1.0)),
                    hours=run * 9 + number / 1000, seconds=seconds, words=rng.choice((5, 12)), kind=kind,
                )  # fmt: skip
            knowledge(record, rng.choice(BANKS))
        stepwise = {bank: knowledge(record, bank) for bank in BANKS}
        record.write("DELETE FROM memory", ())
        assert {bank: knowledge(record, bank) for bank in BANKS} == stepwise
        assert {bank: plainly(record, bank) for bank in BANKS} == stepwise


def test_an_examination_handed_in_later_is_known_from_the_day_it_was_taken(record: Record) -> None:
    begin(record, 1, Mode.EXAM)
    answer(record, 1, 10, "a", 0.0, hours=0)
    answer(record, 1, 11, "b", 1.0, hours=0)
    begin(record, 2)
    answer(record, 2, 20, "a", 1.0, hours=48)
    assert {"a": learnt(Outcome(TODAY + 2, 1.0))} == knowledge(record, "bank")
    record.hand_in(1, moment(72))
    expected = {"a": learnt(Outcome(TODAY, 0.0), Outcome(TODAY + 2, 1.0)), "b": learnt(Outcome(TODAY, 1.0))}
    assert expected == knowledge(record, "bank")


@pytest.mark.parametrize("folded", [True, False])
def test_an_answer_withdrawn_was_never_given(record: Record, folded: bool) -> None:
    for run, score in ((1, 1.0), (2, 0.0), (3, 1.0)):
        begin(record, run)
        answer(record, run, 10 * run, "a", score, hours=48 * run)
    if folded:
        assert 1 == knowledge(record, "bank")["a"].lapses
    record.withdraw(20, moment(200))
    assert {"a": learnt(Outcome(TODAY + 2, 1.0), Outcome(TODAY + 6, 1.0))} == knowledge(record, "bank")
    for uid in (10, 30):
        record.withdraw(uid, moment(201))
    assert {} == knowledge(record, "bank")


def test_an_answer_that_arrives_late_takes_its_place_in_time(record: Record) -> None:
    for run, (score, hours) in enumerate(((1.0, 96), (0.0, 48)), 1):
        begin(record, run)
        answer(record, run, 10 * run, "a", score, hours=hours)
        knowledge(record, "bank")
    assert {"a": learnt(Outcome(TODAY + 2, 0.0), Outcome(TODAY + 4, 1.0))} == knowledge(record, "bank")
    assert START == moment(0).milliseconds
