"""A file of answers from elsewhere: checked, copied, and the copy brought up to date. The file stays as it is."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from quiz.history.copies import copy, way_to_read
from quiz.history.database import NewerError
from quiz.history.migrations import STEPS, migrate
from quiz.history.refusal import TransferError, damaged, in_words
from quiz.history.values import Mode

_MAGIC = b"SQLite format 3\0"
_LAYOUT = (
    "SELECT m.type, m.name, c.name, c.type FROM sqlite_schema m LEFT JOIN pragma_table_info(m.name) c"
    " WHERE m.name NOT LIKE 'sqlite~_%' ESCAPE '~'"
)
_MODES = ", ".join(f"'{mode}'" for mode in Mode)
_MOST_MS = 60_000_000_000_000
"""Some 1,900 years from 1970, either way: far beyond it, a time can no longer be shown."""
_NO_TEXTS = (
    "CASE WHEN json_valid({0}) THEN json_type({0}) <> 'array'"
    " OR EXISTS (SELECT 1 FROM json_each({0}) WHERE type <> 'text') ELSE 1 END"
)
_UNSOUND = (
    f"SELECT 1 FROM attempts WHERE mode NOT IN ({_MODES}) OR abs(utc_offset) > 1439 OR abs(started) > {_MOST_MS}"
    f" OR {_NO_TEXTS.format('selection')}",
    f"SELECT 1 FROM responses WHERE abs(utc_offset) > 1439 OR abs(answered) > {_MOST_MS} OR score NOT BETWEEN 0 AND 1"
    f" OR certainty NOT BETWEEN 1 AND 3 OR {_NO_TEXTS.format('response')}",
    f"SELECT 1 FROM flags WHERE abs(utc_offset) > 1439 OR abs(flagged) > {_MOST_MS}",
)
"""Finds values that no version of this program writes, and over which it would stumble ever after."""


@contextmanager
def checked_copy(file: Path, record: Path) -> Iterator[Path]:
    """Give a sound copy of a file of answers, at the present version; it is there until the block ends.

    Raises TransferError when the file is none, is damaged, comes from a newer version, or is `record` itself.
    """
    with in_words(file):
        _refuse(file, record)
        temporary = tempfile.TemporaryDirectory(prefix="quiz-", ignore_cleanup_errors=True)
    with temporary as folder:
        copied = Path(folder) / "incoming.db"
        with in_words(file):
            copy(file, copied, way_to_read(file))
            with closing(sqlite3.connect(copied, isolation_level=None)) as database:
                _check(database, file)
                migrate(database)
                _check_content(database, file)
        yield copied


def _refuse(file: Path, record: Path) -> None:
    if not file.exists():
        raise TransferError(f"there is no file {file}; check its name")
    if file.is_dir():
        raise TransferError(f"{file} is a folder; name the file of answers in it")
    if not file.is_file():
        raise TransferError(f"{file} is no ordinary file; name a file that `quiz backup` wrote")
    if record.exists() and file.samefile(record):
        raise TransferError(f"{file} is the record that is in use here; name the file of another")
    with file.open("rb") as stream:
        if stream.read(len(_MAGIC)) != _MAGIC:
            raise _foreign(file)


def _foreign(file: Path) -> TransferError:
    return TransferError(f"{file} is no record of answers; name a file that `quiz backup` wrote")


def _check(database: sqlite3.Connection, file: Path) -> None:
    """Check that a database is whole, and is a record of this version or an earlier one."""
    found = database.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise damaged(file, found)
    version = int(database.execute("PRAGMA user_version").fetchone()[0])
    if version > len(STEPS) and ("table", "responses", "uid", "INTEGER") in _layout(database):
        raise NewerError
    if not 1 <= version <= len(STEPS):
        raise _foreign(file)
    with closing(sqlite3.connect(":memory:")) as pattern:
        for step in STEPS[:version]:
            pattern.executescript(step)
        if _layout(database) != _layout(pattern):
            raise _foreign(file)


def _layout(database: sqlite3.Connection) -> set[Any]:
    """Return all tables, views, indexes and triggers of a database, with their columns."""
    return set(database.execute(_LAYOUT))


def _check_content(database: sqlite3.Connection, file: Path) -> None:
    """Check that all rows belong together, and that their values are such as this program writes."""
    if database.execute("PRAGMA foreign_key_check").fetchone():
        raise damaged(file, "some of its answers belong to no attempt")
    for sql in _UNSOUND:
        if database.execute(f"{sql} LIMIT 1").fetchone():
            raise damaged(file, "it holds values that this program does not write")
