"""The right option shares more with the other options than any of them does.

## What it finds
Short options (two to four words that carry meaning, six words at the most) of which the right one shares at least two
such words with the others, and more than every wrong one. Numbers and dates are left alone, and so are questions with
several right options.

## Why it matters
Wrong options are often made by changing one part of the right one. The option in the middle of the family is then the
right one, and can be found without the subject.

## Example
Which lands did she inherit? – Lower Brant and Upper Tarn (right) / Lower Brant and Ostmark / Westmark and Upper Tarn

## Better
Let each part occur equally often: Brant and Tarn (right) / Brant and Ostmark / Westmark and Tarn / Westmark and Ostmark

## When to ignore it
When the repeated words do not tell the options apart, such as a title that all but one option happen to have.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "CU302"
NAME = "convergence"
SEVERITY = Severity.WARNING
WORDED = True
BAD = (
    """
    prompt: Which lands did the heiress bring with her?
    answer: Brant and Tarn Valley
    distractors: [Brant and Ostmark, Westmark and Tarn Valley, Lome and Varn]
    """,
    """
    prompt: What did the villages sell?
    answer: Salted fish
    distractors: [Salted meat, Dried fish, Woollen cloth]
    """,
)
GOOD = (
    """
    prompt: What did the villages sell?
    answer: Salted fish
    distractors: [Salted meat, Dried fish, Dried meat]
    """,
    """
    prompt: What did the villages sell?
    answer: Woollen cloth
    distractors: [Salted meat, Dried fish, Salted fish]
    """,
    """
    prompt: When was the tower finished?
    answer: March 1841
    distractors: [March 1842, April 1841, 7 May 1850]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Count the words that each option shares with the others."""
    if item.kind != "choice" or item.words is None or len(item.wrong) < 2:
        return
    if any(len(words) > 6 for words in item.option_tokens) or any(item.numeric):
        return
    contents = item.option_content
    if any(not 2 <= len(words) <= 4 for words in contents):
        return
    shared = [sum(len(mine & other) for other in contents) - len(mine) for mine in contents]
    if shared[0] >= 2 and shared[0] > max(shared[1:]):
        yield Note(
            f"the right option shares {shared[0]} words with the others, no wrong one more than {max(shared[1:])}",
            "Let every part of the options occur equally often, or make options with no part in common.",
            "answer",
        )
