"""A merge brings in what is new, doubles nothing, and leaves everything that is derived as if computed anew."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from quiz.history.knowledge import knowledge
from quiz.history.merging import Merged
from quiz.history.refusal import TransferError
from quiz.history.transfer import merge
from quiz.history.values import Mode
from tests.history.carried import (
    DAY,
    assert_derived_rightly,
    content,
    first_version,
    flagged,
    given,
    record_of,
    taken,
    uids,
)
from tests.history.samples import at, record_in


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The file of another machine's record."""
    return tmp_path / "other" / "history.db"


def test_what_is_new_comes_in_and_a_second_time_nothing_is(file: Path, other: Path) -> None:
    record_of(file, 1, (10, "a", 1.0, 0))
    record_of(other, 2, (20, "a", 0.0, 5), (21, "b", 1.0, 6))
    with closing(record_in(other)) as record:
        record.flag(flagged(90))
        record.skip(91, 2, "a", at(7))
    assert Merged(1, 2, 1, 1, 0) == merge(file, other)
    assert [10, 20, 21] == uids(file)
    with closing(record_in(file)) as record:
        assert {"a": 0.0, "b": 1.0} == record.latest("bank")
    before = content(file)
    assert Merged(0, 0, 0, 0, 1) == merge(file, other)
    assert before == content(file)
    assert_derived_rightly(file)


def test_the_other_file_and_its_folder_stay_as_they_are(file: Path, other: Path) -> None:
    record_of(other, 2, (20, "a", 1.0, 0))
    before = other.read_bytes()
    merge(file, other)
    assert ([other], before) == (list(other.parent.iterdir()), other.read_bytes())


def test_without_a_record_here_all_of_the_other_one_comes_in(file: Path, other: Path) -> None:
    record_of(other, 2, (20, "a", 1.0, 0))
    assert Merged(1, 1, 0, 0, 0) == merge(file, other)
    assert content(other) == content(file)


def test_an_attempt_gone_on_with_on_both_machines_counts_what_was_given_first(file: Path, other: Path) -> None:
    record_of(file, 1, (10, "a", 1.0, 0))
    merge(other, file)
    with closing(record_in(file)) as here, closing(record_in(other)) as there:
        there.answer(1, given(12, "b", 0.0, 20))
        here.answer(1, given(13, "b", 1.0, 30))
    back = other.with_name("back.db")
    shutil.copy(other, back)
    assert Merged(0, 1, 0, 0, 1) == merge(other, file)
    assert Merged(0, 1, 0, 0, 1) == merge(file, back)
    for merged in (file, other):
        assert ([10, 12, 13], [10, 12]) == (uids(merged), uids(merged, "counted"))
        assert_derived_rightly(merged)
    with closing(record_in(file)) as record:
        assert [0.0] == [row.score for row in record.load(1).given if row.question == "b"]  # type: ignore[union-attr]


def test_answers_of_an_examination_count_when_it_was_handed_in_there(file: Path, other: Path) -> None:
    with closing(record_in(other)) as record:
        taken(record, 2, Mode.EXAM)
        record.answer(2, given(20, "a", 0.0))
        record.mark(30, 2, "a", True, at(1))
    assert Merged(1, 1, 0, 1, 0) == merge(file, other)
    assert [] == uids(file, "counted")
    with closing(record_in(other)) as record:
        record.hand_in(2, at(9))
    assert Merged(0, 0, 0, 1, 1) == merge(file, other)
    assert [20] == uids(file, "counted")
    assert_derived_rightly(file)


def test_an_answer_taken_back_there_counts_no_more_here(file: Path, other: Path) -> None:
    record_of(file, 1, (10, "a", 0.0, 0))
    merge(other, file)
    with closing(record_in(file)) as record:
        assert 1 == knowledge(record, "bank")["a"].asked
    with closing(record_in(other)) as record:
        record.withdraw(10, at(1))
        record.answer(1, given(11, "a", 1.0, 2))
    assert Merged(0, 1, 0, 1, 1) == merge(file, other)
    with closing(record_in(file)) as record:
        assert {"a": 1.0} == record.latest("bank")
        assert knowledge(record, "bank")["a"].right
    assert_derived_rightly(file)


def test_older_answers_change_the_pace_that_later_ones_to_other_questions_are_judged_by(
    file: Path, other: Path
) -> None:
    record_of(other, 2)
    with closing(record_in(other)) as record:
        for uid in range(30):
            taken(record, 100 + uid)
            record.answer(100 + uid, given(200 + uid, "b", 1.0, uid, took=4.0))
    with closing(record_in(file)) as record:
        taken(record, 1)
        record.answer(1, given(10, "a", 1.0, DAY, took=30.0))
        before = knowledge(record, "bank")["a"]
    merge(file, other)
    with closing(record_in(file)) as record:
        assert before != knowledge(record, "bank")["a"]
    assert_derived_rightly(file)


def test_a_record_of_the_first_version_is_merged_and_stays_of_that_version(file: Path, other: Path) -> None:
    first_version(other)
    before = other.read_bytes()
    record_of(file, 1, (10, "b", 0.0, 0))
    assert Merged(1, 2, 0, 1, 0) == merge(file, other)
    assert ([10, 511, 512], [10, 511]) == (uids(file), uids(file, "counted"))
    assert before == other.read_bytes()
    assert_derived_rightly(file)


def test_a_record_of_the_first_version_here_is_brought_up_to_date_first(file: Path, other: Path) -> None:
    first_version(file)
    record_of(other, 2, (20, "b", 1.0, 0))
    assert Merged(1, 1, 0, 0, 0) == merge(file, other)
    assert [20, 511, 512] == uids(file)


def test_a_record_that_is_open_here_sees_what_was_merged(file: Path, other: Path) -> None:
    record_of(other, 2, (20, "b", 1.0, 0))
    with closing(record_in(file)) as record:
        taken(record, 1)
        record.answer(1, given(10, "a"))
        merge(file, other)
        assert {"a": 1.0, "b": 1.0} == record.latest("bank")
        record.answer(1, given(11, "b", 0.0, 9))
        assert "" == record.notice
    assert [10, 11, 20] == uids(file)


def test_an_open_record_is_merged_with_what_only_its_wal_holds(file: Path, other: Path) -> None:
    with closing(record_in(other)) as record:
        taken(record, 2)
        record.answer(2, given(20, "a"))
        assert Merged(1, 1, 0, 0, 0) == merge(file, other)


def test_when_a_merge_fails_midway_nothing_has_changed(
    file: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record_of(file, 1, (10, "a", 1.0, 0))
    record_of(other, 2, (20, "a", 0.0, 5))
    before = content(file)
    monkeypatch.setattr("quiz.history.merging._LATEST", "INSERT INTO latest VALUES (NULL, 1, 1, 1, 1)")
    with pytest.raises(TransferError, match="NOT NULL constraint failed"):
        merge(file, other)
    assert before == content(file)
    assert_derived_rightly(file)
