"""An option begins with a letter or number of its own, such as "A)".

## What it finds
Options that begin with "A)", "(b)" or "1)"; and with "A.", "A:" or "1." when all options do so, as one letter with a
full stop may be a person's initial. For `order`, the same in the items to be put in order.

## Why it matters
The program sets a letter before each option, after it has shuffled them. A letter of your own then contradicts it, and
in a list to be ordered it gives the order away.

## Example
answer: "B) The lamp", distractors: "A) The boat", "C) The quay"

## Better
answer: The lamp, distractors: The boat, The quay

## When to ignore it
When the letter is part of the text, as in the name of a clause.
"""

import re
from collections.abc import Iterable, Sequence

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity
from quiz.core.patterns import late

CODE = "OP216"
NAME = "option-untrimmed"
SEVERITY = Severity.ERROR
BAD = (
    """
    prompt: What burned?
    answer: B) The lamp
    distractors: [A) The boat, C) The quay]
    """,
    """
    prompt: What burned?
    answer: '1. The lamp'
    distractors: ['2. The boat', '3. The quay']
    """,
    """
    type: order
    prompt: Put these in order.
    answer: ['(a) The building', '(b) The lighting', '(c) The fire']
    """,
)
GOOD = (
    """
    prompt: What burned?
    answer: The lamp
    distractors: [The boat, The quay]
    """,
    """
    prompt: Who drew the tower?
    answer: A. Hale
    distractors: [B. Reed, K. Moss]
    """,
    """
    prompt: Who drew the tower?
    answer: A. Hale
    distractors: [A. Reed, C. Moss]
    """,
)

_PREFIX = late(r"\(?(?P<mark>[A-Ha-h]|[1-9])(?:(?P<sure>\))\s*|[.:]\s+)(?!(?:and|or|nor)\b)(?=[^\s)])")
_LETTERS, _NUMBERS = "abcdefgh", "12345678"


def prefixes(texts: Sequence[str]) -> list[re.Match[str] | None]:
    """Return for every text the letter or number of its own with which it begins, or None."""
    found = [_PREFIX.match(text) for text in texts]
    series = {match["mark"].casefold() for match in found if match}
    complete = all(found) and series in (set(_LETTERS[: len(texts)]), set(_NUMBERS[: len(texts)]))
    return [match if match and (complete or match["sure"]) else None for match in found]


def check(item: Item) -> Iterable[Note]:
    """Look for letters and numbers at the beginning."""
    for i, match in enumerate(prefixes(item.options or item.ordered)):
        if match:
            field, place = item.field_of(i) if item.options else ("answer", i)
            message = f"the text begins with “{match[0].strip()}”, beside the letter that the program sets"
            yield Note(message, "Remove it.", field, place)
