"""Files that cannot be restored or merged are refused in a sentence, and everything stays as it was."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quiz.history.copies import backup
from quiz.history.refusal import TransferError
from quiz.history.transfer import merge, restore
from tests.history.carried import names, record_of

SOME = (1, (10, "a", 1.0, 0), (11, "b", 0.0, 5))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Where a backup goes."""
    return tmp_path / "copied.db"


def _garbage(path: Path) -> None:
    path.write_bytes(b"garbage" * 1000)


def _torn(path: Path) -> None:
    record_of(path, 5, *((uid, f"q{uid}", 1.0, uid) for uid in range(60, 160)))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def _script(*statements: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        record_of(path, 5, (60, "a", 1.0, 0))
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            for statement in statements:
                database.execute(statement)

    return make


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript("CREATE TABLE responses (uid); PRAGMA user_version = 1")


NONE = "is no record of answers; name a file that `quiz backup` wrote"
STRANGE = r"is damaged \(it holds values that this program does not write\); use another copy of it"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda _path: None, "there is no file .*; check its name"),
        (Path.mkdir, "is a folder; name the file of answers in it"),
        (os.mkfifo, "is no ordinary file; name a file that `quiz backup` wrote"),
        (Path.touch, NONE),
        (_garbage, NONE),
        (_foreign, NONE),
        (_script("PRAGMA user_version = 0"), NONE),
        (_script("DROP TABLE flags"), NONE),
        (_script("CREATE TRIGGER more AFTER INSERT ON flags BEGIN DELETE FROM responses; END"), NONE),
        (_script("PRAGMA user_version = 99"), "was written by a newer version of this program; update this one first"),
        (_torn, r"is damaged \(.*\); use another copy of it"),
        (_script("DELETE FROM attempts"), r"is damaged \(some of its answers belong to no attempt\)"),
        (_script("UPDATE attempts SET mode = 'other'"), STRANGE),
        (_script("UPDATE attempts SET selection = '[[]]'"), STRANGE),
        (_script("UPDATE responses SET response = 'text'"), STRANGE),
        (_script("UPDATE responses SET response = '{}'"), STRANGE),
        (_script("UPDATE responses SET answered = 1 << 60"), STRANGE),
        (_script("UPDATE responses SET utc_offset = 100000"), STRANGE),
    ],
)
def test_what_is_no_sound_record_is_refused_and_nothing_changes(
    file: Path, tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    record_of(file, *SOME)
    incoming = tmp_path / "incoming.db"
    make(incoming)
    before, beside = file.read_bytes(), names(tmp_path)
    for carry in (lambda: restore(file, incoming, "stamp"), lambda: merge(file, incoming)):
        with pytest.raises(TransferError, match=said):
            carry()
    assert (before, beside, ["history.db"]) == (file.read_bytes(), names(tmp_path), names(file.parent))


def test_the_record_itself_is_refused(file: Path, tmp_path: Path) -> None:
    record_of(file, *SOME)
    (tmp_path / "link.db").symlink_to(file)
    for carry in (lambda: restore(file, tmp_path / "link.db", "stamp"), lambda: merge(file, file)):
        with pytest.raises(TransferError, match="is the record that is in use here; name the file of another"):
            carry()


def test_a_record_here_of_a_newer_version_is_left_as_it_is(file: Path, copied: Path) -> None:
    record_of(file, *SOME)
    backup(file, copied)
    _script("PRAGMA user_version = 99")(file.with_name("newer.db"))
    newer = file.with_name("newer.db")
    before = newer.read_bytes()
    for carry in (lambda: restore(newer, copied, "stamp"), lambda: merge(newer, copied)):
        with pytest.raises(TransferError, match=r"newer\.db was written by a newer version of this program"):
            carry()
    assert before == newer.read_bytes()


def test_a_place_where_nothing_can_be_written_is_said(file: Path, tmp_path: Path) -> None:
    record_of(file, *SOME)
    (tmp_path / "plain").write_text("no folder")
    with pytest.raises(TransferError, match="what should be its folder is a file"):
        merge(tmp_path / "plain" / "history.db", file)
