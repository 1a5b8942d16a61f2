"""Where a student is weak: passages to read again, questions missed often, wrong beliefs that come back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from quiz.core.planning import Passages, passages_of, touch

if TYPE_CHECKING:
    from quiz.core.bank import Bank, Quote
    from quiz.core.questions.base import Option, Question, Response

MOST_PASSAGES = 3
_TWICE = 2

Wrong = tuple[str, "Response", int] | tuple[str, "Response", int, str]
"""A question's id, a response to it that was not right, how often it was given, and the fingerprint it was given to."""


def is_changed(bank: Bank, ident: str, content: str = "") -> bool:
    """Return whether a question has changed since its fingerprint was `content`; False when that is not known."""
    question = bank.by_id.get(ident)
    return question is not None and content not in ("", question.fingerprint)


class Passage(NamedTuple):
    """A passage to read again: a quotation in it, and the questions on it that were missed."""

    quote: Quote
    missed: tuple[str, ...]


def to_read_again(bank: Bank, points: Mapping[str, float], most: int = MOST_PASSAGES) -> tuple[Passage, ...]:
    """Return the passages on which most was missed, from a score (0 to 1) for each question, in the order of the text.

    Questions that the bank no longer has are passed over. What was partly right counts for the part that was not.
    Questions whose quotations share a sentence are on the same passage.
    """
    groups: list[list[str]] = []
    known = bank.by_id
    missed = [ident for ident, score in points.items() if score < 1 and ident in known and known[ident].quotes]
    places = {ident: passages_of(bank, ident) for ident in missed}
    for ident in missed:
        near = next((group for group in groups if touch(places[group[0]], places[ident])), None)
        if near is None:
            groups.append([ident])
        else:
            near.append(ident)
    groups.sort(key=lambda group: -sum(1 - points[ident] for ident in group))
    found = [Passage(_shared_quote(bank, group, places), tuple(group)) for group in groups[:most]]
    order = {source.id: i for i, source in enumerate(bank.sources)}
    return tuple(sorted(found, key=lambda passage: (order[passage.quote.source], passage.quote.spans[0])))


def _shared_quote(bank: Bank, group: list[str], places: Mapping[str, Passages]) -> Quote:
    """Return the quotation on whose sentence most questions of a group are."""
    quotes = [(quote, place) for i in group for quote, place in zip(bank.by_id[i].quotes, places[i], strict=True)]
    return max(quotes, key=lambda pair: sum(touch((pair[1],), places[i]) for i in group))[0]


class Missed(NamedTuple):
    """A question that was missed `times` of the `asked` times it was asked, `before` of them before it was changed."""

    question: Question
    times: int
    asked: int
    before: int = 0


def most_missed(bank: Bank, misses: Iterable[Wrong], asked: Mapping[str, int]) -> list[Missed]:
    """Return the questions that were missed, the most often missed first.

    `asked` tells how often each question was asked.
    """
    times: Counter[str] = Counter()
    before: Counter[str] = Counter()
    for ident, _, number, *content in misses:
        times[ident] += number
        before[ident] += number if is_changed(bank, ident, *content) else 0
    known = [(bank.by_id[i], i, n) for i, n in times.items() if i in bank.by_id]
    found = [Missed(question, n, max(asked.get(i, n), n), before[i]) for question, i, n in known]
    return sorted(found, key=lambda miss: (-miss.times, miss.times / miss.asked * -1, miss.question.id))


class Misconception(NamedTuple):
    """A wrong option that was chosen more than once, `before` of these `times` before the question was changed."""

    question: Question
    option: Option
    times: int
    before: int = 0


def misconceptions(bank: Bank, misses: Iterable[Wrong]) -> list[Misconception]:
    """Return the wrong options that were chosen more than once, the most frequent first."""
    times: Counter[tuple[str, Option]] = Counter()
    before: Counter[tuple[str, Option]] = Counter()
    for ident, response, number, *content in misses:
        changed = is_changed(bank, ident, *content)
        for option in bank.by_id[ident].reasons(response) if ident in bank.by_id else ():
            times[ident, option] += number
            before[ident, option] += number if changed else 0
    twice = [(key, n) for key, n in times.items() if n >= _TWICE]
    found = [Misconception(bank.by_id[i], option, n, before[i, option]) for (i, option), n in twice]
    return sorted(found, key=lambda it: (-it.times, it.question.id, it.option.text))
