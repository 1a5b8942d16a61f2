"""Short answer: a word or a few, typed."""

import pytest

from quiz.core.questions.base import Grade, Layout, Misfit
from quiz.core.questions.short_answer import ShortAnswer

QUESTION = ShortAnswer(
    id="q", phase="p", prompt="Who?", answer="Maxim Litvinov", accept=("Litvinov", "the Commissar of 1930")
)
EXACT = ShortAnswer(id="q", phase="p", prompt="Which sign?", answer="Na", exact=True)


@pytest.mark.parametrize(
    ("line", "grade"),
    [
        ("maxim litvinov", Grade(1)),
        (" Litvinov!", Grade(1)),
        ("commissar of 1930", Grade(1)),
        ("Litwinov", Grade(1, taken_as="Maxim Litvinov")),
        ("comissar of 1930", Grade(1, taken_as="Maxim Litvinov")),
        ("commissar of 1931", Grade(0)),
        ("Molotov", Grade(0)),
        ("Maxim", Grade(0)),
    ],
)
def test_what_is_typed_is_judged_by_what_was_meant(line: str, grade: Grade) -> None:
    response = QUESTION.parse(line, Layout())
    assert not isinstance(response, Misfit)
    assert grade == QUESTION.grade(response)


@pytest.mark.parametrize(("line", "score"), [("Na", 1), ("NA", 0), ("na", 0)])
def test_exact_spelling_counts_where_the_bank_says_so(line: str, score: float) -> None:
    assert score == EXACT.grade((line,)).score


@pytest.mark.parametrize("line", ["", "  ", "\t"])
def test_an_empty_line_is_answered_with_what_to_type(line: str) -> None:
    hint = "Type your answer; capitals, accents and punctuation do not count."
    assert Misfit(hint) == QUESTION.parse(line, Layout())
    assert Misfit("Type your answer; here the exact spelling counts.") == EXACT.parse(line, Layout())


def test_the_banks_own_wording_is_shown() -> None:
    assert QUESTION.answer_text == "Maxim Litvinov"


def test_the_questions_language_decides_on_articles() -> None:
    german = ShortAnswer(id="q", phase="p", prompt="Was?", answer="Der Völkerbund", language="de")
    assert german.grade(("völkerbund",)).score == 1
    assert german.grade(("the Völkerbund",)).score == 0
