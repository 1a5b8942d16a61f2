"""What cannot be done with a file of answers, in one plain sentence: what happened, where, and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quiz.core.troubles import BUSY, RIGHTS, ROOM, trouble
from quiz.history.database import NewerError, is_damage

_BY_CODE = {
    sqlite3.SQLITE_FULL: ROOM,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_READONLY: RIGHTS,
    sqlite3.SQLITE_CANTOPEN: RIGHTS,
    sqlite3.SQLITE_PERM: RIGHTS,
}


class TransferError(Exception):
    """A backup, restore or merge that was not done; the message is for the user, and says what to do."""


@contextmanager
def in_words(file: Path) -> Iterator[None]:
    """Turn what the system and SQLite raise about `file` into a TransferError."""
    try:
        yield
    except NewerError as error:
        raise TransferError(f"{file} was written by a newer version of this program; update this one first") from error
    except OSError as error:
        raise TransferError(trouble(error, file)) from error
    except sqlite3.Error as error:
        if is_damage(error):
            raise damaged(file, str(error)) from error
        words = _BY_CODE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        other = f"{error} ({file}); try again with a file on another disk"
        raise TransferError(words.format(file) if words else other) from error


def damaged(file: Path, why: str) -> TransferError:
    """Return the error that a file is not what was once written."""
    return TransferError(f"{file} is damaged ({why}); use another copy of it")
