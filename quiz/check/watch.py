"""Watching a bank while it is written: when to look again, what is found, and which question is under work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from quiz.banks.files import MAX_BANK_BYTES, read_text
from quiz.banks.reader import BANK_FILE
from quiz.check.report import Report, report_on
from quiz.core.finding import Severity
from quiz.core.patterns import late

Stamp = dict[Path, tuple[int, int]]
"""For every file that is watched when it was last changed, and its size; both 0 when it is not there."""

_KEY = late(r"\w+:")
_DASH = late(r" *- ")
_COMMENT = late(r"\s*(?:#.*)?")
_ID = late(r"(?:^|[-{,]|\s)\s*id:\s*['\"]?([\w.-]+)")


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a bank: what was found, and the id of the question under work ("" when there is none)."""

    report: Report
    question: str


class Watch:
    """A bank that is looked at again and again; `shown` is how findings name it."""

    def __init__(self, path: Path, shown: str) -> None:
        self.shown = shown
        self.file = path if path.suffix in (".yaml", ".yml") and not path.is_dir() else path / BANK_FILE
        self._path = path
        self._sources: tuple[Path, ...] = ()
        self._texts: dict[str, str] | None = None
        self._last = ""

    def stamp(self) -> Stamp:
        """Return what changes when the bank file or one of its sources is saved."""
        return {path: _stamp(path) for path in (self.file, *self._sources)}

    @property
    def is_there(self) -> bool:
        """Whether there is a bank file just now: many editors remove it for a moment to save."""
        return _stamp(self.file) != (0, 0)

    def look(self) -> Look:
        """Read and check the bank, and find the question under work."""
        report = report_on(self._path, self.shown)
        if report.bank:
            self._sources = tuple(self.file.parent / source.file for source in report.bank.sources)
        texts = self._question_texts(report)
        self._last = self._under_work(report, texts)
        self._texts = texts or self._texts
        return Look(report, self._last)

    def _question_texts(self, report: Report) -> dict[str, str]:
        """Return the lines of every question by id, also of those that could not be read."""
        text = read_text(self.file, MAX_BANK_BYTES)
        lines = text.split("\n") if isinstance(text, str) else []
        names = {line - 1: ident for ident, line in report.reading.lines.items()}
        found: dict[str, str] = {}
        for begin, end in _blocks(lines):
            block = "\n".join(lines[begin:end])
            named = _ID.search(block)
            if ident := names.get(begin) or (named[1] if named else ""):
                found[ident] = block
        return found

    def _under_work(self, report: Report, texts: dict[str, str]) -> str:
        """Return the first question whose text changed since the last look; else the first with a finding."""
        before = self._texts
        if before is not None:
            changed = next((ident for ident, text in texts.items() if before.get(ident) != text), "")
            if changed:
                return changed
        told = (finding.question for finding in report.findings if finding.severity is not Severity.INFO)
        found = next((ident for ident in told if ident), "")
        known = texts or report.reading.lines
        return found or (self._last if self._last in known else next(reversed(known), ""))


def _blocks(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield begin and end of every question among the lines of a bank; comments and blank lines after it left out."""
    first = next((i + 1 for i, line in enumerate(lines) if line.startswith("questions:")), len(lines))
    last = next((i for i in range(first, len(lines)) if _KEY.match(lines[i])), len(lines))
    dash = next((found[0] for line in lines[first:last] if (found := _DASH.match(line))), "")
    begins = [i for i in range(first, last) if dash and lines[i].startswith(dash)]
    for begin, end in pairwise([*begins, last]):
        while end > begin + 1 and _COMMENT.fullmatch(lines[end - 1]):
            end -= 1
        yield begin, end


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return 0, 0
    return status.st_mtime_ns, status.st_size
