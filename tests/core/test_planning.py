"""A review holds the most urgent, never more than a day can take, and nothing twice or side by side."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.bank import Bank
from quiz.core.knowledge import Knowledge
from quiz.core.planning import (
    MOST_A_DAY,
    NEW_A_DAY,
    NEW_BELOW,
    Done,
    Plan,
    due_day,
    final_round,
    forecast,
    mixed,
    once_more,
    passages_of,
    plan,
    touch,
)
from quiz.core.quotes import Span
from quiz.core.schedule import Memory
from tests.core.passages import quoting, quoting_banks
from tests.core.samples import bank_of

TODAY = 739_000


def known_since(days: int, due: int = 0, stability: float = 5.0) -> Knowledge:
    """Return what is known of a question reviewed so many days ago and due in `due` days from today."""
    return Knowledge(Memory(stability, 5.0, TODAY - days, TODAY + due), asked=1, right=True)


KNOWN = st.builds(known_since, st.integers(0, 30), st.integers(-20, 20), st.sampled_from((0.5, 2.0, 5.0, 30.0)))
DONE = st.builds(Done, st.integers(0, 50), st.integers(0, 12))
EXAMS = st.none() | st.integers(TODAY - 2, TODAY + 20)


@st.composite
def situations(draw: st.DrawFn, most: int = 110) -> tuple[Bank, dict[str, Knowledge]]:
    """Draw a bank, with or without passages, and what is known of its questions."""
    plain = st.lists(st.integers(0, most // 4), min_size=1, max_size=4).map(lambda counts: bank_of(*counts))
    bank = draw(plain | quoting_banks())
    share = draw(st.integers(0, 4))
    kinds = draw(st.lists(KNOWN, min_size=1, max_size=8))
    rng = draw(st.randoms(use_true_random=False))
    return bank, {i: rng.choice(kinds) for i in bank.by_id if rng.randrange(4) < share}


def due_of(bank: Bank, known: dict[str, Knowledge], final: int | None = None) -> set[str]:
    return {i for i in bank.by_id if i in known and due_day(known[i], final) <= TODAY}


@given(situations(), DONE, EXAMS, st.integers())
def test_a_day_never_takes_more_than_it_can(
    situation: tuple[Bank, dict[str, Knowledge]], done: Done, exam: int | None, seed: int
) -> None:
    bank, known = situation
    found = plan(bank, known, TODAY, done=done, exam=exam, seed=seed)
    assert len(found.selection) <= max(MOST_A_DAY - done.total, 0)
    assert found.new <= max(NEW_A_DAY - done.new, 0)
    assert len(set(found.selection)) == len(found.selection)
    due = due_of(bank, known, final_round(len(bank.questions), exam, TODAY))
    fresh = set(bank.by_id) - set(known)
    assert set(found.selection) <= due | fresh
    assert found.new == len(fresh & set(found.selection))
    assert found.waiting == len(due - set(found.selection))
    if len(due) > NEW_BELOW:
        assert 0 == found.new


@given(situations(), DONE, EXAMS, st.integers())
def test_the_same_day_record_and_seed_give_the_same_review(
    situation: tuple[Bank, dict[str, Knowledge]], done: Done, exam: int | None, seed: int
) -> None:
    bank, known = situation
    backwards = dict(reversed(known.items()))
    first = plan(bank, known, TODAY, done=done, exam=exam, seed=seed)
    assert first == plan(bank, backwards, TODAY, done=done, exam=exam, seed=seed)


@given(situations(), DONE, st.integers())
def test_what_waits_is_less_urgent_than_what_is_asked(
    situation: tuple[Bank, dict[str, Knowledge]], done: Done, seed: int
) -> None:
    bank, known = situation
    due = due_of(bank, known)
    if any(question.quotes for question in bank.questions):
        return  # what is on the passage of another may have to wait although it is urgent
    asked = due & set(plan(bank, known, TODAY, done=done, seed=seed).selection)
    room = max(MOST_A_DAY - done.total, 0)
    assert min(len(due), room) == len(asked)
    chances = sorted(known[i].recall(TODAY) for i in due)
    assert chances[:room] == sorted(known[i].recall(TODAY) for i in asked)


@given(quoting_banks(most=14), st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13))), st.integers(0, 14))
def test_a_clashing_pair_is_never_asked_together(bank: Bank, drawn: list[tuple[int, int]], count: int) -> None:
    ids = list(bank.by_id)
    pairs = [(ids[a], ids[b]) for a, b in drawn if a != b and max(a, b) < len(ids)]
    known = {ident: known_since(5, -1) for ident in ids[:count]}
    selection = set(plan(bank, known, TODAY, clashing=only(pairs)).selection)
    assert [] == [pair for pair in pairs if set(pair) <= selection]


def only(pairs: Sequence[tuple[str, str]]) -> Callable[[Sequence[str]], Iterable[tuple[str, str]]]:
    """Return what names the pairs of which both are about to be asked."""
    return lambda ids: [pair for pair in pairs if set(pair) <= set(ids)]


def test_of_a_clashing_pair_the_less_urgent_waits() -> None:
    bank = bank_of(2)
    known = {"a0": known_since(2, -1), "a1": known_since(9, -1)}
    for pair in (("a0", "a1"), ("a1", "a0")):
        assert Plan(("a1",), 0, 1) == plan(bank, known, TODAY, clashing=lambda _, pair=pair: [pair])  # type: ignore[misc]


def test_something_new_waits_for_what_is_due_and_clashes_with_it() -> None:
    found = plan(bank_of(3), {"a2": known_since(2, -1)}, TODAY, clashing=lambda _: [("a0", "a2")])
    assert (("a2", "a1"), 1, 0) == (found.selection, found.new, found.waiting)


# what is chosen


def test_what_is_overdue_comes_by_the_chance_of_recall_and_not_by_the_day_it_was_due() -> None:
    known = {"a0": known_since(3, -2, 30.0), "b0": known_since(3, -1, 0.5), "c0": known_since(3, 0, 2.0)}
    assert ("b0", "c0", "a0") == plan(bank_of(1, 1, 1), known, TODAY).selection


def test_what_is_not_due_is_not_asked() -> None:
    known = {"a0": known_since(3, 1), "a1": known_since(3, 0)}
    assert Plan(("a1",)) == plan(bank_of(2), known, TODAY)


def test_what_is_to_come_before_all_does_however_well_it_is_known() -> None:
    known = {"a0": known_since(9, -3, 0.5), "b0": known_since(1, 0, 30.0), "c0": known_since(5, -1)}
    assert ("b0", "a0", "c0") == plan(bank_of(1, 1, 1), known, TODAY, before_all=("b0",)).selection
    assert ("c0", "b0", "a0") == plan(bank_of(1, 1, 1), known, TODAY, before_all={"b0", "c0"}).selection


def test_new_questions_come_after_what_is_due_and_in_the_order_of_the_bank() -> None:
    found = plan(bank_of(8, 8), {"b0": known_since(4, -1)}, TODAY)
    assert NEW_A_DAY == found.new
    assert {"b0", *(f"a{i}" for i in range(8)), "b1", "b2"} == set(found.selection)
    assert "b0" == found.selection[0]


@pytest.mark.parametrize(
    ("due", "new", "waiting"), [(0, 10, 0), (29, 10, 0), (30, 10, 0), (31, 0, 0), (40, 0, 0), (55, 0, 15)]
)
def test_with_much_due_nothing_new_is_begun(due: int, new: int, waiting: int) -> None:
    known = {f"a{i}": known_since(5, -1) for i in range(due)}
    found = plan(bank_of(due, 20), known, TODAY)
    assert (new, waiting, min(due, 40) + new) == (found.new, found.waiting, len(found.selection))


@pytest.mark.parametrize(
    ("done", "size", "new"),
    [
        (Done(), 35, 10),
        (Done(3, 3), 32, 7),
        (Done(10, 10), 25, 0),
        (Done(10, 0), 30, 5),
        (Done(39, 2), 1, 0),
        (Done(60, 2), 0, 0),
    ],
)
def test_what_was_done_today_counts(done: Done, size: int, new: int) -> None:
    known = {f"a{i}": known_since(5, -1) for i in range(25)}
    found = plan(bank_of(25, 20), known, TODAY, done=done)
    assert (size, new, max(25 - size, 0)) == (len(found.selection), found.new, found.waiting)


def test_new_questions_are_of_the_phases_named_and_what_is_due_of_all() -> None:
    found = plan(bank_of(3, 3, 3), {"a0": known_since(5, -1)}, TODAY, phases=("b", "c"))
    assert {"a0", *(f"{phase}{i}" for phase in "bc" for i in range(3))} == set(found.selection)


def test_equally_urgent_questions_are_drawn_by_day_and_seed() -> None:
    bank = bank_of(60)
    known = {ident: known_since(5, -1) for ident in bank.by_id}
    seeds = {plan(bank, known, TODAY, seed=seed).selection for seed in range(9)}
    assert (9, 20) == (len(seeds), plan(bank, known, TODAY).waiting)


def test_an_empty_bank_has_nothing_to_review() -> None:
    assert Plan(()) == plan(bank_of(0), {}, TODAY)


# mixing


@given(quoting_banks(), st.randoms(use_true_random=False))
def test_two_on_one_passage_never_follow_each_other(bank: Bank, rng: Random) -> None:
    ids = rng.sample(sorted(bank.by_id), len(bank.by_id))
    order = mixed(bank, ids)
    passages = {ident: passages_of(bank, ident) for ident in ids}
    if all(touch(passages[one], passages[other]) for one in ids for other in ids):
        assert ids == order  # all are on one passage
        return
    assert [] == [pair for pair in pairwise(order) if touch(passages[pair[0]], passages[pair[1]])]
    assert len(set(order)) == len(order)
    for ident in set(ids) - set(order):  # left out only because it fits nowhere
        beside = [order[max(place - 1, 0) : place + 1] for place in range(len(order) + 1)]
        assert all(any(touch(passages[ident], passages[other]) for other in pair) for pair in beside)


@given(st.lists(st.sampled_from("abc"), max_size=40))
def test_a_third_of_a_phase_follows_only_when_nothing_else_is_left(phases: list[str]) -> None:
    bank = quoting(*((phase, ()) for phase in phases))
    order = mixed(bank, list(bank.by_id))
    assert sorted(bank.by_id) == sorted(order)
    runs = [len(list(run)) for _, run in groupby(ident[0] for ident in order)]
    assert all(run <= 2 for run in runs[:-1])


@given(st.integers(0, 8), st.integers(0, 8))
def test_of_each_phase_the_order_given_is_kept(one: int, other: int) -> None:
    order = mixed(bank_of(one, other), [*(f"a{i}" for i in range(one)), *(f"b{i}" for i in range(other))])
    for phase, count in (("a", one), ("b", other)):
        assert [f"{phase}{i}" for i in range(count)] == [ident for ident in order if ident[0] == phase]


@pytest.mark.parametrize(
    ("questions", "order"),
    [
        ("a a a b b b", "a0 a1 b3 a2 b4 b5"),
        ("a a a a b", "a0 a1 b4 a2 a3"),
        ("a b a b", "a0 b1 a2 b3"),
        ("a1 a1 b2", "a0 b2 a1"),  # the second on sentence 1 waits for another
        ("a1 a1 a1 b2 b3", "a0 b3 a1 b4 a2"),
        ("a a b b a a a", "a0 a1 b2 b3 a4 a5 a6"),  # it does not look ahead, to spare a b for later
        ("b2 a1 a1", "a2 b0 a1"),  # the last one goes where it fits
        ("a1 a1 a1 b2", "a0 b3 a1"),  # and where it fits nowhere it is left out
        ("a1 b1 a1", "a0 b1 a2"),  # but where all are on one passage none is
        ("a12 b2 c1 a3", "a0 a3 b1 c2"),
        ("b2 c3 a1 a1", "b0 a3 c1 a2"),  # only its neighbours count
        ("a1 b2 c3 a1 a1", "a0 b1 a4 c2 a3"),
        ("a1 b2 c3 a1 a1 a123", "a0 b1 a4 c2 a3"),  # one of two fits in
        ("b2 a13 a23 a1", "a2 a3 b0 a1"),  # the first fits in as soon as the other has
        ("a a b a c", "a0 a1 b2 a3 c4"),
    ],
)
def test_phases_and_passages_are_mixed(questions: str, order: str) -> None:
    bank = quoting(*((word[0], [int(sign) for sign in word[1:]]) for word in questions.split()))
    assert order.split() == mixed(bank, list(bank.by_id))


def test_what_does_not_fit_beside_its_passage_waits_for_the_next_review() -> None:
    bank = quoting(("a", [1]), ("a", [1]), ("a", [1]), ("a", [2]))
    known = {"a0": known_since(9, -1), "a1": known_since(8, -1), "a2": known_since(7, -1), "a3": known_since(5, -1)}
    assert Plan(("a0", "a3", "a1"), 0, 1) == plan(bank, known, TODAY)


@given(quoting_banks(), st.data())
def test_what_was_missed_comes_once_more_all_of_it_and_not_what_was_asked_just_before(
    bank: Bank, data: st.DataObject
) -> None:
    ids = sorted(bank.by_id)
    missed = data.draw(st.lists(st.sampled_from(ids), unique=True, min_size=1)) if ids else []
    if missed:
        last = data.draw(st.sampled_from(ids))
        order = once_more(bank, missed, last)
        assert sorted(missed) == sorted(order)
        assert len(missed) == 1 or order[0] != last


def test_once_more_passages_are_kept_apart() -> None:
    bank = quoting(("a", [1]), ("a", [1]), ("a", [2]))
    assert ("a2", "a0", "a1") == once_more(bank, ["a0", "a1", "a2"], "a1")


@pytest.mark.parametrize(
    ("expected", "other"),
    [
        (True, ("text", (4, 6))),
        (True, ("text", (0, 5))),
        (True, ("text", (8, 12))),
        (False, ("text", (9, 12))),  # sentences that follow each other without a blank between
        (False, ("text", (0, 4))),
        (False, ("another", (4, 9))),
    ],
)
def test_two_are_on_one_passage_when_they_share_part_of_a_text(expected: bool, other: tuple[str, Span]) -> None:
    one = (("text", (4, 9)), ("third", (0, 3)))
    assert expected == touch(one, (other,)) == touch((other,), one)


# examinations and forecasts


@pytest.mark.parametrize(
    ("questions", "exam", "days"),
    [(1, 10, 8), (40, 10, 8), (41, 10, 7), (120, 10, 6), (400, 10, -1), (120, 0, None), (120, -3, None)],
)
def test_the_last_round_takes_as_many_days_as_it_needs_and_one_to_spare(
    questions: int, exam: int, days: int | None
) -> None:
    assert (None if days is None else TODAY + days) == final_round(questions, TODAY + exam, TODAY)


def test_without_an_examination_there_is_no_last_round() -> None:
    assert final_round(40, None, TODAY) is None


@given(KNOWN, st.integers(TODAY - 30, TODAY + 30))
def test_nothing_is_put_off_beyond_the_last_round_that_was_not_asked_in_it(known: Knowledge, final: int) -> None:
    due = due_day(known, final)
    assert due <= known.memory.due == due_day(known)
    assert known.memory.day >= final or due <= final


def test_in_the_last_round_what_is_not_due_is_asked_too() -> None:
    known = {"a0": known_since(9, 90), "a1": known_since(1, 90)}
    exam = TODAY + 2
    assert set() == set(plan(bank_of(2), known, TODAY - 1, exam=exam).selection)
    assert {"a0", "a1"} == set(plan(bank_of(2), known, TODAY, exam=exam).selection)
    assert {"a0"} == set(plan(bank_of(2), known | {"a1": known_since(0, 90)}, TODAY, exam=exam).selection)


def test_in_the_last_round_what_was_not_asked_in_it_comes_first() -> None:
    known = {"a0": known_since(1, 0, 0.5), "b0": known_since(9, 90, 900.0)}
    assert ("a0",) == plan(bank_of(1, 1), known, TODAY).selection
    assert ("b0", "a0") == plan(bank_of(1, 1), known, TODAY, exam=TODAY + 1).selection


@given(st.lists(KNOWN), st.integers(0, 40), st.none() | st.integers(TODAY - 5, TODAY + 30))
def test_a_forecast_counts_every_question_on_the_day_it_is_due(
    known: list[Knowledge], days: int, final: int | None
) -> None:
    expected = [0] * days
    for item in known:
        day = max(due_day(item, final) - TODAY, 0)
        if day < days:
            expected[day] += 1
    assert tuple(expected) == forecast(known, TODAY, days, final).days


def test_a_forecast_in_short() -> None:
    known = [known_since(5, due) for due in (-9, -1, 0, 1, 6, 7, 27, 28)]
    found = forecast(known, TODAY)
    assert (28, 3, 1, 5) == (len(found.days), found.today, found.tomorrow, found.week)
    assert 7 == sum(found.days)
