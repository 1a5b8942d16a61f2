"""An option says "often", "usually", "rarely".

## What it finds
A word of vague frequency (often, usually, sometimes, rarely, mostly, nearly …) in an option of a single or multiple
choice, outside quotations. "Commonly known as" and the like are left alone.

## Why it matters
People do not agree on how often "often" is. Two options may then both be defended, or the vague one is taken for the
cautious, and so for the right one.

## Example
How often did parliament meet? – Frequently. / Twice a year. (right) / Rarely.

## Better
How often did parliament meet? – Every month. / Twice a year. (right) / Every five years.

## When to ignore it
When the text itself says no more than that, and all options are as vague.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import tokens, without_quotations
from quiz.core.finding import Severity

CODE = "OP208"
NAME = "vague-frequency"
SEVERITY = Severity.WARNING
WORDED = True
BAD = (
    """
    prompt: How often was the lamp trimmed?
    answer: Four times a night
    distractors: [Rarely, Once a week]
    """,
    """
    prompt: What did the keeper do?
    answer: He usually slept by day
    distractors: [He kept hens, He went to sea]
    """,
)
GOOD = (
    """
    prompt: How often was the lamp trimmed?
    answer: Four times a night
    distractors: [Every hour, Once a week]
    """,
    """
    prompt: What was the lamp room?
    answer: What is commonly called the lantern
    distractors: [A store, A bedroom]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Look for vague words, and name all of them at the first."""
    if not item.keys or item.words is None or item.words.vague.isdisjoint(item.option_words):
        return
    found: dict[str, int] = {}
    for index, words in enumerate(item.option_tokens):
        if not item.words.vague.isdisjoint(words):
            plain = item.words.phrases.settled_vague.sub(" ", without_quotations(item.options[index]))
            for word in tokens(plain):
                if word in item.words.vague:
                    found.setdefault(word, index)
    if found:
        field, place = item.field_of(min(found.values()))
        named = ", ".join(f"“{word}”" for word in found)
        message = f"{named} in the options: readers do not agree on how much it means"
        yield Note(message, "Say how often, or leave it out.", field, place)
