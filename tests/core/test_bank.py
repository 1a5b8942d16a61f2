"""A bank finds its parts."""

from quiz.core.bank import Bank, Phase, Quote, Source
from quiz.core.questions.true_false import TrueFalse
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


def test_what_is_not_said_of_a_bank_is_empty_and_its_language_is_english() -> None:
    bank = Bank(id="bank", title="Bank")
    assert "en" == bank.language
    assert {""} == {bank.license, bank.author, bank.description}
    assert {()} == {bank.sources, bank.phases, bank.questions}


def test_what_is_not_said_of_a_source_a_phase_or_a_question_is_empty() -> None:
    source = Source(id="one", title="One", text="A text.")
    assert {""} == {getattr(source, f) for f in ("file", "author", "origin", "license", "sha256", "sentences")}
    assert ("p", "P", "", "", ()) == Phase("p", "P")
    question = TrueFalse(id="q", phase="p", prompt="?", answer=True)
    assert ("", "", "en", ()) == (question.explanation, question.level, question.language, question.quotes)


def test_a_bank_prints_without_its_texts_and_questions() -> None:
    source = Source(id="one", title="One", text="A text that is long.")
    assert "long" not in repr(source)
    assert "a0" not in repr(bank_of(1))


def test_a_source_is_indexed_once() -> None:
    source = Source(id="one", title="One", text="A text.")
    assert source.indexed is source.indexed
