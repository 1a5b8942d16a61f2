"""The question turns on a word such as "not", and the word does not stand out.

## What it finds
A "not", "except", "never", "false" or the like in the question proper (the last sentence of the prompt), written
neither in CAPITALS nor in **bold**. It is a warning where the student has to choose what does not fit ("Which of
these was not …"), and information where the negation belongs to the matter ("Why could the king not flee?").
Quotations, statements to judge and turns such as "at least" or "not only" are left alone.

## Why it matters
Students who know the answer read over the small word and fail. The question then measures care in reading, and
nothing of the subject.

## Example
Which of these was not a cause of the revolt?

## Better
Which of these was a cause of the revolt? – or, where it must be: Which of these was NOT a cause of the revolt?

## When to ignore it
When the question is about something that did not happen, and cannot be asked in another way.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "ST102"
NAME = "stem-negative-unmarked"
SEVERITY = Severity.WARNING
WORDED = True
BAD = (
    """
    prompt: Which of these was not damaged by the fire?
    answer: The cottage
    distractors: [The lamp, The stairs]
    """,
    """
    prompt: All of these were keepers except whom?
    answer: Tom Reed
    distractors: [Ann Hale, Will Moss]
    """,
    """
    prompt: Which statement about the lamp is false?
    answer: It burned coal
    distractors: [It burned oil, It was lit at dusk]
    """,
)
GOOD = (
    """
    prompt: Which of these was NOT damaged by the fire?
    answer: The cottage
    distractors: [The lamp, The stairs]
    """,
    """
    prompt: Which of these was **not** damaged by the fire?
    answer: The cottage
    distractors: [The lamp, The stairs]
    """,
    """
    prompt: Which keeper said “I shall not leave the lamp”, and kept it lit for at least thirty years?
    answer: Ann Hale
    distractors: [Tom Reed, Will Moss]
    """,
    """
    type: true-false
    prompt: The keeper did not leave the tower during the fire.
    answer: true
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Look for a negation in plain letters."""
    if item.kind == "true-false" or item.negation is None or item.negation.marked:
        return
    word = item.negation.word
    if item.negation.turns:
        message = f"“{word}” turns the question round, and is easily read over"
        yield Note(message, f"Ask for what does fit, or write “{word.upper()}” in capitals.")
    else:
        message = f"“{word}” stands in the question, in plain letters"
        cure = "Say it without a negation where that is as clear."
        yield Note(message, cure, severity=Severity.INFO)
