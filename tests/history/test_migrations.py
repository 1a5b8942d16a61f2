"""From nothing, or from any earlier version, to the present schema, once; a newer one is left alone."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from quiz.core.knowledge import Outcome, learn
from quiz.history import migrations
from quiz.history.knowledge import knowledge, local_day
from quiz.history.migrations import STEPS, migrate
from quiz.history.record import Record
from quiz.history.values import Mode, Moment
from tests.history.answers import answer, begin, moment
from tests.history.samples import attempt, given, record_in, rows
from tests.history.test_record import COMPUTED


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


# step 2: modes, examinations, marks, flags, and what is known of each question


def first_version(file: Path) -> None:
    """Make a file of the first version, with two attempts, repeated and withdrawn answers, and a skip."""
    file.parent.mkdir(parents=True)
    responses = [
        # id, attempt, question, score, certainty, answered
        (1, 1, "a", 0.0, 3, 1_000),
        (2, 1, "a", 1.0, None, 2_000),  # a second response in the attempt
        (3, 1, "b", 1.0, None, 3_000),
        (4, 2, "a", 0.5, 1, 86_400_000),
        (5, 2, "b", 0.0, None, 86_401_000),  # withdrawn
        (6, 2, "b", 1.0, 2, 86_402_000),
        (7, 2, "c", 0.0, None, 86_403_000),  # withdrawn, and not answered again
    ]
    with closing(sqlite3.connect(file)) as database:
        database.executescript(STEPS[0])
        for uid in (1, 2):
            selection = '["a", "b", "c"]'
            database.execute("INSERT INTO attempts VALUES (?, ?, 'bank', 7, ?, 3, ?, 60)", (uid, uid, selection, uid))
        for ident, run, question, score, certainty, answered in responses:
            database.execute(
                "INSERT INTO responses VALUES (?, ?, ?, 'bank', ?, 'content', '[\"x\"]', ?, ?, 1.5, ?, 60)",
                (ident, 10 + ident, run, question, score, certainty, answered),
            )
        database.executemany("INSERT INTO withdrawals VALUES (?, 0)", [(5,), (7,)])
        database.execute("INSERT INTO skips VALUES (1, 90, 2, 'c', 0)")
        database.execute("PRAGMA user_version = 1")
        database.commit()


@pytest.fixture
def migrated(file: Path) -> Iterator[Record]:
    """The record in a file of the first version."""
    first_version(file)
    with closing(record_in(file)) as record:
        yield record


def test_a_file_of_the_first_version_is_brought_up_with_all_its_answers(file: Path, migrated: Record) -> None:
    assert ("", True) == (migrated.notice, migrated.saves)
    assert [(len(STEPS),)] == rows(file, "PRAGMA user_version")
    assert [(11, "a"), (12, "a"), (13, "b"), (14, "a"), (15, "b"), (16, "b"), (17, "c")] == [r[:2] for r in rows(file)]
    assert [(1,), (3,), (4,), (6,)] == rows(file, "SELECT id FROM counted ORDER BY id")
    assert [(1,), (3,), (4,), (6,)] == rows(file, "SELECT id FROM standing ORDER BY id")
    assert {"a": 0.5, "b": 1.0} == migrated.latest("bank") == dict(rows(file, COMPUTED))


def test_its_attempts_are_practice(migrated: Record) -> None:
    saved = migrated.load(2)
    assert saved is not None
    assert (Mode.PRACTICE, None, ("c",), 2) == (
        saved.attempt.mode, saved.attempt.minutes, saved.skipped, saved.withdrawn,
    )  # fmt: skip
    assert [(14, "a", "", 0), (16, "b", "", 0)] == [(row.uid, row.question, row.kind, row.words) for row in saved.given]
    assert [2, 1] == [row.uid for row in migrated.attempts("bank", modes=(Mode.PRACTICE,))]
    assert [2, 1] == [row.uid for row in migrated.interrupted("bank")]


def test_what_is_known_is_folded_from_its_answers(migrated: Record) -> None:
    days = [local_day(answered, 60) for answered in (1_000, 86_400_000)]
    a = learn(learn(None, Outcome(days[0], 0.0, 3)), Outcome(days[1], 0.5, 1))
    b = learn(learn(None, Outcome(days[0], 1.0)), Outcome(days[1], 1.0, 2))
    assert {"a": a, "b": b} == knowledge(migrated, "bank")


def test_it_is_gone_on_with(file: Path, migrated: Record) -> None:
    knowledge(migrated, "bank")
    migrated.withdraw(14, Moment(0, 0))
    assert {"a": 0.0, "b": 1.0} == migrated.latest("bank")
    begin(migrated, 3, Mode.EXAM)
    answer(migrated, 3, 30, "c", 1.0)
    assert {"a": 0.0, "b": 1.0} == migrated.latest("bank")
    migrated.hand_in(3, moment(1))
    assert {"a": 0.0, "b": 1.0, "c": 1.0} == migrated.latest("bank") == dict(rows(file, COMPUTED))
    assert [1, 2, 1] == [knowledge(migrated, "bank")[question].asked for question in "abc"]


def test_the_schema_is_the_same_whether_it_was_migrated_or_made_anew(file: Path, tmp_path: Path) -> None:
    first_version(file)
    record_in(file).close()
    record_in(tmp_path / "new" / "history.db").close()
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"
    assert rows(tmp_path / "new" / "history.db", schema) == rows(file, schema)
