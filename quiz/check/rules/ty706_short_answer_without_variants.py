"""Only one wording of the typed answer is accepted.

## What it finds
A short answer without `accept`. Case, accents, punctuation and small slips of spelling are forgiven anyway.

## Why it matters
Students type what they know in their own way: with a first name or without, an abbreviation, another spelling of a
foreign name. Who is right and is told "not right" stops trusting the quiz.

## Example
answer: Comintern

## Better
answer: Comintern
accept: [Communist International, Third International]

## When to ignore it
When there is truly one word for it.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity
from quiz.core.questions.short_answer import ShortAnswer

CODE = "TY706"
NAME = "short-answer-without-variants"
SEVERITY = Severity.INFO
BAD = (
    """
    type: short-answer
    prompt: Which body did the towns found?
    answer: The Board of Lights
    """,
    """
    type: short-answer
    prompt: From which city did the lens come?
    answer: Paris
    """,
)
GOOD = (
    """
    type: short-answer
    prompt: Which body did the towns found?
    answer: The Board of Lights
    accept: [The Lights Board]
    """,
    """
    type: number
    prompt: In which year was the lamp lit?
    answer: 1822
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Look for other answers that are accepted."""
    if isinstance(item.question, ShortAnswer) and not item.question.accept:
        yield Note(
            f"only “{item.question.answer}” is accepted",
            "List other right answers under accept: (full names, abbreviations, other spellings).",
            "answer",
        )
