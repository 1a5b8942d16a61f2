"""Blanks and tabs at the ends of lines are removed, but for one that a backslash makes part of a text."""

from bisect import bisect_right
from collections.abc import Iterator

from quiz.check.fixes.draft import Draft, Edit, Leaf, Spot
from quiz.core.patterns import late

WHAT = "blanks at line ends"
_BLANKS = late(r"(?<![ \t])[ \t]+(?=[\r\n]|\Z)")


def edits(draft: Draft) -> Iterator[Edit]:
    """Yield an edit for every line that ends in blanks."""
    found = list(_BLANKS.finditer(draft.text))
    if not found:
        return
    quoted = sorted(_double_quoted(draft.root))
    starts = [question.start for question in draft.questions]
    for match in found:
        if draft.text[match.start() - 1 : match.start()] == "\\" and _within(quoted, match.start()):
            continue
        at = bisect_right(starts, match.start()) - 1
        owner = draft.questions[at].text("id") if at >= 0 else ""
        yield Edit(match.start(), match.end(), "", owner, WHAT)


def _double_quoted(spot: Spot) -> Iterator[tuple[int, int]]:
    if isinstance(spot, Leaf):
        if spot.style == '"':
            yield spot.start, spot.end
        return
    for part in spot.parts:
        yield from _double_quoted(part)


def _within(spans: list[tuple[int, int]], index: int) -> bool:
    at = bisect_right(spans, (index, len(spans))) - 1
    return at >= 0 and index < spans[at][1]
