"""Where a student is weak: passages to read again, questions missed often, wrong beliefs that come back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.bank import Bank, Source
from quiz.core.planning import passages_of, touch
from quiz.core.questions.base import Option
from quiz.core.questions.choice import Choice
from quiz.core.weakness import Misconception, Missed, Wrong, misconceptions, most_missed, to_read_again
from tests.core.passages import quoting, quoting_banks


def read_again(bank: Bank, points: dict[str, float], most: int = 3) -> list[tuple[int, tuple[str, ...]]]:
    """Return the number of the sentence (from 0) to read again, and what was missed on it."""
    size = len("Sentence has this many words. ")
    return [(found.quote.spans[0][0] // size, found.missed) for found in to_read_again(bank, points, most)]


# passages to read again


def test_what_was_right_need_not_be_read_again() -> None:
    bank = quoting(("a", [0]), ("a", [1]))
    assert [] == read_again(bank, {})
    assert [(1, ("a1",))] == read_again(bank, {"a0": 1, "a1": 0})


def test_questions_on_one_sentence_are_one_passage() -> None:
    bank = quoting(("a", [2]), ("b", [0]), ("a", [2]))
    assert [(0, ("b1",)), (2, ("a0", "a2"))] == read_again(bank, {"a0": 0, "b1": 0, "a2": 0})


def test_of_several_quotations_the_one_that_most_questions_share_is_named() -> None:
    bank = quoting(("a", [1, 5]), ("a", [5]), ("a", [5]))
    assert [(5, ("a0", "a1", "a2"))] == read_again(bank, {"a0": 0, "a1": 0, "a2": 0})


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ({"a0": 0.0, "a1": 0.0, "a2": 0.0, "a3": 0.5, "a4": 0.5}, [0, 1]),
        ({"a0": 0.5, "a1": 0.5, "a2": 0.0, "a3": 0.75, "a4": 0.75}, [0, 2]),
        ({"a0": 0.9, "a1": 0.2, "a2": 0.1, "a3": 0.6, "a4": 0.6}, [1, 2]),
    ],
)
def test_most_was_missed_on_those_that_are_named_in_the_order_of_the_text(
    points: dict[str, float], expected: list[int]
) -> None:
    bank = quoting(("a", [0]), ("a", [1]), ("a", [2]), ("a", [3]), ("a", [3]))
    assert expected == [sentence for sentence, _ in read_again(bank, points, 2)]


def test_with_no_quotation_or_no_such_question_there_is_no_passage() -> None:
    bank = quoting(("a", []), ("a", [1]))
    assert [(1, ("a1",))] == read_again(bank, {"a0": 0, "gone": 0, "a1": 0})


def test_of_several_texts_the_order_is_that_of_the_bank() -> None:
    bank = quoting(("a", [3]), ("a", [0]))
    second = Source(id="other", title="Another", text=bank.sources[0].text)
    moved = replace(bank.questions[1], quotes=(bank.questions[1].quotes[0]._replace(source="other"),))
    both = replace(bank, sources=(*bank.sources, second), questions=(bank.questions[0], moved))
    found = to_read_again(both, {"a1": 0, "a0": 0})
    assert [("text", ("a0",)), ("other", ("a1",))] == [(passage.quote.source, passage.missed) for passage in found]


@given(quoting_banks(), st.data())
def test_passages_are_few_in_order_apart_and_of_what_was_missed(bank: Bank, data: st.DataObject) -> None:
    ids = [question.id for question in bank.questions]
    points = {ident: data.draw(st.sampled_from([0.0, 0.5, 1.0])) for ident in ids}
    found = to_read_again(bank, points)
    assert len(found) <= 3
    starts = [passage.quote.spans[0] for passage in found]
    assert sorted(starts) == starts
    named = [ident for passage in found for ident in passage.missed]
    assert len(set(named)) == len(named)
    assert all(points[ident] < 1 for ident in named)
    for passage in found:
        first = passages_of(bank, passage.missed[0])
        assert all(touch(first, passages_of(bank, ident)) for ident in passage.missed)
    if len(found) < 3:
        assert {i for i in ids if points[i] < 1 and bank.by_id[i].quotes} == set(named)


# questions missed often


def test_the_most_often_missed_come_first() -> None:
    bank = quoting(("a", [0]), ("a", [1]), ("a", [2]), ("a", [3]))
    misses = [("a0", ("x",), 1), ("a1", ("x",), 2), ("a1", ("y",), 1), ("a2", ("x",), 1), ("gone", ("x",), 9)]
    found = most_missed(bank, misses, {"a0": 4, "a1": 5, "a2": 1, "a3": 7, "gone": 9})
    expected = [Missed(bank.by_id["a1"], 3, 5), Missed(bank.by_id["a2"], 1, 1), Missed(bank.by_id["a0"], 1, 4)]
    assert expected == found


def test_nobody_misses_more_often_than_they_are_asked() -> None:
    bank = quoting(("a", [0]), ("a", [1]))
    found = most_missed(bank, [("a1", ("x",), 3), ("a0", ("x",), 3)], {"a0": 2})
    assert [("a0", 3, 3), ("a1", 3, 3)] == [(miss.question.id, miss.times, miss.asked) for miss in found]


def test_where_nothing_was_missed_there_is_nothing_to_tell() -> None:
    assert [] == most_missed(quoting(("a", [0])), [], {"a0": 3})
    assert [] == misconceptions(quoting(("a", [0])), [])


def test_what_was_missed_before_a_question_was_changed_is_told_apart() -> None:
    bank = quoting(("a", [0]), ("a", [1]))
    now = bank.by_id["a0"].fingerprint
    misses: list[Wrong] = [
        ("a0", ("x",), 2, "then"),
        ("a0", ("x",), 1, now),
        ("a1", ("x",), 1),
        ("gone", ("x",), 1, "then"),
    ]
    found = most_missed(bank, misses, {"a0": 4, "a1": 1})
    assert [("a0", 3, 2), ("a1", 1, 0)] == [(missed.question.id, missed.times, missed.before) for missed in found]


# wrong beliefs


def test_a_wrong_option_chosen_twice_is_a_belief_once_is_a_slip() -> None:
    that, other = Option("that", "It is not that."), Option("other")
    bank = quoting(("a", [0]), ("a", [1]), ("a", [2]))
    questions = [replace(question, wrong=(that, other)) for question in bank.questions if isinstance(question, Choice)]
    bank = replace(bank, questions=tuple(questions))
    misses = [
        ("a0", ("that",), 1),
        ("a0", ("other",), 2),
        ("a1", ("that",), 2),
        ("a1", ("that",), 1),
        ("a2", ("no longer an option",), 5),
        ("gone", ("that",), 5),
    ]
    expected = [Misconception(bank.by_id["a1"], that, 3), Misconception(bank.by_id["a0"], other, 2)]
    assert expected == misconceptions(bank, misses)


def test_beliefs_held_equally_often_have_one_order() -> None:
    one, two = Option("one"), Option("two")
    bank = quoting(("a", [0]), ("a", [1]))
    questions = [replace(question, wrong=(one, two)) for question in bank.questions if isinstance(question, Choice)]
    bank = replace(bank, questions=tuple(questions))
    misses = [("a1", ("two",), 2), ("a0", ("two",), 2), ("a0", ("one",), 2)]
    expected = [("a0", "one"), ("a0", "two"), ("a1", "two")]
    assert expected == [(found.question.id, found.option.text) for found in misconceptions(bank, misses)]


def test_what_was_believed_before_a_question_was_changed_is_told_apart() -> None:
    bank = quoting(("a", [0]))
    [question] = (
        replace(question, wrong=(Option("one"),)) for question in bank.questions if isinstance(question, Choice)
    )
    bank = replace(bank, questions=(question,))
    misses = [("a0", ("one",), 2, "then"), ("a0", ("one",), 1, question.fingerprint)]
    assert [Misconception(question, Option("one"), 3, before=2)] == misconceptions(bank, misses)
