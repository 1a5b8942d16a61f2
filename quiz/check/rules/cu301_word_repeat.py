"""A word of the prompt stands in the right option and in no wrong one.

## What it finds
A word that carries meaning, in any of its forms, which the prompt and a right option share, while no wrong option has
it. Words that many prompts of the bank name (one in twenty), and those of the titles of the bank and its phases, do
not count. Left alone are prompts that ask what is not so, and prompts that name all options themselves. Questions with
one right option and with several are looked at.

## Why it matters
The eye goes to the option that sounds like the prompt. Students who know nothing choose it, and are right.

## Example
What did the weavers of the Silk Riot demand? – Cheaper silk (right) / Shorter hours / A new guild

## Better
What did the weavers demand in 1765? – Cheaper thread (right) / Shorter hours / A new guild

## When to ignore it
When the word names what the question is about, and the right option cannot be said without it.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import contains_run, stemmed
from quiz.core.finding import Severity

CODE = "CU301"
NAME = "word-repeat"
SEVERITY = Severity.WARNING
WORDED = True
BAD = (
    """
    prompt: What did the weavers of the Silk Riot demand?
    answer: Cheaper silk
    distractors: [Shorter hours, A new guild]
    """,
    """
    type: multiple
    prompt: Which two harbours did the merchants build?
    answers: [The harbour of the north, The quay at Rook Point]
    distractors: [The old pier, A basin for boats]
    """,
)
GOOD = (
    """
    prompt: What did the weavers of the Silk Riot demand?
    answer: Cheaper silk
    distractors: [Dearer silk, A new guild]
    """,
    """
    prompt: Which of these was NOT a silk town?
    answer: The silk port of Varn
    distractors: [Lome, Tarrow]
    """,
    """
    prompt: Was the harbour, the mill or the bridge built first?
    answer: The harbour
    distractors: [The mill, The bridge]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Look for words that the prompt shares with right options only."""
    if not item.keys or item.words is None:
        return
    count = len(item.keys)
    wrong = frozenset().union(*item.option_content[count:])
    for index in range(count):
        shared = (item.option_content[index] & item.stem_content) - wrong
        if not shared:
            continue
        found = [word for word in shared if _rare(item, word) and not any(_akin(word, other) for other in wrong)]
        if found and not _excused(item):
            yield _note(item, index, found)
            return


def _rare(item: Item, word: str) -> bool:
    """Return whether few prompts have the word, and no title."""
    times = item.exam.stem_counts[word]
    return (times < 2 or times * 20 < len(item.exam.items)) and word not in item.exam.phase_content


def _akin(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _excused(item: Item) -> bool:
    """Return whether the prompt asks what is not so, or names every option."""
    assert item.words is not None
    if any(word in item.words.negations or word.endswith("n't") for word in item.lead_in_tokens):
        return True
    return all(contains_run(item.stem_tokens, words) for words in item.option_tokens)


def _note(item: Item, index: int, found: list[str]) -> Note:
    said = next(word for word in item.option_tokens[index] if word in found or stemmed(word) in found)
    return Note(
        f"“{said}” stands in the prompt and in a right option, but in no wrong one",
        "Say it in other words in one of the two, or use it in a wrong option too.",
        *item.field_of(index),
    )
