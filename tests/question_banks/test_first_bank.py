"""The first bank: its size, its spread over text, levels and types, and the craft that can be counted."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from quiz.banks.reader import Reading, read_bank
from quiz.core.bank import Bank, Quote
from quiz.core.questions import types
from quiz.core.questions.base import Question
from quiz.core.questions.choice import Choice

FOLDER = Path(__file__).parent.parent.parent / "question_banks" / "soviet_foreign_policy"
PHASES = ("world-revolution", "united-front", "third-period", "popular-front")
Sentence = tuple[int, int]


@cache
def reading() -> Reading:
    return read_bank(FOLDER)


@cache
def bank() -> Bank:
    found = reading().bank
    assert found is not None
    return found


def sentences_of(quote: Quote) -> set[Sentence]:
    """Return the sentences, as paragraph and number, that the quoted words themselves stand in."""
    places = [bank().where(Quote(quote.text, quote.source, (span,))) for span in quote.spans]
    return {(w.paragraph, n) for w in places for n in range(w.first_sentence, w.last_sentence + 1)}


def uses() -> dict[Sentence, list[str]]:
    """Return of every sentence of the article the questions that quote it."""
    text = bank().sources[0].indexed
    found: dict[Sentence, list[str]] = {
        (number, i + 1): []
        for number, paragraph in zip(text.numbers, text.paragraphs, strict=True)
        if number
        for i in range(len(text.sentences(paragraph)))
    }
    for question in bank().questions:
        for sentence in set().union(*(sentences_of(quote) for quote in question.quotes)):
            found[sentence].append(question.id)
    return found


def words(text: str) -> int:
    return len(text.split())


def test_the_bank_has_no_finding() -> None:
    assert () == reading().findings
    assert 0 == reading().left_out


def test_there_are_at_least_120_questions_and_25_in_every_phase() -> None:
    assert len(bank().questions) >= 120
    assert PHASES == tuple(phase.id for phase in bank().phases)
    assert {} == {phase: len(found) for phase, found in bank().by_phase.items() if len(found) < 25}


def test_every_phase_has_years_a_summary_of_two_or_more_sentences_and_a_quotation() -> None:
    for phase in bank().phases:
        assert phase.years, phase.id
        assert phase.summary.count(".") >= 2, phase.id
        assert phase.quotes, phase.id


def test_the_article_has_39_sentences_and_each_is_quoted() -> None:
    found = uses()
    assert 39 == len(found)
    assert [] == [sentence for sentence, questions in found.items() if not questions]


def test_no_sentence_carries_more_than_five_questions() -> None:
    assert {} == {sentence: questions for sentence, questions in uses().items() if len(questions) > 5}


@pytest.mark.parametrize("phase", PHASES)
def test_levels_are_mixed_in_every_phase(phase: str) -> None:
    questions = [bank().by_id[entry.id] for entry in bank().by_phase[phase]]
    levels = Counter(question.level for question in questions)
    assert "" not in levels
    assert levels["recall"] <= 0.4 * len(questions)
    assert levels["apply"] + levels["analyse"] >= 0.3 * len(questions)


def test_every_type_is_asked_at_least_six_times_and_choice_at_most_three_in_five() -> None:
    kinds = Counter(question.kind for question in bank().questions)
    assert set(types()) == set(kinds)
    assert {} == {kind: count for kind, count in kinds.items() if count < 6}
    assert kinds["choice"] <= 0.6 * len(bank().questions)


@pytest.mark.parametrize("question", bank().questions, ids=lambda q: q.id)
def test_a_question_is_explained_in_15_to_60_words(question: Question) -> None:
    assert 15 <= words(question.explanation) <= 60


@pytest.mark.parametrize("question", bank().questions, ids=lambda q: q.id)
def test_every_distractor_has_a_reason_of_its_own(question: Question) -> None:
    reasons = [option.why for option in question.distractors]
    assert all(reasons)
    assert len(set(reasons)) == len(reasons)


@pytest.mark.parametrize("question", [q for q in bank().questions if isinstance(q, Choice)], ids=lambda q: q.id)
def test_a_choice_has_three_to_five_options_and_its_key_does_not_stand_out_by_length(question: Choice) -> None:
    lengths = [len(option.text) for option in question.wrong]
    assert 2 <= len(lengths) <= 4
    assert len(question.answer) <= 1.25 * max(lengths)


def test_the_key_is_the_longest_option_in_at_most_a_quarter_of_the_choices() -> None:
    choices = [q for q in bank().questions if isinstance(q, Choice)]
    longest = [q.id for q in choices if len(q.answer) > max(len(option.text) for option in q.wrong)]
    assert len(longest) <= len(choices) / 4


def test_the_source_is_the_article_word_for_word() -> None:
    text = (FOLDER / "source.txt").read_text("utf-8")
    assert 7333 == len(text.encode("utf-8"))
    assert "Lenin would had sent the Red Army into Central Europe into 1919" in text
