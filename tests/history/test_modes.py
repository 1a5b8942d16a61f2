"""Examinations count once handed in, pre-tests never; marks and flags are kept."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from quiz.history.flags import flags
from quiz.history.knowledge import knowledge
from quiz.history.record import Record
from quiz.history.values import Attempt, Flag, Mode
from tests.history.answers import answer, begin, moment
from tests.history.samples import record_in, rows
from tests.history.test_record import COMPUTED

FLAG = Flag(1, "bank", "a", "content", "Two answers are right.", moment(1, 60))


@pytest.mark.parametrize("mode", Mode)
def test_an_attempt_is_read_back_with_its_mode_and_each_answer_as_it_was(file: Path, mode: Mode) -> None:
    with closing(record_in(file)) as record:
        begin(record, 1, mode)
        answer(record, 1, 10, "a", certainty=2, words=17, kind="order", seconds=3.5)
    with closing(record_in(file)) as record:
        saved = record.load(1)
    assert saved is not None
    assert (mode, 30 if mode is Mode.EXAM else None) == (saved.attempt.mode, saved.attempt.minutes)
    [row] = saved.given
    assert (2, 17, "order", 3.5) == (row.certainty, row.words, row.kind, row.seconds)
    assert (frozenset(), False) == (saved.marked, saved.handed_in)


@pytest.mark.parametrize(
    ("mode", "counts"),
    [(Mode.PRACTICE, True), (Mode.REVIEW, True), (Mode.READING, True), (Mode.PRETEST, False), (Mode.EXAM, False)],
)
def test_answers_count_by_the_mode_of_their_attempt(record: Record, mode: Mode, counts: bool) -> None:
    begin(record, 1, mode)
    answer(record, 1, 10, "a", 0.5)
    assert ({"a": 0.5} if counts else {}) == record.latest("bank")
    assert ({"a"} if counts else set()) == set(knowledge(record, "bank"))
    assert [(1, 0, 0.5)] == [(row.answered, row.right, row.points) for row in record.attempts("bank")]


def test_a_pre_test_leaves_what_was_known_as_it_was(record: Record) -> None:
    begin(record, 1)
    answer(record, 1, 10, "a", 1.0)
    before = knowledge(record, "bank")
    begin(record, 2, Mode.PRETEST)
    answer(record, 2, 20, "a", 0.0, hours=30)
    assert ({"a": 1.0}, before) == (record.latest("bank"), knowledge(record, "bank"))


def test_an_examination_counts_once_it_is_handed_in(record: Record) -> None:
    begin(record, 1, Mode.EXAM)
    answer(record, 1, 10, "a", 0.0, hours=1)
    answer(record, 1, 11, "b", 1.0, hours=1)
    record.withdraw(10, moment(2))
    answer(record, 1, 12, "a", 0.5, hours=2)
    assert {} == record.latest("bank")
    record.hand_in(1, moment(3))
    assert {"a": 0.5, "b": 1.0} == record.latest("bank")


def test_an_examination_handed_in_does_not_replace_later_answers(record: Record) -> None:
    begin(record, 1, Mode.EXAM)
    for uid, question in enumerate("ab", 10):
        answer(record, 1, uid, question, 0.0, hours=5)
    begin(record, 2)
    answer(record, 2, 20, "a", 1.0, hours=6)
    answer(record, 2, 21, "b", 1.0, hours=4)
    record.hand_in(1, moment(7))
    assert {"a": 1.0, "b": 0.0} == record.latest("bank")


def test_handing_in_one_examination_leaves_another_open(record: Record) -> None:
    for run in (1, 2):
        begin(record, run, Mode.EXAM)
        answer(record, run, 10 * run, "ab"[run - 1])
    record.hand_in(2, moment(1))
    assert {"b": 1.0} == record.latest("bank")
    assert [True, False] == [(record.load(run) or pytest.fail()).handed_in for run in (2, 1)]


def test_handing_in_twice_or_nothing_changes_nothing(record: Record, file: Path) -> None:
    begin(record, 1, Mode.EXAM)
    answer(record, 1, 10, "a")
    for hours in (1, 2):
        record.hand_in(1, moment(hours, 120))
    record.hand_in(99, moment(3))
    assert [(moment(1).milliseconds, 120)] == rows(file, "SELECT handed, utc_offset FROM handins")


def test_an_examination_is_finished_when_it_is_handed_in_and_not_when_all_is_answered(record: Record) -> None:
    begin(record, 1, Mode.EXAM)
    for uid, question in enumerate("abc", 10):
        answer(record, 1, uid, question)
    assert [(3, False)] == [(row.answered, row.finished) for row in record.attempts("bank")]
    record.hand_in(1, moment(1))
    assert [(True, True)] == [(row.handed_in, row.finished) for row in record.attempts("bank")]


def test_attempts_can_be_listed_by_mode(record: Record) -> None:
    for uid, mode in enumerate(Mode, 1):
        begin(record, uid, mode, hours=uid)
        answer(record, uid, 10 * uid, "a")
    assert [5, 4, 3, 2, 1] == [row.uid for row in record.attempts("bank")]
    assert list(reversed(Mode)) == [row.mode for row in record.attempts("bank")]
    assert [4, 1] == [row.uid for row in record.attempts("bank", modes=(Mode.PRACTICE, Mode.PRETEST))]
    assert [4] == [row.uid for row in record.attempts("bank", 1, (Mode.PRACTICE, Mode.PRETEST))]
    assert [] == record.attempts("bank", modes=())


def test_practice_examinations_and_pre_tests_can_be_gone_on_with(record: Record) -> None:
    for uid, mode in enumerate(Mode, 1):
        begin(record, uid, mode)
        answer(record, uid, 10 * uid, "a", hours=uid)
    assert [Mode.PRETEST, Mode.EXAM, Mode.PRACTICE] == [row.mode for row in record.interrupted("bank")]
    exam = list(Mode).index(Mode.EXAM) + 1
    record.hand_in(exam, moment(9))
    assert [Mode.PRETEST, Mode.PRACTICE] == [row.mode for row in record.interrupted("bank")]


def test_answers_changed_in_an_examination_are_no_slips(record: Record) -> None:
    for uid, mode in enumerate(Mode, 1):
        begin(record, uid, mode)
        answer(record, uid, 10 * uid, "a")
        record.withdraw(10 * uid, moment(1))
    assert 4 == record.withdrawn_count("bank")


def test_an_examination_needs_no_time_limit(record: Record) -> None:
    record.begin(Attempt(1, "bank", 7, ("a",), moment(0), Mode.EXAM))
    answer(record, 1, 10, "a")
    assert (record.load(1) or pytest.fail()).attempt.minutes is None


# marks


def test_a_question_is_marked_until_the_mark_is_taken_off(record: Record) -> None:
    begin(record, 1, Mode.EXAM)
    for uid, (question, marked) in enumerate((("a", True), ("b", True), ("a", False), ("c", True), ("c", False)), 50):
        record.mark(uid, 1, question, marked, moment(uid))
    record.mark(60, 1, "c", True, moment(0))  # the order written decides, not the clock
    assert frozenset("bc") == (record.load(1) or pytest.fail()).marked


def test_marks_belong_to_an_attempt_and_are_written_once(record: Record, file: Path) -> None:
    for run in (1, 2):
        begin(record, run, Mode.EXAM)
    for _ in range(2):
        record.mark(50, 1, "a", True, moment(1))
    record.mark(51, 99, "a", True, moment(1))
    record.mark(52, 2, "b", True, moment(1))
    assert [frozenset("a"), frozenset("b")] == [(record.load(run) or pytest.fail()).marked for run in (1, 2)]
    assert [(50,), (52,)] == rows(file, "SELECT uid FROM marks ORDER BY uid")


# flags


def test_flags_are_read_back_as_they_were_the_oldest_first(file: Path) -> None:
    later, other = FLAG._replace(uid=2, question="b", at=moment(5)), FLAG._replace(uid=3, bank="other")
    first = FLAG._replace(uid=4, text="🙂'; DROP TABLE flags; --\0", at=moment(0, -300))
    with closing(record_in(file)) as record:
        for flag in (later, FLAG, FLAG, other, first):
            record.flag(flag)
    with closing(record_in(file)) as record:
        assert [first, FLAG, later] == flags(record, "bank")
        assert [other] == flags(record, "other")
        assert [] == flags(record, "none")


def test_a_flag_needs_no_attempt(record: Record) -> None:
    record.flag(FLAG)
    assert ([FLAG], 0) == (flags(record, "bank"), record.attempt_count("bank"))


def test_hand_ins_marks_and_flags_outlast_a_disk_that_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    record = record_in(blocked / "history.db")
    begin(record, 1, Mode.EXAM)
    answer(record, 1, 10, "a")
    record.mark(50, 1, "b", True, moment(1))
    record.hand_in(1, moment(2))
    assert (False, {"a": 1.0}) == (record.saves, record.latest("bank"))
    blocked.unlink()
    record.flag(FLAG)
    assert record.saves
    record.close()
    with closing(record_in(blocked / "history.db")) as again:
        saved = again.load(1)
        assert saved is not None
        assert (frozenset("b"), True, [FLAG]) == (saved.marked, saved.handed_in, flags(again, "bank"))
        assert {"a": 1.0} == again.latest("bank")


# latest is kept by triggers: with all modes, it must be what is computed from all rows


@dataclass(frozen=True)
class Step:
    """Something that happens to one of six attempts."""

    what: str
    attempt: int
    question: str
    score: float
    hours: int


STEPS = st.lists(
    st.builds(
        Step,
        st.sampled_from(("answer", "answer", "answer", "withdraw", "hand in")),
        st.integers(1, 6),
        st.sampled_from("ab"),
        st.sampled_from((0.0, 0.5, 1.0)),
        st.integers(0, 9),
    ),
    max_size=25,
)


@for_all(STEPS)
def test_the_latest_kept_are_the_latest_computed_in_all_modes(steps: list[Step]) -> None:
    with closing(record_in(Path("/dev/null/nowhere"))) as record:
        for uid in range(1, 7):
            begin(record, uid, (Mode.PRACTICE, Mode.EXAM, Mode.PRETEST)[uid % 3])
        for i, step in enumerate(steps):
            if step.what == "answer":  # each in a millisecond of its own
                answer(record, step.attempt, 100 + i, step.question, step.score, hours=step.hours + i / 1000)
            elif step.what == "withdraw":
                record.withdraw(100 + step.hours, moment(0))
            else:
                record.hand_in(step.attempt, moment(step.hours))
        assert dict(record.rows(COMPUTED)) == record.latest("bank")
