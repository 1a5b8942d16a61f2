"""A session asks every question once, can take an answer back, and is determined by its seed."""

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.bank import Bank
from quiz.core.questions.base import Option
from quiz.core.questions.choice import Choice
from quiz.core.session import Answer, Session, draw
from tests.core.samples import bank_of, banks

SCORES = st.sampled_from((0.0, 0.5, 1.0))


@st.composite
def sessions(draw_one: st.DrawFn) -> Session:
    """Draw a session after any steps."""
    ids = draw_one(st.lists(st.text("abc", min_size=1), unique=True, max_size=6))
    session = Session.begin(ids, seed=draw_one(st.integers(0, 9)))
    for step in draw_one(st.lists(st.sampled_from(("answer", "skip", "undo")), max_size=12)):
        if step == "answer" and session.current is not None:
            session = session.answered(("x",), draw_one(SCORES))
        session = session.skipped() if step == "skip" else session
        session = session.undone() if step == "undo" else session
    return session


@st.composite
def repeating_sessions(draw_one: st.DrawFn) -> Session:
    """Draw a session that asks once more what was missed, after any steps."""
    ids = draw_one(st.lists(st.text("abc", min_size=1), unique=True, max_size=5))
    session = Session.begin(ids, seed=1, once_more=True)
    for step in draw_one(st.lists(st.sampled_from(("answer", "answer", "answer", "skip", "undo")), max_size=20)):
        if step == "answer" and session.current is not None:
            session = session.answered((step,), draw_one(SCORES), draw_one(st.none() | st.integers(1, 3)))
        session = session.skipped() if step == "skip" else session
        session = session.undone() if step == "undo" else session
    return session


@given(sessions())
def test_every_question_is_asked_or_answered_once(session: Session) -> None:
    answered = [answer.question for answer in session.answers]
    assert sorted(session.selection) == sorted([*answered, *session.queue])


@given(sessions(), SCORES)
def test_undoing_is_the_inverse_of_answering(session: Session, score: float) -> None:
    if session.current is None:
        with pytest.raises(ValueError, match="every question of this session is answered"):
            session.answered((), score)
    else:
        counted = session._replace(withdrawn=session.withdrawn + 1)
        assert counted == session.answered(("y",), score).undone()


@given(sessions())
def test_skipping_keeps_the_questions_and_comes_round(session: Session) -> None:
    assert sorted(session.queue) == sorted(session.skipped().queue)
    rounds = session
    for _ in session.queue:
        rounds = rounds.skipped()
    assert session == rounds


@given(sessions())
def test_points_and_misses_are_those_of_the_answers(session: Session) -> None:
    assert {answer.question: answer.score for answer in session.answers} == session.points
    assert session.missed == tuple(ident for ident, score in session.points.items() if score < 1)


@given(sessions())
def test_the_number_stays_within_the_selection(session: Session) -> None:
    assert min(len(session.answers) + 1, len(session.selection)) == session.number
    assert (session.current is None) == (len(session.answers) == len(session.selection))


def test_a_run_in_short() -> None:
    session = Session.begin(["one", "two", "three"], seed=1)
    assert (session.current, session.number) == ("one", 1)
    session = session.skipped().answered(("b",), 0.0)
    assert (Answer("two", ("b",), 0.0),) == session.answers
    assert session.queue == ("three", "one")
    session = session.undone()
    assert (session.current, session.number, session.withdrawn) == ("two", 1, 1)


def test_nothing_can_be_undone_before_an_answer() -> None:
    session = Session.begin(["one"], seed=1)
    assert session is session.undone()


# what was missed, once more


@given(repeating_sessions())
def test_what_was_missed_is_asked_once_more_and_no_more(session: Session) -> None:
    repeated = [answer.question for answer in session.repeats]
    if session.repeating:
        assert sorted(session.missed) == sorted([*repeated, *session.queue])
        assert len(session.answers) == len(session.selection)
    else:
        assert [] == repeated
        assert sorted(session.selection) == sorted([*(a.question for a in session.answers), *session.queue])


@given(repeating_sessions())
def test_repeats_change_neither_points_nor_misses_nor_the_number(session: Session) -> None:
    once = session._replace(repeats=())
    assert (once.points, once.missed, once.number) == (session.points, session.missed, session.number)
    assert {answer.question: answer.score for answer in session.answers} == session.points


@given(repeating_sessions(), SCORES)
def test_undoing_is_the_inverse_of_answering_a_repeat_too(session: Session, score: float) -> None:
    if session.current is not None:
        counted = session._replace(withdrawn=session.withdrawn + 1)
        assert counted == session.answered(("y",), score).undone()


@given(repeating_sessions(), SCORES)
def test_the_last_response_is_the_one_just_given(session: Session, score: float) -> None:
    if session.current is not None:
        after = session.answered(("y",), score, 2)
        assert Answer(session.current, ("y",), score, 2) == after.last
        assert session.last == after.undone().last


@given(repeating_sessions())
def test_a_session_with_repeats_ends(session: Session) -> None:
    for _ in range(2 * len(session.selection)):
        session = session.answered((), 0.0) if session.current else session
    assert (None, len(session.selection)) == (session.current, len(session.answers))


def test_a_run_with_repeats_in_short() -> None:
    session = Session.begin(["one", "two", "three"], seed=1, once_more=True)
    assert (False, None) == (session.repeating, session.last)
    session = session.answered(("a",), 0.5).answered(("b",), 1.0).answered(("c",), 0.0)
    assert (True, ("one", "three"), 3) == (session.repeating, session.queue, session.number)
    session = session.skipped().answered(("d",), 1.0)
    assert (True, ("one",), (Answer("three", ("d",), 1.0),)) == (session.repeating, session.queue, session.repeats)
    session = session.answered(("e",), 0.0)
    assert (None, ("one", "three"), True) == (session.current, session.missed, session.repeating)
    session = session.undone().undone().undone()
    assert (("three",), ("one",), False) == (session.queue, session.missed, session.repeating)


def test_what_was_all_right_is_not_asked_again() -> None:
    session = Session.begin(["one"], seed=1, once_more=True).answered(("a",), 1.0)
    assert (None, False) == (session.current, session.repeating)


def test_without_the_wish_nothing_is_asked_again() -> None:
    assert Session.begin(["one"], seed=1).answered(("a",), 0.0).current is None


def test_the_certainty_is_kept_with_the_answer() -> None:
    session = Session.begin(["one", "two"], seed=1).answered(("a",), 1.0, 3).answered(("b",), 1.0)
    assert [3, None] == [answer.certainty for answer in session.answers]


def question(ident: str) -> Choice:
    wrong = tuple(Option(text) for text in "bcdefgh")
    return Choice(id=ident, phase="p", prompt="?", answer="a", wrong=wrong)


@given(st.integers())
def test_a_question_is_laid_out_the_same_each_time_it_is_shown(seed: int) -> None:
    session = Session.begin(["one", "two"], seed)
    again = session.skipped().answered((), 0.0)
    assert session.layout(question("one")) == again.layout(question("one"))


def test_another_session_and_another_question_are_laid_out_differently() -> None:
    layouts = {Session.begin([], seed).layout(question(ident)) for seed in range(10) for ident in ("one", "two")}
    assert len(layouts) > 15


@given(banks(), st.integers(0, 40), st.integers())
def test_a_draw_has_the_exact_count_without_repeats(bank: Bank, count: int, seed: int) -> None:
    drawn = draw(bank, bank.by_id, count, seed)
    assert min(count, len(bank.questions)) == len(drawn) == len(set(drawn))
    assert set(drawn) <= set(bank.by_id)


@given(banks(), st.integers(0, 40), st.integers())
def test_a_draw_spreads_evenly_over_the_phases(bank: Bank, count: int, seed: int) -> None:
    sizes = {phase: len(questions) for phase, questions in bank.by_phase.items()}
    drawn = Counter(ident[0] for ident in draw(bank, bank.by_id, count, seed))
    most = max(drawn.values(), default=0)
    uneven = {phase for phase, size in sizes.items() if drawn[phase] < min(size, most - 1)}
    assert set() == uneven


@given(banks(), st.integers(0, 40), st.integers())
def test_a_draw_is_determined_by_its_seed(bank: Bank, count: int, seed: int) -> None:
    assert draw(bank, bank.by_id, count, seed) == draw(bank, bank.by_id, count, seed)


def test_another_seed_draws_others_in_another_order() -> None:
    bank = bank_of(8, 8)
    assert len({draw(bank, bank.by_id, 5, seed) for seed in range(20)}) > 15
    assert sorted(bank.by_id) != list(draw(bank, bank.by_id, None, 1))


def test_the_phases_of_a_draw_do_not_take_turns() -> None:
    bank = bank_of(8, 8)
    drawn = [draw(bank, bank.by_id, 6, seed) for seed in range(20)]
    assert {True, False} == {one[0] == two[0] for one, two, *_ in drawn}


def test_a_draw_without_a_count_takes_all_and_only_the_candidates() -> None:
    assert {"a1", "b0"} == set(draw(bank_of(3, 3), ["b0", "a1"], None, seed=1))


def test_an_odd_question_may_come_from_any_phase() -> None:
    bank = bank_of(5, 5, 5)
    firsts = Counter(draw(bank, bank.by_id, 1, seed)[0][0] for seed in range(150))
    assert all(firsts[phase] > 25 for phase in "abc")


def test_random_layouts_do_not_touch_the_global_generator() -> None:
    expected = random.Random(5).random()
    random.seed(5)
    Session.begin(["one"], 1).layout(question("one"))
    draw(bank_of(3), ["a0", "a1"], 1, 1)
    assert expected == random.random()
