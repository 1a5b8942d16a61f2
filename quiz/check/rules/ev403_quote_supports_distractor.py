"""The quotation speaks for a wrong option at least as much as for the right one.

## What it finds
A wrong option of which half the words or more stand in the quotation, and a larger part than of the right one. It is
information when the part is equal, and from the level "apply" on, where the right answer goes beyond the words of the
source; there an equal part is nothing. Words that stand in the prompt too are left out, and questions that ask for
what is not so.

## Why it matters
A student who reads the quotation afterwards will ask why the other option was wrong. Now and then this finds a
question with the wrong option marked as right.

## Example
What burnt in 1841? – The keeper's house (marked as right) / The lamp room. Quotation: "A fire destroyed the lamp room"

## Better
What burnt in 1841? – The lamp room (marked as right) / The keeper's house. The same quotation.

## When to ignore it
When the wrong option twists the quoted words on purpose, the right one puts them in other words, and the reason
given with the wrong option makes the difference plain.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "EV403"
NAME = "quote-supports-distractor"
SEVERITY = Severity.WARNING
WORDED = True
BAD = (
    """
    prompt: What burnt in 1841?
    answer: The keeper's house
    distractors: [The lamp room, The harbour]
    quote: A fire destroyed the lamp room in 1841
    """,
    """
    prompt: What was done to the tower in the end?
    answer: Its stairs were moved outside
    distractors: [Its walls were painted, It was raised by nine metres]
    quote: the tower was raised by nine metres
    """,
)
GOOD = (
    """
    prompt: What burnt in 1841?
    answer: The lamp room
    distractors: [The keeper's house, The harbour]
    quote: A fire destroyed the lamp room in 1841
    """,
    """
    prompt: Which of these did NOT happen in 1841?
    answer: The light was lit for the first time
    distractors: [The lamp room was destroyed, The tower was raised]
    quote: A fire destroyed the lamp room in 1841, and the tower was raised by nine metres.
    """,
)
_CURE = "Check which option is right; if it is, quote words that set it apart, or change the wrong option."

_BEYOND = frozenset({"apply", "analyse", "evaluate"})


def check(item: Item) -> Iterable[Note]:
    """Compare what part of each option's words the quotation has."""
    if not item.keys:
        return
    count = len(item.keys)
    parts = [_part(item, words) for words in item.option_content]
    right = min(parts[:count])
    index = max(range(count, len(parts)), key=lambda i: parts[i])
    wrong = parts[index]
    beyond = item.question.level in _BEYOND
    if wrong < 0.5 or wrong < right or (wrong == right and beyond) or item.negation:
        return
    message = f"the quotation has {wrong:.0%} of the words of this wrong option, and {right:.0%} of the right one"
    severity = Severity.WARNING if wrong > right and not beyond else Severity.INFO
    yield Note(message, _CURE, *item.field_of(index), severity=severity)


def _part(item: Item, words: frozenset[str]) -> float:
    """Return which part of an option's own words stands in the quotation."""
    own = words - item.stem_content
    return sum(word[:5] in item.quote_beginnings for word in own) / len(own) if own else 0.0
