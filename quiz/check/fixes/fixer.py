"""Fixing a bank's file: every kind of fix in turn until none has anything to do, then a look whether all is well.

A fix is made only if the file then reads with no more errors than before and as the same questions. Fixing goes on
until nothing is left to fix, so that a second time finds nothing.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path

from yaml import YAMLError

from quiz.banks.files import MAX_BANK_BYTES, Unreadable, read_text
from quiz.banks.reader import BANK_FILE, Reading, read_as_written
from quiz.check.fixes import blanks, ids, letters, locks, numbers, quotations
from quiz.check.fixes.draft import Draft, applied
from quiz.check.fixes.meaning import same_meaning
from quiz.check.lock import has_changed, told
from quiz.core.bank import Source
from quiz.core.finding import Finding, Severity
from quiz.core.words import count
from quiz.garbage import no_collection

_KINDS = (ids, letters, numbers, quotations, blanks, locks)
_MOST_ROUNDS = 20
_NOT_THE_SAME = "the fixed file would not have the same questions"
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Fixed:
    """What came of fixing a file. `fixes` are the kinds of what was mended, each with whose it was ("" the head's).

    `refused` says why nothing was fixed though there may be something to fix; `notes` is what the locks had to say.
    """

    before: bytes
    after: bytes
    fixes: tuple[tuple[str, str], ...] = ()
    refused: str = ""
    notes: tuple[str, ...] = ()


def fixed(data: bytes, folder: Path) -> Fixed:
    """Return what fixing makes of the bytes of a bank file that stands in a folder; nothing is written."""
    with no_collection():
        return _fixed(data, folder)


def _fixed(data: bytes, folder: Path) -> Fixed:
    before = read_as_written(data, folder, BANK_FILE)
    unread = next((f for f in _errors(before) if f.path == BANK_FILE and f.code.startswith("RD")), None)
    if unread:
        return Fixed(data, data, refused=f"mend line {unread.place.line} first: {unread.message} [{unread.code}]")
    bom = _BOM if data.startswith(_BOM) else b""
    draft = Draft(data.removeprefix(_BOM).decode(), *_known(before))
    try:
        text, fixes = _until_done(draft)
    except YAMLError:
        return Fixed(data, data, refused="it is not well-formed YAML, or would not be when fixed")
    if text == draft.text:
        return Fixed(data, data)
    if why := _worse(before, read_as_written(text.encode(), folder, BANK_FILE)) or _other(draft.text, text):
        return Fixed(data, data, refused=why)
    notes = tuple(told(before, source) for source in draft.sources.values() if has_changed(source))
    return Fixed(data, bom + text.encode(), fixes, notes=notes)


def _other(before: str, after: str) -> str:
    return "" if same_meaning(before, after) else _NOT_THE_SAME


def _known(reading: Reading) -> tuple[dict[str, Source], str, dict[str, dict[str, str]]]:
    bank = reading.bank
    return ({source.id: source for source in bank.sources}, bank.language, reading.allowed) if bank else ({}, "en", {})


def _until_done(draft: Draft) -> tuple[str, tuple[tuple[str, str], ...]]:
    fixes: dict[tuple[str, str], None] = {}
    for _ in range(_MOST_ROUNDS):
        text = draft.text
        for kind in _KINDS:
            if edits := list(kind.edits(draft)):
                draft = replace(draft, text=applied(draft.text, edits))
                fixes |= dict.fromkeys((edit.what, edit.owner) for edit in edits)
        if draft.text == text:
            break
    return draft.text, tuple(fixes)


def _errors(reading: Reading) -> list[Finding]:
    """Return the reader's errors; its warnings are of comments, which fixes keep (beside a value they may fill)."""
    return [finding for finding in reading.findings if finding.severity is Severity.ERROR]


def _worse(before: Reading, after: Reading) -> str:
    """Return what the reader would find after fixing that it did not find before, or ""."""
    known = Counter(finding.code for finding in _errors(before))
    for finding in _errors(after):
        known[finding.code] -= 1
        if known[finding.code] < 0:
            return f"then line {finding.place.line} would be wrong: {finding.message} [{finding.code}]"
    return ""


def fixed_file(path: Path) -> Fixed | None:
    """Return what fixing makes of a bank's file, None when there is no such file; nothing is written."""
    file = file_of(path)
    text = read_text(file, MAX_BANK_BYTES)
    if isinstance(text, Unreadable):
        return None
    return fixed(file.read_bytes(), file.parent)


def file_of(path: Path) -> Path:
    """Return the file of a bank that is named by its folder or its file, links followed."""
    return (path if path.suffix in (".yaml", ".yml") and not path.is_dir() else path / BANK_FILE).resolve()


def save(file: Path, result: Fixed) -> None:
    """Write a fixed file in one step, with the mode that it had. Raises OSError, and leaves it as it was then."""
    if file.read_bytes() != result.before:
        raise OSError(0, "it has been changed meanwhile")
    handle, name = tempfile.mkstemp(prefix=".fixing-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as draft:
            draft.write(result.after)
            draft.flush()
            os.fsync(draft.fileno())
        shutil.copymode(file, name)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def summary(result: Fixed) -> str:
    """Return what was fixed in words: "3 fixes in 2 questions: missing ids (2), locks of sources (1)"."""
    owners = {owner for _, owner in result.fixes}
    parts = [count(len(owners - {""}), "question")] if owners - {""} else []
    parts += ["the head"] if "" in owners else []
    kinds = Counter(what for what, _ in result.fixes)
    which = ", ".join(f"{what} ({number})" for what, number in kinds.items())
    return f"{count(len(result.fixes), 'fix', 'fixes')} in {' and '.join(parts)}: {which}"


def diff(result: Fixed, shown: str) -> list[str]:
    """Return the lines of a unified diff, without line breaks; empty when there is nothing to fix."""
    before, after = (data.decode("utf-8-sig").splitlines(keepends=True) for data in (result.before, result.after))
    lines: list[str] = []
    for line in unified_diff(before, after, f"{shown} (as it is)", f"{shown} (fixed)"):
        lines.append(line.rstrip("\r\n"))
        if not line.endswith(("\n", "\r")):
            lines.append("\\ No newline at end of file")
    return lines
