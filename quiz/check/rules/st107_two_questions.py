"""The prompt asks two questions at once.

## What it finds
Two question marks or more, outside quotation marks. A doubtful date such as "1450 (?)" does not count.

## Why it matters
Who knows the answer to one question and not to the other gets no credit, or all of it; nobody can tell which of the
two was known.

## Example
Who led the march? Where did it start?

## Better
Where did the march start that the weavers led?

## When to ignore it
When the first question only leads up to the second and wants no answer.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import without_quotations
from quiz.core.finding import Severity
from quiz.core.patterns import late

CODE = "ST107"
NAME = "two-questions"
SEVERITY = Severity.WARNING
BAD = (
    """
    prompt: Who lit the lamp? When was it lit?
    answer: 'Ann Hale, in 1822'
    distractors: ['Tom Reed, in 1841', 'Will Moss, in 1850']
    """,
    """
    type: short-answer
    prompt: Why was the tower raised? And by how much?
    answer: The lamp room had burned down
    """,
)
GOOD = (
    """
    prompt: Who lit the lamp in 1822?
    answer: Ann Hale
    distractors: [Tom Reed, Will Moss]
    """,
    """
    prompt: 'Which keeper asked "Who goes there?" in 1841 (?), on the night of the fire?'
    answer: Ann Hale
    distractors: [Tom Reed, Will Moss]
    """,
)

_SENTENCE = late(r"[^\s.?!][^.?!]*+\??")


def check(item: Item) -> Iterable[Note]:
    """Count the question marks that end a question."""
    if item.stem.count("?") < 2:
        return
    sentences = _SENTENCE.findall(without_quotations(item.stem).replace("(?)", ""))
    asked = [sentence for sentence in sentences if sentence.endswith("?")]
    if len(asked) > 1:
        yield Note(
            f"{len(asked)} questions in one; the second is “{' '.join(asked[1].split())}”",
            "Keep the more important of them, and make the other a question of its own.",
        )
