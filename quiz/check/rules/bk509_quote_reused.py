"""Many questions quote the same passage.

## What it finds
More than three questions with the same quotation, or with one of which more than 80 % is the same.

## Why it matters
The passage that explains the first answer tells the others as well. Often another part of the source is left out.

## Example
Five questions that all quote "A fire destroyed the lamp room in 1841, and the tower was raised by nine metres."

## Better
Each with the part that proves its own answer: "the tower was raised by nine metres".

## When to ignore it
When the passage is the heart of the text, and the questions look at it from different sides.
"""

from collections.abc import Iterable

from quiz.check.item import Exam
from quiz.check.rule import Note
from quiz.core.finding import Severity
from quiz.core.quotes import Span

CODE = "BK509"
NAME = "quote-reused"
SEVERITY = Severity.INFO
Parts = tuple[Span, ...]


def _bank(*quotes: str) -> str:
    """Return a question for each quotation."""
    return "\n".join(f"- {{type: true-false, answer: true, quote: '{quote}'}}" for quote in quotes)


BAD = (
    _bank(*["was lit for the first time in 1822"] * 4),
    _bank(*["A fire destroyed the lamp room in 1841"] * 3, "fire destroyed the lamp room in 1841"),
)
GOOD = (
    _bank(*["was lit for the first time in 1822"] * 3, "seen from twenty miles"),
    _bank(*["A fire destroyed the lamp room in 1841"] * 3, "the lamp room in 1841"),
)
_MOST, _SAME = 3, 0.8


def check_bank(exam: Exam) -> Iterable[Note]:
    """Gather the questions by the passages they quote; speak of each passage once."""
    users: dict[tuple[str, Parts], list[str]] = {}
    for question in exam.bank.questions:
        for quote in question.quotes:
            users.setdefault((quote.source, quote.spans), []).append(question.id)
    told: set[str] = set()
    for group in _groups(sorted(users)):
        who = list(dict.fromkeys(ident for passage in group for ident in users[passage]))
        if len(who) > _MOST and told.isdisjoint(who):
            told.update(who)
            others = ", ".join(f"'{ident}'" for ident in who[:_MOST])
            message = f"{len(who)} questions quote this passage, among them {others}"
            cure = "Quote for each what proves its own answer, or ask about other parts of the source."
            yield Note(message, cure, "quote", question=who[_MOST])


def _groups(passages: list[tuple[str, Parts]]) -> Iterable[list[tuple[str, Parts]]]:
    """Yield each passage with those, begun after it, that are nearly the same."""
    for index, (source, parts) in enumerate(passages):
        group, slack = [(source, parts)], (1 - _SAME) * _length(parts)
        for following in range(index + 1, len(passages)):
            other = passages[following]
            if other[0] != source or other[1][0][0] > parts[0][0] + slack:
                break
            if _overlap(parts, other[1]) > _SAME:
                group.append(other)
        yield group


def _length(parts: Parts) -> int:
    return sum(end - start for start, end in parts)


def _overlap(one: Parts, other: Parts) -> float:
    """Return which part of the longer of two passages both have."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    return shared / max(_length(one), _length(other))
