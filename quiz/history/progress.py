"""What the record says of a bank over time: the figures behind standings, pictures and weak spots.

Times are milliseconds since 1970 in UTC, days ordinals on the student's own clock.

What asks for a stretch of time says `+bank`, which keeps SQLite from going through all of a bank by the index of
its questions: of 1,000,000 responses on record, twelve weeks take 0.16 s that way and 1.3 s the other.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from quiz.core.questions.base import Response
from quiz.history.knowledge import DAY_MS, local_day
from quiz.history.record import Record
from quiz.history.values import Mode


class Latest(NamedTuple):
    """The latest response to a question that counts: its score, and on which day it was given."""

    score: float
    day: int


def latest_since(record: Record, bank: str, since: int) -> dict[str, Latest]:
    """Return of every question answered since a time its latest response that counts."""
    rows = record.rows(
        "SELECT l.question, l.score, l.answered, r.utc_offset FROM latest l JOIN responses r ON r.id = l.response"
        " WHERE l.bank = ? AND l.answered >= ?",
        (bank, since),
    )
    return {row[0]: Latest(row[1], local_day(row[2], row[3])) for row in rows}


def days_practised(record: Record, since: int) -> set[int]:
    """Return the days since a time on which anything was answered, in any bank.

    It goes from day to day along an index; within a day only answers given in another time zone are looked at,
    as there the day may be another one.
    """
    days: set[int] = set()
    sql = "SELECT answered, utc_offset FROM responses WHERE answered >= ? ORDER BY answered LIMIT 1"
    elsewhere = "SELECT answered, utc_offset FROM responses WHERE answered > ? AND answered < ? AND utc_offset <> ?"
    while rows := record.rows(sql, (since,)):
        answered, offset = rows[0]
        since = answered + DAY_MS - (answered + offset * 60_000) % DAY_MS
        days |= {local_day(*row) for row in (*rows, *record.rows(elsewhere, (answered, since, offset)))}
    return days


class Reviewed(NamedTuple):
    """What was reviewed on a day: `total` questions, `new` of them for the first time."""

    total: int
    new: int


def reviewed_since(record: Record, since: int) -> Reviewed:
    """Return how many questions were answered in reviews since a time, in all banks."""
    rows = record.rows(
        "SELECT count(*), coalesce(sum(NOT EXISTS (SELECT 1 FROM counted e WHERE e.bank = r.bank"
        " AND e.question = r.question AND e.answered < r.answered)), 0)"
        " FROM standing r JOIN attempts a ON a.id = r.attempt WHERE r.answered >= ? AND a.mode = ?",
        (since, Mode.REVIEW),
    )
    return Reviewed(*rows[0]) if rows else Reviewed(0, 0)


def certainties(record: Record, bank: str, since: int) -> list[tuple[int | None, float]]:
    """Return certainty and score of each response since a time of which it was told how sure the student was."""
    return record.rows(
        "SELECT certainty, score FROM counted WHERE +bank = ? AND answered >= ? AND certainty IS NOT NULL",
        (bank, since),
    )


class Miss(NamedTuple):
    """A response that was not fully right: to which question, what it was, and how often it was given.

    `content` is the fingerprint of the question as it was asked then.
    """

    question: str
    response: Response
    times: int
    content: str = ""


def misses(record: Record, bank: str, since: int) -> list[Miss]:
    """Return the responses since a time that were not fully right, the most frequent first."""
    rows = record.rows(
        "SELECT question, response, count(*), content FROM counted WHERE +bank = ? AND answered >= ? AND score < 1"
        " GROUP BY question, content, response ORDER BY count(*) DESC, question, response, content",
        (bank, since),
    )
    return [Miss(row[0], tuple(json.loads(row[1])), row[2], row[3]) for row in rows]


def latest_contents(record: Record, bank: str, questions: Iterable[str]) -> dict[str, str]:
    """Return of each of these questions the fingerprint that it had at its latest response that counts."""
    rows = record.rows(
        "SELECT l.question, r.content FROM latest l JOIN responses r ON r.id = l.response"
        " WHERE l.bank = ? AND l.question IN (SELECT value FROM json_each(?))",
        (bank, json.dumps(list(questions))),
    )
    return dict(rows)


def times_asked(record: Record, bank: str, since: int) -> dict[str, int]:
    """Return how often each question was asked since a time."""
    sql = "SELECT question, count(*) FROM counted WHERE +bank = ? AND answered >= ? GROUP BY question"
    return dict(record.rows(sql, (bank, since)))


class Stretch(NamedTuple):
    """The first responses to a question within the stretch of time with this number: `right` of `asked`."""

    number: int
    question: str
    asked: int
    right: int


def by_stretch(record: Record, bank: str, edges: Sequence[int]) -> list[Stretch]:
    """Return how each question was answered between each two of the times in `edges`, which ascend."""
    found = []
    for number, (start, end) in enumerate(pairwise(edges)):
        rows = record.rows(
            "SELECT question, count(*), sum(score >= 1) FROM counted WHERE +bank = ? AND answered >= ?"
            " AND answered < ? GROUP BY question",
            (bank, start, end),
        )
        found += [Stretch(number, *row) for row in rows]
    return found
