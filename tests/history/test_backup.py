"""A backup is whole, sound, and never at the cost of what is there."""

import errno
import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from quiz.history.copies import Size, backup
from quiz.history.refusal import TransferError
from tests.history.carried import assert_derived_rightly, content, given, names, record_of, taken, uids
from tests.history.samples import record_in, rows

SOME = (1, (10, "a", 1.0, 0), (11, "b", 0.0, 5))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Where a backup goes."""
    return tmp_path / "copied.db"


def test_a_backup_is_one_file_without_wal_and_a_record_like_the_first(file: Path, copied: Path) -> None:
    record_of(file, *SOME)
    assert Size(1, 2) == backup(file, copied)
    assert (["copied.db", "data"], ["history.db"]) == (names(copied.parent)[:2], names(file.parent))
    assert [("delete",)] == rows(copied, "PRAGMA journal_mode")
    assert content(file) == content(copied)
    assert_derived_rightly(copied)


def test_a_backup_during_a_transaction_of_another_has_all_that_was_committed(file: Path, copied: Path) -> None:
    with closing(record_in(file)) as record, closing(sqlite3.connect(file, isolation_level=None)) as other:
        taken(record, 1)
        record.answer(1, given(10, "a"))
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE responses SET uid = 99")
        assert Size(1, 1) == backup(file, copied)
        other.execute("ROLLBACK")
    assert [10] == uids(copied)


def test_a_backup_while_another_writes_is_of_one_moment(file: Path, copied: Path) -> None:
    record_of(file, 1)
    stop = threading.Event()

    def write() -> None:
        with closing(record_in(file)) as record:
            taken(record, 2)
            for uid in range(100, 5000, 2):
                record.answer(2, given(uid, f"q{uid}"))
                record.skip(uid, 2, "a", given(uid, "a").at)
                if stop.is_set():
                    return

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(5):
            backup(file, copied, force=True)
            assert uids(copied)[: len(uids(copied, "skips"))] == uids(copied, "skips")
            assert len(uids(copied)) - len(uids(copied, "skips")) in (0, 1)
    finally:
        stop.set()
        writer.join()


def test_a_file_that_is_there_is_replaced_only_when_told(file: Path, copied: Path) -> None:
    record_of(file, *SOME)
    copied.write_text("mine")
    with pytest.raises(TransferError, match=r"copied\.db is there already; choose another name, or add --force"):
        backup(file, copied)
    assert "mine" == copied.read_text()
    assert Size(1, 2) == backup(file, copied, force=True)
    assert [10, 11] == uids(copied)


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("data/history.db", "belongs to the record itself; choose another name"),
        ("data/history.db-wal", "belongs to the record itself; choose another name"),
        ("link.db", "belongs to the record itself; choose another name"),
        ("data", "is a folder; name a file in it, such as"),
        ("pipe", "is no ordinary file; choose another name"),
        ("used.db", "is in use as a database, as a file beside it shows; choose another name"),
        ("none/copied.db", "the folder of .*none/copied.db is not there, or takes no files; make that folder first"),
        ("used.db/copied.db", "what should be its folder is a file; choose another place"),
        ("x" * 300, "the name .* is too long; choose a shorter one"),
    ],
)
def test_a_backup_does_not_go_where_it_destroys_something(file: Path, tmp_path: Path, target: str, said: str) -> None:
    record_of(file, *SOME)
    (tmp_path / "link.db").symlink_to(file)
    (tmp_path / "used.db").touch()
    (tmp_path / "used.db-wal").touch()
    os.mkfifo(tmp_path / "pipe")
    before = names(tmp_path)
    with pytest.raises(TransferError, match=said):
        backup(file, tmp_path / target, force=True)
    assert before == names(tmp_path)
    assert [10, 11] == uids(file)


def test_a_full_disk_leaves_neither_a_part_nor_a_lost_file(
    file: Path, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    record_of(file, *SOME)
    copied.write_text("mine")
    monkeypatch.setattr("os.fsync", full)
    before = names(copied.parent)
    with pytest.raises(TransferError, match=r"no room left on the disk of .*copied.db; make room on that disk"):
        backup(file, copied, force=True)
    assert ("mine", before) == (copied.read_text(), names(copied.parent))


def test_a_record_that_is_not_there_or_is_damaged_is_not_backed_up(file: Path, copied: Path) -> None:
    with pytest.raises(TransferError, match="there is no record of answers yet"):
        backup(file, copied)
    record_of(file, *SOME)
    file.write_bytes(b"garbage" * 1000)
    with pytest.raises(TransferError, match=r"is damaged .*; `quiz restore` puts an earlier backup in its place"):
        backup(file, copied)
    assert not copied.exists()


def test_a_record_that_another_program_does_not_let_go_of_is_not_waited_for_without_end(
    file: Path, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record_of(file, *SOME)
    monkeypatch.setattr("quiz.history.copies.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(TransferError, match="is used by another program; close that, and try again"):
            backup(file, copied)
    assert not copied.exists()


def test_a_disk_that_is_full_halfway_is_said(file: Path, copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> NoReturn:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    record_of(file, *SOME)
    monkeypatch.setattr("quiz.history.copies.copy", full)
    with pytest.raises(TransferError, match=r"no room left on the disk of .*copied.db"):
        backup(file, copied)
    assert not copied.exists()


def test_a_record_with_a_fault_inside_is_not_backed_up_as_if_it_were_sound(file: Path, copied: Path) -> None:
    record_of(file, *SOME)
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = DELETE")
        root = database.execute("SELECT rootpage FROM sqlite_master WHERE type = 'index' LIMIT 1").fetchone()[0]
        size = database.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray(file.read_bytes())
    content[(root - 1) * size + 8 : root * size] = bytes(size - 8)
    file.write_bytes(content)
    with pytest.raises(TransferError, match=r"is damaged \("):
        backup(file, copied)
    assert not copied.exists()
