"""The prompt has fewer than four words.

## What it finds
A prompt of one to three words (a blank counts as one). Prompts that only introduce a text, a list or pairs are left
alone. This is information only.

## Why it matters
So short a prompt mostly asks for a definition or a name out of context. It is easily asked, and easily forgotten.

## Example
Who won?

## Better
Which side held the bridge at the end of the first day?

## When to ignore it
When the few words say all that is needed.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity
from quiz.core.patterns import late

CODE = "ST111"
NAME = "trivial-length"
SEVERITY = Severity.INFO
BAD = (
    """
    prompt: Who lit it?
    answer: Ann Hale
    distractors: [Tom Reed, Will Moss]
    """,
    """
    type: short-answer
    prompt: First keeper?
    answer: Ann Hale
    """,
)
GOOD = (
    """
    prompt: Who lit the lamp in 1822?
    answer: Ann Hale
    distractors: [Tom Reed, Will Moss]
    """,
    """
    type: order
    prompt: Order these.
    answer: [Building, Lighting, Fire]
    """,
)

# letters of languages that set no blanks between words
_UNSPACED = late(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def check(item: Item) -> Iterable[Note]:
    """Count the words."""
    count = len(item.stem_tokens)
    if count > 3 or item.kind in ("cloze", "match", "order"):
        return
    if (count == 3 and "__" in item.stem) or _UNSPACED.search(item.stem):
        return
    words = "one word" if count == 1 else f"{count} words"
    yield Note(f"the prompt has only {words}", "Say who or what the question is about, and where and when.")
