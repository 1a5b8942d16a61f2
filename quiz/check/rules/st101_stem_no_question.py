"""The prompt asks nothing: no question mark, no blank, and it does not lead up to the answer.

## What it finds
A prompt without a question mark and without a blank, which does not end in a colon, a dash or dots, and does not tell
the student what to do ("Name the …"). Only prompts to choose by or to answer in words or numbers are looked at:
statements to judge and texts to complete, match or order are left alone.

## Why it matters
A good prompt can be answered with the options covered. Where it only opens a topic, students must read all options to
find out what is wanted, and test their skill in guessing that.

## Example
The lighthouse keeper wrote about

## Better
What did the lighthouse keeper write about?

## When to ignore it
When the prompt is a request in words that the program does not know as one.
"""

import re
from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import has_blank, tokens
from quiz.core.finding import Severity
from quiz.core.patterns import late

CODE = "ST101"
NAME = "stem-no-question"
SEVERITY = Severity.WARNING
WORDED = True
BAD = (
    """
    prompt: The lighthouse keeper wrote about
    answer: storms
    distractors: [ships, birds]
    """,
    """
    type: short-answer
    prompt: The year of the great fire
    answer: 1841
    """,
)
GOOD = (
    """
    prompt: What did the lighthouse keeper write about?
    answer: storms
    distractors: [ships, birds]
    """,
    """
    prompt: 'From these three, name the first keeper of the lighthouse.'
    answer: Ann Hale
    distractors: [Tom Reed, Will Moss]
    """,
    """
    type: true-false
    prompt: The tower was raised after the fire.
    answer: true
    """,
)

_ASKING = ("choice", "multiple", "short-answer", "number")
_TAIL = late(r"(?:\)[^()]*+\(|[\s*\"'”’])*+")  # backwards: hints in brackets, closing quotation marks, bold
_OPEN = (":", "…", "...", "—", "–", " -")
_PART = late(r"[.,;:!()]+\s*|\b(?:and|then|please)\s+", re.IGNORECASE)


def check(item: Item) -> Iterable[Note]:
    """Look for a sign that the prompt asks something."""
    if "?" in item.stem or item.words is None or item.kind not in _ASKING:
        return
    tail = _TAIL.match(item.stem[::-1])
    bare = item.stem[: len(item.stem) - tail.end()] if tail else item.stem
    if has_blank(item.stem) or bare.endswith(_OPEN):
        return
    if item.keys and item.option_words <= item.words.phrases.yes_no:  # a statement to judge: ST106 says so
        return
    first_words = (tokens(part)[:1] for part in _PART.split(item.stem))
    if any(word and word[0] in item.words.imperatives for word in first_words):
        return
    yield Note(
        f"the prompt ends “{_end(bare)}”, and has neither a question mark nor a blank",
        "Write it as a full question that can be answered with the options covered.",
    )


def _end(text: str) -> str:
    words = text.split()
    return " ".join(words) if len(words) < 6 else "… " + " ".join(words[-4:])
