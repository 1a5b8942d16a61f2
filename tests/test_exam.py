"""An examination keeps each step, lets every answer be changed, and counts only once it is handed in."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz.banks.reader import Reading
from quiz.core.scoring import total
from quiz.core.session import Answer
from quiz.history.record import Record
from quiz.history.values import Mode
from quiz.study import Run, Study
from quiz.study.exam import Exam
from tests.core.samples import bank_of

RIGHT, WRONG = ("True",), ("False",)
IDS = ("a0", "a1", "b0")
START = datetime(2026, 3, 5, 14, 30, tzinfo=UTC)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        """Return the time that it was set to."""
        return self.now

    def go_on(self, **time: float) -> None:
        """Let so much time go by."""
        self.now += timedelta(**time)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the record is kept."""
    return tmp_path / "history.db"


@pytest.fixture
def clock() -> Clock:
    """A clock at the beginning."""
    return Clock()


@pytest.fixture
def study(file: Path, clock: Clock) -> Iterator[Study]:
    """A study of a bank with three questions in phase a, and two in phase b; they are all true."""
    with closing(Record(file, lambda: "stamp")) as record:
        yield Study(Reading(Path("bank"), bank_of(3, 2)), record, clock)


@pytest.fixture
def crashed(file: Path, clock: Clock) -> Iterator[Study]:
    """What another process finds in the same file, opened while the first still has it."""
    with closing(Record(file, lambda: "stamp")) as record:
        yield Study(Reading(Path("bank"), bank_of(3, 2)), record, clock)


def resumed(study: Study, exam: Exam) -> Exam:
    """Return an examination as it is gone on with."""
    found = study.resume(exam.uid)
    assert isinstance(found, Exam)
    return found


def answers(exam: Exam) -> dict[str, tuple[tuple[str, ...], int | None]]:
    """Return the answers that stand, with how sure the student was."""
    return {ident: (written.response, written.certainty) for ident, written in exam.written.items()}


def test_an_answer_is_on_disk_before_the_call_returns(study: Study, crashed: Study) -> None:
    exam = study.begin_exam(IDS, 7)
    exam.answer(RIGHT, 1.5, 3)
    assert {"a0": (RIGHT, 3)} == answers(resumed(crashed, exam))
    exam.go(1)
    exam.mark()
    assert {"a1"} == resumed(crashed, exam).marked
    exam.mark()
    assert set() == resumed(crashed, exam).marked


def test_a_crash_loses_nothing(study: Study, crashed: Study) -> None:
    exam = study.begin_exam(IDS, 7, 30)
    for response in (WRONG, RIGHT, RIGHT):
        exam.answer(response, 1)
    exam.go(1)
    exam.answer(WRONG, 2, 1)
    exam.mark()
    again = resumed(crashed, exam)
    assert ({"a0": (RIGHT, None), "a1": (WRONG, 1)}, {"a1"}, 30, START) == (
        answers(again),
        again.marked,
        again.minutes,
        again.started,
    )
    assert (IDS, ("b0",), "b0") == (again.selection, again.unanswered, again.question.id)
    question = again.question
    assert exam.layout(question) == again.layout(question)


def test_an_answer_can_be_changed_as_often_as_one_likes(study: Study) -> None:
    exam = study.begin_exam(IDS, 7)
    exam.answer(WRONG, 1, 1)
    exam.answer(RIGHT, 1)
    assert {"a0": (RIGHT, None)} == answers(exam)
    run = exam.hand_in()
    assert Answer("a0", RIGHT, 1.0) == run.session.answers[0]
    assert 0 == run.session.withdrawn


def test_nothing_counts_before_it_is_handed_in(study: Study) -> None:
    exam = study.begin_exam(IDS, 7)
    exam.answer(RIGHT, 1)
    assert ({}, {}, ()) == (study.latest(), study.knowledge(), study.missed())
    assert 0 == total(study.scores()).answered
    exam.hand_in()
    assert {"a0": 1.0, "a1": 0.0, "b0": 0.0} == study.latest()
    assert ("a1", "b0") == study.missed()


def test_what_has_no_answer_counts_as_not_right(study: Study) -> None:
    exam = study.begin_exam(IDS, 7)
    exam.go(1)
    exam.answer(RIGHT, 1)
    run = exam.hand_in()
    assert [("a0", (), 0.0), ("a1", RIGHT, 1.0), ("b0", (), 0.0)] == [
        (answer.question, answer.response, answer.score) for answer in run.session.answers
    ]
    assert (None, ("a0", "b0"), Mode.EXAM) == (run.question, run.session.missed, run.mode)
    assert (1, 3) == (total(run.scores()).right, total(run.scores()).answered)


def test_one_that_was_handed_in_is_a_run_at_its_end(study: Study, crashed: Study) -> None:
    exam = study.begin_exam(IDS, 7)
    exam.answer(RIGHT, 1)
    assert exam.uid == getattr(study.interrupted(), "uid", None)
    exam.hand_in()
    run = crashed.resume(exam.uid)
    assert isinstance(run, Run)
    assert ((), 3) == (run.session.queue, len(run.session.answers))
    assert crashed.interrupted() is None
    (summary,) = crashed.attempts()
    assert (Mode.EXAM, True, 1) == (summary.mode, summary.finished, summary.right)


def test_one_in_which_nothing_was_done_is_not_kept(study: Study) -> None:
    exam = study.begin_exam(IDS, 7)
    exam.go(1)
    assert [] == study.attempts()
    assert study.resume(exam.uid) is None


def test_one_goes_on_at_the_first_question_without_an_answer_and_round_at_the_ends(study: Study) -> None:
    exam = study.begin_exam(IDS, 7)
    exam.go(-1)
    assert "b0" == exam.question.id
    exam.answer(RIGHT, 1)
    exam.go(1)
    assert "a0" == exam.question.id
    exam.answer(RIGHT, 1)
    assert "a1" == resumed(study, exam).question.id
    exam.go(1)
    exam.answer(RIGHT, 1)
    again = resumed(study, exam)
    assert ((), "a0") == (again.unanswered, again.question.id)


def test_without_a_limit_there_is_no_time(study: Study, clock: Clock) -> None:
    exam = study.begin_exam(IDS, 7)
    clock.go_on(days=3)
    assert (None, False) == (exam.time_left, exam.time_is_up)


def test_the_time_goes_on_while_it_is_left(study: Study, clock: Clock) -> None:
    exam = study.begin_exam(IDS, 7, 20)
    exam.answer(RIGHT, 1)
    clock.go_on(minutes=12)
    again = resumed(study, exam)
    assert (timedelta(minutes=8), False) == (again.time_left, again.time_is_up)
    clock.go_on(minutes=8)
    assert (timedelta(), True) == (again.time_left, again.time_is_up)
    clock.go_on(hours=1)
    assert (timedelta(), True) == (again.time_left, again.time_is_up)
