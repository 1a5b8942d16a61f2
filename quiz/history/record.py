"""The record of answers: what is written when, and what is read from it."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from quiz.core.questions.base import Response
from quiz.history.database import (
    NewerError,
    Opened,
    begin_anew,
    connect,
    copy_in_memory,
    is_damage,
    not_saved,
    open_record,
)

_Statement = tuple[str, tuple[object, ...]]
_RECENT = 50
"""So many of a bank's last attempts are looked through for those that were interrupted."""


class Moment(NamedTuple):
    """A point in time as it is kept: milliseconds since 1970 in UTC, and minutes east of UTC."""

    milliseconds: int
    utc_offset: int


class Attempt(NamedTuple):
    """An attempt: `uid` is a random number that names it, `selection` its question ids in order."""

    uid: int
    bank: str
    seed: int
    selection: tuple[str, ...]
    started: Moment


class Summary(NamedTuple):
    """An attempt in a list: of `size` questions, `answered` were answered and `right` of those fully right.

    `touched` is when the last answer was given.
    """

    uid: int
    started: Moment
    size: int
    answered: int
    right: int
    points: float
    touched: Moment

    @property
    def finished(self) -> bool:
        """Whether every question was answered."""
        return self.answered >= self.size


class Given(NamedTuple):
    """A response: `content` is the question's fingerprint, `seconds` the time it took, `certainty` 1 to 3."""

    uid: int
    question: str
    content: str
    response: Response
    score: float
    seconds: float
    at: Moment
    certainty: int | None = None


class Saved(NamedTuple):
    """An attempt read back: responses that count in the order given, skips in order, and withdrawals."""

    attempt: Attempt
    given: tuple[Given, ...]
    skipped: tuple[str, ...]
    withdrawn: int


class Record:
    """The record of answers in one file. What is written is on the disk before the call returns.

    No call raises for want of a disk. While the file cannot be written, all goes on in memory and `notice`
    says so; what was not saved is written with the next answer that can be.
    """

    def __init__(self, file: Path, stamp: Callable[[], str]) -> None:
        self._file = file
        self._stamp = stamp
        self._log: list[_Statement] = []
        self._use(open_record(file, stamp()))

    def _use(self, opened: Opened) -> None:
        """Work with what came of opening the file."""
        self.notice = opened.notice
        self._lasting = opened.saves
        self._database = None if opened.again else opened.database
        self._mirror = opened.database if opened.again else None
        self._saved = 0

    @property
    def saves(self) -> bool:
        """Whether all that was written outlasts the program."""
        return self._lasting and self._mirror is None

    def close(self) -> None:
        """Close the file."""
        self._release()

    def _release(self) -> None:
        for database in (self._database, self._mirror):
            if database:
                with suppress(sqlite3.Error):
                    database.close()

    def __del__(self) -> None:
        """Close the file of a record that is given up, as newer Pythons ask for."""
        with suppress(AttributeError):
            self._release()

    # writing: every statement can be repeated without doubling anything

    def begin(self, attempt: Attempt) -> None:
        """Note that an attempt begins; it is written together with its first answer or skip."""
        self._log.append(
            (
                "INSERT OR IGNORE INTO attempts (uid, bank, seed, selection, size, started, utc_offset)"
                " VALUES (?,?,?,?,?,?,?)",
                (
                    attempt.uid,
                    attempt.bank,
                    attempt.seed,
                    json.dumps(attempt.selection),
                    len(attempt.selection),
                    attempt.started.milliseconds,
                    attempt.started.utc_offset,
                ),
            )
        )

    def answer(self, attempt: int, given: Given) -> None:
        """Write a response of the attempt with the uid `attempt`."""
        self._write(
            "INSERT OR IGNORE INTO responses (uid, attempt, bank, question, content, response, score, certainty,"
            " seconds, answered, utc_offset) SELECT ?, id, bank, ?, ?, ?, ?, ?, ?, ?, ? FROM attempts WHERE uid = ?",
            (
                given.uid,
                given.question,
                given.content,
                json.dumps(given.response),
                given.score,
                given.certainty,
                given.seconds,
                given.at.milliseconds,
                given.at.utc_offset,
                attempt,
            ),
        )

    def withdraw(self, response: int, at: Moment) -> None:
        """Write that the response with the uid `response` was a slip."""
        self._write(
            "INSERT OR IGNORE INTO withdrawals SELECT id, ? FROM responses WHERE uid = ?", (at.milliseconds, response)
        )

    def skip(self, uid: int, attempt: int, question: str, at: Moment) -> None:
        """Write that a question was put at the end of the attempt with the uid `attempt`."""
        self._write(
            "INSERT OR IGNORE INTO skips (uid, attempt, question, skipped) SELECT ?, id, ?, ? FROM attempts"
            " WHERE uid = ?",
            (uid, question, at.milliseconds, attempt),
        )

    def _write(self, sql: str, values: tuple[object, ...]) -> None:
        self._log.append((sql, values))
        try:
            self._flush()
        except (sqlite3.Error, OSError, NewerError) as error:
            self._cope(error)

    def _flush(self) -> None:
        """Write to the file, in one transaction, whatever has not been written yet."""
        if self._database is None:
            self._database, self._lasting = connect(self._file), True
        _run(self._database, self._log[self._saved :])
        self._saved = len(self._log)
        if self._mirror:
            self._mirror.close()
            self._mirror = None
            self.notice = "Your answers are being saved again; none is missing."

    def _cope(self, error: Exception) -> None:
        if is_damage(error):
            self._set_aside()
        else:
            self._go_on(error)

    def _go_on(self, error: Exception) -> None:
        """Go on in memory, with all that can be read of the file and all that was written since."""
        self.notice = not_saved(self._file, error)
        if self._mirror is None:
            self._mirror = copy_in_memory(self._file)
        with suppress(sqlite3.Error):
            _run(self._mirror, self._log)

    def _set_aside(self) -> None:
        """Begin a new file in place of a damaged one, with all that was written since the program began."""
        self.close()
        self._use(begin_anew(self._file, self._stamp()))
        try:
            self._flush()
        except (sqlite3.Error, OSError, NewerError) as error:
            self._go_on(error)

    # reading

    def _rows(self, sql: str, values: tuple[object, ...]) -> list[Any]:
        try:
            return self._readable().execute(sql, values).fetchall()
        except sqlite3.Error as error:
            if not is_damage(error):
                self.notice = f"The record of your answers cannot be read ({error}): {self._file}."
                return []
            self._set_aside()
            return self._readable().execute(sql, values).fetchall()

    def _readable(self) -> sqlite3.Connection:
        database = self._mirror or self._database
        assert database is not None  # one of the two is always there
        return database

    def latest(self, bank: str) -> dict[str, float]:
        """Return of every answered question of a bank the score of the latest response that counts."""
        return dict(self._rows("SELECT question, score FROM latest WHERE bank = ?", (bank,)))

    def attempts(self, bank: str, limit: int = -1) -> list[Summary]:
        """Return a bank's attempts, the last begun first; without a negative `limit`, at most so many."""
        rows = self._rows(
            """
            WITH chosen AS (SELECT * FROM attempts WHERE bank = ? ORDER BY started DESC, id DESC LIMIT ?)
            SELECT a.uid, a.started, a.utc_offset, a.size, count(c.id), coalesce(sum(c.score >= 1), 0),
                   coalesce(sum(c.score), 0.0), coalesce(max(c.answered), a.started), a.utc_offset
            FROM chosen a LEFT JOIN counted c ON c.attempt = a.id
            GROUP BY a.id ORDER BY a.started DESC, a.id DESC
            """,
            (bank, limit),
        )
        return [Summary(r[0], Moment(r[1], r[2]), r[3], r[4], r[5], r[6], Moment(r[7], r[8])) for r in rows]

    def withdrawn_count(self, bank: str) -> int:
        """Return how many answers to a bank's questions were taken back."""
        sql = "SELECT count(*) FROM withdrawals w JOIN responses r ON r.id = w.response WHERE r.bank = ?"
        rows = self._rows(sql, (bank,))
        return int(rows[0][0]) if rows else 0

    def attempt_count(self, bank: str) -> int:
        """Return how many attempts of a bank are on record."""
        rows = self._rows("SELECT count(*) FROM attempts WHERE bank = ?", (bank,))
        return int(rows[0][0]) if rows else 0

    def interrupted(self, bank: str) -> list[Summary]:
        """Return the latest attempts of a bank that were left before their end: the one last answered in first.

        Those in which nothing was answered come after all others.
        """
        left = [attempt for attempt in self.attempts(bank, _RECENT) if not attempt.finished]
        return sorted(left, key=lambda a: (a.answered > 0, a.touched.milliseconds), reverse=True)

    def load(self, uid: int) -> Saved | None:
        """Return an attempt with its answers, or None when there is none of that uid."""
        rows = self._rows("SELECT id, bank, seed, selection, started, utc_offset FROM attempts WHERE uid = ?", (uid,))
        if not rows:
            return None
        ident, bank, seed, selection, started, offset = rows[0]
        attempt = Attempt(uid, bank, seed, tuple(json.loads(selection)), Moment(started, offset))
        skips = self._rows("SELECT question FROM skips WHERE attempt = ? ORDER BY id", (ident,))
        slips = self._rows(
            "SELECT count(*) FROM withdrawals w JOIN responses r ON r.id = w.response WHERE r.attempt = ?", (ident,)
        )
        withdrawn = int(slips[0][0]) if slips else 0
        return Saved(attempt, self._given(ident), tuple(row[0] for row in skips), withdrawn)

    def _given(self, attempt: int) -> tuple[Given, ...]:
        rows = self._rows(
            "SELECT uid, question, content, response, score, seconds, answered, utc_offset, certainty"
            " FROM counted WHERE attempt = ? ORDER BY id",
            (attempt,),
        )
        return tuple(
            Given(r[0], r[1], r[2], tuple(json.loads(r[3])), r[4], r[5], Moment(r[6], r[7]), r[8]) for r in rows
        )


def _run(database: sqlite3.Connection, statements: list[_Statement]) -> None:
    database.execute("BEGIN IMMEDIATE")
    try:
        for sql, values in statements:
            database.execute(sql, values)
        database.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            database.execute("ROLLBACK")
        raise
