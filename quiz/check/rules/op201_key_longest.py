"""The right option is much longer than every other.

## What it finds
A single choice whose right option has three words or more and is longer than the second longest by a quarter and by
ten characters at the least.

## Why it matters
Writers take care to make the right option exact, and so it grows. Students know this, and choose the longest option
when they know nothing else.

## Example
Why did the council fail? – Rain. / It lacked the bishop's support and could raise no army. (right) / No money.

## Better
Why did the council fail? – It met too late in the year. / It lacked the bishop's support. (right)

## When to ignore it
When the right option must name several parties or parts, and the others cannot.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "OP201"
NAME = "key-longest"
SEVERITY = Severity.WARNING
BAD = (
    """
    prompt: Why was the tower raised?
    answer: The fire had destroyed the lamp room and the old walls could not bear another
    distractors: [It was low, The town grew]
    """,
    """
    prompt: What did the keeper do?
    answer: He climbed all the steps of the tower
    distractors: [He slept, He swam, He wrote]
    """,
)
GOOD = (
    """
    prompt: Why was the tower raised?
    answer: The fire had destroyed the lamp room
    distractors: [The trees had grown too high, The town had grown too large]
    """,
    """
    prompt: Who was the keeper?
    answer: Bartholomew Featherstonehaugh
    distractors: [Ann Hale, Tom Reed]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Compare the length of the right option with the next."""
    if item.kind != "choice":
        return
    length, others = len(item.key), max(map(len, item.wrong))
    if length < others + 10 or length < 1.25 * others or len(item.option_tokens[0]) < 3:
        return
    yield Note(
        f"the right option has {length} characters, the next longest {others}",
        "Shorten it, or make a wrong option as full and exact.",
        "answer",
    )
