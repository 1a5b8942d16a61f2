"""The problems of one bank, collected while it is read, each with its place and the line itself."""

import difflib
from collections.abc import Iterable

from quiz.core.finding import Finding, Place

MOST = 1000
"""So many findings are kept; a file with more is not a bank yet."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return " – did you mean '…'?" with the known word nearest to `word`, or ""."""
    near = difflib.get_close_matches(word[:80], list(known), 1, 0.6)
    return f" – did you mean '{near[0]}'?" if near else ""


class Problems:
    """Findings in one file, with its lines at hand."""

    def __init__(self, path: str, text: str = "") -> None:
        self.path = path
        self.found: list[Finding] = []
        self.count = 0
        self._text = text
        self._lines: list[str] | None = None

    def line(self, number: int) -> str:
        """Return a line of the file, from 1, or "" past its end."""
        if self._lines is None:
            self._lines = self._text.split("\n")
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def add(self, code: str, message: str, place: Place, cure: str, question: str = "") -> None:
        """Note a finding at a place."""
        self.count += 1
        if self.count <= MOST:
            text = self.line(place.line)
            self.found.append(Finding(code, message, self.path, place, cure, text, question=question))

    def findings(self) -> tuple[Finding, ...]:
        """Return the findings in the order of their places."""
        return tuple(sorted(self.found, key=lambda finding: finding.place))
