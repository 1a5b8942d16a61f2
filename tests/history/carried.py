"""Records to carry from one machine to another, and what is in them."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from quiz.history.knowledge import knowledge
from quiz.history.migrations import STEPS
from quiz.history.record import Record
from quiz.history.values import Attempt, Flag, Given, Mode
from tests.history.samples import at, record_in, rows

DAY = 86_400
TABLES = ("attempts", "responses", "skips", "marks", "flags")


def taken(record: Record, uid: int, mode: Mode = Mode.PRACTICE, started: int = 0) -> None:
    """Begin an attempt on the questions a and b."""
    record.begin(Attempt(uid, "bank", 7, ("a", "b"), at(started), mode))


def given(uid: int, question: str, score: float = 1.0, seconds: int = 0, took: float = 9.0) -> Given:
    """Return a response to a question of forty words."""
    return Given(uid, question, "content", ("text", "é"), score, took, at(seconds), None, "choice", 40)


def record_of(file: Path, attempt: int, *answers: tuple[int, str, float, int]) -> Path:
    """Write a record with one attempt and its answers (uid, question, score, seconds), and return the file."""
    with closing(record_in(file)) as record:
        taken(record, attempt)
        for answer in answers:
            record.answer(attempt, given(*answer))
    return file


def first_version(file: Path) -> Path:
    """Write a record as the first version of the program wrote it: two answers, one of them taken back."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.executescript(STEPS[0])
        database.execute("INSERT INTO attempts VALUES (1, 501, 'bank', 7, '[\"a\", \"b\"]', 2, 1000, 60)")
        for ident, question in ((1, "a"), (2, "b")):
            database.execute(
                "INSERT INTO responses VALUES (?, ?, 1, 'bank', ?, 'c', '[\"x\"]', 1.0, NULL, 2.5, ?, 60)",
                (ident, 510 + ident, question, 2000 + ident),
            )
        database.execute("INSERT INTO withdrawals VALUES (2, 3000)")
        database.execute("PRAGMA user_version = 1")
    return file


def flagged(uid: int) -> Flag:
    """Return a flag on the question a."""
    return Flag(uid, "bank", "a", "content", "Is it?", at(uid))


def names(folder: Path) -> list[str]:
    """Return what is in a folder."""
    return sorted(path.name for path in folder.iterdir())


def uids(file: Path, table: str = "responses") -> list[int]:
    """Return the uids in a table, sorted; of the view `counted`, those that count."""
    return [row[0] for row in rows(file, f"SELECT uid FROM {table} ORDER BY uid")]


def content(file: Path) -> dict[str, list[Any]]:
    """Return all that is in a record and is not derived, without the numbers that differ between machines."""
    found = {}
    for table in TABLES:
        names = [row[1] for row in rows(file, f"PRAGMA table_info({table})") if row[1] not in ("id", "attempt")]
        found[table] = rows(file, f"SELECT {', '.join(names)} FROM {table} ORDER BY uid")
    found["withdrawals"] = rows(
        file, "SELECT r.uid, w.withdrawn FROM withdrawals w JOIN responses r ON r.id = w.response ORDER BY 1"
    )
    found["handins"] = rows(file, "SELECT a.uid, handed FROM handins h JOIN attempts a ON a.id = h.attempt ORDER BY 1")
    found["places"] = rows(file, "SELECT r.uid, a.uid FROM responses r JOIN attempts a ON a.id = r.attempt ORDER BY 1")
    return found


def assert_derived_rightly(file: Path) -> None:
    """Assert that what is derived in a record is what is computed from nothing."""
    anew = """
        SELECT bank, question, id, score, answered FROM (
            SELECT *, row_number() OVER (PARTITION BY bank, question ORDER BY answered DESC, id DESC) AS n FROM counted
        ) WHERE n = 1 ORDER BY 1, 2
    """
    assert rows(file, anew) == rows(file, "SELECT * FROM latest ORDER BY 1, 2")
    assert [] == rows(file, "PRAGMA foreign_key_check")
    with closing(record_in(file)) as record:
        kept = knowledge(record, "bank")
        record.keep([("DELETE FROM memory", ())])
        assert knowledge(record, "bank") == kept
