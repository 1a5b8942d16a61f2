"""How the questions of a bank spread over its sources: sentence by sentence."""

from typing import NamedTuple

from quiz.core.bank import Bank, Quote
from quiz.core.quotes import Span


class Sentence(NamedTuple):
    """A sentence of a source, and the ids of the questions that quote some of it.

    `paragraph` and `number` count from 1; paragraph 0 is a heading.
    """

    source: str
    paragraph: int
    number: int
    span: Span
    questions: tuple[str, ...]


def coverage(bank: Bank) -> list[Sentence]:
    """Return every sentence of every source, in order, with the questions that quote it."""
    quotes = [(question.id, quote) for question in bank.questions for quote in question.quotes]
    return [sentence for source in bank.sources for sentence in _of_source(bank, source.id, quotes)]


def _of_source(bank: Bank, ident: str, quotes: list[tuple[str, Quote]]) -> list[Sentence]:
    text = bank.source_by_id[ident].indexed
    spans = sorted((span, question) for question, quote in quotes if quote.source == ident for span in quote.spans)
    found, first = [], 0
    for paragraph, whole in zip(text.numbers, text.paragraphs, strict=True):
        for number, (start, end) in enumerate(text.sentences(whole), 1):
            while first < len(spans) and spans[first][0][1] <= start:
                first += 1
            inside = dict.fromkeys(q for (a, b), q in spans[first:] if a < end and b > start)
            found.append(Sentence(ident, paragraph, number, (start, end), tuple(inside)))
    return found
