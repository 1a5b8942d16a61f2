"""The cache folder: files in it come whole or not at all, and the oldest go. That it cannot be used is no error."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

MOST_FILES = 20
MOST_BYTES = 1 << 30
SUFFIX = ".copy"
_DRAFT = ".draft"
_ABANDONED_SECONDS = 3600


def load(file: Path, head_limit: int) -> tuple[bytes, bytes] | None:
    """Return the first line of a file and all the rest, or None when there is no such file.

    That the file was used is noted in its time.
    """
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return None
        with file.open("rb") as opened:
            found = opened.readline(head_limit), opened.read()
    except (OSError, ValueError, MemoryError):
        return None
    with suppress(OSError):
        os.utime(file)
    return found


def swap_in(file: Path, parts: Iterable[bytes]) -> None:
    """Put a file in place, whole, and take away what is too much; nothing happens where that cannot be done."""
    from tempfile import NamedTemporaryFile

    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=file.parent, suffix=_DRAFT, delete=False) as draft:
            try:
                draft.writelines(parts)
                draft.close()
                Path(draft.name).replace(file)
            except OSError:
                Path(draft.name).unlink(missing_ok=True)
                raise
        _tidy(file.parent)


def _tidy(folder: Path) -> None:
    """Keep the files last used, so many and of so many bytes; remove what an ended program left half written."""
    copies = []
    for entry in list(os.scandir(folder)):
        with suppress(OSError):
            status = entry.stat(follow_symlinks=False)
            if entry.name.endswith(SUFFIX):
                copies.append((status.st_mtime_ns, status.st_size, Path(entry.path)))
            elif entry.name.endswith(_DRAFT) and status.st_mtime < time.time() - _ABANDONED_SECONDS:
                Path(entry.path).unlink()
    room = MOST_BYTES
    for number, (_, size, file) in enumerate(sorted(copies, reverse=True)):
        room -= size
        if number and (number >= MOST_FILES or room < 0):
            with suppress(OSError):
                file.unlink()
