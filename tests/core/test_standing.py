"""A standing claims no more than the answers tell: words, ranges and comparisons."""

from collections.abc import Mapping
from typing import Any, Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.bank import Bank, Phase
from quiz.core.knowledge import Knowledge, Outcome, learn
from quiz.core.questions.base import Option
from quiz.core.questions.choice import Choice
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.schedule import Memory
from quiz.core.scoring import Z95, Score, scores, total, wilson
from quiz.core.standing import Label, Standing, comparisons, difference, expected, label, standings, whole
from tests.core.samples import bank_of
from tests.vectors import STANDING

DAY = 739_000
COUNTS = st.integers(0, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def score(right: int, asked: int, title: str = "Phase", questions: int = 60) -> Score:
    """Return a score of so many right of so many asked."""
    return Score(title, title, questions, asked, right, float(right))


def remembered(recall: float) -> Knowledge:
    """Return what is known of a question with this chance of recall today; 1 and 0.9 can be had exactly."""
    return Knowledge(Memory(10.0, 5.0, {1.0: DAY, 0.9: DAY - 10}[recall], DAY + 1))


@pytest.mark.parametrize("row", STANDING["label"], ids=lambda row: f"{row['k']} of {row['n']} on {row['days']} days")
def test_labels_are_those_of_the_vectors(row: dict[str, Any]) -> None:
    assert row["label"] == label(row["k"], row["n"], row["days"])


def test_a_phase_never_asked_is_not_begun() -> None:
    assert "not begun" == label(0, 0, 0)


def test_what_was_asked_only_long_ago_is_not_called_not_begun() -> None:
    long_ago = Standing(score(0, 0), seen=3)
    assert ("not asked lately", "Not asked in the days that count.") == (long_ago.label, long_ago.sentence)
    assert Label.NOT_ENOUGH == Standing(score(1, 1), seen=3).label


@given(COUNTS, st.integers(1, 9))
def test_one_more_right_answer_never_makes_a_label_worse(counts: tuple[int, int], days: int) -> None:
    ranks = [Label.NOT_BEGUN, Label.NOT_ENOUGH, Label.NEEDS_WORK, Label.BUILDING, Label.SECURE]
    right, asked = counts
    if right < asked:
        assert ranks.index(label(right, asked, days)) <= ranks.index(label(right + 1, asked, days))


@pytest.mark.parametrize(
    ("right", "asked", "days", "sentence"),
    [
        (0, 0, 0, "Not asked yet."),
        (4, 5, 2, "4 of 5 right. Too few questions to say more."),
        (18, 20, 2, "18 of 20 right. On questions like these: likely 78–96 %."),
        (3, 10, 1, "3 of 10 right. On questions like these: likely 15–50 %."),
        (7, 10, 2, "7 of 10 right. On questions like these: likely 50–85 %. More questions would narrow that."),
        (
            6,
            6,
            2,
            "6 of 6 right. On questions like these: likely 79–100 %. From 8 questions on it can be called secure.",
        ),
        (
            8,
            8,
            1,
            "8 of 8 right. On questions like these: likely 83–100 %. "
            "It can be called secure once it holds on a second day.",
        ),
        (
            10,
            10,
            1,
            "10 of 10 right. On questions like these: likely 86–100 %. "
            "It can be called secure once it holds on a second day.",
        ),
    ],
)
def test_a_standing_in_a_sentence(right: int, asked: int, days: int, sentence: str) -> None:
    assert sentence == Standing(score(right, asked), days).sentence


@pytest.mark.parametrize(
    ("mastered", "fading", "words"), [(7, 2, "7 of 12 mastered, 2 fading"), (0, 0, "0 of 12 mastered")]
)
def test_mastery_in_words(mastered: int, fading: int, words: str) -> None:
    assert words == Standing(score(9, 10, questions=12), 2, mastered, fading).mastery


@pytest.mark.parametrize(("seen", "words"), [(5, ""), (6, "If you were quizzed now: about 46 % right."), (0, "")])
def test_what_would_be_right_now_is_told_from_six_questions_on(seen: int, words: str) -> None:
    assert words == Standing(score(6, 6), expected=0.456, seen=seen).now


def test_nothing_is_said_of_what_was_asked_mostly_today() -> None:
    assert "" == Standing(score(0, 8), expected=1.0, seen=8, fresh=8).now
    assert "" == Standing(score(0, 8), expected=1.0, seen=8, fresh=5).now
    assert Standing(score(0, 8), expected=1.0, seen=8, fresh=4).now


# the share expected right


def test_the_share_expected_is_that_of_the_vectors() -> None:
    [row] = STANDING["expected"]
    questions = [_choice(f"q{i}", item["k"]) for i, item in enumerate(row["items"])]
    known = {f"q{i}": _With(item["R"]) for i, item in enumerate(row["items"]) if item["R"]}
    assert row["value"] == pytest.approx(expected(questions, known, DAY))


class _With(Knowledge):
    """What is known of a question, with a given chance of recall."""

    chance: float

    def __new__(cls, chance: float) -> Self:
        made = super().__new__(cls, Memory(1.0, 5.0, DAY, DAY))
        made.chance = chance
        return made

    def recall(self, day: int) -> float:  # noqa: ARG002
        return self.chance


def _choice(ident: str, options: int) -> Choice:
    wrong = tuple(Option(f"wrong {i}") for i in range(options - 1))
    return Choice(id=ident, phase="p", prompt="?", answer="right", wrong=wrong)


def test_what_is_typed_cannot_be_guessed() -> None:
    typed = ShortAnswer(id="typed", phase="p", prompt="?", answer="right")
    assert 0.0 == expected([typed], {}, DAY)
    assert 0.9 == pytest.approx(expected([typed], {"typed": remembered(0.9)}, DAY))
    assert 0.25 == expected([_choice("chosen", 4)], {}, DAY)


def test_of_no_questions_nothing_is_expected() -> None:
    assert 0.0 == expected([], {}, DAY)


# standings of a bank


def three_days_right(today: int) -> Knowledge:
    """Return what is known of a question that was right on three days, lastly `today`."""
    known = None
    for day in (today - 12, today - 10, today):
        known = learn(known, Outcome(day, 1.0))
    assert known is not None
    return known


def test_the_standing_in_each_phase() -> None:
    bank = bank_of(3, 2, 1)
    points = {"a0": 1.0, "a1": 0.0, "b0": 1.0}
    days = {"a0": DAY - 1, "a1": DAY, "b0": DAY}
    known = {"a0": three_days_right(DAY), "a1": three_days_right(DAY - 4000), "b0": remembered(1.0)}
    rows = standings(bank, scores(bank, points), days, known, DAY)
    faded = known["a1"].recall(DAY)
    assert faded < 0.8
    assert [("A", 3, 2, 1), ("B", 2, 1, 1), ("C", 1, 0, 0)] == [
        (row.score.title, row.score.questions, row.score.answered, row.score.right) for row in rows
    ]
    assert [(2, 2, 1), (1, 0, 0), (0, 0, 0)] == [(row.days, row.mastered, row.fading) for row in rows]
    assert [2, 1, 0] == [row.seen for row in rows]
    half = 0.5  # the chance to guess a statement true or false
    assert [(1 + half + half * faded + half) / 3, (1 + half) / 2, half] == pytest.approx([r.expected for r in rows])


def test_phases_without_a_score_have_no_standing() -> None:
    bank = bank_of(2, 2)
    assert ["b"] == [row.score.id for row in standings(bank, scores(bank, {}, ["b0"]), {}, {}, DAY)]


MEMORIES = st.builds(
    Knowledge, st.builds(Memory, st.floats(0.1, 500), st.just(5.0), st.integers(DAY - 900, DAY), st.just(DAY)),
    st.integers(0, 4), st.just(DAY), st.booleans(),
)  # fmt: skip
BANK = bank_of(3, 0, 4)
KNOWN = st.dictionaries(st.sampled_from(sorted(BANK.by_id)), MEMORIES)


@given(KNOWN)
def test_the_whole_is_the_sum_of_the_phases(known: Mapping[str, Knowledge]) -> None:
    points = {ident: float(item.right) for ident, item in known.items()}
    rows = standings(BANK, scores(BANK, points), dict.fromkeys(known, DAY), known, DAY)
    everything = whole(rows, total(row.score for row in rows), 1)
    assert sum(item.mastered for item in known.values()) == everything.mastered
    assert sum(item.fading(DAY) for item in known.values()) == everything.fading <= everything.mastered
    assert len(known) == everything.seen
    assert expected(BANK.questions, known, DAY) == pytest.approx(everything.expected)
    assert 0.5 <= everything.expected <= 1


def test_the_whole_of_nothing() -> None:
    assert Standing(total([]), 0) == whole([], total([]), 0)


def test_a_bank_without_questions_has_standings() -> None:
    bank = Bank(id="bank", title="Empty", phases=(Phase(id="p", title="P"),))
    assert [(0, 0.0)] == [(row.days, row.expected) for row in standings(bank, scores(bank, {}), {}, {}, DAY)]


# two phases beside each other


class _At95(Score):
    """A score with its 95 per cent range: the published differences have that."""

    @property
    def likely(self) -> tuple[float, float]:
        return wilson(self.right, self.answered, Z95)


@pytest.mark.parametrize("row", STANDING["newcombe95"], ids=lambda row: f"{row['one']} and {row['other']}")
def test_differences_are_those_that_newcombe_published(row: dict[str, Any]) -> None:
    one, other = (_At95("", "", n, n, k, float(k)) for k, n in (row["one"], row["other"]))
    assert row["difference"] == pytest.approx(difference(one, other), abs=5e-5)


@given(COUNTS, COUNTS)
def test_the_difference_brackets_the_gap_and_turns_round_with_its_sides(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    left, right = score(*one), score(*other)
    low, high = difference(left, right)
    assert -1 <= low + 1e-9
    assert low <= left.share - right.share <= high <= 1 + 1e-9
    assert (-high, -low) == pytest.approx(difference(right, left))


@pytest.mark.parametrize(
    ("rows", "sentences"),
    [
        ([], ()),
        ([(10, 10)], ()),
        ([(10, 10), (0, 9)], ()),
        ([(3, 20), (19, 20)], ("“P0” is clearly behind “P1”.",)),
        ([(9, 10), (8, 10), (7, 10)], ("No clear difference between the phases.",)),
        (
            [(3, 20), (19, 20), (12, 20)],
            ("“P0” is clearly behind “P1” and “P2”.", "“P2” is clearly behind “P1”."),
        ),
        (
            [(0, 20), (20, 20), (19, 20), (18, 20), (9, 9)],
            ("“P0” is clearly behind “P1”, “P2” and “P3”.", "“P3” is clearly behind “P1”."),
        ),
    ],
)
def test_only_clear_differences_are_told(rows: list[tuple[int, int]], sentences: tuple[str, ...]) -> None:
    assert sentences == comparisons(score(*row, f"P{i}") for i, row in enumerate(rows))
