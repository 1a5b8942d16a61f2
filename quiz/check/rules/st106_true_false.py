"""There is nothing to choose but true or false, yes or no.

## What it finds
A single choice whose options are all of "true", "false", "yes" and "no"; and, as information, every question of the
type `true-false`.

## Why it matters
Half of all guesses are right. A single such question tells next to nothing of what a student knows; only a
series of them does.

## Example
Was the treaty signed in Paris? – Yes. (right) / No.

## Better
Where was the treaty signed? – In Paris. (right) / In Vienna. / In London.

## When to ignore it
When it is one of a series of statements, or when believing the wrong one is a mistake worth mending.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "ST106"
NAME = "true-false"
SEVERITY = Severity.WARNING
WORDED = True
BAD = (
    """
    prompt: Was the lighthouse lit in 1822?
    answer: 'Yes'
    distractors: ['No']
    """,
    """
    type: true-false
    prompt: The lighthouse was lit in 1822.
    answer: true
    """,
)
GOOD = (
    """
    prompt: What was done in 1822?
    answer: The lighthouse was lit
    distractors: [The lamp room burned, The tower was raised]
    """,
    """
    prompt: Was the lighthouse lit in 1822?
    answer: 'Yes'
    distractors: ['No', Only for a trial]
    """,
)

_CURE = "Ask for the fact itself, with three options or more."


def check(item: Item) -> Iterable[Note]:
    """Look at the type, and at options of one word."""
    if item.kind == "true-false":
        yield Note("a statement to judge: half of all guesses are right", _CURE, severity=Severity.INFO)
    elif item.kind == "choice" and item.words is not None and item.option_words <= item.words.phrases.yes_no:
        options = " and ".join(f"“{option}”" for option in item.options)
        yield Note(f"the options are {options}: half of all guesses are right", _CURE, "distractors")
