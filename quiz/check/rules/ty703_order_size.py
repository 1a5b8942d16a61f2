"""There are too few or too many items to order, or two of the same date.

## What it finds
Fewer than three or more than seven items to put in order; and, as an error, two items in which the same date is
written. Months are understood in English; in other languages dates are not compared.

## Why it matters
Two items are a guess between two. More than seven are a test of patience. Of two items with one date, either may come
first, and only one order is counted as right.

## Example
The treaty of 1922 / The famine of 1922 / The election of 1925

## Better
The treaty of Lome / The famine / The election

## When to ignore it
When eight steps make one process that should not be cut.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import dates_in
from quiz.core.finding import Severity

CODE = "TY703"
NAME = "order-size"
SEVERITY = Severity.WARNING
BAD = (
    """
    type: order
    prompt: Put these events in order.
    answer: [The lamp is lit, The tower is raised]
    """,
    """
    type: order
    prompt: Put these events in order.
    answer: [The treaty of 1822, The famine of 1822, The election]
    """,
)
GOOD = (
    """
    type: order
    prompt: Put these events in order.
    answer: [The lamp is lit, The lamp room burns, The tower is raised]
    """,
    """
    type: order
    prompt: Put these events in order.
    answer: [The treaty of March 1822, The famine of June 1822, The election]
    """,
)
_LEAST, _MOST = 3, 7


def check(item: Item) -> Iterable[Note]:
    """Count the items, and compare their dates."""
    if not item.ordered:
        return
    if not _LEAST <= (size := len(item.ordered)) <= _MOST:
        yield Note(f"there are {size} items to put in order", f"Keep to {_LEAST} to {_MOST} items.", "answer")
    if item.words is None:
        return
    seen: dict[tuple[str, ...], str] = {}
    for index, text in enumerate(item.ordered):
        dates = dates_in(text)
        if dates and (first := seen.setdefault(dates, text)) is not text:
            yield Note(
                f"“{first}” and “{text}” have the same date, {' and '.join(dates)}",
                "Replace one of them, or leave out the dates when the source settles which came first.",
                "answer",
                index,
                Severity.ERROR,
            )
