"""Ranges of numbers or years as options have them: "1600–1650", "10 to 20 miles"."""

from typing import NamedTuple

from quiz.core.patterns import late

_NUMBER = r"\d+(?:[,'’\u00a0\u202f]\d{3})*(?:\.\d+)?"
_RANGE = late(
    rf"(?P<before>[^\d]*?)(?P<first>{_NUMBER})(?P<unit>(?:\s*+%)?)\s*+(?:[-‐‑–—]|to|and|until)\s*(?P<last>{_NUMBER})(?P<after>\D*)"
)
_GAPS = late(r"[,'’\u00a0\u202f]")


class Range(NamedTuple):
    """A range of numbers; `about` is what stands around them, the same in ranges that can be compared."""

    first: float
    last: float
    about: str


def range_of(text: str) -> Range | None:
    """Return the range that a text is, or None; "1914–18" is read as 1914 to 1918."""
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        return None
    first, last = _GAPS.sub("", found["first"]), _GAPS.sub("", found["last"])
    if len(last) < len(first) and float(last) < float(first):
        last = first[: len(first) - len(last)] + last
    ends = sorted((float(first), float(last)))
    return Range(ends[0], ends[1], f"{found['before']}|{found['after']}".casefold().replace(" ", ""))
