"""A restore brings a backup back, and never loses what was there."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from quiz.history.copies import Size, backup
from quiz.history.migrations import STEPS
from quiz.history.refusal import TransferError
from quiz.history.transfer import Restored, merge, restore
from tests.history.carried import assert_derived_rightly, content, first_version, given, names, record_of, taken, uids
from tests.history.samples import record_in, rows

SOME = (1, (10, "a", 1.0, 0), (11, "b", 0.0, 5))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Where a backup goes."""
    return tmp_path / "copied.db"


def test_a_restore_brings_everything_back_and_keeps_what_was_there(file: Path, copied: Path) -> None:
    record_of(file, *SOME)
    backup(file, copied)
    bytes_before = copied.read_bytes()
    with closing(record_in(file)) as record:
        record.answer(1, given(12, "c"))
        record.withdraw(11, given(11, "b").at)
    now, then = content(file), content(copied)
    done = restore(file, copied, "stamp")
    kept = file.with_name("history-before-restore-stamp.db")
    assert ([kept.name, "history.db"], Restored(Size(1, 2), kept)) == (names(file.parent), done)
    assert (then, now) == (content(file), content(kept))
    assert bytes_before == copied.read_bytes()
    assert_derived_rightly(file)
    assert file.with_name("history-before-restore-stamp-2.db") == restore(file, copied, "stamp").kept


def test_without_a_record_a_backup_just_comes_in(file: Path, tmp_path: Path) -> None:
    other = record_of(tmp_path / "other" / "history.db", *SOME)
    assert (Size(1, 2), None, "") == restore(file, other, "stamp")
    assert content(other) == content(file)


def test_a_record_that_is_open_sees_what_was_restored_and_goes_on_in_it(file: Path, copied: Path) -> None:
    with closing(record_in(file)) as record:
        taken(record, 1)
        record.answer(1, given(10, "a", 0.0))
        backup(file, copied)
        record.answer(1, given(11, "b"))
        kept = restore(file, copied, "stamp").kept
        assert {"a": 0.0} == record.latest("bank")
        record.answer(1, given(12, "c"))
        assert ("", {"a": 0.0, "c": 1.0}) == (record.notice, record.latest("bank"))
    assert kept
    assert ([10, 12], [10, 11]) == (uids(file), uids(kept))


def test_a_backup_of_the_first_version_is_brought_up_to_date(file: Path, tmp_path: Path) -> None:
    old = first_version(tmp_path / "old.db")
    before = old.read_bytes()
    assert (Size(1, 2), None, "") == restore(file, old, "stamp")
    assert [(len(STEPS),)] == rows(file, "PRAGMA user_version")
    assert [("practice",)] == rows(file, "SELECT mode FROM attempts")
    assert before == old.read_bytes()
    assert_derived_rightly(file)


def test_a_backup_with_pages_of_another_size_is_restored(file: Path, copied: Path) -> None:
    record_of(file, *SOME)
    backup(file, copied)
    with closing(sqlite3.connect(copied, isolation_level=None)) as database:
        database.execute("PRAGMA page_size = 1024")
        database.execute("VACUUM")
    assert Size(1, 2) == restore(file, copied, "stamp").size


def test_a_damaged_record_is_set_aside_for_the_backup(file: Path, copied: Path) -> None:
    record_of(file, *SOME)
    backup(file, copied)
    file.write_bytes(b"garbage" * 1000)
    done = restore(file, copied, "stamp")
    assert (Size(1, 2), None) == done[:2]
    assert b"garbage" * 1000 == file.with_name("history-damaged-stamp.db").read_bytes()
    assert "It is kept as " in done.notice
    assert [10, 11] == uids(file)


def test_when_a_restore_fails_midway_nothing_has_changed(
    file: Path, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_database: sqlite3.Connection) -> NoReturn:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    record_of(file, *SOME)
    backup(file, copied)
    record_of(file, 2, (20, "a", 1.0, 9))
    before = content(file)
    monkeypatch.setattr("quiz.history.transfer.size_of", full)
    with pytest.raises(TransferError, match=r"no room left on the disk of .*history.db; make room on that disk"):
        restore(file, copied, "stamp")
    assert before == content(file)


def test_while_another_writes_for_long_it_is_said(file: Path, copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record_of(file, *SOME)
    backup(file, copied)
    monkeypatch.setattr("quiz.history.database.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for carry in (lambda: restore(file, copied, "stamp"), lambda: merge(file, copied)):
            with pytest.raises(TransferError, match=r"history.db is used by another program; close that"):
                carry()
    assert ["history.db"] == [name for name in names(file.parent) if name.endswith(".db")]
