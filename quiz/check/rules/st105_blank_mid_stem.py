"""The blank to fill in stands in the middle of the prompt.

## What it finds
A blank (____) that three or more words of the same sentence follow; words in brackets do not count. Questions of the
type `cloze`, which are made of gaps, are left alone.

## Why it matters
Students have to keep the first half of the sentence in mind while they read the second, and then go back. With the
blank at the end they read once.

## Example
The harbour of ____ became a centre of the herring trade.

## Better
The harbour that became a centre of the herring trade was ____.

## When to ignore it
When the sentence cannot be turned without becoming clumsy.
"""

import re
from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import after_first_blank, tokens
from quiz.core.finding import Severity
from quiz.core.patterns import late

CODE = "ST105"
NAME = "blank-mid-stem"
SEVERITY = Severity.INFO
BAD = (
    """
    prompt: The tower of ____ was raised after the fire.
    answer: Rook Point
    distractors: [Gull Head, Seal Bay]
    """,
    """
    type: short-answer
    prompt: In ____ the lamp room burned down.
    answer: 1841
    """,
)
GOOD = (
    """
    prompt: The tower that was raised after the fire stands at ____.
    answer: Rook Point
    distractors: [Gull Head, Seal Bay]
    """,
    """
    type: short-answer
    prompt: The lamp room burned down in ____. Give the year in four digits.
    answer: 1841
    """,
)

_NOT_COUNTED = late(r"\([^()]*\)|[.!?](?:\s.*)?$", re.DOTALL)


def check(item: Item) -> Iterable[Note]:
    """Count the words after the first blank, to the end of its sentence."""
    if "__" not in item.stem and "[_" not in item.stem:
        return
    rest = _NOT_COUNTED.sub("", after_first_blank(item.stem))
    count = len(tokens(rest))
    if count >= 3:
        yield Note(
            f"{count} words follow the blank: “{' '.join(rest.split())}”",
            "Turn the sentence so that the blank comes last, or ask a question.",
        )
