"""Bringing answers in: a backup in the place of the record, or the record of another machine into this one.

Both happen in one transaction on the record's own file: other copies of the program that have it open see all of
it or nothing, and no answer can be given between what is read and what is written.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from quiz.history.copies import Size, copy, size_of
from quiz.history.database import begin_anew, connect, is_damage
from quiz.history.incoming import checked_copy
from quiz.history.merging import Merged, bring_in
from quiz.history.refusal import TransferError, in_words

_DERIVED = ("latest", "memory")


class Restored(NamedTuple):
    """What a restore brought in, and where the record that was there before is kept, None when there was none."""

    size: Size
    kept: Path | None
    notice: str = ""


def merge(record: Path, file: Path) -> Merged:
    """Bring the answers in `file`, the record of another machine, into the record; nothing is doubled.

    Raises TransferError, and then nothing has changed.
    """
    with checked_copy(file, record) as incoming, in_words(record), _joined(record, incoming) as database:
        return bring_in(database)


def restore(record: Path, file: Path, stamp: str) -> Restored:
    """Put what is in `file`, a backup, in the place of the record; `stamp` tells the record that was there apart.

    Raises TransferError, and then nothing has changed, but that a damaged record may have been set aside.
    """
    with checked_copy(file, record) as incoming, in_words(record):
        there = record.exists()
        notice = _set_aside_if_damaged(record, stamp) if there else ""
        with _joined(record, incoming) as database:
            kept = _keep(record, stamp) if there and not notice else None
            _replace_all(database)
            return Restored(size_of(database), kept, notice)


@contextmanager
def _joined(record: Path, incoming: Path) -> Iterator[sqlite3.Connection]:
    """Open the record with the incoming one attached as `other`, for one transaction: without its end, no change."""
    with closing(connect(record)) as database:
        database.execute("ATTACH ? AS other", (str(incoming),))
        database.execute("BEGIN IMMEDIATE")
        database.execute("PRAGMA defer_foreign_keys = ON")
        yield database
        database.execute("COMMIT")


def _set_aside_if_damaged(record: Path, stamp: str) -> str:
    """Begin a new record when the present one is damaged; return where the old one is, in words."""
    if not _damaged(record):
        return ""
    opened = begin_anew(record, stamp)
    opened.database.close()
    if not opened.saves:
        raise TransferError(f"the record {record} is damaged, and cannot be set aside; move it away, and try again")
    return opened.notice


def _damaged(record: Path) -> bool:
    try:
        with closing(connect(record)) as database:
            return bool(database.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok")
    except sqlite3.Error as error:
        if is_damage(error):
            return True
        raise


def _keep(record: Path, stamp: str) -> Path:
    """Copy the record beside itself, while nobody can write to it."""
    name, number = f"{record.stem}-before-restore-{stamp}", 1
    kept = record.with_name(f"{name}{record.suffix}")
    while kept.exists():
        number += 1
        kept = record.with_name(f"{name}-{number}{record.suffix}")
    try:
        copy(record, kept, "mode=ro")
        with closing(sqlite3.connect(kept, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = DELETE")
    except BaseException:
        kept.unlink(missing_ok=True)
        raise
    return kept


def _replace_all(database: sqlite3.Connection) -> None:
    """Put the rows of `other` in the place of all rows; what is derived comes last, as the triggers write there."""
    sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    tables = sorted((row[0] for row in database.execute(sql)), key=lambda name: name in _DERIVED)
    for table in tables:
        database.execute(f"DELETE FROM main.{table}")
    for table in tables:
        if table in _DERIVED:
            database.execute(f"DELETE FROM main.{table}")
        columns = ", ".join(f'"{row[1]}"' for row in database.execute(f"PRAGMA main.table_info({table})"))
        database.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM other.{table}")
