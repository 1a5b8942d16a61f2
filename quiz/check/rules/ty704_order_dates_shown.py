"""The items to order carry their dates.

## What it finds
Two or more items to put in order that have a year, a century or a date in them.

## Why it matters
The numbers can be sorted without knowing what happened.

## Example
The lamp is lit (1822) / The lamp room burns (1841) / Electric light comes (1903)

## Better
The lamp is lit / The lamp room burns / Electric light comes

## When to ignore it
When the year is part of a name under which students know the event, and the others cannot be sorted by it.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import dates_in
from quiz.core.finding import Severity

CODE = "TY704"
NAME = "order-dates-shown"
SEVERITY = Severity.WARNING
BAD = (
    """
    type: order
    prompt: Put these events in order.
    answer: [The lamp is lit (1822), The lamp room burns (1841), Electric light comes (1903)]
    """,
    """
    type: order
    prompt: Put these events in order.
    answer: [The wall of the 3rd century, The first church, The tower of the 19th century]
    """,
)
GOOD = (
    """
    type: order
    prompt: Put these events in order.
    answer: [The lamp is lit, The lamp room burns, Electric light comes]
    """,
    """
    type: order
    prompt: Put these events in order.
    answer: [The law of 1822 is passed, The lamp room burns, The 96 steps are counted]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Look for dates in the items."""
    dated = [(index, dates[0]) for index, text in enumerate(item.ordered) if (dates := dates_in(text))]
    if len(dated) > 1:
        yield Note(
            f"{len(dated)} of {len(item.ordered)} items show their dates: {', '.join(date for _, date in dated)}",
            "Leave the dates out of the items, and give them in the explanation.",
            "answer",
            dated[0][0],
        )
