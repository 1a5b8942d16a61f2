"""How sure a student was, against how often that was right; and Moodle's certainty-based marks."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.calibration import Level, levels, mark, marks
from quiz.core.rating import Certainty
from tests.vectors import CERTAINTY

GUESS, FAIRLY, SURE = Certainty
ANSWERS = st.lists(st.tuples(st.none() | st.integers(1, 3), st.sampled_from((0.0, 0.5, 1.0))))
VERDICTS = {
    "ok": "well judged",
    "overconfident": "surer than you should be",
    "slightly overconfident": "a little surer than you should be",
    "underconfident": "you knew more than you thought",
    "slightly underconfident": "you knew a little more than you thought",
}


@pytest.mark.parametrize("row", CERTAINTY["judgement"], ids=lambda row: f"C{row['level']} {row['right']} of {row['n']}")
def test_verdicts_are_those_of_the_vectors(row: dict[str, Any]) -> None:
    assert VERDICTS[row["verdict"]] == Level(Certainty(row["level"]), row["n"], row["right"]).verdict


@pytest.mark.parametrize(
    ("certainty", "asked", "right"),
    [(GUESS, 100, 67), (FAIRLY, 100, 67), (FAIRLY, 10, 8), (SURE, 10, 8), (SURE, 3, 3), (GUESS, 3, 0), (FAIRLY, 0, 0)],
)
def test_the_ends_of_a_band_are_well_judged(certainty: Certainty, asked: int, right: int) -> None:
    assert "well judged" == Level(certainty, asked, right).verdict


@pytest.mark.parametrize(
    ("level", "sentence"),
    [
        (Level(SURE, 14, 7), "sure: 14 answers, 7 right (50 %) – surer than you should be"),
        (Level(SURE, 14, 9), "sure: 14 answers, 9 right (64 %) – a little surer than you should be"),
        (Level(FAIRLY, 6, 6), "fairly sure: 6 answers, 6 right (100 %) – you knew a little more than you thought"),
        (Level(SURE, 5, 1), "sure: 5 answers, 1 right, too few to say more"),
        (Level(FAIRLY, 1, 1), "fairly sure: 1 answer, 1 right, too few to say more"),
        (Level(GUESS, 8, 2), "a guess: 8 answers, 2 right (25 %) – well judged"),
    ],
)
def test_a_level_in_a_line(level: Level, sentence: str) -> None:
    assert sentence == level.sentence


@given(st.sampled_from(Certainty), st.integers(1, 60), st.data())
def test_more_right_answers_never_make_a_student_surer_than_before(
    certainty: Certainty, asked: int, data: st.DataObject
) -> None:
    right = data.draw(st.integers(0, asked - 1))
    assert Level(certainty, asked, right).excess <= Level(certainty, asked, right + 1).excess


@given(ANSWERS)
def test_every_answer_with_a_certainty_is_in_one_level_the_surest_first(
    answers: list[tuple[int | None, float]],
) -> None:
    found = levels(answers)
    told = [(certainty, score) for certainty, score in answers if certainty is not None]
    assert sorted({certainty for certainty, _ in told}, reverse=True) == [level.certainty for level in found]
    assert (len(told), sum(score == 1 for _, score in told)) == (
        sum(level.asked for level in found),
        sum(level.right for level in found),
    )


@pytest.mark.parametrize("row", CERTAINTY["mark"], ids=lambda row: f"C{row['C']} {row['f']}")
def test_marks_are_those_of_the_vectors(row: dict[str, Any]) -> None:
    assert row["mark"] == mark(row["C"], row["f"])


def test_without_a_certainty_the_lowest_counts() -> None:
    assert [1.0, 0.5, 0.0] == [mark(None, score) for score in (1.0, 0.5, 0.0)]


@pytest.mark.parametrize("row", CERTAINTY["expected"], ids=lambda row: f"{row['p']} right")
def test_to_be_honest_pays_best(row: dict[str, Any]) -> None:
    mean = {c: row["p"] * mark(c, 1.0) + (1 - row["p"]) * mark(c, 0.0) for c in Certainty}
    assert {Certainty(int(c)): value for c, value in row["E"].items()} == pytest.approx(mean)
    assert row["best"] == max(mean, key=lambda c: mean[c])


def test_the_marks_of_a_quiz_are_those_of_the_vectors() -> None:
    [row] = CERTAINTY["quiz"]
    found = marks((certainty, float(verdict == "r")) for certainty, verdict in row["responses"])
    assert found is not None
    assert (row["total"], row["average"], row["accuracy"]) == pytest.approx((found.total, found.mean, found.accuracy))
    assert (row["expected_for_accuracy"], row["bonus"]) == pytest.approx((found.best, found.bonus))
    assert "Certainty-based marks: 9, 0.90 a question; accuracy with bonus 71 %." == found.sentence


def test_marks_are_told_in_tenths() -> None:
    found = marks([(None, 1 / 3)])
    assert found is not None
    assert "Certainty-based marks: 0.3, 0.33 a question; accuracy with bonus 33 %." == found.sentence


def test_no_answers_have_no_share() -> None:
    assert (0.0, 0.5) == (Level(SURE, 0, 0).share, Level(SURE, 2, 1).share)


def test_no_answers_have_no_marks() -> None:
    assert marks([]) is None


@given(ANSWERS.filter(bool))
def test_marks_lie_between_the_worst_and_the_best(answers: list[tuple[int | None, float]]) -> None:
    found = marks(answers)
    assert found is not None
    assert -6 <= found.mean <= 3
    assert found.accuracy - 1e-9 <= found.best <= 3
    assert found.mean * len(answers) == pytest.approx(found.total)
