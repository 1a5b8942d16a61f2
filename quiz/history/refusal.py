"""What cannot be done with a file of answers, in one plain sentence: what happened, where, and what to do."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quiz.history.database import NewerError, is_damage

_ROOM = "make room on that disk, and try again"
_RIGHTS = "choose a place that you may read and write, or change the rights of this one"
_BUSY = "another program is using it; close that, and try again"
_OTHER = "try again with a file on another disk"
_BY_ERRNO = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: _RIGHTS,
    errno.ENOENT: "make sure that its folder is there",
    errno.ENOTDIR: "make sure that its folder is one",
    errno.EEXIST: "make sure that its folder is one",
    errno.ENAMETOOLONG: "choose a shorter name",
}
_BY_CODE = {
    sqlite3.SQLITE_FULL: _ROOM,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _RIGHTS,
    sqlite3.SQLITE_CANTOPEN: _RIGHTS,
    sqlite3.SQLITE_PERM: _RIGHTS,
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
        cure = _BY_ERRNO.get(error.errno or 0, _OTHER)
        raise TransferError(f"{error.strerror or error} ({file}); {cure}") from error
    except sqlite3.Error as error:
        if is_damage(error):
            raise damaged(file, str(error)) from error
        cure = _BY_CODE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, _OTHER)
        raise TransferError(f"{error} ({file}); {cure}") from error


def damaged(file: Path, why: str) -> TransferError:
    """Return the error that a file is not what was once written."""
    return TransferError(f"{file} is damaged ({why}); use another copy of it")
