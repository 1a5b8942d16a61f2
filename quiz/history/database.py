"""Opening the record: durable, shared between copies, and set aside rather than lost when damaged."""

import os
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from quiz.history.migrations import STEPS, migrate

BUSY_SECONDS = 5.0
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Opened(NamedTuple):
    """An open database, whether what is written to it outlasts the program, and what the user should know.

    With `again`, the database is a stand-in in memory, and opening the file is to be tried again.
    """

    database: sqlite3.Connection
    saves: bool = True
    notice: str = ""
    again: bool = False


class NewerError(Exception):
    """The database was written by a version with more migrations than this one knows."""


def is_damage(error: BaseException) -> bool:
    """Return whether an error says that the file is not a sound database."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and (code & 0xFF) in _DAMAGED


def open_record(file: Path, stamp: str) -> Opened:
    """Open the record in `file`, creating it when it is not there.

    A damaged file is renamed, with `stamp` in its new name, and a new one begun. Where nothing can be written
    (read-only, full, from a newer version), a copy in memory takes its place: what was there can be read.
    """
    try:
        return Opened(connect(file))
    except NewerError:
        message = (
            f"The record in {file} was written by a newer version of this program. It is left as it is, and "
            "the answers you give now are not saved. Update the program to go on with it."
        )
        return Opened(_empty(), saves=False, notice=message)
    except (sqlite3.Error, OSError) as error:
        if is_damage(error):
            return begin_anew(file, stamp)
        return Opened(copy_in_memory(file), saves=False, notice=not_saved(file, error), again=True)


def not_saved(file: Path, error: BaseException) -> str:
    """Return the notice that answers are not saved, and why."""
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"Your answers cannot be saved ({why}): {file}. You can go on; they are kept until you close the program."


def connect(file: Path) -> sqlite3.Connection:
    """Open a database for reading and writing, migrated to the present schema.

    Raises OSError, sqlite3.Error or NewerError.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        version = _known_version(database)
        _use_wal(database)
        database.execute("PRAGMA synchronous = FULL")
        database.execute("PRAGMA foreign_keys = ON")
        if version < len(STEPS):
            migrate(database)
        _check(database)
    except BaseException:
        database.close()
        raise
    return database


def _use_wal(database: sqlite3.Connection) -> None:
    """Switch to WAL. For this SQLite does not wait while another copy does the same, so it is tried again."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            database.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def _known_version(database: sqlite3.Connection) -> int:
    version = int(database.execute("PRAGMA user_version").fetchone()[0])
    if version > len(STEPS):
        raise NewerError
    return version


def _check(database: sqlite3.Connection) -> None:
    """Touch every table and the right to write, so that what is wrong shows now and not at the first answer."""
    for table in ("attempts", "responses", "withdrawals", "skips", "handins", "marks", "flags", "latest", "memory"):
        database.execute(f"SELECT * FROM {table} ORDER BY 1 DESC LIMIT 1").fetchone()
    database.execute("BEGIN IMMEDIATE")
    database.execute("ROLLBACK")


def begin_anew(file: Path, stamp: str) -> Opened:
    """Rename a damaged file and begin a new one."""
    aside = file.with_name(f"{file.stem}-damaged-{stamp}{file.suffix}")
    number = 1
    while aside.exists():
        number += 1
        aside = file.with_name(f"{file.stem}-damaged-{stamp}-{number}{file.suffix}")
    try:
        for suffix in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                file.with_name(file.name + suffix).rename(aside.with_name(aside.name + suffix))
        file.rename(aside)
        database = connect(file)
    except (OSError, sqlite3.Error, NewerError) as error:
        return Opened(_empty(), saves=False, notice=not_saved(file, error), again=True)
    notice = f"The record of your answers was damaged. It is kept as {aside}, and a new one has been begun."
    return Opened(database, notice=notice)


def _empty() -> sqlite3.Connection:
    database = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    migrate(database)
    return database


def copy_in_memory(file: Path) -> sqlite3.Connection:
    """Return a database in memory with all that can be read of the one in `file`; empty when that is nothing."""
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    for mode in ("mode=ro", "mode=ro&immutable=1"):  # without the right to write, even reading WAL may need the second
        with suppress(sqlite3.Error, OSError, ValueError):
            source = sqlite3.connect(f"file:{quote(os.fsencode(file))}?{mode}", uri=True, timeout=BUSY_SECONDS)
            with closing(source):
                source.backup(memory)
            migrate(memory)
            return memory
    memory.close()
    return _empty()
