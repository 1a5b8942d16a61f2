"""The question asks about "often", "usually", "rarely".

## What it finds
A word of vague frequency (often, usually, sometimes, rarely, mostly, nearly …) in the question proper, outside
quotations. "Commonly known as" and the like are left alone. This is information only.

## Why it matters
People do not agree on how often "often" is. Students who know the facts may still choose differently.

## Example
What did the merchants usually carry?

## Better
What made up more than half of the merchants' cargo?

## When to ignore it
When the text itself says no more than that.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import tokens, without_quotations
from quiz.core.finding import Severity

CODE = "ST110"
NAME = "vague-stem"
SEVERITY = Severity.INFO
WORDED = True
BAD = (
    """
    prompt: What did the keeper usually do at night?
    answer: He climbed the tower
    distractors: [He wrote letters, He slept]
    """,
    """
    type: true-false
    prompt: The keeper rarely slept before dawn.
    answer: true
    """,
)
GOOD = (
    """
    prompt: What did the keeper do four times a night?
    answer: He climbed the tower
    distractors: [He wrote letters, He slept]
    """,
    """
    prompt: What is the lamp room commonly known as?
    answer: The lantern
    distractors: [The gallery, The watch room]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Look for vague words in the last sentence."""
    if item.words is None or item.words.vague.isdisjoint(item.lead_in_tokens):
        return
    plain = item.words.phrases.settled_vague.sub(" ", without_quotations(item.stem))
    asked = set(tokens(plain))
    found = next((word for word in item.lead_in_tokens if word in item.words.vague and word in asked), None)
    if found:
        yield Note(f"“{found}” is vague: readers do not agree on how much it means", "Say how often, or leave it out.")
