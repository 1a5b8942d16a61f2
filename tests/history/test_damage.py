"""A damaged record is set aside under a new name, said so, and a new one begun with what this run has written."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quiz.banks.reader import read_bank
from quiz.history.record import Record
from quiz.study import Run, Study
from tests.history.samples import attempt, given, record_in, rows

EIGHT = Path(__file__).parent.parent / "data" / "eight"
PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a sound record of 400 answers."""
    file = tmp_path_factory.mktemp("whole") / "history.db"
    with closing(record_in(file)) as record:
        assert record._database is not None
        record._database.execute("PRAGMA synchronous = OFF")
        for run in range(1, 11):
            record.begin(attempt(run, started=run))
            for i in range(40):
                record.answer(run, given(1000 * run + i, f"q{i}", i % 3 / 2, run))
    return file.read_bytes()


def aside(file: Path) -> Path:
    """Return where a damaged record is set aside."""
    return file.with_name("history-damaged-stamp.db")


def said(file: Path) -> str:
    """Return the notice that is expected."""
    return f"The record of your answers was damaged. It is kept as {aside(file)}, and a new one has been begun."


@pytest.mark.parametrize("name", ["garbage", "text", "header", "half", "cut", "zeros"])
def test_a_damaged_file_is_set_aside_when_it_is_opened(file: Path, whole: bytes, name: str) -> None:
    damaged = {
        "garbage": random.Random(1).randbytes(9000),
        "text": b"This is no database.\n" * 100,
        "header": b"X" * 50 + whole[50:],
        "half": whole[: len(whole) // 2],
        "cut": whole[:-5000],
        "zeros": bytes(len(whole)),
    }[name]
    file.parent.mkdir()
    file.write_bytes(damaged)
    with closing(record_in(file)) as record:
        assert (True, said(file)) == (record.saves, record.notice)
        assert {} == record.latest("bank")
        record.begin(attempt(1))
        record.answer(1, given(10, "a"))
        assert said(file) == record.notice
    assert damaged == aside(file).read_bytes()
    assert [(10, "a", 1.0)] == rows(file)
    with closing(record_in(file)) as record:
        assert ("", {"a": 1.0}) == (record.notice, record.latest("bank"))


def test_a_name_that_is_taken_is_not_overwritten(file: Path) -> None:
    file.parent.mkdir()
    for i in range(3):
        file.write_bytes(b"garbage" * 100 + bytes([i]))
        record_in(file).close()
    names = ["history-damaged-stamp-2.db", "history-damaged-stamp-3.db", "history-damaged-stamp.db", "history.db"]
    assert names == sorted(path.name for path in file.parent.iterdir())
    assert b"garbage" * 100 + b"\0" == aside(file).read_bytes()


def test_the_log_of_a_damaged_file_is_not_taken_for_that_of_the_new_one(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"garbage" * 1000)
    file.with_name("history.db-wal").write_bytes(b"log")
    with closing(record_in(file)) as record:
        assert said(file) == record.notice
        record.begin(attempt(1))
        record.answer(1, given(10, "a"))
    assert [(10, "a", 1.0)] == rows(file)


def test_an_empty_file_is_a_new_record(file: Path) -> None:
    file.parent.mkdir()
    file.touch()
    with closing(record_in(file)) as record:
        assert (True, "") == (record.saves, record.notice)


def test_damage_to_any_page_loses_nothing_of_this_run(tmp_path: Path, whole: bytes) -> None:
    set_aside = 0
    for page in range(0, len(whole) // PAGE, 2):
        file = tmp_path / str(page) / "history.db"
        file.parent.mkdir()
        file.write_bytes(whole[: page * PAGE] + b"\xa5" * PAGE + whole[(page + 1) * PAGE :])
        with closing(record_in(file)) as record:
            record.begin(attempt(99, started=99))
            record.answer(99, given(1, "a"))
            for uid in range(1, 11):
                record.load(uid)
            record.latest("bank")
            record.attempts("bank")
            record.answer(99, given(2, "b", 0.5))
            assert record.saves
            assert {"a": 1.0, "b": 0.5}.items() <= record.latest("bank").items()
            assert record.notice in ("", said(file))
            set_aside += aside(file).exists()
            assert aside(file).exists() == bool(record.notice)
        assert [(1, "a", 1.0), (2, "b", 0.5)] == rows(file, "SELECT uid, question, score FROM responses WHERE uid < 3")
    assert set_aside > 5


def test_a_file_damaged_while_it_is_open_is_set_aside_with_this_runs_answers_in_the_new_one(
    record: Record, file: Path
) -> None:
    record.begin(attempt(1))
    record.answer(1, given(10, "a"))
    record.answer(1, given(11, "b", 0.0))
    record.withdraw(11, given(11, "b").at)
    spoil(record)
    record.answer(1, given(12, "c"))
    assert (True, said(file)) == (record.saves, record.notice)
    assert [(10, "a", 1.0), (11, "b", 0.0), (12, "c", 1.0)] == rows(file)
    assert {"a": 1.0, "c": 1.0} == record.latest("bank")
    assert aside(file).exists()


def test_damage_found_while_reading_is_set_aside_too(record: Record, file: Path) -> None:
    record.begin(attempt(1))
    record.answer(1, given(10, "a"))
    spoil(record)
    assert {"a": 1.0} == record.latest("bank")
    assert said(file) == record.notice
    assert [(10, "a", 1.0)] == rows(file)


class Malformed:
    """A connection on which every statement says that the file is malformed."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database

    def execute(self, sql: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        """Raise what SQLite raises on a damaged file."""
        error = sqlite3.DatabaseError(f"database disk image is malformed: {sql} {values}")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error

    def close(self) -> None:
        """Close the connection."""
        self.database.close()


def spoil(record: Record) -> None:
    """Let the file of a record turn out to be damaged at the next statement."""
    assert record._database is not None
    record._database = Malformed(record._database)  # type: ignore[assignment]


def test_a_resumed_attempt_is_gone_on_with_in_the_new_file(file: Path) -> None:
    with closing(record_in(file)) as record:
        study = Study(read_bank(EIGHT), record)
        run = study.begin(("fuel", "city"), 1)
        run.submit(("Whale oil",), 1)
    with closing(record_in(file)) as record:
        resumed = Study(read_bank(EIGHT), record).resume(run.uid)
        assert isinstance(resumed, Run)
        spoil(record)
        resumed.submit(("Paris",), 1)
        assert said(file) == record.notice
        assert ["city"] == [question for _, question, _ in rows(file)]
        assert [(run.uid,)] == rows(file, "SELECT uid FROM attempts")


def test_where_a_damaged_file_cannot_be_set_aside_all_goes_on_in_memory(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.parent.mkdir()
    file.write_bytes(b"garbage" * 1000)

    def refused(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(self), None, str(target))

    with monkeypatch.context() as context:
        context.setattr(Path, "rename", refused)
        record = record_in(file)
        record.begin(attempt(1))
        record.answer(1, given(10, "a"))
        assert (False, {"a": 1.0}) == (record.saves, record.latest("bank"))
        assert record.notice.startswith("Your answers cannot be saved (")
        assert b"garbage" * 1000 == file.read_bytes()
    record.answer(1, given(11, "b"))
    assert (True, said(file)) == (record.saves, record.notice)
    assert [(10, "a", 1.0), (11, "b", 1.0)] == rows(file)
    record.close()


def test_a_full_disk_and_then_damage_are_both_survived(record: Record, file: Path) -> None:
    database = record._database
    assert database is not None
    record.begin(attempt(1))
    database.execute("PRAGMA max_page_count = 1")
    for uid in range(100, 300):
        record.answer(1, given(uid, f"q{uid}"))
    assert not record.saves
    spoil(record)
    record.answer(1, given(10, "a"))
    assert (True, said(file), 201) == (record.saves, record.notice, len(rows(file)))
