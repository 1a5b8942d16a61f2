"""One wrong option is very much longer than the rest.

## What it finds
A wrong option of a single or multiple choice that is longer than all others, and longer than the middle length (the
median) of all options two and a half times and by 25 characters at the least. This is information only.

## Why it matters
What stands out is looked at first, and is mostly struck out first; then it no longer works as a wrong option.

## Example
What caused the panic? – A war. / A bank run. (right) / A law that forced every bank to pay out its notes in silver.

## Better
What caused the panic? – A war. / A bank run. (right) / A law on silver.

## When to ignore it
When the long option cannot be said in fewer words, and has been chosen by students all the same.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "OP202"
NAME = "option-length-outlier"
SEVERITY = Severity.INFO
BAD = (
    """
    prompt: What destroyed the lamp room?
    answer: A fire
    distractors: [A storm, A wave, A ship that had lost its mast in the fog and was driven onto the rocks]
    """,
    """
    prompt: Which two came in 1822?
    type: multiple
    answers: [A lamp, A clock]
    distractors: [A boat, A letter from the king that freed the town from its taxes]
    """,
)
GOOD = (
    """
    prompt: What destroyed the lamp room?
    answer: A fire
    distractors: [A storm, A wave, A ship that ran aground]
    """,
    """
    prompt: What destroyed the lamp room?
    answer: A ship that had lost its mast in the fog and was driven onto the rocks
    distractors: [A fire, A storm, A wave]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Compare the longest option with the middle length."""
    if not item.keys:
        return
    lengths = [len(option) for option in item.options]
    longest = max(lengths)
    if longest < 25 or longest < 2.5 * min(lengths):
        return
    from statistics import median  # 2 ms, and few questions come so far

    middle = median(lengths)
    index = lengths.index(longest)
    if longest < 2.5 * middle or longest < middle + 25 or index < len(item.keys) or lengths.count(longest) > 1:
        return
    field, place = item.field_of(index)
    cure = "Shorten it to what makes it wrong."
    yield Note(f"this option has {longest} characters, the middle length is {middle:g}", cure, field, place)
