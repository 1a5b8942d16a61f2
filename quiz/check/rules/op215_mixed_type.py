"""Some options are numbers or dates, and others are not.

## What it finds
A single or multiple choice in which some options, but not all, are numbers or dates; "none" and
numbers in words go with numbers. This is information only.

## Why it matters
Options of one kind are compared with one another. One of another kind is struck out, or chosen, because it is the odd
one.

## Example
When did the siege end? – 1453. (right) / 1492. / After the fire.

## Better
When did the siege end? – 1453. (right) / 1492. / 1499.

## When to ignore it
When a number and words really answer the same question.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "OP215"
NAME = "mixed-type"
SEVERITY = Severity.INFO
BAD = (
    """
    prompt: When was the lamp lit?
    answer: '1822'
    distractors: ['1841', After the war]
    """,
    """
    prompt: How many steps has the tower?
    answer: '96'
    distractors: ['64', As many as a year has weeks]
    """,
)
GOOD = (
    """
    prompt: When was the lamp lit?
    answer: '1822'
    distractors: ['1841', March 1850]
    """,
    """
    prompt: When was the lamp lit?
    answer: Before the war
    distractors: [In the war, After the war]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Look for numbers beside options of another kind."""
    if not item.keys or not any(item.numeric) or all(item.numeric):
        return
    other = next((i for i, number in enumerate(item.numeric) if not number and not _amount(item, i)), None)
    if other is None:
        return
    number = item.numeric.index(True)
    fewer = number if item.numeric.count(True) < item.numeric.count(False) else other
    message = f"“{item.options[number]}” is a number or a date, “{item.options[other]}” is not"
    yield Note(message, "Make all options of one kind.", *item.field_of(fewer))


def _amount(item: Item, index: int) -> bool:
    """Return whether an option is a number in words: "none", "two"."""
    if item.words is None or len(item.option_tokens[index]) != 1:
        return False
    return item.option_tokens[index][0] in (*item.words.numbers, *item.words.phrases.no_amount)
