"""Several banks as one, for sessions that draw from all of them."""

from collections.abc import Sequence
from dataclasses import replace

from quiz.core.bank import Bank, Phase, Quote, Source
from quiz.core.listing import Entry, Listing
from quiz.core.questions.base import Question

_MARK = "/"
"""Between the id of a bank and one within it; no id has it."""


def joined(banks: Sequence[Bank]) -> Bank:
    """Return one bank with all phases, sources and questions of several, each id led by that of its bank."""
    return Bank(
        id="+".join(bank.id for bank in banks),
        title=f"{len(banks)} banks",
        language=banks[0].language,
        sources=tuple(_source(bank, source) for bank in banks for source in bank.sources),
        phases=tuple(_phase(bank, phase) for bank in banks for phase in bank.phases),
        questions=_questions(banks),
    )


def within(bank: str, ident: str) -> str:
    """Return the id that something of a bank has in the joined bank."""
    return f"{bank}{_MARK}{ident}"


def parted(ident: str) -> tuple[str, str]:
    """Return the id of the bank and the id within it."""
    bank, _, own = ident.partition(_MARK)
    return bank, own


def _source(bank: Bank, source: Source) -> Source:
    twin = replace(source, id=within(bank.id, source.id))
    if "indexed" in source.__dict__:
        twin.__dict__["indexed"] = source.indexed  # the index is of the text alone, and takes time to build
    return twin


def _quotes(bank: Bank, quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    return tuple(quote._replace(source=within(bank.id, quote.source)) for quote in quotes)


def _phase(bank: Bank, phase: Phase) -> Phase:
    return phase._replace(id=within(bank.id, phase.id), quotes=_quotes(bank, phase.quotes))


def _questions(banks: Sequence[Bank]) -> Listing:
    """Return the questions of several banks, each made when it is asked for: a session asks for few of them."""
    places = [(bank, place) for bank in banks for place in range(len(bank.questions))]

    def make(index: int) -> Question:
        bank, place = places[index]
        return _question(bank, bank.questions[place])

    entries = (Entry(within(bank.id, q.id), within(bank.id, q.phase), q.chance) for bank in banks for q in bank.listed)
    return Listing(tuple(entries), make)


def _question(bank: Bank, question: Question) -> Question:
    ident, phase = within(bank.id, question.id), within(bank.id, question.phase)
    return replace(question, id=ident, phase=phase, quotes=_quotes(bank, question.quotes))
