"""Writing a bank: what is read back is what was written, and a person could have written it."""

import unicodedata
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quiz.banks.reader import read_bank
from quiz.banks.writer import bank_text, question_lines, scalar
from quiz.core.bank import Bank, Phase, Quote, Source
from quiz.core.questions.base import Option, Question
from quiz.core.questions.choice import Choice
from quiz.core.questions.cloze import Cloze, Gap
from quiz.core.questions.match import Match
from quiz.core.questions.multiple import Multiple
from quiz.core.questions.number import Number
from quiz.core.questions.order import Order
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.true_false import TrueFalse
from quiz.core.visible import first_hidden

ROOT = Path(__file__).parent.parent.parent
SOURCE = "The treaty was signed at Rapallo in 1922.\n"
QUOTES = (Quote("signed at Rapallo", "source", ((15, 32),)),)


def again(bank: Bank, folder: Path) -> Bank | None:
    """Write a bank and its sources into a folder, and read it."""
    (folder / "bank.yaml").write_text(bank_text(bank), "utf-8")
    for source in bank.sources:
        (folder / source.file).write_text(source.text, "utf-8")
    reading = read_bank(folder)
    assert () == reading.findings, bank_text(bank)
    return reading.bank


def bank_of(*questions: Question) -> Bank:
    """Return a bank of questions of the phase `p`."""
    source = Source(id="source", title="On: Rapallo", text=SOURCE, file="source.txt")
    return Bank(id="b", title="B", sources=(source,), phases=(Phase(id="p", title="P"),), questions=questions)


@pytest.mark.parametrize("folder", ["question_banks/soviet_foreign_policy", "tests/data/eight"])
def test_a_bank_at_hand_comes_back_equal(folder: str, tmp_path: Path) -> None:
    bank = read_bank(ROOT / folder).bank
    assert bank is not None
    assert bank == again(bank, tmp_path)


def test_two_sources_come_back_with_their_ids(tmp_path: Path) -> None:
    question = TrueFalse(id="q", phase="p", prompt="So?", quotes=(Quote("Rapallo", "two", ((25, 32),)),), answer=True)
    bank = bank_of(question)
    two = replace(bank.sources[0], id="two", file="two.txt", author="Anon", license="CC0")
    bank = replace(bank, sources=(replace(bank.sources[0], id="one"), two))
    assert bank == again(bank, tmp_path)


TEXTS = (
    st.text(st.characters(exclude_categories=("Cs", "Cn", "Co", "Cc"), include_characters="\n\t"), max_size=40)
    | st.text(st.sampled_from("ab -?:,[]{}#&*!|>'\"%@`\\~=<.\n1é"), max_size=12)
    | st.lists(st.text("abc:#'\"-", min_size=1, max_size=9), min_size=20, max_size=40).map(" ".join)
)
TEXTS = TEXTS.map(lambda text: unicodedata.normalize("NFC", text).strip()).filter(
    lambda text: bool(text) and first_hidden(text) is None and not {"\ufffd", "\ufeff"} & set(text)
)


def of_every_type(a: str, b: str, c: str) -> list[Question]:
    """Return questions of all types with these texts, which differ, in all their fields."""
    common: dict[str, Any] = {
        "phase": "p",
        "prompt": a,
        "explanation": b,
        "tags": (c, a),
        "level": "apply",
        "quotes": QUOTES,
    }
    wrong = (Option(b, c), Option(c))
    gap = " ".join(a.translate(dict.fromkeys(map(ord, "{}|"), "x")).split()) or "x"
    return [
        Choice(id="choice", answer=a, wrong=wrong, **common),
        Multiple(id="multiple", answers=(a, b), wrong=(Option(c),), **common),
        TrueFalse(id="true-false", answer=False, why=c, **common),
        ShortAnswer(id="short-answer", answer=a, accept=(b, c), exact=True, **common),
        Number(id="number", answer=Decimal("-1.50"), tolerance=Decimal("0.5"), unit=a, **common),
        Order(id="order", answer=(a, b, c), **common),
        Match(id="match", pairs=((a, b), (b, a)), spare=(Option(c, a),), **common),
        Cloze(id="cloze", pieces=("A ", " and ", "."), gaps=(Gap(gap, (), (b, c)), Gap(gap + "1", ("y",))), **common),
    ]


@example(["0", "1", "·"])
@given(st.lists(TEXTS, min_size=3, max_size=3, unique_by=lambda text: " ".join(text.split()).casefold()))
def test_any_text_comes_back_in_any_field_of_any_type(texts: list[str]) -> None:
    bank = bank_of(*of_every_type(*texts))
    phase = Phase(id="p", title=texts[0], years=texts[1], summary=texts[2], quotes=QUOTES)
    bank = replace(bank, title=texts[0], description=texts[1], author=texts[2], phases=(phase,))
    with TemporaryDirectory() as folder:
        assert bank == again(bank, Path(folder))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("Whale oil", "Whale oil"),
        ("no", "no"),
        ("1822–1902", "1822–1902"),
        ("-5", "-5"),
        ("a:b", "a:b"),
        ('"True or false: it was."', "True or false: it was."),
        ("'\"Germany\" – and Russia''s claims'", '"Germany" – and Russia\'s claims'),
        ('"[sic]"', "[sic]"),
        ('"“Peace” was the word."', "“Peace” was the word."),
        ('"a #b"', "a #b"),
        ('"a\\nb"', "a\nb"),
    ],
)
def test_quotation_marks_stand_only_where_they_are_needed(expected: str, text: str) -> None:
    assert expected == scalar(text)


def test_a_question_reads_as_a_person_would_write_it() -> None:
    long = "The price was paid in two places: " + "the German Communists lost their party, " * 4 + "and so on."
    question = Choice(
        id="where",
        phase="p",
        prompt="Where?",
        tags=("treaty", "place"),
        answer="Rapallo",
        wrong=(Option("Berlin", "Nothing was signed there."), Option("Moscow")),
        explanation=long,
        quotes=QUOTES,
    )
    expected = """  - id: where
    phase: p
    tags: [treaty, place]
    prompt: Where?
    answer: Rapallo
    distractors:
      - text: Berlin
        why: Nothing was signed there.
      - Moscow
    explanation: >-
      The price was paid in two places: the German Communists lost their party, the German Communists lost their
      party, the German Communists lost their party, the German Communists lost their party, and so on.
    quote: signed at Rapallo"""
    assert expected == "\n".join(question_lines(question))
