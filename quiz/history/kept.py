"""Which banks there is anything on record of, whether or not they can still be found."""

from typing import NamedTuple

from quiz.history.record import Record
from quiz.history.values import Moment


class Kept(NamedTuple):
    """How much of a bank is on record, and when its last attempt was begun."""

    bank: str
    attempts: int
    answers: int
    last: Moment


def answered_banks(record: Record) -> list[str]:
    """Return the ids of all banks with an attempt on record, in alphabetical order."""
    return [row[0] for row in record.rows("SELECT DISTINCT bank FROM attempts ORDER BY bank")]


def flagged_banks(record: Record) -> list[str]:
    """Return the ids of all banks with a flag on record, in alphabetical order."""
    return [row[0] for row in record.rows("SELECT DISTINCT bank FROM flags ORDER BY bank")]


def kept(record: Record, bank: str) -> Kept | None:
    """Return how much of a bank is on record; None when no attempt is."""
    rows = record.rows(
        "SELECT count(*), (SELECT count(*) FROM responses WHERE bank = ?1), max(started), utc_offset"
        " FROM attempts WHERE bank = ?1",
        (bank,),
    )
    attempts, answers, started, offset = rows[0] if rows else (0, 0, 0, 0)
    return Kept(bank, attempts, answers, Moment(started, offset)) if attempts else None
