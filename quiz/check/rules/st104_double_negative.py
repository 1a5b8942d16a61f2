"""The question has a negation, and so has an option.

## What it finds
A "not", "never", "cannot" or the like both in the question proper and in an option of a single or multiple choice.
Quotations do not count.

## Why it matters
Two negations have to be taken together before the sense is clear. That costs attention, and is no knowledge.

## Example
Why did the town not flood? – It did not lie by the river. / It stood on a hill. (right)

## Better
Why did the town stay dry? – It lay away from the river. / It stood on a hill. (right)

## When to ignore it
When every option carries the same negation and the sentence reads easily.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.negation import has_negation, negation_in
from quiz.check.rule import Note
from quiz.check.text import without_quotations
from quiz.core.finding import Severity

CODE = "ST104"
NAME = "double-negative"
SEVERITY = Severity.WARNING
WORDED = True
BAD = (
    """
    prompt: Why did the tower NOT fall in the storm?
    answer: It stood on rock
    distractors: [It had not been hit, It was new]
    """,
    """
    prompt: Which of these was not a duty of the keeper?
    answer: Trade
    distractors: [Seeing that the lamp didn't go out, Winding the clock]
    """,
)
GOOD = (
    """
    prompt: Why did the tower withstand the storm?
    answer: It stood on rock
    distractors: [It had not been hit, It was new]
    """,
    """
    prompt: Why did the tower NOT fall in the storm?
    answer: It stood on rock
    distractors: [It was sheltered, It was new]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Look for negations in the options when the question has one."""
    if not item.keys or item.words is None or item.negation is None:
        return
    for index, words in enumerate(item.option_tokens):
        if not has_negation(words, item.words):
            continue
        found = negation_in(without_quotations(item.options[index]), item.words)
        if found:
            field, place = item.field_of(index)
            yield Note(
                f"“{item.negation.word}” in the question and “{found.word}” in this option make a double negative",
                "Say one of the two without the negation.",
                field,
                place,
            )
            return
