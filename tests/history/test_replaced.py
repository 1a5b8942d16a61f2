"""The record replaced by another one, as by a restore, while an attempt is under way."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from quiz.history.knowledge import knowledge
from quiz.history.record import Record
from quiz.history.values import Mode
from tests.history.answers import answer, begin, moment
from tests.history.samples import rows


def emptied(file: Path) -> None:
    """Take everything out of a record, as another copy of the program would."""
    with closing(sqlite3.connect(file)) as database:
        for table in ("handins", "marks", "skips", "withdrawals", "responses", "attempts", "latest", "memory"):
            database.execute(f"DELETE FROM {table}")
        database.commit()


def test_an_attempt_that_is_no_longer_there_is_written_again_with_its_next_answer(record: Record, file: Path) -> None:
    begin(record, 1)
    answer(record, 1, 10, "a")
    emptied(file)
    answer(record, 1, 11, "b")
    assert [(11, "b", 1.0)] == rows(file)
    assert [(1, 3)] == rows(file, "SELECT uid, size FROM attempts")


def test_so_it_is_with_every_other_step(record: Record, file: Path) -> None:
    begin(record, 1, Mode.EXAM)
    steps: list[Callable[[], None]] = [
        lambda: record.skip(20, 1, "a", moment(0)),
        lambda: record.mark(21, 1, "a", True, moment(0)),
        lambda: record.hand_in(1, moment(0)),
    ]
    for step in steps:
        emptied(file)
        step()
        assert [(1,)] == rows(file, "SELECT uid FROM attempts")


def test_an_answer_from_the_past_has_all_folded_anew_that_came_after_it(record: Record) -> None:
    begin(record, 1)
    for number in range(30):
        answer(record, 1, 100 + number, f"q{number}", hours=number, seconds=10)
    answer(record, 1, 150, "slow", hours=40, seconds=21)
    before = knowledge(record, "bank")
    begin(record, 2)
    for number in range(40):  # the student was slower than was known
        answer(record, 2, 200 + number, f"r{number}", hours=35 + number / 100, seconds=100)
    after = knowledge(record, "bank")
    record.write("DELETE FROM memory", ())
    assert knowledge(record, "bank") == after
    assert before["slow"].memory != after["slow"].memory
