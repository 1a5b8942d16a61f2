"""All wrong options are explained with the same words.

## What it finds
Two or more wrong options, all with a `why`, and all with the same one.

## Why it matters
Words that fit every wrong option say nothing of the one that was chosen.

## Example
why: The text does not say so. (three times)

## Better
why: The keeper stayed until 1968. / why: The lamp was kept, only the lens was new.

## When to ignore it
When the wrong options are wrong for one and the same reason, and it is a reason.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import tokens
from quiz.core.finding import Severity

CODE = "FB604"
NAME = "why-wrong-identical"
SEVERITY = Severity.INFO
BAD = (
    """
    prompt: What followed the fire?
    answer: The tower was raised
    distractors:
      - {text: The keeper left, why: The text does not say so.}
      - {text: The lamp was sold, why: The text does not say so.}
    """,
    """
    type: multiple
    prompt: Which two things followed the fire?
    answers: [The tower was raised, A lens was bought]
    distractors:
      - {text: The keeper left, why: Not so.}
      - {text: The lamp was sold, why: not  so}
    """,
)
GOOD = (
    """
    prompt: What followed the fire?
    answer: The tower was raised
    distractors:
      - {text: The keeper left, why: The keeper stayed.}
      - {text: The lamp was sold, why: The lamp was kept.}
    """,
    """
    prompt: What followed the fire?
    answer: The tower was raised
    distractors:
      - {text: The keeper left, why: The keeper stayed.}
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Compare the reasons of the wrong options."""
    reasons = [option.why for option in item.question.distractors]
    if len(reasons) < 2 or not all(reasons):
        return
    if len({tokens(reason) for reason in reasons}) == 1:
        yield Note(
            f"all {len(reasons)} wrong options have the same why: “{reasons[0]}”",
            "Say of each what speaks against it.",
            "distractors",
            0,
        )
