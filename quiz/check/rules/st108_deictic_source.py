"""The prompt points to something that the student may not see.

## What it finds
"The passage above", "the map below", "as we saw", "in this chapter" and the like, outside quotations.

## Why it matters
The question is shown alone on the screen. Nothing stands above it, there is no chapter, and who answers it weeks later
has not just read anything.

## Example
According to the passage above, who was crowned?

## Better
Who was crowned at Christmas 1066?

## When to ignore it
When the prompt itself holds the passage or the table that it speaks of.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import without_quotations
from quiz.core.finding import Severity

CODE = "ST108"
NAME = "deictic-source"
SEVERITY = Severity.WARNING
WORDED = True
BAD = (
    """
    prompt: 'According to the passage above, when was the lamp lit?'
    answer: At dusk
    distractors: [At noon, At dawn]
    """,
    """
    prompt: 'As we saw, a fire destroyed the lamp room. What was done in this chapter of its history?'
    answer: The tower was raised
    distractors: [The cottage was sold, The light was moved]
    """,
)
GOOD = (
    """
    prompt: When was the lamp lit each day?
    answer: At dusk
    distractors: [At noon, At dawn]
    """,
    """
    prompt: Who found the mountain passage above the river?
    answer: Ann Hale
    distractors: [Tom Reed, Will Moss]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Look for words that point to the page."""
    if item.words is None:
        return
    found = item.words.phrases.deictic.find(item.stem, item.stem_tokens)
    if found and found in " ".join(without_quotations(item.stem).split()):
        yield Note(
            f"“{found}” points to something that is not on the screen",
            "Say in the prompt what the student needs to know, and leave the pointer out.",
        )
