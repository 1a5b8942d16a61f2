"""The prompt does not say how many options to choose.

## What it finds
A question with several right options whose prompt has neither their number ("Which two …", "Choose 3") nor words such
as "all that apply".

## Why it matters
Without it students must guess the task before they can show what they know, and a wrong guess costs points.

## Example
Which changes followed the fire? (two are right)

## Better
Which two changes followed the fire?

## When to ignore it
When the number follows from the prompt in another way.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import contains_run
from quiz.core.finding import Severity

CODE = "TY701"
NAME = "multiple-without-number"
SEVERITY = Severity.WARNING
WORDED = True
BAD = (
    """
    type: multiple
    prompt: Which changes followed the fire?
    answers: [The tower was raised, A lens was bought]
    distractors: [The keeper left]
    """,
    """
    type: multiple
    prompt: Which two changes followed the fire?
    answers: [The tower was raised, A lens was bought, The lamp room was rebuilt]
    distractors: [The keeper left]
    """,
)
GOOD = (
    """
    type: multiple
    prompt: Which two changes followed the fire?
    answers: [The tower was raised, A lens was bought]
    distractors: [The keeper left]
    """,
    """
    type: multiple
    prompt: What followed the fire? Choose all that apply.
    answers: [The tower was raised, A lens was bought]
    distractors: [The keeper left]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Look for the number of right options in the prompt."""
    if item.kind != "multiple" or item.words is None:
        return
    count, said = len(item.keys), item.stem_tokens
    number = item.words.numbers[count - 1] if count <= len(item.words.numbers) else str(count)
    ways = (number, str(count), *item.words.choose_all, *(("both",) if count == 2 else ()))
    if not any(contains_run(said, tuple(way.split())) for way in ways):
        are = "1 option is" if count == 1 else f"{count} options are"
        asked = next((word for word in item.words.numbers[1:] if word in said), "")
        missing = f"asks for {asked}" if asked else "does not say how many are to be chosen"
        yield Note(
            f"{are} right, and the prompt {missing}",
            f"Ask for “{number}” in the prompt, or add “Choose all that apply.”",
        )
