"""Text files from outside, read within limits: regular files, of a bearable size, in UTF-8."""

import codecs
import stat
from pathlib import Path
from typing import NamedTuple

from quiz.core.normal import normalized
from quiz.core.visible import shorten

MAX_BANK_BYTES = 128 * 1024 * 1024
"""100,000 questions with all their parts are 54 to 94 MB; to read 94 MB takes 410 MB of memory."""
MAX_SOURCE_BYTES = 32 * 1024 * 1024


class Unreadable(NamedTuple):
    """Why a file cannot be read as text: a code, what is the case, what to do, and the line if there is one."""

    code: str
    message: str
    cure: str
    line: int = 1
    column: int = 1


def read_text(path: Path, limit: int) -> str | Unreadable:
    """Return the text of a UTF-8 file of at most `limit` bytes, with `\\n` line breaks and else as it was typed.

    A byte order mark is left out. Devices, pipes and folders are refused before they are opened.
    """
    name = shorten(path.name, 60)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Unreadable("RD111", f"{name} is not a regular file", "Name a plain text file.")
        if status.st_size > limit:
            return _too_large(name, status.st_size, limit)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        return Unreadable("RD111", f"{name} cannot be read: {error.strerror}", "Check the name and its permissions.")
    except ValueError:
        return Unreadable("RD111", "the name is not a file name", "Name a plain text file.")
    return _too_large(name, len(data), limit) if len(data) > limit else decoded(data, name)


def _too_large(name: str, size: int, limit: int) -> Unreadable:
    message = f"{name} has {size / 2**20:.0f} MB; at most {limit // 2**20} MB are read"
    return Unreadable("RD103", message, "Split it into several files.")


def decoded(data: bytes, name: str) -> str | Unreadable:
    """Return the text of a UTF-8 file's bytes, as `read_text` does; `name` is for what is wrong with it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:200].count(0) * 4 > len(data[:200]):
        return Unreadable("RD102", f"{name} is not UTF-8 text; it looks like UTF-16", _SAVE_AS_UTF8)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _bad_byte(data, error.start, name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def as_source(text: str) -> str:
    """Return the text of a source as quotations are looked for in it: in NFC, form feeds as line breaks."""
    return normalized("NFC", text.replace("\f", "\n"))


_SAVE_AS_UTF8 = "Save the file as UTF-8: editors offer it under “Save as” or “Encoding”."


def _bad_byte(data: bytes, start: int, name: str) -> Unreadable:
    before = data[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line, line_start = before.count(b"\n") + 1, before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    guess = data[start : start + 1].decode("cp1252", "replace")
    meant = f" (in Windows-1252 it would be {guess})" if guess.isprintable() and guess != "\ufffd" else ""
    message = f"{name} is not UTF-8 text: byte 0x{data[start]:02X}{meant}"
    return Unreadable("RD102", message, _SAVE_AS_UTF8, line, column)
