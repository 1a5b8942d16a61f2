"""Several options may be chosen, but only one is right.

## What it finds
A question of type `multiple` with a single right option. (What cannot be asked at all, such as no right option or no
wrong one, is refused when the bank is read.)

## Why it matters
Students look for a second right option that is not there, and lose points for finding one.

## Example
type: multiple, answers: [The tower was raised]

## Better
Leave the type out: a question with one right option is a `choice`.

## When to ignore it
When "one or more" is asked throughout a test, and students know that it may be one.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "TY702"
NAME = "multiple-with-one-right"
SEVERITY = Severity.WARNING
BAD = (
    """
    type: multiple
    prompt: Choose all that followed the fire.
    answers: [The tower was raised]
    distractors: [The keeper left, The lamp was sold]
    """,
    """
    type: multiple
    prompt: Which one of these followed the fire?
    answers: The tower was raised
    distractors: [The keeper left]
    """,
)
GOOD = (
    """
    type: multiple
    prompt: Choose all that followed the fire.
    answers: [The tower was raised, A lens was bought]
    distractors: [The keeper left, The lamp was sold]
    """,
    """
    prompt: Which of these followed the fire?
    answer: The tower was raised
    distractors: [The keeper left]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Count the right options."""
    if item.kind == "multiple" and len(item.keys) == 1:
        yield Note(
            "only one option is right, though several may be chosen",
            "Make it a choice (leave the type out, and write answer:), or add a second right option.",
            "answers",
        )
