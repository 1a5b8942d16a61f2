"""Opening a bank: a large one from its compiled copy, of which only those questions are made that are asked for.

A copy is written when a bank of fifty questions or more was read without a finding. It is good for as long as all
files of the bank have the same content; where it is not, or is damaged, or another program's, the bank is read
from its text and the copy written anew, and nobody notices.
"""

from __future__ import annotations

import stat
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from sys import version_info

from quiz import __version__, places
from quiz.banks.cache import SUFFIX, load, swap_in
from quiz.banks.copies import Head, first_line, opened, parts_of, read_head
from quiz.banks.files import MAX_BANK_BYTES, as_source, decoded
from quiz.banks.packed import MisshapenError
from quiz.banks.reading import Reading, folder_and_file
from quiz.banks.stamps import Stamp, still, taken
from quiz.core.bank import Bank
from quiz.core.questions.base import Question
from quiz.garbage import no_collection

try:
    from _blake2 import blake2b
except ImportError:  # in another Python than CPython; `hashlib` brings OpenSSL with it, which takes 3 ms
    from hashlib import blake2b

FORMAT = 2
"""To be raised whenever a bank would be read, or its copy written, otherwise than before."""
MADE_BY = f"{__version__}/{FORMAT}/{version_info[0]}.{version_info[1]}"
"""What made a copy: with the version of Python, whose Unicode tables the text of a bank went through."""
LEAST_QUESTIONS = 50
"""Fewer are read from their text as quickly. Of 127 questions a copy saves 35 ms, most of it for the YAML library."""
LEAST_BYTES = 10_000
"""So many questions are not shorter than this."""
_MOST_HEAD = 1 << 20
_SLOW_BYTES = 5_000_000

Tell = Callable[[Path], None]
"""Told of a bank's file that is about to be read from its text, which may take a while."""


def takes_long(file: Path) -> bool:
    """Return whether a bank's file is so large that reading it takes more than a moment."""
    try:
        return file.stat().st_size > _SLOW_BYTES
    except (OSError, ValueError):
        return False


def open_bank(path: Path, tell: Tell | None = None) -> Reading:
    """Read a bank from its compiled copy, if there is a good one; else from its text, after telling `tell`."""
    folder, file = folder_and_file(path)
    copy = _Copy(path, folder, file)
    return (copy.reading() if copy.may_be else None) or copy.read_text(tell)


class _Copy:
    """The compiled copy of the bank that `path` names, which need not be there."""

    def __init__(self, path: Path, folder: Path, file: Path) -> None:
        self.path = path
        self.folder = folder
        self.file = file

    @cached_property
    def may_be(self) -> bool:
        """Whether the bank is large enough to have one, and not larger than any that is read."""
        try:
            status = self.file.stat()
            return stat.S_ISREG(status.st_mode) and LEAST_BYTES <= status.st_size <= MAX_BANK_BYTES
        except (OSError, ValueError):
            return False

    @cached_property
    def of(self) -> str:
        """The bank as its copy names it, whichever way it was named here."""
        return str(self.file.resolve())

    @cached_property
    def place(self) -> Path:
        """The file of the copy: one for each place at which a bank may be."""
        name = blake2b(self.of.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        return places.cache_folder() / "banks" / f"{name}{SUFFIX}"

    # from the copy

    def reading(self) -> Reading | None:
        """Return the reading that the copy holds, or None when there is no copy that is good for the bank."""
        try:
            found = load(self.place, _MOST_HEAD)
            return self._reading(*found) if found else None
        except (MisshapenError, OSError, RuntimeError):
            return None

    def _reading(self, line: bytes, body: bytes) -> Reading | None:
        head = read_head(line)
        if (head.made_by, head.bank) != (MADE_BY, self.of):
            return None
        files = [still(stamp, self.folder) for stamp in head.files]
        present = tuple(stamp for stamp in files if stamp)
        if len(present) < len(files):
            return None
        content = opened(head, body, self._reread)
        if [stamp.name for stamp in present] != self._names(content.bank):
            return None
        if present != head.files:  # other times, the same content: so that the next look is a short one
            swap_in(self.place, (first_line(head._replace(files=present)), body))
        return Reading(self.folder, content.bank, lines=content.lines)

    def _names(self, bank: Bank) -> list[str]:
        return [self.file.name, *(source.file for source in bank.sources)]

    def _reread(self, ident: str) -> Question:
        """Return a question from the bank's text, and let go of a copy that had it wrong."""
        with suppress(OSError):
            self.place.unlink()
        return self._text_by_id[ident]

    @cached_property
    def _text_by_id(self) -> dict[str, Question]:
        from quiz.banks.reader import read_bank

        bank = read_bank(self.path).bank
        return dict(bank.by_id) if bank else {}

    # from the text

    def read_text(self, tell: Tell | None) -> Reading:
        """Read the bank's text, and write the copy if there is to be one."""
        from quiz.banks.reader import read_bank

        if tell:
            tell(self.file)
        if not self.may_be:
            return read_bank(self.path)
        with no_collection():
            before = self._stamp()
            reading = read_bank(self.path)
            if before:
                self._write(reading, before)
        return reading

    def _write(self, reading: Reading, before: Stamp) -> None:
        """Write the copy of a bank that is large and sound, and that has not changed since it was stamped."""
        bank = reading.bank
        if bank is None or len(bank.questions) < LEAST_QUESTIONS or reading.findings:
            return
        with suppress(OSError, RuntimeError, ValueError):
            if files := self._files(before, bank):
                parts = parts_of(bank, reading.lines)
                swap_in(self.place, (first_line(Head(MADE_BY, self.of, files), parts), *parts))

    def _stamp(self) -> Stamp | None:
        try:
            return taken(self.folder, self.file.name)[0]
        except (OSError, ValueError):
            return None

    def _files(self, before: Stamp, bank: Bank) -> tuple[Stamp, ...] | None:
        """Return the stamps of the bank's files, or None when one of them is not what was read any more."""
        after = still(before, self.folder)
        sources = [taken(self.folder, source.file) for source in bank.sources]
        same = all(_as_read(data) == source.text for (_, data), source in zip(sources, bank.sources, strict=True))
        return (after, *(stamp for stamp, _ in sources)) if after and same else None


def _as_read(data: bytes) -> str:
    text = decoded(data, "")
    return as_source(text) if isinstance(text, str) else ""
