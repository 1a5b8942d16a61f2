"""Weak spots as values and as rows of text."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quiz.core.bank import Bank, Phase, Source
from quiz.core.questions.base import Option
from quiz.core.questions.choice import Choice
from quiz.history.record import Record
from quiz.study import Study, tables, weak_tables
from quiz.study.progress import progress, weakness
from tests.clocks import Clock, ago, give, study_of
from tests.core.samples import bank_of
from tests.tui.samples import bank_with, quote_of, two_sources


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A new record."""
    with closing(Record(tmp_path / "history.db", lambda: "stamp")) as opened:
        yield opened


@pytest.fixture
def clock() -> Clock:
    """A clock at noon, 5 March 2026."""
    return Clock()


@pytest.fixture
def study(record: Record, clock: Clock) -> Study:
    """A study of a bank with three questions in phase a, and two in phase b; they are all true."""
    return study_of(bank_of(3, 2), record, clock)


def choice_bank() -> Bank:
    """Return a bank with two questions of choice on two sentences, and one without a quotation."""
    source = Source(id="s", title="A text", text="First one. Second one.\n\nThird one.\n")
    wrong = (Option("No", "For it is not."), Option("Perhaps"))
    questions = tuple(
        Choice(id=ident, phase="p", prompt=f"{ident}?", answer="Yes", wrong=wrong, quotes=quotes)
        for ident, quotes in (
            ("first", (quote_of(source, "Second"),)),
            ("second", (quote_of(source, "Third"),)),
            ("third", ()),
        )
    )
    phases = (Phase(id="p", title="Only phase"),)
    return Bank(id="c", title="Choices", sources=(source,), phases=phases, questions=questions)


def choose(study: Study, *given: tuple[str, str]) -> None:
    """Take a quiz for each question and reply."""
    for ident, text in given:
        study.begin((ident,), 1).submit((text,), 1)


def test_what_was_missed_most_believed_and_is_to_be_read_again(record: Record, clock: Clock) -> None:
    study = study_of(choice_bank(), record, clock)
    choose(study, ("first", "No"), ("first", "No"), ("first", "Yes"), ("second", "Perhaps"), ("third", "No"))
    found = weakness(study)
    missed = [(miss.question.id, miss.times, miss.asked) for miss in found.missed]
    assert [("first", 2, 3), ("second", 1, 1), ("third", 1, 1)] == missed
    assert [("first", "No", 2)] == [(it.question.id, it.option.text, it.times) for it in found.misconceptions]
    assert [("second",)] == [passage.missed for passage in found.again]  # the first was right when last asked
    assert 3 == found.answered
    expected = (
        ("Read again", ("paragraph 2, sentence 1, 1 question missed: “Third one.”",)),
        ("Missed most", ("missed 2 of 3 · first?", "missed 1 of 1 · second?", "missed 1 of 1 · third?")),
        ("What you took for true", ("“No” chosen 2 times: For it is not.",)),
    )
    assert expected == weak_tables.sections(study.bank, found)


def test_what_was_missed_before_the_window_is_not_weak(record: Record, clock: Clock) -> None:
    study = study_of(choice_bank(), record, clock)
    choose(study, ("first", "No"))
    clock.at += timedelta(days=14)
    assert ([], [], (), 0, frozenset()) == weakness(study, 14)
    assert 1 == len(weakness(study, 15).missed)
    assert 1 == len(weakness(study, None).missed)


def test_a_question_that_the_bank_no_longer_has_is_not_weak(record: Record, clock: Clock) -> None:
    study = study_of(choice_bank(), record, clock)
    choose(study, ("first", "No"), ("first", "No"))
    bank = replace(study.bank, questions=study.bank.questions[1:])
    assert ([], [], (), 0, frozenset()) == weakness(study_of(bank, record, clock))


def test_answers_to_a_question_that_was_changed_since_are_told_apart(record: Record, clock: Clock) -> None:
    study = study_of(choice_bank(), record, clock)
    choose(study, ("first", "No"), ("first", "No"), ("second", "No"))
    changed = tuple(replace(question, prompt=f"Now {question.prompt}") for question in study.bank.questions)
    study = study_of(replace(study.bank, questions=changed), record, clock)
    choose(study, ("first", "No"))
    rows = [section.rows for section in weak_tables.sections(study.bank, weakness(study))]
    expected = [
        (
            "paragraph 1, sentence 2, 1 question missed: “Second one.”",
            "paragraph 2, sentence 1, 1 question missed (1 changed since): “Third one.”",
        ),
        (
            "missed 3 of 3 (2 before it was changed) · Now first?",
            "missed 1 of 1 (1 before it was changed) · Now second?",
        ),
        ("“No” chosen 3 times (2 before the question was changed): For it is not.",),
    ]
    assert expected == rows


def test_a_wrong_option_without_a_reason_is_told_with_its_question(record: Record, clock: Clock) -> None:
    study = study_of(choice_bank(), record, clock)
    choose(study, ("third", "Perhaps"), ("third", "Perhaps"))
    assert ("“Perhaps” chosen 2 times · third?",) == weak_tables.sections(study.bank, weakness(study))[-1].rows


def test_a_passage_of_one_of_several_texts_is_told_with_its_text(record: Record, clock: Clock) -> None:
    study = study_of(two_sources(), record, clock)
    choose(study, ("two", "False"))
    rows = weak_tables.sections(study.bank, weakness(study))[0].rows
    place = "paragraph 1, sentence 1 of Second text, 1 question missed"
    assert (f"{place}: “This is the second text and not the first of them.”",) == rows


def test_nothing_missed_is_said_calmly(study: Study) -> None:
    assert weak_tables.nothing(weakness(study, 60), 60).startswith("Nothing was answered in the last 60 days. ")
    give(study, ago(0), right="a0 a1")
    expected = "Nothing was missed so far: 2 questions were answered, and always right."
    assert expected == weak_tables.nothing(weakness(study, None), None)
    assert () == weak_tables.sections(study.bank, weakness(study))


def test_every_row_is_safe_to_show(record: Record, clock: Clock) -> None:
    text = "\x1b[31m\u202e [/] \n\x07 x"
    study = study_of(bank_with(text), record, clock)
    choose(study, ("choice", f"{text} b"), ("choice", f"{text} b"))
    found = [*tables.sections(study.bank, progress(study)), *weak_tables.sections(study.bank, weakness(study))]
    rows = [row for section in found for row in section.rows]
    assert 10 <= len(rows)
    assert [] == [row for row in rows if not row.isprintable()]
    assert "  0 of 2 right this week, 27 February – 5 March" in rows
