"""What holds for questions of every type."""

import re
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.bank import Quote
from quiz.core.questions import types
from quiz.core.questions.base import Grade, Misfit, Question, Verdict, pick
from quiz.core.questions.number import ONE_NUMBER
from tests.core.questions.samples import GENERATED, choice, reply, shown

EACH = settings(max_examples=20)
"""Enough for each of the types, of which there are several."""

of_every_type = pytest.mark.parametrize("kind", sorted(GENERATED))
SEEDS = st.integers(0, 10**6).map(Random)


def test_all_types_are_found_in_their_folder() -> None:
    assert sorted(GENERATED) == list(types())


@of_every_type
def test_a_type_is_known_by_its_name(kind: str) -> None:
    assert kind == types()[kind].kind


@of_every_type
@EACH
@given(data=st.data())
def test_the_key_is_fully_right(kind: str, data: st.DataObject) -> None:
    question = data.draw(GENERATED[kind])
    grade = question.grade(question.key)
    assert Grade(1.0, parts=grade.parts) == grade
    assert all(grade.parts)
    assert grade.verdict == Verdict.RIGHT


@of_every_type
@EACH
@given(data=st.data(), rng=SEEDS)
def test_a_score_is_from_0_to_1(kind: str, data: st.DataObject, rng: Random) -> None:
    question = data.draw(GENERATED[kind])
    texts = st.sampled_from(shown(question, question.layout(rng))) | st.text()
    response = tuple(data.draw(st.lists(texts, max_size=10)))
    grade = question.grade(response)
    assert 0 <= grade.score <= 1
    assert isinstance(question.spoken(response), str)
    assert set(question.reasons(response)) <= set(question.distractors)


@of_every_type
@EACH
@given(data=st.data())
def test_nothing_given_is_worth_nothing(kind: str, data: st.DataObject) -> None:
    assert data.draw(GENERATED[kind]).grade(()).verdict == Verdict.WRONG


@of_every_type
@EACH
@given(data=st.data(), rng=SEEDS)
def test_the_key_typed_in_the_layouts_numbering_is_understood(kind: str, data: st.DataObject, rng: Random) -> None:
    question = data.draw(GENERATED[kind])
    layout = question.layout(rng)
    parsed = question.parse(reply(question, question.key, layout), layout)
    assert not isinstance(parsed, Misfit)
    assert sorted(question.key) == sorted(parsed)
    assert question.grade(parsed).score == 1


@of_every_type
@EACH
@given(data=st.data(), rng=SEEDS, line=st.text() | st.text("0123456789abc ,;-.)").map(lambda text: text * 9))
def test_any_line_is_a_response_or_a_misfit_that_tells_what_to_type(
    kind: str, data: st.DataObject, rng: Random, line: str
) -> None:
    question = data.draw(GENERATED[kind])
    layout = question.layout(rng)
    parsed = question.parse(line, layout)
    if isinstance(parsed, Misfit):
        assert parsed.message in (question.hint(layout), ONE_NUMBER)
    else:
        assert 0 <= question.grade(parsed).score <= 1


@of_every_type
@EACH
@given(data=st.data(), rng=SEEDS)
def test_the_example_in_a_hint_is_understood(kind: str, data: st.DataObject, rng: Random) -> None:
    question = data.draw(GENERATED[kind])
    layout = question.layout(rng)
    example = re.search(r"such as (.+)\.$", question.hint(layout))
    assert (kind in ("match", "multiple", "order")) == (example is not None)
    if example:
        assert not isinstance(question.parse(example[1], layout), Misfit)


@of_every_type
@EACH
@given(data=st.data(), seed=st.integers())
def test_a_layout_is_determined_by_its_seed_and_shows_each_text_once(kind: str, data: st.DataObject, seed: int) -> None:
    question = data.draw(GENERATED[kind])
    layout = question.layout(Random(seed))
    assert question.layout(Random(seed)) == layout
    for group in (layout.items, layout.targets, *layout.gaps):
        assert len(set(group)) == len(group)


@of_every_type
@EACH
@given(data=st.data())
def test_a_fingerprint_is_of_what_the_student_sees(kind: str, data: st.DataObject) -> None:
    question = data.draw(GENERATED[kind])
    moved = replace(question, id="other", phase="other", level="recall", tags=("x",), language="de")
    assert question.fingerprint == moved.fingerprint
    quote = Quote("words", "source", ((0, 5),))
    again = Quote("words", "source", ((7, 12),))
    changed: list[Question] = [
        question,
        replace(question, prompt="Another prompt"),
        replace(question, explanation="Because."),
        replace(question, quotes=(quote,)),
    ]
    assert len({version.fingerprint for version in changed}) == 4
    assert replace(question, quotes=(quote,)).fingerprint == replace(question, quotes=(again,)).fingerprint


@of_every_type
@EACH
@given(data=st.data())
def test_the_chance_of_a_lucky_guess_is_at_most_one_in_two(kind: str, data: st.DataObject) -> None:
    question = data.draw(GENERATED[kind])
    one_response_only = kind == "match" and len({*question.key, *question.distractors}) == 1
    assert 0 <= question.chance <= (1 if one_response_only else 0.5)
    if kind in ("number", "short-answer"):
        assert question.chance == 0


@of_every_type
@EACH
@given(data=st.data(), seed=st.integers())
def test_the_words_to_read_are_those_shown_however_they_are_shuffled(kind: str, data: st.DataObject, seed: int) -> None:
    question = data.draw(GENERATED[kind])
    layout = question.layout(Random(seed))
    texts = [*layout.items, *layout.targets, *(text for gap in layout.gaps for text in gap)]
    assert len(" ".join([question.task, *texts]).split()) == question.words_shown(layout)
    assert question.words_shown(question.layout(Random(0))) == question.words_shown(layout)


def test_the_fingerprint_changes_with_answer_and_distractors() -> None:
    versions = [choice("a", "b"), choice("b", "a"), choice("a", "b", "c"), choice("a", "c", "b")]
    assert len({version.fingerprint for version in versions}) == 4


def test_a_fingerprint_stays_the_same_as_long_as_there_are_answers_on_record() -> None:
    assert "07215d3b64d53f99" == choice("Litvinov", "Molotov").fingerprint


def test_a_text_that_is_no_unicode_has_a_fingerprint_too() -> None:
    question = choice("\ud800", "b")
    quoting = [replace(question, quotes=(Quote(text, "source", ((0, 1),)),)) for text in ("\ud800", "\ud801")]
    assert 3 == len({version.fingerprint for version in (question, *quoting)})


@pytest.mark.parametrize(("score", "verdict"), [(1.0, "right"), (0.99, "partly right"), (0.0, "not right")])
def test_a_verdict_is_a_word_for_the_score(score: float, verdict: str) -> None:
    assert verdict == Grade(score).verdict


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("1", "x"),
        ("3", "z"),
        ("b", "y"),
        ("B)", "y"),
        (" 2. ", "y"),
        ("0", None),
        ("4", None),
        ("d", None),
        ("x", None),
        ("ab", None),
        ("", None),
        ("²", None),
        ("-1", None),
        ("1" * 5000, None),
    ],
)
def test_a_number_or_a_letter_picks_a_text(word: str, text: str | None) -> None:
    assert text == pick(word, ("x", "y", "z"))
