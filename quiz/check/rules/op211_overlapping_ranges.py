"""Two options are ranges of numbers that overlap.

## What it finds
Two options that are both ranges (1600–1650, 10 to 20 miles) and have more than a point in common; as a warning, ranges
that share an end (10–20 and 20–30). Where the question asks for a span itself ("Between which years …?", "How long
…?"), its options may overlap, and are left alone.

## Why it matters
A year that lies in two ranges makes two options right, and students who know it cannot tell which one is wanted.

## Example
When was the abbey founded? – 1600–1650. (right) / 1640–1700. / 1701–1750.

## Better
When was the abbey founded? – 1600–1649. (right) / 1650–1699. / 1700–1749.

## When to ignore it
When the ranges are themselves the thing asked for, such as the years of a war.
"""

from collections.abc import Iterable
from itertools import combinations

from quiz.check.item import Item
from quiz.check.ranges import range_of
from quiz.check.rule import Note
from quiz.core.finding import Severity
from quiz.core.patterns import late

CODE = "OP211"
NAME = "overlapping-ranges"
SEVERITY = Severity.ERROR
WORDED = True
BAD = (
    """
    prompt: When was the lamp lit for the first time?
    answer: 1800–1830
    distractors: [1825–1850, 1851–1900]
    """,
    """
    prompt: How many steps has the tower?
    answer: 90 to 100 steps
    distractors: [50 to 90 steps, 101 to 150 steps]
    """,
)
GOOD = (
    """
    prompt: When was the lamp lit for the first time?
    answer: 1800–1824
    distractors: [1825–1849, 1850–1874]
    """,
    """
    prompt: Between which years was Ann Hale the keeper?
    answer: 1822–1841
    distractors: [1822–1850, 1830–1841]
    """,
    """
    prompt: Which light was it?
    answer: 'Rook Point, 1822–1841'
    distractors: ['Gull Head, 1830–1850', 'Seal Bay, 1801–1840']
    """,
)

_DIGIT = late(r"\d")


def check(item: Item) -> Iterable[Note]:
    """Compare the ranges among the options."""
    if not item.keys or item.words is None or sum(map(bool, map(_DIGIT.search, item.options))) < 2:
        return
    ranges = [(found, i) for i, option in enumerate(item.options) if (found := range_of(option))]
    if len(ranges) < 2 or item.words.phrases.span.find(item.stem, item.stem_tokens):
        return
    for (one, i), (other, j) in combinations(sorted(ranges, key=lambda pair: pair[0].first), 2):
        if one.about != other.about or other.first > one.last:
            continue
        touch = other.first == one.last and one.first < one.last and other.first < other.last
        field, place = item.field_of(max(i, j))
        what = "share an end" if touch else "overlap"
        message = f"“{item.options[i]}” and “{item.options[j]}” {what}"
        cure = "Let every range begin where the one before has ended."
        yield Note(message, cure, field, place, Severity.WARNING if touch else None)
