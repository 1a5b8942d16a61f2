"""The chance to guess a question right is the share of right ones among all responses that can be given."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import chain, combinations, permutations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.questions.base import Question, Response
from quiz.core.questions.cloze import Cloze, Gap
from quiz.core.questions.match import Match
from quiz.core.questions.number import Number
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.true_false import TrueFalse
from tests.core.questions.samples import choice, cloze, match, multiple, order

CHOSEN = st.one_of(
    st.integers(2, 5).map(lambda count: choice(*"abcde"[:count])),
    st.tuples(st.integers(1, 3), st.integers(1, 3)).map(lambda n: multiple("abc"[: n[0]], "xyz"[: n[1]])),
    st.integers(2, 5).map(lambda count: order(*"abcde"[:count])),
    st.lists(st.integers(2, 3), min_size=1, max_size=3).map(
        lambda sizes: cloze(*(Gap("a", tuple("bc"[: size - 1])) for size in sizes))
    ),
    st.tuples(st.integers(2, 4), st.integers(0, 2)).map(
        lambda n: match(*zip("ABCD"[: n[0]], "abcd"[: n[0]], strict=True), spare=tuple("yz"[: n[1]]))
    ),
    st.booleans().map(lambda answer: TrueFalse(id="q", phase="p", prompt="?", answer=answer)),
)
"""Questions that are answered by choosing."""


def responses(question: Question) -> Iterator[Response]:
    """Return all responses that somebody who knows nothing might give."""
    layout = question.layout(Random(1))
    if question.kind == "multiple":
        return chain.from_iterable(combinations(layout.items, size) for size in range(1, len(layout.items) + 1))
    if isinstance(question, Match):
        return permutations(layout.targets, len(layout.items))
    if isinstance(question, Cloze):
        return product(*layout.gaps)
    return permutations(layout.items) if question.kind == "order" else ((item,) for item in layout.items)


@settings(max_examples=40)
@given(CHOSEN)
def test_it_is_the_share_of_right_responses(question: Question) -> None:
    scores = [question.grade(response).score for response in responses(question)]
    assert float(Fraction(sum(score >= 1 for score in scores), len(scores))) == pytest.approx(question.chance)


@pytest.mark.parametrize(
    ("question", "chance"),
    [
        (choice("a", "b", "c", "d"), Fraction(1, 4)),
        (multiple("ab", "cd"), Fraction(1, 15)),
        (order("a", "b", "c", "d"), Fraction(1, 24)),
        (match(("A", "a"), ("B", "b"), spare=("c",)), Fraction(1, 6)),
        (match(("A", "a"), ("B", "b"), ("C", "a")), Fraction(1, 8)),  # fewer right sides than left ones: any for each
        (cloze(Gap("a", ("b",)), Gap("a", ("b", "c"))), Fraction(1, 6)),
        (cloze(Gap("a", ("b",)), Gap("a")), Fraction(0)),  # one gap is typed
        (TrueFalse(id="q", phase="p", prompt="?", answer=True), Fraction(1, 2)),
        (ShortAnswer(id="q", phase="p", prompt="?", answer="a"), Fraction(0)),
        (Number(id="q", phase="p", prompt="?", answer=Decimal(1917)), Fraction(0)),
    ],
    ids=lambda value: value.kind if isinstance(value, Question) else str(value),
)
def test_the_chance_by_type(question: Question, chance: Fraction) -> None:
    assert float(chance) == pytest.approx(question.chance)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (choice("the Third Period", "a front", "war"), 7),  # with "Which?"
        (order("first things", "second"), 6),  # with "In which order?"
        (match(("one man", "his work"), ("B", "b"), spare=("spare words",)), 11),  # with "What belongs together?"
        (cloze(Gap("a", ("b or c",)), Gap("typed")), 10),  # "Fill in." "[1 ____]." "[2 ____]." and four in options
        (TrueFalse(id="q", phase="p", prompt="It was so.", answer=True), 5),
        (ShortAnswer(id="q", phase="p", prompt="Who was it?", answer="a long answer"), 3),
    ],
    ids=lambda value: value.kind if isinstance(value, Question) else str(value),
)
def test_the_words_to_read_before_answering(question: Question, words: int) -> None:
    assert words == question.words_shown(question.layout(Random(1)))
