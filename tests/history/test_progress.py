"""Figures over time: each is what the plainest reading of all answers gives."""

from collections import Counter
from itertools import pairwise

from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from quiz.history.knowledge import local_day
from quiz.history.progress import (
    Latest,
    Miss,
    Reviewed,
    Stretch,
    by_stretch,
    certainties,
    days_practised,
    latest_contents,
    latest_since,
    misses,
    reviewed_since,
    times_asked,
)
from quiz.history.record import Record
from quiz.history.values import Given, Mode
from tests.history.answers import START, TODAY, answer, begin, moment
from tests.history.test_knowledge import in_memory

HOUR = 3_600_000


def filled(record: Record) -> Record:
    """Fill a record: four days of practice, an examination that was not handed in, a pre-test, another bank."""
    begin(record, 1)
    answer(record, 1, 10, "a", 0.0, hours=1, certainty=3)
    answer(record, 1, 11, "b", 1.0, hours=2, certainty=1)
    answer(record, 1, 12, "a", 1.0, hours=3, certainty=2)  # not the first of its attempt
    begin(record, 2, Mode.REVIEW)
    answer(record, 2, 20, "a", 0.5, hours=25)
    answer(record, 2, 21, "c", 1.0, hours=26, certainty=3)
    answer(record, 2, 22, "d", 0.0, hours=27, certainty=3)
    record.withdraw(22, moment(28))
    begin(record, 3, Mode.EXAM)
    answer(record, 3, 30, "b", 0.0, hours=50, certainty=1)
    begin(record, 4, Mode.PRETEST)
    answer(record, 4, 40, "e", 0.0, hours=51, certainty=1)
    begin(record, 5, bank="other")
    answer(record, 5, 50, "a", 0.0, hours=97, certainty=2)
    return record


def test_the_latest_answers_since_a_time_with_their_days(record: Record) -> None:
    filled(record)
    expected = {"a": Latest(0.5, TODAY + 1), "b": Latest(1.0, TODAY), "c": Latest(1.0, TODAY + 1)}
    assert expected == latest_since(record, "bank", START)
    assert {"c": Latest(1.0, TODAY + 1)} == latest_since(record, "bank", START + 26 * HOUR)
    assert {} == latest_since(record, "bank", START + 26 * HOUR + 1)
    assert {} == latest_since(record, "none", START)


def test_the_day_of_an_answer_is_that_of_the_clock_it_was_given_by(record: Record) -> None:
    begin(record, 1)
    answer(record, 1, 10, "a", hours=23.5, offset=60)
    answer(record, 1, 11, "b", hours=0.5, offset=-60)
    found = latest_since(record, "bank", START)
    assert {"a": TODAY + 1, "b": TODAY - 1} == {question: latest.day for question, latest in found.items()}


def test_certainties_are_those_of_the_answers_that_count(record: Record) -> None:
    filled(record)
    assert [(1, 1.0), (3, 0.0), (3, 1.0)] == sorted(certainties(record, "bank", START))
    assert [(3, 1.0)] == certainties(record, "bank", START + 3 * HOUR)
    record.hand_in(3, moment(60))
    assert [(1, 0.0), (3, 1.0)] == sorted(certainties(record, "bank", START + 3 * HOUR))


def test_how_often_each_question_was_asked(record: Record) -> None:
    filled(record)
    assert {"a": 2, "b": 1, "c": 1} == times_asked(record, "bank", START)
    assert {"a": 1, "c": 1} == times_asked(record, "bank", START + 3 * HOUR)
    assert {"a": 1} == times_asked(record, "other", START)


def test_the_most_frequent_misses_come_first(record: Record) -> None:
    given = (("a", "x"), ("b", "y"), ("a", "z"), ("a", "z"), ("b", "right"))
    for run, (question, text) in enumerate(given, 1):
        begin(record, run)
        score = float(text == "right")
        record.answer(run, Given(10 * run, question, "content", (text, "é"), score, 1.0, moment(run)))
    z, x = Miss("a", ("z", "é"), 2, "content"), Miss("a", ("x", "é"), 1, "content")
    assert [z, x, Miss("b", ("y", "é"), 1, "content")] == misses(record, "bank", START)
    assert [z._replace(times=1)] == misses(record, "bank", START + 4 * HOUR)


def test_a_partly_right_answer_is_a_miss(record: Record) -> None:
    filled(record)
    assert [Miss("a", ("x",), 2, "content")] == misses(record, "bank", START)


def test_the_same_miss_on_a_question_that_was_changed_in_between_is_another(record: Record) -> None:
    for run, content in enumerate(("new", "old", "new"), 1):
        begin(record, run)
        record.answer(run, Given(10 * run, "a", content, ("x",), 0.0, 1.0, moment(run)))
    assert [Miss("a", ("x",), 2, "new"), Miss("a", ("x",), 1, "old")] == misses(record, "bank", START)


def test_the_content_at_the_latest_answer(record: Record) -> None:
    for run, content in enumerate(("old", "new"), 1):
        begin(record, run)
        record.answer(run, Given(10 * run, "a", content, ("x",), 0.0, 1.0, moment(run)))
    assert {"a": "new"} == latest_contents(record, "bank", ["a", "b"])
    assert {} == latest_contents(record, "other", ["a"])


# reviews


def test_reviewed_are_the_answers_in_reviews_of_all_banks_and_new_those_never_counted_before(record: Record) -> None:
    filled(record)
    assert Reviewed(2, 1) == reviewed_since(record, START)
    assert Reviewed(1, 1) == reviewed_since(record, START + 26 * HOUR)
    assert Reviewed(0, 0) == reviewed_since(record, START + 27 * HOUR)
    begin(record, 6, Mode.REVIEW, bank="other")
    for uid, question in enumerate("abe", 60):  # a is known in that bank, e only in a pre-test of another
        answer(record, 6, uid, question, hours=98)
    assert Reviewed(5, 3) == reviewed_since(record, START)


def test_a_question_seen_only_in_a_pre_test_or_an_open_examination_is_new(record: Record) -> None:
    for run, mode in enumerate((Mode.PRETEST, Mode.EXAM), 1):
        begin(record, run, mode)
        answer(record, run, 10 * run, "a", hours=run)
    begin(record, 3, Mode.REVIEW)
    answer(record, 3, 30, "a", hours=24)
    assert Reviewed(1, 1) == reviewed_since(record, START)
    record.hand_in(2, moment(25))
    assert Reviewed(1, 0) == reviewed_since(record, START)


def test_in_an_empty_record_there_is_nothing(record: Record) -> None:
    assert (Reviewed(0, 0), set()) == (reviewed_since(record, START), days_practised(record, START))
    assert ([], [], {}) == (certainties(record, "bank", 0), misses(record, "bank", 0), times_asked(record, "bank", 0))
    assert ([], {}) == (by_stretch(record, "bank", (0, START)), latest_since(record, "bank", 0))


# days


def test_any_answer_in_any_bank_makes_a_day_practised(record: Record) -> None:
    filled(record)
    assert {TODAY, TODAY + 1, TODAY + 2, TODAY + 4} == days_practised(record, START)
    assert {TODAY + 2, TODAY + 4} == days_practised(record, START + 28 * HOUR)


@settings(max_examples=40)
@for_all(st.lists(st.integers(-200, 200), max_size=12), st.sampled_from((-720, -300, 0, 60, 345, 840)))
def test_the_days_practised_are_those_of_all_answers(hours: list[int], offset: int) -> None:
    with in_memory() as record:
        begin(record, 1)
        for uid, hour in enumerate(hours, 10):
            answer(record, 1, uid, f"q{uid}", hours=hour, offset=offset)
        expected = {local_day(moment(hour).milliseconds, offset) for hour in hours if hour >= -50}
        assert expected == days_practised(record, moment(-50).milliseconds)


def test_the_night_in_which_the_clock_is_changed_is_between_two_days(record: Record) -> None:
    begin(record, 1)
    answer(record, 1, 10, "a", hours=21.9, offset=120)  # 23:54 in summer time
    answer(record, 1, 11, "b", hours=22.1, offset=120)  # 00:06
    answer(record, 1, 12, "c", hours=46.1, offset=60)  # 23:06 in winter time, the same day
    answer(record, 1, 13, "d", hours=47.1, offset=60)  # 00:06
    assert {TODAY, TODAY + 1, TODAY + 2} == days_practised(record, START)


# stretches of time


def test_each_stretch_has_its_answers(record: Record) -> None:
    filled(record)
    edges = [START + hours * HOUR for hours in (0, 2, 24, 25, 26)]
    expected = [Stretch(0, "a", 1, 0), Stretch(1, "b", 1, 1), Stretch(3, "a", 1, 0)]
    assert expected == by_stretch(record, "bank", edges)
    assert [] == by_stretch(record, "bank", edges[:1]) == by_stretch(record, "bank", [])


@settings(max_examples=40)
@for_all(
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 20), st.sampled_from((0.0, 0.5, 1.0))), max_size=20),
    st.lists(st.integers(0, 21), unique=True, max_size=6).map(sorted),
)
def test_the_stretches_add_up_to_all_answers_between_the_first_and_the_last_time(
    answers: list[tuple[str, int, float]], edges: list[int]
) -> None:
    with in_memory() as record:
        for uid, (question, hours, score) in enumerate(answers, 1):
            begin(record, uid)
            answer(record, uid, uid, question, score, hours=hours)
        asked, right = Counter[tuple[int, str]](), Counter[tuple[int, str]]()
        for question, hours, score in answers:
            for number, (start, end) in enumerate(pairwise(edges)):
                if start <= hours < end:
                    asked[number, question] += 1
                    right[number, question] += score >= 1
        expected = [Stretch(number, question, n, right[number, question]) for (number, question), n in asked.items()]
        assert sorted(expected) == sorted(by_stretch(record, "bank", [START + hours * HOUR for hours in edges]))
