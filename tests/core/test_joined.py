"""A joined bank holds all of its parts: each reference leads where it did, and each can be found again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.bank import Bank, Phase
from quiz.core.joined import joined, parted, within
from tests.core.passages import quoting, quoting_banks

IDENTS = st.text("abc-0", min_size=1, max_size=5)


@st.composite
def several(draw: st.DrawFn) -> list[Bank]:
    """Draw one to four banks with different ids; their phases, sources and questions have the same ids."""
    idents = draw(st.lists(IDENTS, min_size=1, max_size=4, unique=True))
    banks = [replace(draw(quoting_banks(most=6)), id=ident) for ident in idents]
    return [_with_quoting_phases(bank) if draw(st.booleans()) else bank for bank in banks]


def _with_quoting_phases(bank: Bank) -> Bank:
    quotes = bank.questions[0].quotes if bank.questions else ()
    return replace(bank, phases=tuple(phase._replace(quotes=quotes) for phase in bank.phases))


@given(several())
def test_all_of_every_bank_is_there_in_order(banks: list[Bank]) -> None:
    whole = joined(banks)
    for kind in ("sources", "phases", "questions"):
        parts = [within(bank.id, part.id) for bank in banks for part in getattr(bank, kind)]
        assert parts == [part.id for part in getattr(whole, kind)]
        assert len(set(parts)) == len(parts)


@given(several())
def test_everything_refers_to_something_that_is_there(banks: list[Bank]) -> None:
    whole = joined(banks)
    assert {question.phase for question in whole.questions} <= set(whole.phase_by_id)
    quotes = [part.quotes for part in whole.questions] + [part.quotes for part in whole.phases]
    assert {quote.source for some in quotes for quote in some} <= set(whole.source_by_id)


@given(several())
def test_every_question_is_what_it_was_but_for_its_references(banks: list[Bank]) -> None:
    whole = joined(banks)
    for bank in banks:
        for question in bank.questions:
            twin = whole.by_id[within(bank.id, question.id)]
            assert question.fingerprint == twin.fingerprint
            assert (question.key, question.chance, question.task) == (twin.key, twin.chance, twin.task)
            assert (bank.id, question.phase) == parted(twin.phase)
            assert [bank.where(quote) for quote in question.quotes] == [whole.where(quote) for quote in twin.quotes]
            assert question == replace(twin, id=question.id, phase=question.phase, quotes=question.quotes)


@given(IDENTS, st.text())
def test_an_id_is_taken_apart_as_it_was_put_together(bank: str, ident: str) -> None:
    assert (bank, ident) == parted(within(bank, ident))


@given(several())
def test_joining_changes_none_of_the_banks(banks: list[Bank]) -> None:
    before = [repr(bank) + repr(bank.questions) for bank in banks]
    joined(banks)
    assert before == [repr(bank) + repr(bank.questions) for bank in banks]


def test_the_joined_bank_tells_how_many_it_joins() -> None:
    whole = joined([quoting(("a", [0]), ident="one"), replace(quoting(("a", [0]), ident="two"), language="de")])
    assert ("one+two", "2 banks", "en") == (whole.id, whole.title, whole.language)


@pytest.mark.parametrize("built", [True, False])
def test_an_index_of_a_source_is_not_built_twice(built: bool) -> None:
    bank = quoting(("a", [1]))
    index = bank.sources[0].indexed if built else None
    whole = joined([bank])
    assert built == (whole.sources[0].indexed is index)
    assert "text" == bank.sources[0].id


def test_questions_of_different_banks_are_on_different_passages() -> None:
    banks = [quoting(("a", [1]), ident="one"), quoting(("a", [1]), ident="two")]
    sources = {quote.source for question in joined(banks).questions for quote in question.quotes}
    assert {"one/text", "two/text"} == sources


def test_a_phase_keeps_what_is_said_of_it() -> None:
    phase = Phase(id="p", title="A phase", years="1917–1921", summary="War.")
    bank = Bank(id="bank", title="A bank", phases=(phase,))
    assert (phase._replace(id="bank/p"),) == joined([bank]).phases
