"""The explanation is long.

## What it finds
An explanation of more than 80 words.

## Why it matters
It is read in the middle of a test, with the next question waiting. What is long is skipped, first of all by those who
need it.

## Example
Half a page on the life of the keeper, with the answer somewhere in it.

## Better
Two or three sentences: why the answer is right, and what it belongs to.

## When to ignore it
When the answer is a chain of several steps, and every one of them is needed.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "FB605"
NAME = "explanation-long"
SEVERITY = Severity.INFO
BAD = (
    """
    prompt: What happened in 1822?
    answer: A lamp was lit
    distractors: [A bridge fell]
    explanation: >-
      The lamp was lit in that year, and the keepers who came later told the story of it again and again.
      The lamp was lit in that year, and the keepers who came later told the story of it again and again.
      The lamp was lit in that year, and the keepers who came later told the story of it again and again.
      The lamp was lit in that year, and the keepers who came later told the story of it again and again.
      The lamp was lit in that year, and the keepers who came later told the story of it again and again.
    """,
    """
    type: number
    prompt: In which year was the lamp lit?
    answer: 1822
    explanation: >-
      It was a year of storms, in which the town lost many of its ships and asked for a light at last.
      It was a year of storms, in which the town lost many of its ships and asked for a light at last.
      It was a year of storms, in which the town lost many of its ships and asked for a light at last.
      It was a year of storms, in which the town lost many of its ships and asked for a light at last.
      It was a year of storms, in which the town lost many of its ships and asked for a light at last.
    """,
)
GOOD = (
    """
    prompt: What happened in 1822?
    answer: A lamp was lit
    distractors: [A bridge fell]
    explanation: The lamp was lit in that year.
    """,
    """
    type: number
    prompt: In which year was the lamp lit?
    answer: 1822
    explanation: It was a year of storms, and the town asked for a light.
    """,
)
_MOST = 80


def check(item: Item) -> Iterable[Note]:
    """Count the words of the explanation."""
    text = item.question.explanation
    if len(text) > 2 * _MOST and (size := len(text.split())) > _MOST:
        yield Note(
            f"the explanation has {size} words",
            f"Keep to {_MOST}: why the answer is right, and what speaks against the likeliest mistake.",
            "explanation",
        )
