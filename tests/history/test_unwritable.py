"""Where nothing can be written the student goes on, is told so, and all of it is written once that can be done."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from quiz.history.record import Record
from tests.history.samples import at, attempt, given, record_in, rows

READ_ONLY = "attempt to write a readonly database"


class Refusing:
    """A connection that passes everything on, and refuses to begin writing while it is told to."""

    def __init__(self, database: sqlite3.Connection, error: str) -> None:
        self.database = database
        self.error = error
        self.refuses = True

    def execute(self, sql: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        """Execute a statement, unless it begins to write and that is refused."""
        if self.refuses and sql.startswith("BEGIN"):
            raise sqlite3.OperationalError(self.error)
        return self.database.execute(sql, values)

    def close(self) -> None:
        """Close the connection."""
        self.database.close()


def refuse(record: Record, error: str = READ_ONLY) -> Refusing:
    """Let the file of a record refuse to be written from now on."""
    assert record._database is not None
    refusing = Refusing(record._database, error)
    record._database = refusing  # type: ignore[assignment]
    return refusing


def not_saved(file: Path, why: str) -> str:
    """Return the notice that is expected."""
    return f"Your answers cannot be saved ({why}): {file}. You can go on; they are kept until you close the program."


@pytest.mark.parametrize("error", [READ_ONLY, "database or disk is full", "database is locked", "disk I/O error"])
def test_when_writing_fails_midway_all_goes_on_in_memory(record: Record, file: Path, error: str) -> None:
    record.begin(attempt(1))
    record.answer(1, given(10, "a"))
    refuse(record, error)
    record.answer(1, given(11, "b", 0.5))
    record.skip(20, 1, "c", at(1))
    assert (False, not_saved(file, error)) == (record.saves, record.notice)
    assert {"a": 1.0, "b": 0.5} == record.latest("bank")
    saved = record.load(1)
    assert saved is not None
    assert ([10, 11], ("c",)) == ([row.uid for row in saved.given], saved.skipped)
    assert (1, 2) == (record.attempt_count("bank"), record.attempts("bank")[0].answered)
    assert [(10, "a", 1.0)] == rows(file)


def test_once_it_can_be_written_again_nothing_is_missing(record: Record, file: Path) -> None:
    record.begin(attempt(1))
    refusing = refuse(record)
    record.answer(1, given(10, "a"))
    record.answer(1, given(11, "b", 0.0))
    record.withdraw(11, at(1))
    record.skip(20, 1, "b", at(1))
    assert [] == rows(file)
    refusing.refuses = False
    record.answer(1, given(12, "c"))
    assert (True, "Your answers are being saved again; none is missing.") == (record.saves, record.notice)
    assert [(10, "a", 1.0), (11, "b", 0.0), (12, "c", 1.0)] == rows(file)
    assert [(1, 1)] == rows(file, "SELECT (SELECT count(*) FROM withdrawals), (SELECT count(*) FROM skips)")
    assert {"a": 1.0, "c": 1.0} == record.latest("bank")


def test_writing_may_fail_and_recover_again_and_again(record: Record, file: Path) -> None:
    record.begin(attempt(1))
    refusing = refuse(record)
    for uid in range(10, 40):
        refusing.refuses = uid % 3 != 0
        record.answer(1, given(uid, f"q{uid}"))
        assert uid - 9 == len(record.latest("bank"))
        assert (uid % 3 == 0) == record.saves
    assert list(range(10, 40)) == [uid for uid, _, _ in rows(file)]


def test_what_another_copy_wrote_meanwhile_is_kept(record: Record, file: Path) -> None:
    refusing = refuse(record)
    record.begin(attempt(1))
    record.answer(1, given(10, "a"))
    with closing(record_in(file)) as other:
        other.begin(attempt(2))
        other.answer(2, given(20, "b"))
    refusing.refuses = False
    record.answer(1, given(11, "c"))
    assert [10, 11, 20] == sorted(uid for uid, _, _ in rows(file))
    assert {"a", "b", "c"} == set(record.latest("bank"))


# from the start


def test_a_folder_that_cannot_be_made_leaves_a_record_in_memory(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    file = tmp_path / "data" / "history.db"
    with closing(record_in(file)) as record:
        assert (False, not_saved(file, "File exists")) == (record.saves, record.notice)
        record.begin(attempt(1))
        record.answer(1, given(10, "a"))
        record.answer(1, given(11, "b", 0.0))
        record.withdraw(11, at(1))
        assert ({"a": 1.0}, 1) == (record.latest("bank"), record.attempt_count("bank"))
        assert not record.saves


def test_once_the_folder_can_be_made_everything_is_written(tmp_path: Path) -> None:
    blocker = tmp_path / "data"
    blocker.write_text("a file")
    with closing(record_in(blocker / "history.db")) as record:
        record.begin(attempt(1))
        record.answer(1, given(10, "a"))
        blocker.unlink()
        record.answer(1, given(11, "b"))
        assert (True, "Your answers are being saved again; none is missing.") == (record.saves, record.notice)
        assert [(10, "a", 1.0), (11, "b", 1.0)] == rows(blocker / "history.db")
        assert {"a": 1.0, "b": 1.0} == record.latest("bank")


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """A function that makes opening for writing fail as it does in a read-only folder, or stops that."""
    connect = sqlite3.connect

    def refusing(name: Any, *arguments: Any, **options: Any) -> sqlite3.Connection:
        if options.get("uri") or name == ":memory:":
            opened: sqlite3.Connection = connect(name, *arguments, **options)
            return opened
        raise sqlite3.OperationalError(READ_ONLY)

    def switch(on: bool) -> None:
        monkeypatch.setattr(sqlite3, "connect", refusing if on else connect)

    return switch


def test_a_read_only_record_can_be_read_and_gone_on_with(file: Path, read_only: Callable[[bool], None]) -> None:
    with closing(record_in(file)) as record:
        record.begin(attempt(1))
        record.answer(1, given(10, "a", 0.0))
    read_only(True)
    with closing(record_in(file)) as record:
        assert (False, not_saved(file, READ_ONLY)) == (record.saves, record.notice)
        assert {"a": 0.0} == record.latest("bank")
        record.begin(attempt(1))
        record.answer(1, given(11, "b"))
        assert {"a": 0.0, "b": 1.0} == record.latest("bank")
        assert [(10, "a", 0.0)] == rows(file)
        read_only(False)
        record.answer(1, given(12, "c"))
        assert [10, 11, 12] == [uid for uid, _, _ in rows(file)]
        assert record.saves


def test_a_read_only_folder_without_a_record_gets_no_file(file: Path, read_only: Callable[[bool], None]) -> None:
    file.parent.mkdir()
    read_only(True)
    record_in(file).close()
    assert [] == list(file.parent.iterdir())


def test_a_folder_in_place_of_the_file_is_said(file: Path) -> None:
    file.mkdir(parents=True)
    with closing(record_in(file)) as record:
        assert not_saved(file, "unable to open database file") == record.notice


# a full disk


def test_a_full_disk_is_said_and_made_up_for_once_there_is_room(record: Record, file: Path) -> None:
    database = record._database
    assert database is not None
    record.begin(attempt(1))
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count = {pages + 2}")
    uids = range(10, 160)
    for uid in uids:
        record.answer(1, given(uid, f"q{uid}"))
    assert not_saved(file, "database or disk is full") == record.notice
    assert len(uids) == len(record.latest("bank"))
    assert 0 < len(rows(file)) < len(uids)
    database.execute("PRAGMA max_page_count = 100000")
    record.answer(1, given(9, "last"))
    assert [*uids, 9] == [uid for uid, _, _ in rows(file)]
    assert record.saves


FULL = """
import resource, sys
from pathlib import Path
from tests.history.samples import attempt, given, record_in

file = Path(sys.argv[1])
limit = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), limit[1]))
record = record_in(file)
record.begin(attempt(1))
for uid in range(10, 60):
    record.answer(1, given(uid, f"q{uid}"))
assert len(record.latest("bank")) == 50
assert not record.saves
print(record.notice)
resource.setrlimit(resource.RLIMIT_FSIZE, limit)
record.answer(1, given(60, "q60"))
assert record.saves, record.notice
print(record.notice)
record.close()
"""


@pytest.mark.skipif(os.name != "posix", reason="only POSIX can limit the size of files")
@pytest.mark.parametrize("size", [0, 3000, 120_000])
def test_a_disk_that_is_full_in_earnest_loses_nothing(file: Path, size: int) -> None:
    root = Path(__file__).parent.parent.parent
    command = [sys.executable, "-c", FULL, str(file), str(size)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=False)
    assert "" == done.stderr
    first, second = done.stdout.splitlines()
    assert first.startswith("Your answers cannot be saved (d")  # "disk I/O error" or "database or disk is full"
    assert "Your answers are being saved again; none is missing." == second
    assert list(range(10, 61)) == [uid for uid, _, _ in rows(file)]
