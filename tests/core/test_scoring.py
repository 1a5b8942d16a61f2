"""Scores per phase add up, and their ranges are Wilson's."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.bank import Bank
from quiz.core.scoring import Z80, Z95, Score, scores, total, wilson
from tests.core.samples import bank_of, banks
from tests.vectors import SCORING

COUNTS = st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize("row", SCORING["wilson"], ids=lambda row: f"{row['k']} of {row['n']}")
@pytest.mark.parametrize(("z", "column"), [(Z95, "wilson95"), (Z80, "wilson80")])
def test_ranges_are_those_of_the_vectors(row: dict[str, Any], z: float, column: str) -> None:
    assert row[column] == pytest.approx(wilson(row["k"], row["n"], z), abs=1e-6)


@given(COUNTS)
def test_the_range_brackets_the_proportion_and_stays_within_0_and_1(counts: tuple[int, int]) -> None:
    right, asked = counts
    low, high = wilson(right, asked)
    assert 0 <= low <= right / asked <= high <= 1
    assert low < high


@given(COUNTS)
def test_the_range_is_the_same_from_both_ends(counts: tuple[int, int]) -> None:
    right, asked = counts
    low, high = wilson(asked - right, asked)
    assert (1 - high, 1 - low) == pytest.approx(wilson(right, asked))


@given(COUNTS)
def test_being_surer_takes_a_wider_range(counts: tuple[int, int]) -> None:
    (low95, high95), (low80, high80) = wilson(*counts, Z95), wilson(*counts, Z80)
    assert low95 <= low80
    assert high95 >= high80


@given(COUNTS)
def test_asking_more_narrows_the_range(counts: tuple[int, int]) -> None:
    right, asked = counts
    (low, high), (low4, high4) = wilson(right, asked), wilson(4 * right, 4 * asked)
    assert high - low > high4 - low4


def test_of_nothing_nothing_is_known() -> None:
    score = Score("a", "A", 3)
    assert Score("a", "A", questions=3, answered=0, right=0, points=0.0, partly=0) == score
    assert score.likely == (0.0, 1.0)
    assert score.mean is None
    assert (score.share, score.per_cent) == (0.0, 0)


def test_only_fully_right_answers_are_right_but_all_points_count() -> None:
    (score,) = scores(bank_of(4), {"a0": 1.0, "a1": 0.5, "a2": 0.0})
    assert Score("a", "A", questions=4, answered=3, right=1, partly=1, points=1.5) == score
    assert score.mean == 0.5
    assert score.per_cent == 33


@pytest.mark.parametrize(
    ("right", "asked", "per_cent"), [(0, 400, 0), (1, 400, 1), (1, 2, 50), (399, 400, 99), (400, 400, 100)]
)
def test_0_and_100_per_cent_mean_none_and_all(right: int, asked: int, per_cent: int) -> None:
    assert per_cent == Score("a", "A", 400, asked, right).per_cent


def test_phases_come_in_the_banks_order_with_or_without_questions() -> None:
    assert [score.id for score in scores(bank_of(1, 0, 1), {})] == ["a", "b", "c"]


def test_of_a_selection_only_its_phases_and_questions_count() -> None:
    rows = scores(bank_of(2, 2, 2), {"a0": 1.0, "c0": 1.0, "c1": 0.0}, asked=["c1", "a0"])
    assert [(s.id, s.questions, s.answered, s.right) for s in rows] == [("a", 1, 1, 1), ("c", 1, 1, 0)]


@given(banks(), st.data())
def test_the_total_is_the_sum_of_the_phases(bank: Bank, data: st.DataObject) -> None:
    ids = list(bank.by_id)
    given_scores = st.sampled_from((0.0, 0.25, 0.5, 1.0))
    points = data.draw(st.dictionaries(st.sampled_from(ids), given_scores)) if ids else {}
    whole = total(scores(bank, points))
    right = sum(score == 1 for score in points.values())
    partly = sum(0 < score < 1 for score in points.values())
    assert Score("total", "Total", len(ids), len(points), right, sum(points.values()), partly) == whole
    low, high = whole.likely
    assert low <= whole.share <= high
