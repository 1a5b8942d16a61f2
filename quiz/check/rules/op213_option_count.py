"""A single choice has fewer than three options, or more than five.

## What it finds
Single choices with one wrong option only, or with more than four. Where there is only yes and no, or
true and false, to choose, the rule ST106 speaks instead.

## Why it matters
With two options half of all guesses are right. Beyond five, the further ones are hardly ever chosen: they cost time in
writing and in reading. Three good options are enough.

## Example
Who held the bridge? – The king. / The queen. / The duke. (right) / The earl. / The bishop. / The mayor.

## Better
Who held the bridge? – The king. / The duke. (right) / The mayor.

## When to ignore it
When there really are just two possibilities, or six that all matter.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "OP213"
NAME = "option-count"
SEVERITY = Severity.WARNING
BAD = (
    """
    prompt: Who lit the lamp?
    answer: Ann Hale
    distractors: [Tom Reed]
    """,
    """
    prompt: Who lit the lamp?
    answer: Ann Hale
    distractors: [Tom Reed, Will Moss, Kate Lowe, Joan Carr, Sam Birch]
    """,
)
GOOD = (
    """
    prompt: Who lit the lamp?
    answer: Ann Hale
    distractors: [Tom Reed, Will Moss]
    """,
    """
    prompt: Who lit the lamp?
    answer: Ann Hale
    distractors: [Tom Reed, Will Moss, Kate Lowe, Joan Carr]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Count the options."""
    count = len(item.wrong) + 1
    if item.kind != "choice" or 3 <= count <= 5:
        return
    if item.words is not None and item.option_words <= item.words.phrases.yes_no:
        return  # ST106 says so
    cure = "Add a wrong option that students might believe." if count < 3 else "Keep the three or four best wrong ones."
    yield Note(f"{count} options, where three to five are best", cure, "distractors")
