"""Numbers or dates stand in no order in the file.

## What it finds
Options that are all numbers or dates, and whose wrong ones (or right ones, where there are several) neither rise nor
fall in the file. This is information only: the program sorts such options when it shows them.

## Why it matters
In order, numbers are compared at a glance; in the file this helps whoever checks that the wrong ones lie well spread.

## Example
answer: 1453, distractors: 1204, 1492, 1389

## Better
answer: 1453, distractors: 1204, 1389, 1492

## When to ignore it
Whenever you like: students always see them sorted.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity
from quiz.core.numbers import sort_key

CODE = "OP209"
NAME = "numeric-unordered"
SEVERITY = Severity.INFO
BAD = (
    """
    prompt: In which year was the lamp lit?
    answer: 1822
    distractors: [1841, 1801, 1850]
    """,
    """
    prompt: How many steps has the tower?
    answer: '96'
    distractors: ['20', '120', '64']
    """,
)
GOOD = (
    """
    prompt: In which year was the lamp lit?
    answer: 1822
    distractors: [1801, 1841, 1850]
    """,
    """
    prompt: How far was the lamp seen?
    answer: 20 miles
    distractors: [30 miles, 5 miles, 12 miles and more]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Look whether the numbers rise or fall in the file."""
    if len(item.options) < 4 or not item.keys or not all(item.numeric):
        return
    for field, texts in (("answers", item.keys), ("distractors", item.wrong)):
        keys = [sort_key(text) or () for text in texts]
        if keys not in (sorted(keys), sorted(keys, reverse=True)):
            cure = "Write them from the least to the greatest."
            yield Note(f"{', '.join(texts)} neither rise nor fall", cure, field)
