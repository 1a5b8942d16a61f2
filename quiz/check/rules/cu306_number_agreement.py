"""The right option goes with "is" or "are" before the gap, and a wrong one does not.

## What it finds
A prompt that ends in is, was, are, were, this or these, or has it before the blank, where the right option agrees in
number and a wrong one clearly does not: several things after "is", or one thing after "are". What cannot be told is
taken to agree.

## Why it matters
Grammar rules the wrong option out, not knowledge.

## Example
The winners of the war were – Brant and Tarn (right) / Ostmark / Lome and Varn

## Better
The war was won by – Brant and Tarn (right) / Ostmark / Lome and Varn

## When to ignore it
When the wrong option is one thing after all, such as a firm or a book with several names in its title.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import before_gap
from quiz.core.finding import Severity

CODE = "CU306"
NAME = "number-agreement"
SEVERITY = Severity.INFO
WORDED = True
BAD = (
    """
    prompt: The winners of the war were
    answer: Brant and Tarn
    distractors: [Ostmark, Lome and Varn]
    """,
    """
    prompt: What paid for the tower was ____.
    answer: a toll
    distractors: [the gifts of sailors, a loan]
    """,
)
GOOD = (
    """
    prompt: The war was won by
    answer: Brant and Tarn
    distractors: [Ostmark, Lome and Varn]
    """,
    """
    prompt: The winners of the war were
    answer: men of the coast
    distractors: [people of the plain, bold and lucky]
    """,
    """
    prompt: The capital was ____.
    answer: Varn
    distractors: [Ports-upon-Lee, Athens, Paris]
    """,
)
_ENDS_OF_ONE = ("ss", "us", "is", "'s", "’s", "ics")
_AFTER_HEAD = frozenset("of in to for with by from at on who which that under over against between".split())


def check(item: Item) -> Iterable[Note]:
    """Compare the number of every option with the word before the gap."""
    if item.kind != "choice" or item.words is None:
        return
    cue = before_gap(item.stem)
    one, several = cue in item.words.singular_cues, cue in item.words.plural_cues
    if not one and not several:
        return
    clashes = _is_several if one else _is_one
    if clashes(item.key, item):
        return
    for index, option in enumerate(item.wrong):
        if clashes(option, item):
            yield Note(
                f"“{cue}” before the gap fits the right option, but not “{option}”",
                "Reword the prompt so that one thing and several fit alike.",
                "distractors",
                index,
            )
            return


def _head(option: str) -> list[str]:
    """Return the words of an option up to the first that begins a description."""
    words = option.replace(",", "").split()
    return words[: next((i for i, word in enumerate(words) if i and word in _AFTER_HEAD), len(words))]


def _is_several(option: str, item: Item) -> bool:
    """Return whether an option clearly names several things: “the kings”, “Brant and Tarn”."""
    assert item.words is not None
    head = _head(option)
    if "and" in head[1:-1]:
        after = head[head.index("and", 1) + 1]
        return after[0].isupper() or after in item.words.determiners or after == "the"
    last = head[-1]
    if last[-1] != "s" or last.endswith(_ENDS_OF_ONE):
        return False
    if len(head) == 1:
        return last[0].islower() or last.casefold() in item.exam.common
    return last[0].islower() and head[0].casefold() == "the"


def _is_one(option: str, item: Item) -> bool:
    """Return whether an option clearly names one thing: “a king”, “Brant”."""
    assert item.words is not None
    head = _head(option)
    last = head[-1].casefold()
    if "and" in head or not last.isalpha() or last[-1] == "s" or last in item.words.plurals:
        return False
    return len(head) == 1 or head[0].casefold() in item.words.determiners
