"""A bank finds its parts."""

from quiz.core.bank import Bank, Quote, Source
from tests.core.samples import bank_of


def test_parts_are_found_by_their_ids() -> None:
    bank = bank_of(2, 0, 1)
    assert list(bank.by_id) == ["a0", "a1", "c0"]
    assert bank.phase_by_id["b"].title == "B"


def test_every_phase_has_its_questions_even_when_there_are_none() -> None:
    bank = bank_of(2, 0, 1)
    ids = {phase: [question.id for question in questions] for phase, questions in bank.by_phase.items()}
    assert ids == {"a": ["a0", "a1"], "b": [], "c": ["c0"]}


def test_a_quotation_is_placed_in_its_own_source() -> None:
    one = Source(id="one", title="One", text="Nothing of it here.\n")
    two = Source(id="two", title="Two", text="A beginning. Then the passage.\n")
    bank = Bank(id="bank", title="Bank", sources=(one, two))
    spans = two.indexed.find("the passage")
    assert spans is not None
    assert str(bank.where(Quote("the passage", "two", spans))) == "paragraph 1, sentence 2"


def test_a_source_is_indexed_once() -> None:
    source = Source(id="one", title="One", text="A text.")
    assert source.indexed is source.indexed
