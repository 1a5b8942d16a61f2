"""Whole copies of a record, and the backup that is made of one."""

import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from time import monotonic
from typing import NamedTuple
from urllib.parse import quote

from quiz.history.database import BUSY_SECONDS, is_damage
from quiz.history.refusal import TransferError, in_words

_BESIDE = ("-wal", "-shm", "-journal")
_IN_THE_WAY = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


class Size(NamedTuple):
    """How much a record holds."""

    attempts: int
    responses: int


def backup(record: Path, target: Path, force: bool = False) -> Size:
    """Write the whole record into one new file, also while another copy of the program writes to it.

    The file is there in whole or not at all; one that is there already is replaced only with `force`. It is a
    record like the one it was made of, and needs no other file beside it. Raises TransferError.
    """
    with in_words(record):
        if not record.exists():
            raise TransferError(f"there is no record of answers yet ({record}); answer a question first")
    with in_words(target):
        place = target.resolve()
        _refuse(record, target, place, force)
        handle, name = tempfile.mkstemp(prefix=".quiz-", suffix=".tmp", dir=place.parent)
        os.close(handle)
        copied = Path(name)
        try:
            size = _copy_to_keep(record, copied)
            _replace(copied, place)
        finally:
            for suffix in ("", *_BESIDE):
                copied.with_name(copied.name + suffix).unlink(missing_ok=True)
    return size


def _refuse(record: Path, target: Path, place: Path, force: bool) -> None:
    """Refuse to write a backup where it would destroy something."""
    home = record.resolve()
    if place in (home, *_beside(home)) or (place.exists() and place.samefile(home)):
        raise TransferError(f"{target} belongs to the record itself; choose another name for the backup")
    if place.is_dir():
        raise TransferError(f"{target} is a folder; name a file in it, such as {target / 'answers.db'}")
    if place.exists() and not place.is_file():
        raise TransferError(f"{target} is no ordinary file; choose another name")
    if place.exists() and not force:
        raise TransferError(f"{target} is there already; choose another name, or add --force to replace it")
    if any(path.exists() for path in _beside(place)):  # SQLite would take its content for a part of the new file
        raise TransferError(f"{target} is in use as a database, as a file beside it shows; choose another name")


def _beside(file: Path) -> list[Path]:
    return [file.with_name(file.name + suffix) for suffix in _BESIDE]


def _copy_to_keep(record: Path, target: Path) -> Size:
    """Copy the record into one file without WAL, safely on the disk, and make sure that it is sound."""
    try:
        copy(record, target, "mode=rw", way_to_read(record))  # the first tidies up behind itself
        with closing(sqlite3.connect(target, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = DELETE")
            found = database.execute("PRAGMA quick_check(1)").fetchone()[0]
            size = size_of(database) if found == "ok" else None
    except sqlite3.Error as error:
        if is_damage(error):
            raise _damaged(record, str(error)) from error
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
            raise  # at the place of the backup
        with in_words(record):
            raise
    if size is None:
        raise _damaged(record, found)
    return size


def _damaged(record: Path, why: str) -> TransferError:
    return TransferError(f"the record {record} is damaged ({why}); `quiz restore` puts an earlier backup in its place")


def size_of(database: sqlite3.Connection) -> Size:
    """Return how much the record in a database holds."""
    sql = "SELECT (SELECT count(*) FROM attempts), (SELECT count(*) FROM responses)"
    return Size(*database.execute(sql).fetchone())


def _replace(copied: Path, place: Path) -> None:
    """Put a file in its place, so that it is there even when the power fails now."""
    with copied.open("rb+") as stream:
        os.fsync(stream.fileno())
    copied.replace(place)
    with suppress(OSError):  # Windows has no handles of folders
        folder = os.open(place.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def way_to_read(file: Path) -> str:
    """Return how SQLite can read a file and leave nothing beside it, if nobody else has it open."""
    return "mode=ro" if any(path.exists() for path in _beside(file)) else "mode=ro&immutable=1"


def copy(source: Path, target: Path, *ways: str) -> None:
    """Copy a database as it is at one moment, its WAL included, in the first of some ways that can open it.

    Raises sqlite3.Error.
    """
    for number, way in enumerate(ways, 1):
        address = f"file:{quote(os.fsencode(source.absolute()))}?{way}"
        try:
            with (
                closing(sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS)) as database,
                closing(sqlite3.connect(target, isolation_level=None)) as copied,
            ):
                database.backup(copied, progress=_patience())
                return
        except sqlite3.OperationalError as error:
            if number == len(ways) or getattr(error, "sqlite_errorcode", 0) & 0xFF not in _IN_THE_WAY:
                raise


def _patience() -> Callable[[int, int, int], None]:
    """Return what ends a copy that waits too long for another program: by itself it would wait for ever."""
    until = monotonic() + BUSY_SECONDS

    def progress(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and monotonic() > until:
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise error

    return progress
