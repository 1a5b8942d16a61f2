"""The quotation begins with a word that points back to something it does not show.

## What it finds
A quotation that begins, as a sentence of its own, with he, she, it, they, this, these, such, however or but. Words
such as "It was in 1841 that …" point forward and are left alone, as are quotations that follow upon another one of
the same question.

## Why it matters
The student sees the quotation by itself, and has to guess who "he" is.

## Example
quote: He climbed the steps four times a night.

## Better
quote: The keeper was alone. He climbed the steps four times a night.

## When to ignore it
When the question has named the person or thing just before.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "EV409"
NAME = "quote-unreadable-alone"
SEVERITY = Severity.INFO
WORDED = True
_BANK = """
    source_text: |
      The keeper was alone. He climbed the steps each night. It was in 1841 that the lamp room burnt. But he was away.
    questions:
      - prompt: What did the keeper do?
        answer: He climbed the steps
        distractors: [He slept, He read]
"""
BAD = (
    _BANK + "        quote: He climbed the steps each night.",
    _BANK + "        quote: But he was away.",
)
GOOD = (
    _BANK + "        quote: The keeper was alone. He climbed the steps each night.",
    _BANK + "        quote: It was in 1841 that the lamp room burnt.",
    _BANK + "        quote: [The keeper was alone., He climbed the steps each night.]",
)
_FORWARD = frozenset({"that", "to", "who", "which"})
_IMPERSONAL = frozenset("is was has had may might could would seems seemed took".split())


def check(item: Item) -> Iterable[Note]:
    """Look at the first word of the first quotation."""
    words = item.quote_tokens
    if item.words is None or not words or words[0] not in item.words.pronouns:
        return
    if not item.quote_text.lstrip("\"'“‘([")[:1].isupper():
        return  # begun within a sentence, which is shown in full
    if words[0] == "it" and len(words) > 1 and words[1] in _IMPERSONAL and not _FORWARD.isdisjoint(words[2:8]):
        return
    cure = "Begin the quotation a sentence earlier, or at the words that say what is meant."
    index = 0 if len(item.question.quotes) > 1 else None
    yield Note(f"the quotation begins with “{words[0]}”, and what that refers to is not quoted", cure, "quote", index)
