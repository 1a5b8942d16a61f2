"""What is known of each question, folded from the record.

The table `memory` holds what came of it, so that a long record is not read whole each time. It is derived: what
is missing or behind is folded from the responses, and a table emptied by hand fills again.
"""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

from quiz.core.knowledge import Knowledge, Outcome, learn
from quiz.core.rating import WINDOW, Pace
from quiz.core.schedule import Memory
from quiz.history.record import Record

DAY_MS = 86_400_000
_EPOCH = 719_163
"""The ordinal of 1 January 1970."""
_TELL_EVERY = 20_000
_Key = tuple[str, str]


def local_day(milliseconds: int, utc_offset: int) -> int:
    """Return the ordinal of the day on the student's clock, `utc_offset` minutes east of UTC."""
    return (milliseconds + utc_offset * 60_000) // DAY_MS + _EPOCH


class _Folded(NamedTuple):
    """What is known, up to the response with this time and id."""

    known: Knowledge
    answered: int
    response: int


def knowledge(record: Record, bank: str) -> dict[str, Knowledge]:
    """Return what is known of each answered question of a bank, by id."""
    folded = fold(record, bank)
    rows = record.rows(
        'SELECT question, stability, difficulty, day, due, right_days, right_day, "right", asked, lapses'
        " FROM memory WHERE bank = ?",
        (bank,),
    )
    return {row[0]: _known(row[1:]) for row in rows} | folded


def due_counts(record: Record, day: int) -> dict[str, int]:
    """Return how many questions of each bank are due on a day, as far as the record was folded."""
    return dict(record.rows("SELECT bank, count(*) FROM memory WHERE due <= ? GROUP BY bank", (day,)))


def _known(row: tuple[float, float, int, int, int, int, int, int, int]) -> Knowledge:
    stability, difficulty, day, due, right_days, right_day, right, asked, lapses = row
    return Knowledge(Memory(stability, difficulty, day, due), right_days, right_day, bool(right), asked, lapses)


def fold(record: Record, bank: str | None = None, tell: Callable[[int], None] | None = None) -> dict[str, Knowledge]:
    """Bring the table up to date for a bank, or for all, and return what is new in it, by question.

    `tell` hears now and then how many responses were read.
    """
    behind = _behind(record, bank)
    if not behind:
        return {}
    done: dict[_Key, _Folded | None] = {key: folded for key, (_, folded) in behind.items()}
    since = min(since for since, _ in behind.values())
    pace = Pace()
    for number, row in enumerate(chain(_before(record, since), _since(record, since)), 1):
        _take(done, pace, row)
        if tell and number % _TELL_EVERY == 0:
            tell(number)
    record.keep(_statements(done))
    return {question: item.known for (_, question), item in done.items() if item}


def _behind(record: Record, bank: str | None) -> dict[_Key, tuple[int, _Folded | None]]:
    """Return the questions with responses not folded yet: since when, and what is known so far."""
    rows = record.rows(
        'SELECT l.bank, l.question, m.stability, m.difficulty, m.day, m.due, m.right_days, m.right_day, m."right",'
        " m.asked, m.lapses, m.answered, m.response, coalesce(m.answered,"
        " (SELECT min(r.answered) FROM responses r WHERE r.bank = l.bank AND r.question = l.question))"
        " FROM latest l LEFT JOIN memory m ON m.bank = l.bank AND m.question = l.question"
        " WHERE m.response IS NOT l.response AND (?1 IS NULL OR l.bank = ?1)",
        (bank,),
    )
    return {(r[0], r[1]): (r[13], _Folded(_known(r[2:11]), r[11], r[12]) if r[12] is not None else None) for r in rows}


class _Row(NamedTuple):
    """A response, as far as folding needs it."""

    id: int
    bank: str
    question: str
    answered: int
    utc_offset: int
    score: float
    certainty: int | None
    kind: str
    words: int
    seconds: float
    counts: bool


_COLUMNS = "id, bank, question, answered, utc_offset, score, certainty, kind, words, seconds"
_COUNTS = "EXISTS (SELECT 1 FROM counted c WHERE c.id = responses.id)"


def _before(record: Record, since: int) -> list[_Row]:
    """Return the responses just before a time, from which the student's pace is known."""
    sql = f"SELECT {_COLUMNS}, 0 FROM responses WHERE answered < ? ORDER BY answered DESC, id DESC LIMIT {WINDOW}"
    rows = record.rows(sql, (since,))
    return [_Row(*row) for row in reversed(rows)]


def _since(record: Record, since: int) -> Iterator[_Row]:
    """Yield the responses since a time, in the order of time."""
    sql = f"SELECT {_COLUMNS}, {_COUNTS} FROM responses WHERE answered >= ? ORDER BY answered, id"
    return (_Row(*row) for row in record.stream(sql, (since,)))


def _take(done: dict[_Key, _Folded | None], pace: Pace, row: _Row) -> None:
    """Fold one response in, if its question is behind and it is not folded yet."""
    key = (row.bank, row.question)
    if row.counts and key in done:
        before = done[key]
        if before is None or (row.answered, row.id) > (before.answered, before.response):
            speed = pace.judge(row.kind, row.words, row.seconds)
            outcome = Outcome(local_day(row.answered, row.utc_offset), row.score, row.certainty, speed)
            known = learn(before.known if before else None, outcome)
            done[key] = _Folded(known, row.answered, row.id)
    pace.add(row.kind, row.words, row.seconds)


def _statements(done: dict[_Key, _Folded | None]) -> Iterator[tuple[str, tuple[object, ...]]]:
    for (bank, question), item in done.items():
        if item:
            known, memory = item.known, item.known.memory
            place = (bank, question, item.answered, item.response)
            remembered = (memory.stability, memory.difficulty, memory.day, memory.due)
            counts = (known.right_days, known.right_day, int(known.right), known.asked, known.lapses)
            sql = "INSERT OR REPLACE INTO memory VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
            yield sql, (*place, *remembered, *counts)
