"""The format: what a teacher may write, and the values that come of it."""

from decimal import Decimal
from typing import Any

import pytest

from quiz.core.bank import Bank
from quiz.core.questions import types
from quiz.core.questions.base import Option, Question
from quiz.core.questions.choice import Choice
from quiz.core.questions.cloze import Cloze, Gap
from quiz.core.questions.match import Match
from quiz.core.questions.multiple import Multiple
from quiz.core.questions.number import Number
from quiz.core.questions.order import Order
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.true_false import TrueFalse
from tests.banks.conftest import GOOD, HEAD, Read

COMMON = """    phase: early
    quote: signed at Rapallo
"""
EIGHT = f"""{HEAD}
  - id: choice
    prompt: Where?
    answer: Rapallo
    distractors:
      - text: Berlin
        why: Nothing was signed there.
      - Moscow
{COMMON}
  - id: multiple
    type: multiple
    prompt: Who?
    answers: [Germany, Russia]
    distractors: [France]
{COMMON}
  - id: true-false
    type: true-false
    prompt: It was signed at Rapallo.
    answer: true
    why: It was.
{COMMON}
  - id: short-answer
    type: short-answer
    prompt: Where?
    answer: Rapallo
    accept: [At Rapallo, Rapallo in Italy]
{COMMON}
  - id: number
    type: number
    prompt: When?
    answer: 1922
    tolerance: 0.5
    unit: AD
{COMMON}
  - id: order
    type: order
    prompt: Put in order.
    answer: [first, second, third]
{COMMON}
  - id: match
    type: match
    prompt: Put together.
    pairs:
      Germany: Berlin
      Russia: Moscow
    distractors:
      - text: Paris
        why: It is in France.
{COMMON}
  - id: cloze
    type: cloze
    text: The treaty of {{{{Rapallo | Berlin | Moscow}}}} in {{{{1922}}}}.
    accept:
      "1922": [nineteen twenty-two]
{COMMON}
"""


def only(bank: Bank | None) -> Question:
    """Return the one question of a bank."""
    assert bank is not None
    assert len(bank.questions) == 1
    return bank.questions[0]


def question_with(read: Read, fields: str) -> Any:
    """Return the question that these fields make, with the common ones."""
    reading = read(f"{HEAD}  - id: it\n{COMMON}{fields}")
    assert reading.findings == ()
    return only(reading.bank)


def test_all_eight_types_are_read_with_all_their_fields(read: Read) -> None:
    reading = read(EIGHT)
    assert reading.findings == ()
    assert reading.bank is not None
    by_id: dict[str, Any] = dict(reading.bank.by_id)
    assert list(by_id) == ["choice", "multiple", "true-false", "short-answer", "number", "order", "match", "cloze"]
    assert set(by_id) == set(types())
    assert isinstance(by_id["choice"], Choice)
    assert by_id["choice"].answer == "Rapallo"
    assert by_id["choice"].wrong == (Option("Berlin", "Nothing was signed there."), Option("Moscow"))
    assert isinstance(by_id["multiple"], Multiple)
    assert by_id["multiple"].answers == ("Germany", "Russia")
    assert isinstance(by_id["true-false"], TrueFalse)
    assert (by_id["true-false"].answer, by_id["true-false"].why) == (True, "It was.")
    assert isinstance(by_id["short-answer"], ShortAnswer)
    assert by_id["short-answer"].accept == ("At Rapallo", "Rapallo in Italy")
    assert isinstance(by_id["number"], Number)
    assert (by_id["number"].answer, by_id["number"].tolerance) == (Decimal(1922), Decimal("0.5"))
    assert by_id["number"].unit == "AD"
    assert isinstance(by_id["order"], Order)
    assert by_id["order"].answer == ("first", "second", "third")
    assert isinstance(by_id["match"], Match)
    assert by_id["match"].spare == (Option("Paris", "It is in France."),)
    assert isinstance(by_id["cloze"], Cloze)
    assert by_id["cloze"].pieces == ("The treaty of ", " in ", ".")
    assert by_id["cloze"].gaps == (
        Gap("Rapallo", ("Berlin", "Moscow")),
        Gap("1922", (), ("nineteen twenty-two",)),
    )


def test_the_bank_its_phases_and_its_source_are_read_whole(read: Read) -> None:
    text = """
id: whole
title: A whole bank
language: de
license: CC0
author: A. Teacher
description: On everything.
source:
  file: source.txt
  title: A short history
  author: Nobody
  origin: The attic
  license: CC BY 4.0
phases:
  - id: early
    title: Early years
    years: 1917–1921
    summary: One sentence.
    quote: signed at Rapallo
questions:
"""
    reading = read(text + GOOD)
    bank = reading.bank
    assert reading.findings == ()
    assert bank is not None
    head = (bank.id, bank.title, bank.language, bank.license, bank.author, bank.description)
    assert head == ("whole", "A whole bank", "de", "CC0", "A. Teacher", "On everything.")
    source = bank.sources[0]
    details = (source.id, source.file, source.title, source.author, source.origin, source.license)
    assert details == ("source", "source.txt", "A short history", "Nobody", "The attic", "CC BY 4.0")
    phase = bank.phases[0]
    assert (phase.id, phase.title, phase.years, phase.summary) == (
        "early",
        "Early years",
        "1917–1921",
        "One sentence.",
    )
    assert [quote.text for quote in phase.quotes] == ["signed at Rapallo"]
    assert bank.questions[0].language == "de"
    assert reading.lines == {"good": 21}


def test_level_tags_and_explanation_are_kept(read: Read) -> None:
    question = question_with(
        read,
        "    level: analyse\n    tags: [treaty, place]\n    explanation: So it says.\n"
        "    prompt: Where?\n    answer: Rapallo\n    distractors: Berlin\n",
    )
    expected = ("analyse", ("treaty", "place"), "So it says.")
    assert (question.level, question.tags, question.explanation) == expected


def test_a_single_tag_or_distractor_needs_no_list(read: Read) -> None:
    question = question_with(
        read, "    tags: treaty\n    prompt: Where?\n    answer: Rapallo\n    distractors: Berlin\n"
    )
    assert question.tags == ("treaty",)
    assert question.wrong == (Option("Berlin"),)


def test_several_quotations_keep_their_order_and_elisions_their_parts(read: Read) -> None:
    reading = read(
        HEAD
        + GOOD.replace(
            "quote: The treaty was signed at Rapallo",
            "quote:\n      - Germany and Russia […] their claims\n      - The treaty\n      - Lenin [...] Asia",
        )
    )
    quotes = only(reading.bank).quotes
    source = reading.bank.sources[0].text if reading.bank else ""
    parts = [[source[start:end] for start, end in quote.spans] for quote in quotes]
    assert parts == [["Germany and Russia", "their claims"], ["The treaty"], ["Lenin", "Asia"]]
    assert [quote.text for quote in quotes] == ["Germany and Russia […] their claims", "The treaty", "Lenin [...] Asia"]


@pytest.mark.parametrize(
    "typed",
    [
        "The first priority for Soviet foreign policy",
        "'Europe, above all “Germany” - and its workers’ movement'",
        ">-\n      The  first priority for\n      Soviet foreign policy",
    ],
)
def test_white_space_quotation_marks_and_dashes_do_not_count_in_a_quotation(read: Read, typed: str) -> None:
    reading = read(HEAD + GOOD.replace("The treaty was signed at Rapallo", typed))
    assert reading.findings == ()


def test_several_sources_are_quoted_by_their_ids(read: Read) -> None:
    head = HEAD.replace(
        "source:\n  file: source.txt\n  title: A short history\n",
        "sources:\n  - {id: long, file: source.txt, title: Long}\n  - {id: short, file: other.txt}\n",
    )
    quote = "quote:\n      - {source: short, text: A word}\n      - {source: long, text: Asia}\n"
    reading = read(head + GOOD.replace("quote: The treaty was signed at Rapallo\n", quote), other="A word of it.\n")
    assert reading.findings == ()
    assert [(q.source, q.text) for q in only(reading.bank).quotes] == [("short", "A word"), ("long", "Asia")]
    assert reading.bank is not None
    assert [(s.id, s.title) for s in reading.bank.sources] == [("long", "Long"), ("short", "other.txt")]


def test_a_source_may_be_named_by_its_file_alone(read: Read) -> None:
    reading = read(HEAD.replace("source:\n  file: source.txt\n  title: A short history", "source: source.txt") + GOOD)
    assert reading.findings == ()
    assert reading.bank is not None
    assert reading.bank.sources[0].title == "source.txt"


@pytest.mark.parametrize(
    "pairs",
    [
        "\n      Germany: Berlin\n      Russia: Moscow",
        " {Germany: Berlin, Russia: Moscow}",
        "\n      - Germany: Berlin\n      - Russia: Moscow",
        "\n      - {left: Germany, right: Berlin}\n      - {left: Russia, right: Moscow}",
        "\n      - [Germany, Berlin]\n      - [Russia, Moscow]",
    ],
)
def test_pairs_may_be_written_in_any_of_the_usual_ways(read: Read, pairs: str) -> None:
    question = question_with(read, f"    type: match\n    prompt: Put together.\n    pairs:{pairs}\n")
    assert question.pairs == (("Germany", "Berlin"), ("Russia", "Moscow"))


@pytest.mark.parametrize(
    ("bank", "question", "expected"),
    [
        ("", "", False),
        ("exact: true\n", "", True),
        ("", "    exact: yes\n", True),
        ("exact: true\n", "    exact: false\n", False),
        ("exact: on\n", "    exact: off\n", False),
    ],
)
def test_exact_holds_for_the_bank_unless_a_question_says_otherwise(
    read: Read, bank: str, question: str, expected: bool
) -> None:
    fields = f"    type: short-answer\n    prompt: Where?\n    answer: Rapallo\n{question}"
    reading = read(f"{bank}{HEAD}  - id: it\n{COMMON}{fields}")
    assert reading.findings == ()
    assert getattr(only(reading.bank), "exact", None) is expected


@pytest.mark.parametrize(
    "typed",
    "no No on off yes true null ~ 1_000 012 0x1F 1e3 .5 +1 12:30 1917-03-03 1917-03-03T12:00:00Z = <<x".split(),
)
def test_every_scalar_stays_the_text_that_was_typed(read: Read, typed: str) -> None:
    question = question_with(
        read,
        f"    tags: [{typed}]\n    prompt: {typed}\n    answer: {typed}\n    distractors: [other]\n"
        f"    explanation: {typed}\n",
    )
    assert (question.prompt, question.answer, question.tags, question.explanation) == (
        typed,
        typed,
        (typed,),
        typed,
    )


def test_questions_may_stand_before_phases_and_sources(read: Read) -> None:
    head, phases = HEAD.split("source:\n")
    rest = phases.replace("questions:\n", "")
    reading = read(f"{head}questions:\n{GOOD}source:\n{rest}")
    assert reading.findings == ()
    assert only(reading.bank).phase == "early"


def test_emoji_and_other_scripts_are_texts_like_any_other(read: Read) -> None:
    reading = read(HEAD + GOOD.replace("Where was the treaty signed?", "Где? 👩‍🏫 どこ? می‌خواهم"))
    assert reading.findings == ()
    assert only(reading.bank).prompt == "Где? 👩‍🏫 どこ? می‌خواهم"


def test_accents_written_apart_are_joined_in_bank_and_source_alike(read: Read) -> None:
    reading = read(
        HEAD + GOOD.replace("The treaty was signed at Rapallo", "Un traite\u0301"),
        source="Un trait\u00e9.\n",
    )
    assert reading.findings == ()


def test_a_file_with_a_byte_order_mark_and_other_line_ends_is_read_alike(read: Read) -> None:
    plain = read(EIGHT)
    for line_end in ("\r\n", "\r"):
        assert read("\ufeff" + EIGHT.replace("\n", line_end)).bank == plain.bank
