"""The last pair can be made without knowing it.

## What it finds
A question to match with as many right sides as left ones, each used once, and no distractor among them.

## Why it matters
When all pairs but one are made, the last makes itself; and one mistake always brings a second.

## Example
Three keepers, and three years.

## Better
Three keepers, and four years: one year belongs to none of them.

## When to ignore it
When the set is complete by nature, such as the four seasons or the parts of one whole.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity
from quiz.core.questions.match import Match

CODE = "TY705"
NAME = "match-without-spare"
SEVERITY = Severity.INFO
BAD = (
    """
    type: match
    prompt: Match each number with what it counts.
    pairs: {"96": Steps, "9": Metres, "20": Miles}
    """,
    """
    type: match
    prompt: Match each person with a trade.
    pairs: {Ann: Keeper, Ben: Pilot}
    """,
)
GOOD = (
    """
    type: match
    prompt: Match each number with what it counts.
    pairs: {"96": Steps, "9": Metres, "20": Miles}
    distractors: [Years]
    """,
    """
    type: match
    prompt: Match each person with a trade.
    pairs: {Ann: Keeper, Ben: Pilot, Cleo: Keeper}
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Compare the two sides."""
    question = item.question
    if not isinstance(question, Match) or question.spare:
        return
    if len(set(question.key)) == len(question.pairs):
        yield Note(
            f"{len(question.pairs)} left sides and as many right ones: the last pair makes itself",
            "Add a right side that belongs to no pair, under distractors:.",
            "pairs",
        )
