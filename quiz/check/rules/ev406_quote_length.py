"""The quotation is very short, or very long.

## What it finds
A question whose quotations have fewer than five words in all, or a quotation of more than sixty; above 120 it is a
warning. Languages written without blanks between words are left out.

## Why it matters
A few words prove little when they stand alone; in a long passage the student must search for what proves the answer.

## Example
quote: in 1841

## Better
quote: A fire destroyed the lamp room in 1841

## When to ignore it
When the source is a table or a list, or when the whole of a long passage is needed.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import tokens
from quiz.core.finding import Severity

CODE = "EV406"
NAME = "quote-length"
SEVERITY = Severity.INFO
BAD = (
    """
    prompt: When did the lamp room burn?
    answer: "1841"
    distractors: ["1822", "1831"]
    quote: in 1841
    """,
    f"""
    source_text: {"The keeper wrote down the weather of the day, " * 8}and that was all he wrote.
    questions:
      - prompt: What did the keeper write down?
        answer: The weather
        distractors: [The ships, The tides]
        quote: {"The keeper wrote down the weather of the day, " * 7}
    """,
)
GOOD = (
    """
    prompt: When did the lamp room burn?
    answer: "1841"
    distractors: ["1822", "1831"]
    quote: A fire destroyed the lamp room in 1841
    """,
    """
    prompt: When did the lamp room burn?
    answer: "1841"
    distractors: ["1822", "1831"]
    quote: [A fire destroyed, in 1841]
    """,
)
_SHORT, _LONG, _TOO_LONG = 5, 60, 120
_UNSPACED = frozenset("zh ja th lo km my bo".split())


def check(item: Item) -> Iterable[Note]:
    """Count the words of the quotations."""
    count = len(item.quote_tokens)
    if _SHORT <= count <= _LONG or item.exam.bank.language[:2].casefold() in _UNSPACED:
        return
    if 0 < count < _SHORT:
        cure = "Quote the whole statement, so that it can be read by itself."
        yield Note(f"the quotation has only {count} word{'s' * (count > 1)}", cure, "quote")
        return
    for index, quote in enumerate(item.question.quotes):
        words = len(tokens(quote.text))
        if words > _LONG:
            severity = Severity.WARNING if words > _TOO_LONG else Severity.INFO
            cure = "Quote only what proves the answer; leave out the rest with […]."
            yield Note(f"the quotation has {words} words", cure, "quote", index, severity)
