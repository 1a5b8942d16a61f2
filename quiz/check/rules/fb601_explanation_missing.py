"""The question does not explain its answer.

## What it finds
A question without an explanation. The quotation is shown after every answer all the same.

## Why it matters
The explanation is where students learn: it says why the answer is right. The quotation alone leaves it to them to see
the connection, and those who answered wrongly are the ones who do not.

## Example
explanation: (none)

## Better
explanation: The fire left the lamp room in ruins, and the tower was raised when it was rebuilt.

## When to ignore it
When the quotation answers the question word for word, and nothing can be added.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "FB601"
NAME = "explanation-missing"
SEVERITY = Severity.WARNING
BAD = (
    """
    prompt: What happened at Rook Point?
    answer: A lamp was lit
    distractors: [A ship was wrecked, A bridge fell]
    explanation: ''
    """,
    """
    type: number
    prompt: In which year was the lamp lit?
    answer: 1822
    explanation: '  '
    """,
)
GOOD = (
    """
    prompt: What happened at Rook Point?
    answer: A lamp was lit
    distractors: [A ship was wrecked, A bridge fell]
    """,
    """
    type: number
    prompt: In which year was the lamp lit?
    answer: 1822
    explanation: The text gives the year with the first lighting.
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Look for the explanation."""
    if not item.question.explanation:
        yield Note(
            "there is no explanation, only the quotation",
            "Say in a sentence or two why the answer is right.",
            "explanation",
        )
