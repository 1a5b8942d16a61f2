"""The file of the record moved away, deleted or cut off while it is open: nothing of this run is lost in silence."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quiz.history.record import Record
from tests.history.samples import attempt, given, record_in, rows

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere a file that is open cannot be taken away")


def said(file: Path) -> str:
    """Return the notice that is expected."""
    return (
        "The record of your answers was moved or deleted while it was open. What you have answered since you opened "
        f"the program is in a new one: {file}."
    )


@pytest.mark.parametrize(
    "take_away",
    [Path.unlink, lambda file: shutil.rmtree(file.parent), lambda file: file.parent.rename(file.parent.parent / "b")],
    ids=["deleted", "folder deleted", "folder moved"],
)
def test_a_new_record_takes_its_place_with_all_of_this_run(
    record: Record, file: Path, take_away: Callable[[Path], object]
) -> None:
    record.begin(attempt(1))
    for uid in range(10, 20):
        record.answer(1, given(uid, f"q{uid}"))
    take_away(file)
    record.answer(1, given(20, "q20"))
    assert (True, said(file)) == (record.saves, record.notice)
    record.answer(1, given(21, "q21"))
    assert [*range(10, 22)] == [uid for uid, _, _ in rows(file)]
    with closing(record_in(file)) as again:
        assert ("", 12) == (again.notice, len(again.latest("bank")))


def test_a_record_put_in_its_place_is_added_to(record: Record, file: Path, tmp_path: Path) -> None:
    record.begin(attempt(1))
    record.answer(1, given(10, "a"))
    with closing(record_in(tmp_path / "other.db")) as other:
        other.begin(attempt(2))
        other.answer(2, given(20, "b"))
    for suffix in ("-wal", "-shm"):
        file.with_name(file.name + suffix).unlink()
    (tmp_path / "other.db").replace(file)
    record.answer(1, given(11, "c"))
    assert said(file) == record.notice
    assert {10, 11, 20} == {uid for uid, _, _ in rows(file)}


def test_where_no_new_one_can_be_made_all_goes_on_in_memory(record: Record, file: Path) -> None:
    record.begin(attempt(1))
    record.answer(1, given(10, "a"))
    shutil.rmtree(file.parent)
    file.parent.write_text("a file")
    record.answer(1, given(11, "b"))
    assert (False, {"a": 1.0, "b": 1.0}) == (record.saves, record.latest("bank"))
    assert record.notice.startswith("Your answers cannot be saved (")
    file.parent.unlink()
    record.answer(1, given(12, "c"))
    assert [10, 11, 12] == [uid for uid, _, _ in rows(file)]


@pytest.mark.parametrize("suffix", ["", "-wal"])
def test_a_file_cut_off_or_overwritten_while_it_is_open_raises_nothing(record: Record, file: Path, suffix: str) -> None:
    record.begin(attempt(1))
    for uid in range(10, 60):
        record.answer(1, given(uid, f"q{uid}"))
    harmed = file.with_name(file.name + suffix)
    with harmed.open("r+b") as stream:
        stream.write(b"\xa5" * harmed.stat().st_size)
    for uid in range(60, 70):
        record.answer(1, given(uid, f"q{uid}"))
    assert 60 == len(record.latest("bank"))
    record.close()
    with closing(record_in(file)) as again:  # sound, or set aside and said so
        assert len(again.latest("bank")) == 60 or "It is kept as" in again.notice
