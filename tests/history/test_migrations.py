"""From nothing, or from any earlier version, to the present schema, once; a newer one is left alone."""

import sqlite3
from contextlib import closing
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from quiz.history import migrations
from quiz.history.migrations import STEPS, migrate
from tests.history.samples import attempt, given, record_in, rows


def test_a_new_file_gets_the_present_version(file: Path) -> None:
    record_in(file).close()
    assert [(len(STEPS),)] == rows(file, "PRAGMA user_version")


def test_opening_it_again_changes_nothing(file: Path) -> None:
    with closing(record_in(file)) as record:
        record.begin(attempt(1))
        record.answer(1, given(10, "a"))
    before = rows(file, "SELECT type, name, sql FROM sqlite_schema")
    record_in(file).close()
    assert before == rows(file, "SELECT type, name, sql FROM sqlite_schema")
    assert [(10, "a", 1.0)] == rows(file)


def test_a_further_step_is_taken_on_a_file_of_the_version_before(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(record_in(file)) as record:
        record.begin(attempt(1))
        record.answer(1, given(10, "a"))
    longer = (*STEPS, "ALTER TABLE attempts ADD COLUMN note TEXT; CREATE TABLE more (x TEXT DEFAULT ';') STRICT;")
    monkeypatch.setattr(migrations, "STEPS", longer)
    monkeypatch.setattr("quiz.history.database.STEPS", longer)
    with closing(record_in(file)) as record:
        assert {"a": 1.0} == record.latest("bank")
    assert [(len(STEPS) + 1,)] == rows(file, "PRAGMA user_version")
    assert [(1, None)] == rows(file, "SELECT uid, note FROM attempts")


def test_a_step_that_fails_leaves_everything_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "STEPS", (*STEPS, "CREATE TABLE more (x TEXT); CREATE TABLE attempts (x TEXT);"))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        with pytest.raises(sqlite3.OperationalError, match="table attempts already exists"):
            migrate(database)
        assert [] == database.execute("SELECT name FROM sqlite_schema").fetchall()
        assert (0,) == database.execute("PRAGMA user_version").fetchone()


def test_a_file_of_a_newer_version_is_left_as_it_is(file: Path) -> None:
    record_in(file).close()
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    with closing(record_in(file)) as record:
        assert not record.saves
        assert record.notice.startswith(f"The record in {file} was written by a newer version of this program.")
        record.begin(attempt(1))
        record.answer(1, given(10, "a"))
        assert {"a": 1.0} == record.latest("bank")
        assert "newer version" in record.notice
    assert before == file.read_bytes()
    assert [(99,)] == rows(file, "PRAGMA user_version")


def _open_all(files: list[Path], start: Barrier, uid: int) -> None:
    for file in files:
        start.wait(20)
        with closing(record_in(file)) as record:
            record.begin(attempt(uid))
            record.answer(uid, given(uid, "a"))
            assert not record.notice, record.notice


def test_copies_that_open_a_new_file_at_once_migrate_it_once(tmp_path: Path) -> None:
    files = [tmp_path / str(turn) / "history.db" for turn in range(12)]
    context = get_context("spawn")
    start = context.Barrier(3)
    copies = [context.Process(target=_open_all, args=(files, start, uid)) for uid in (1, 2, 3)]
    for copy in copies:
        copy.start()
    for copy in copies:
        copy.join(60)
    assert [0, 0, 0] == [copy.exitcode for copy in copies]
    assert [[1, 2, 3]] * 12 == [sorted(uid for uid, _, _ in rows(file)) for file in files]
