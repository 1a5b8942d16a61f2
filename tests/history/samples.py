"""Small records, attempts and answers."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from quiz.history.record import Record
from quiz.history.values import Attempt, Given, Moment

NOON = Moment(1_700_000_000_000, 60)


def record_in(file: Path) -> Record:
    """Return the record in a file; a damaged one would be set aside as `…-damaged-stamp…`."""
    return Record(file, lambda: "stamp")


def at(seconds: int) -> Moment:
    """Return a moment so many seconds after noon."""
    return Moment(NOON.milliseconds + 1000 * seconds, 60)


def attempt(uid: int, *selection: str, started: int = 0, bank: str = "bank") -> Attempt:
    """Return an attempt on a bank, of the questions a, b and c unless others are given."""
    return Attempt(uid, bank, 7, selection or ("a", "b", "c"), at(started))


def given(uid: int, question: str, score: float = 1.0, seconds: int = 0) -> Given:
    """Return a response with a uid to a question."""
    return Given(uid, question, "content", (f"“{question}”", "é"), score, 1.25, at(seconds))


def rows(file: Path, sql: str = "SELECT uid, question, score FROM responses ORDER BY id") -> list[Any]:
    """Return what a second connection reads in a file."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        return database.execute(sql).fetchall()
