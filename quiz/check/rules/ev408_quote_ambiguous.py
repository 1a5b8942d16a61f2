"""The quotation stands in the source more than once.

## What it finds
A quotation that can be found in its source in a second place. The program shows the first. Quotations with […] are
not looked at.

## Why it matters
The student who looks the passage up may be shown another one than the one that you meant.

## Example
quote: the tower was raised (which the source says of 1841 and of 1890)

## Better
quote: After the fire of 1841 the tower was raised

## When to ignore it
When all the places prove the answer equally well.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import tokens
from quiz.core.bank import Quote
from quiz.core.finding import Severity
from quiz.core.quotes import fold

CODE = "EV408"
NAME = "quote-ambiguous"
SEVERITY = Severity.WARNING
_BANK = """
    source_text: |
      In 1841 the tower was raised by nine metres, and painted. In 1890 the tower was raised by nine metres again.
    questions:
      - prompt: When was the tower painted?
        answer: In 1841
        distractors: [In 1890, In 1901]
"""
BAD = (
    _BANK + "        quote: the tower was raised by nine metres",
    _BANK + "        quote: [the tower was raised, In 1841]",
)
GOOD = (
    _BANK + "        quote: In 1841 the tower was raised by nine metres",
    _BANK + "        quote: In 1841 the tower […] painted",
)
_CURE = "Quote a few words more, so that the passage is the only one."


def check(item: Item) -> Iterable[Note]:
    """Look for each quotation a second time."""
    for index, quote in enumerate(item.question.quotes):
        if len(quote.spans) == 1 and _again(item, quote):
            yield Note(f"the source has these words more than once: “{quote.text}”", _CURE, "quote", index)


def _again(item: Item, quote: Quote) -> bool:
    """Return whether a quotation stands in its source twice; the index of words rules most of them out."""
    words = item.quote_tokens if len(item.question.quotes) == 1 else tokens(quote.text)
    inner = words[1:-1] if len(words) > 4 else words  # the outer ones may be cut in the middle
    if inner and not item.exam.source_words.twice(inner):
        return False
    source, sought = item.exam.folded[quote.source], fold(quote.text)
    return source.find(sought, source.find(sought) + 1) >= 0
