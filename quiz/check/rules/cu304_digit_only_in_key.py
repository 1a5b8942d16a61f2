"""Only the right option has a number in it.

## What it finds
Digits in the right option (with several: in every right one) and in no wrong option, where the prompt does not ask for
a number or a date.

## Why it matters
A number looks exact, and exact looks true. One option with a year among vague ones is chosen for its look.

## Example
What ended the strike? – The Act of 1911 (right) / A riot / A lockout

## Better
What ended the strike? – An Act of Parliament (right) / A riot / A lockout

## When to ignore it
When the number is part of a name that cannot be left out.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity
from quiz.core.patterns import late

CODE = "CU304"
NAME = "digit-only-in-key"
SEVERITY = Severity.WARNING
BAD = (
    """
    prompt: What ended the strike of the keepers?
    answer: The Act of 1911
    distractors: [A riot, A lockout]
    """,
    """
    type: multiple
    prompt: Which two laws raised the toll?
    answers: [The Act of 1822, The Order of 1841]
    distractors: [The law on harbours, The law on lamps]
    """,
)
GOOD = (
    """
    prompt: What ended the strike of the keepers?
    answer: The Act of 1911
    distractors: [The riot of 1912, A lockout]
    """,
    """
    prompt: How many steps had the tower?
    answer: 96 steps
    distractors: [About a hundred, Two hundred]
    """,
)
_DIGIT = late(r"\d")


def check(item: Item) -> Iterable[Note]:
    """Look for digits in right options only."""
    if not item.keys or not all(map(_DIGIT.search, item.keys)) or any(map(_DIGIT.search, item.wrong)):
        return
    if item.words and not item.words.asks_number.isdisjoint(item.lead_in_tokens):
        return
    yield Note(
        f"only the right option has a number: “{item.keys[0]}”",
        "Leave the number out, or give the wrong options numbers too.",
        *item.field_of(0),
    )
