"""Findings as text: the place first, as compilers do, then the line with a caret, then the cure."""

import sys
import unicodedata

from quiz.core.finding import Finding
from quiz.core.visible import file_name, first_hidden, one_line, visible

_BEFORE, _AFTER = 60, 40


def lines(finding: Finding) -> list[str]:
    """Return a finding as lines of text."""
    place = f"{file_name(finding.path)}:{finding.place.line}:{finding.place.column}"
    found = [f"{place}: {finding.severity}: {one_line(finding.message)} [{finding.code}]"]
    if finding.text.strip():
        found += _pointed(finding.text, finding.place.column - 1)
    if finding.cure:
        found.append(f"    {one_line(finding.cure)}")
    return found


def _pointed(text: str, index: int) -> list[str]:
    """Return the part of a line around an index, and below it a caret under that index."""
    start = max(index - _BEFORE, 0)
    before, after = visible(text[start:index]), visible(text[index : index + _AFTER])
    if start:
        before = "…" + before
    if index + _AFTER < len(text):
        after += "…"
    return [f"    {before}{after}".rstrip(), f"    {' ' * width(before)}^"]


def width(text: str) -> int:
    """Return how many cells a text takes: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def as_json(data: object) -> str:
    """Return values as JSON in which no control or invisible character stands as it is."""
    import json

    text = json.dumps(data, ensure_ascii=False, indent=2)
    return text if first_hidden(text) is None else json.dumps(data, indent=2)


def warn(notice: str) -> None:
    """Print what the record of answers has to say, if anything, where it does not mix with the output."""
    if notice:
        print(f"quiz: {one_line(notice)}", file=sys.stderr)
