"""The words of one option are part of another.

## What it finds
An option of a single or multiple choice whose words all stand, one after the other, in another option. Numbers are
left alone. This is information only.

## Why it matters
If the longer option is true, the shorter one may be, too. And two options so close together draw the eye: students
guess that the right one is among them.

## Example
What was taxed? – Tea. / Tea and glass. (right) / Paper.

## Better
What was taxed? – Tea and salt. / Tea and glass. (right) / Paper and salt.

## When to ignore it
When they are names of different things, such as Virginia and West Virginia.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "OP212"
NAME = "contained-option"
SEVERITY = Severity.INFO
BAD = (
    """
    prompt: What burned?
    answer: The lamp and the stairs
    distractors: [The lamp, The quay]
    """,
    """
    prompt: Where was the light seen?
    answer: Seal Bay
    distractors: [North Seal Bay, Gull Head]
    """,
)
GOOD = (
    """
    prompt: What burned?
    answer: The lamp and the stairs
    distractors: [The lamp and the quay, The quay and the stairs]
    """,
    """
    prompt: When was it?
    answer: May 1822
    distractors: ['1822', '1841']
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Look for options within others."""
    if not item.keys or any(item.numeric):
        return
    joined = [f" {' '.join(words)} " for words in item.option_tokens]
    order = sorted(range(len(joined)), key=lambda i: len(joined[i]))
    for n, i in enumerate(order[:-1]):
        for j in order[n + 1 :]:
            if joined[i] in joined[j] and joined[i] != joined[j] and item.option_tokens[i]:
                field, place = item.field_of(i)
                message = f"“{item.options[i]}” is part of “{item.options[j]}”"
                yield Note(message, "Word them so that neither includes the other.", field, place)
                return
