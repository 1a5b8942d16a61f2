"""The question asks for what is NOT so.

## What it finds
A "not", "except", "never", "false" or the like in the question proper that is marked in CAPITALS or **bold**, as it
should be where it stands at all. This is information only.

## Why it matters
The answer to such a question is a false statement, and that is what students take away from it. They also show
that they know what does not fit, and nothing of what does.

## Example
Which of these was NOT a cause of the revolt?

## Better
Which of these was a cause of the revolt?

## When to ignore it
When the exception is itself worth knowing, or the several things that do fit are what was to be learnt.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "ST103"
NAME = "stem-negative"
SEVERITY = Severity.INFO
WORDED = True
BAD = (
    """
    prompt: Which of these was NOT damaged by the fire?
    answer: The cottage
    distractors: [The lamp, The stairs]
    """,
    """
    prompt: Which of these was **not** damaged by the fire?
    answer: The cottage
    distractors: [The lamp, The stairs]
    """,
)
GOOD = (
    """
    prompt: Which of these was damaged by the fire?
    answer: The stairs
    distractors: [The cottage, The boat]
    """,
    """
    prompt: Which of these was not damaged by the fire?
    answer: The cottage
    distractors: [The lamp, The stairs]
    """,
    """
    prompt: 'Which sign hung on the door: "Do NOT enter" or another?'
    answer: That one
    distractors: [A red flag, A bell]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Look for a negation that is made to stand out."""
    if item.kind == "true-false" or item.negation is None or not item.negation.marked:
        return
    yield Note(
        f"“{item.negation.word}” makes a false statement the right answer",
        "Ask for what does fit, unless the exception is worth knowing.",
    )
