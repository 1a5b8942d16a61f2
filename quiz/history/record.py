"""The record of answers: what is written when, and what is read from it."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

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
from quiz.history.values import Attempt, Flag, Given, Mode, Moment, Saved, Summary

Statement = tuple[str, tuple[object, ...]]
"""SQL, and the values in it."""
_RECENT = 50
"""So many of a bank's last attempts are looked through for those that were interrupted."""
_REPLACED = (
    "The record of your answers was moved or deleted while it was open. What you have answered since you opened the "
    "program is in a new one: {}."
)
_RESUMED = (Mode.PRACTICE, Mode.EXAM, Mode.PRETEST)


class Record:
    """The record of answers in one file. What is written is on the disk before the call returns.

    No call raises for want of a disk. While the file cannot be written, all goes on in memory and `notice`
    says so; what was not saved is written with the next answer that can be.
    """

    def __init__(self, file: Path, stamp: Callable[[], str]) -> None:
        self._file = file
        self._stamp = stamp
        self._log: list[Statement] = []
        self._begun: dict[int, Statement] = {}
        self._use(open_record(file, stamp()))

    def _use(self, opened: Opened) -> None:
        """Work with what came of opening the file."""
        self.notice = opened.notice
        self._lasting = opened.saves
        self._database = None if opened.again else opened.database
        self._mirror = opened.database if opened.again else None
        self._saved = 0
        self._place = self._inode()

    def _inode(self) -> tuple[int, int] | None:
        """Return which file is at the record's place; None when there is none."""
        with suppress(OSError):
            found = self._file.stat()
            return found.st_dev, found.st_ino
        return None

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
        """Note that an attempt begins; it is written together with each step of it.

        With each, because the record may have been replaced in between: by a new one for a damaged one, or by
        another that was restored.
        """
        self._begun[attempt.uid] = (
            "INSERT OR IGNORE INTO attempts (uid, bank, seed, selection, size, started, utc_offset, mode, minutes)"
            " VALUES (?,?,?,?,?,?,?,?,?)",
            (
                attempt.uid,
                attempt.bank,
                attempt.seed,
                json.dumps(attempt.selection),
                len(attempt.selection),
                attempt.started.milliseconds,
                attempt.started.utc_offset,
                attempt.mode,
                attempt.minutes,
            ),
        )

    def _step(self, attempt: int, sql: str, values: tuple[object, ...]) -> None:
        """Write a step of the attempt with the uid `attempt`, and before it the attempt itself if it is not there."""
        if attempt in self._begun:
            self._log.append(self._begun[attempt])
        self.write(sql, values)

    def answer(self, attempt: int, given: Given) -> None:
        """Write a response of the attempt with the uid `attempt`."""
        self._step(
            attempt,
            "INSERT OR IGNORE INTO responses (uid, attempt, bank, question, content, response, score, certainty,"
            " seconds, answered, utc_offset, kind, words)"
            " SELECT ?, id, bank, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM attempts WHERE uid = ?",
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
                given.kind,
                given.words,
                attempt,
            ),
        )

    def withdraw(self, response: int, at: Moment) -> None:
        """Write that the response with the uid `response` was a slip."""
        self.write(
            "INSERT OR IGNORE INTO withdrawals SELECT id, ? FROM responses WHERE uid = ?", (at.milliseconds, response)
        )

    def skip(self, uid: int, attempt: int, question: str, at: Moment) -> None:
        """Write that a question was put at the end of the attempt with the uid `attempt`."""
        self._step(
            attempt,
            "INSERT OR IGNORE INTO skips (uid, attempt, question, skipped) SELECT ?, id, ?, ? FROM attempts"
            " WHERE uid = ?",
            (uid, question, at.milliseconds, attempt),
        )

    def hand_in(self, attempt: int, at: Moment) -> None:
        """Write that the examination with the uid `attempt` is over: from now on its responses count."""
        self._step(
            attempt,
            "INSERT OR IGNORE INTO handins SELECT id, ?, ? FROM attempts WHERE uid = ?",
            (at.milliseconds, at.utc_offset, attempt),
        )

    def mark(self, uid: int, attempt: int, question: str, marked: bool, at: Moment) -> None:
        """Write that a question of an examination was marked to come back to, or is no longer."""
        self._step(
            attempt,
            "INSERT OR IGNORE INTO marks (uid, attempt, question, marked, at) SELECT ?, id, ?, ?, ? FROM attempts"
            " WHERE uid = ?",
            (uid, question, int(marked), at.milliseconds, attempt),
        )

    def flag(self, flag: Flag) -> None:
        """Write what a student says is wrong with a question."""
        self.write(
            "INSERT OR IGNORE INTO flags (uid, bank, question, content, text, flagged, utc_offset)"
            " VALUES (?,?,?,?,?,?,?)",
            (*flag[:5], *flag.at),
        )

    def write(self, sql: str, values: tuple[object, ...]) -> None:
        """Write with a statement that can be repeated, as all are when a disk could not be written for a while."""
        self._log.append((sql, values))
        try:
            self._flush()
        except (sqlite3.Error, OSError, NewerError) as error:
            self._cope(error)

    def _flush(self) -> None:
        """Write to the file, in one transaction, whatever has not been written yet.

        One that was moved away or deleted would still take it all, and without a word; a new one takes its place.
        """
        if self._database and self._inode() != self._place:
            self._release()
            self._use(open_record(self._file, self._stamp()))
            self.notice = self.notice or _REPLACED.format(self._file)
        if self._database is None:
            self._database, self._lasting = connect(self._file), True
            self._place = self._inode()
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

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> list[Any]:
        """Return what a query finds; nothing, and a notice, when the record cannot be read."""
        try:
            return self._readable().execute(sql, values).fetchall()
        except UnicodeEncodeError:  # half a surrogate pair, from a file's name: no such text is on record
            return []
        except sqlite3.Error as error:
            if not is_damage(error):
                self.notice = f"The record of your answers cannot be read ({error}): {self._file}."
                return []
            self._set_aside()
            return self._readable().execute(sql, values).fetchall()

    def stream(self, sql: str, values: tuple[object, ...] = ()) -> Iterator[Any]:
        """Yield what a query finds, row by row; nothing more, and a notice, when the record cannot be read."""
        try:
            yield from self._readable().execute(sql, values)
        except UnicodeEncodeError:
            return
        except sqlite3.Error as error:
            self.notice = f"The record of your answers cannot be read ({error}): {self._file}."

    def keep(self, statements: Iterable[Statement]) -> None:
        """Write what can be derived again; where that is not possible, go on without."""
        with suppress(sqlite3.Error):
            _run(self._readable(), statements)

    def _readable(self) -> sqlite3.Connection:
        database = self._mirror or self._database
        assert database is not None  # one of the two is always there
        return database

    def latest(self, bank: str) -> dict[str, float]:
        """Return of every answered question of a bank the score of the latest response that counts."""
        return dict(self.rows("SELECT question, score FROM latest WHERE bank = ?", (bank,)))

    def attempts(self, bank: str, limit: int = -1, modes: Iterable[Mode] = Mode) -> list[Summary]:
        """Return a bank's attempts of these modes, the last begun first; with a `limit` from 0, at most so many."""
        rows = self.rows(
            """
            WITH chosen AS (
                SELECT * FROM attempts WHERE bank = ? AND mode IN (SELECT value FROM json_each(?))
                ORDER BY started DESC, id DESC LIMIT ?
            )
            SELECT a.uid, a.started, a.utc_offset, a.size, count(c.id), coalesce(sum(c.score >= 1), 0),
                   coalesce(sum(c.score), 0.0), coalesce(max(c.answered), a.started), a.mode,
                   EXISTS (SELECT 1 FROM handins h WHERE h.attempt = a.id)
            FROM chosen a LEFT JOIN standing c ON c.attempt = a.id
            GROUP BY a.id ORDER BY a.started DESC, a.id DESC
            """,
            (bank, json.dumps(list(modes)), limit),
        )
        return [_summary(*row) for row in rows]

    def withdrawn_count(self, bank: str) -> int:
        """Return how many answers to a bank's questions were taken back; in an examination that is no slip."""
        sql = (
            "SELECT count(*) FROM withdrawals w JOIN responses r ON r.id = w.response"
            " JOIN attempts a ON a.id = r.attempt WHERE r.bank = ? AND a.mode <> 'exam'"
        )
        rows = self.rows(sql, (bank,))
        return int(rows[0][0]) if rows else 0

    def last_bank(self) -> str:
        """Return the bank of the attempt begun last, or "" when there is none."""
        rows = self.rows("SELECT bank FROM attempts ORDER BY id DESC LIMIT 1")
        return str(rows[0][0]) if rows else ""

    def attempt_count(self, bank: str) -> int:
        """Return how many attempts of a bank are on record."""
        rows = self.rows("SELECT count(*) FROM attempts WHERE bank = ?", (bank,))
        return int(rows[0][0]) if rows else 0

    def interrupted(self, bank: str) -> list[Summary]:
        """Return the latest attempts of a bank that were left before their end: the one last answered in first.

        Those in which nothing was answered come after all others. A review is not gone on with: what is due is
        chosen anew.
        """
        left = [attempt for attempt in self.attempts(bank, _RECENT, _RESUMED) if not attempt.finished]
        return sorted(left, key=lambda a: (a.answered > 0, a.touched.milliseconds), reverse=True)

    def load(self, uid: int) -> Saved | None:
        """Return an attempt with its answers, or None when there is none of that uid."""
        sql = "SELECT id, bank, seed, selection, started, utc_offset, mode, minutes FROM attempts WHERE uid = ?"
        rows = self.rows(sql, (uid,))
        if not rows:
            return None
        ident, bank, seed, selection, started, offset, mode, minutes = rows[0]
        asked = tuple(json.loads(selection))
        attempt = Attempt(uid, bank, seed, asked, Moment(started, offset), Mode(mode), minutes)
        skips = self.rows("SELECT question FROM skips WHERE attempt = ? ORDER BY id", (ident,))
        slips = self.rows(
            "SELECT count(*) FROM withdrawals w JOIN responses r ON r.id = w.response WHERE r.attempt = ?", (ident,)
        )
        marks = dict(self.rows("SELECT question, marked FROM marks WHERE attempt = ? ORDER BY id", (ident,)))
        handed_in = bool(self.rows("SELECT 1 FROM handins WHERE attempt = ?", (ident,)))
        return Saved(
            attempt,
            self._given(ident),
            tuple(row[0] for row in skips),
            int(slips[0][0]) if slips else 0,
            frozenset(question for question, marked in marks.items() if marked),
            handed_in,
        )

    def _given(self, attempt: int) -> tuple[Given, ...]:
        rows = self.rows(
            "SELECT uid, question, content, response, score, seconds, answered, utc_offset, certainty, kind, words"
            " FROM standing WHERE attempt = ? ORDER BY id",
            (attempt,),
        )
        return tuple(
            Given(r[0], r[1], r[2], tuple(json.loads(r[3])), r[4], r[5], Moment(r[6], r[7]), r[8], r[9], r[10])
            for r in rows
        )


def _summary(
    uid: int,
    started: int,
    offset: int,
    size: int,
    answered: int,
    right: int,
    points: float,
    touched: int,
    mode: str,
    handed_in: int,
) -> Summary:
    at, last = Moment(started, offset), Moment(touched, offset)
    return Summary(uid, at, size, answered, right, points, last, Mode(mode), bool(handed_in))


def _run(database: sqlite3.Connection, statements: Iterable[Statement]) -> None:
    database.execute("BEGIN IMMEDIATE")
    try:
        for sql, values in statements:
            database.execute(sql, values)
        database.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            database.execute("ROLLBACK")
        raise
