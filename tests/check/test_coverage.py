"""How the questions spread over the sentences of the sources."""

from pathlib import Path
from typing import Any

from quiz.banks.reader import read_bank
from quiz.check.coverage import Sentence, coverage
from quiz.core.bank import Bank, Phase, Quote, Source
from quiz.core.questions.true_false import TrueFalse
from tests.check.examples import bank_of

EIGHT = Path(__file__).parents[1] / "data" / "eight"
SEA = "The sea\n\nThe sea is salt. The sky is blue.\n\nGrass is green. Snow is white. Night is black.\n"


def bank(*texts: str, **quotes: list[tuple[int, str]]) -> Bank:
    """Return a bank with these sources (s0, s1, …), and for every question the numbers and words of its quotations."""
    sources = tuple(Source(id=f"s{i}", title=f"Text {i}", text=text) for i, text in enumerate(texts))
    questions = tuple(
        TrueFalse(id=ident, phase="p", prompt="So?", answer=True, quotes=tuple(_quote(sources[i], t) for i, t in told))
        for ident, told in quotes.items()
    )
    return Bank(id="b", title="B", sources=sources, phases=(Phase(id="p", title="P"),), questions=questions)


def _quote(source: Source, text: str) -> Quote:
    spans = source.indexed.find(text)
    assert spans is not None
    return Quote(text, source.id, spans)


def told(of: Bank) -> list[tuple[str, tuple[str, ...]]]:
    """Return every sentence with the ids of its questions."""
    return [(of.source_by_id[s.source].text[slice(*s.span)], s.questions) for s in coverage(of)]


def used(*texts: str, **quotes: list[tuple[int, str]]) -> dict[str, tuple[str, ...]]:
    """Return the sentences that are quoted, with their questions."""
    return {sentence: ids for sentence, ids in told(bank(*texts, **quotes)) if ids}


def test_every_sentence_is_there_once_in_order_with_its_number() -> None:
    expected = [
        (0, 1, "The sea"),
        (1, 1, "The sea is salt."),
        (1, 2, "The sky is blue."),
        (2, 1, "Grass is green."),
        (2, 2, "Snow is white."),
        (2, 3, "Night is black."),
    ]
    assert expected == [(s.paragraph, s.number, SEA[slice(*s.span)]) for s in coverage(bank(SEA))]


def test_a_sentence_has_the_ids_of_all_questions_that_quote_some_of_it() -> None:
    expected = {"The sea is salt.": ("b", "a"), "Snow is white.": ("c",)}
    assert expected == used(SEA, a=[(0, "is salt")], b=[(0, "The sea is salt.")], c=[(0, "white")])


def test_a_question_that_quotes_a_sentence_twice_stands_there_once() -> None:
    assert {"The sea is salt.": ("a",)} == used(SEA, a=[(0, "sea is"), (0, "salt")])


def test_a_quotation_over_several_sentences_counts_for_each() -> None:
    expected = {"The sky is blue.": ("a",), "Grass is green.": ("a",), "Snow is white.": ("a", "b")}
    assert expected == used(SEA, a=[(0, "sky is blue. Grass is green. Snow")], b=[(0, "white")])


def test_what_a_quotation_leaves_out_is_not_quoted() -> None:
    expected = {"The sea is salt.": ("a",), "Snow is white.": ("a",)}
    assert expected == used(SEA, a=[(0, "sea is salt […] Snow is white")])


def test_a_quotation_that_ends_where_a_sentence_begins_does_not_touch_it() -> None:
    assert {"海咸。": ("a",)} == used("海咸。天蓝。", a=[(0, "海咸。")])
    assert {"天蓝。": ("a",)} == used("海咸。天蓝。", a=[(0, "天蓝。")])


def test_a_long_quotation_does_not_hide_the_short_ones_within_it() -> None:
    expected = {
        "Grass is green.": ("long", "short"),
        "Snow is white.": ("long",),
        "Night is black.": ("long", "last"),
    }
    whole = "Grass is green. Snow is white. Night is black."
    assert expected == used(SEA, long=[(0, whole)], short=[(0, "green")], last=[(0, "black")])


def test_every_source_has_its_own_sentences_and_quotations() -> None:
    made = bank("One is here.\n", "One is here. Two is there.\n", a=[(1, "One is")], b=[(0, "is here"), (1, "Two")])
    expected = [
        Sentence("s0", 1, 1, (0, 12), ("b",)),
        Sentence("s1", 1, 1, (0, 12), ("a",)),
        Sentence("s1", 1, 2, (13, 26), ("b",)),
    ]
    assert expected == coverage(made)


def test_a_heading_may_be_quoted_too() -> None:
    assert {"The sea": ("a",)} == used(SEA, a=[(0, "The sea")])


def test_the_bank_of_eight_is_quoted_throughout() -> None:
    made = read_bank(EIGHT).bank
    assert made is not None
    ids = [sentence.questions for sentence in coverage(made)]
    assert [(), (), ("sequence",), ("fuel", "numbers"), ("sequence",)] == ids[:5]
    assert ("keeper-today", "summary") == tuple(sorted(ids[-1]))


def test_phases_and_questions_without_a_quotation_do_not_count(tmp_path: Path) -> None:
    phases: Any = "[{id: one, title: One, quote: A fire destroyed the lamp room}, {id: two, title: Two}]"
    made = bank_of(tmp_path, f"phases: {phases}\nquestions: [{{answer: A, distractors: [B, C]}}]").bank
    assert made is not None
    assert [("The lighthouse at Rook Point was lit for the first time in 1822.", ("q1",))] == [
        pair for pair in told(made) if pair[1]
    ]
