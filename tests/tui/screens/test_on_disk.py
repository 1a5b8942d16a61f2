"""What was answered is on disk before the student sees the verdict, and no trouble with the disk stops a quiz."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from quiz.history.record import Record
from quiz.study import Study
from quiz.tui import verdict
from quiz.tui.screens import question
from tests.tui.drive import EIGHT, at_home, awaited, picture, press, prose, study_of, taking


def on_disk(home: Path, sql: str = "SELECT question, score FROM responses ORDER BY id") -> list[Any]:
    """Return what another program sees of the record."""
    with closing(sqlite3.connect(home / "history.db")) as database:
        return database.execute(sql).fetchall()


@awaited
async def test_an_answer_is_on_disk_before_its_verdict_is_written(
    study: Study, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[Any]] = []
    write = verdict.write_verdict

    def looking(*args: Any, **options: Any) -> None:
        seen.append(on_disk(home))
        write(*args, **options)

    monkeypatch.setattr(question, "write_verdict", looking)
    async with taking(study) as pilot:
        await press(pilot, "3")
        assert [("fuel", 1.0)] == seen[0]
        assert "✓ Right." in picture(pilot.app)
        await press(pilot, "enter", "1", "enter")
        assert [("fuel", 1.0), ("rebuilt", 0.0)] == seen[-1]


@awaited
async def test_slips_and_skips_are_on_disk_at_once_and_nothing_is_erased(study: Study, home: Path) -> None:
    async with taking(study) as pilot:
        await press(pilot, "3", "u")
        assert [("fuel", 1.0)] == on_disk(home)
        assert [(1,)] == on_disk(home, "SELECT count(*) FROM withdrawals")
        await press(pilot, "tab")
        assert [("fuel",)] == on_disk(home, "SELECT question FROM skips")


@awaited
async def test_a_program_that_is_closed_after_the_answer_has_lost_nothing(study: Study, home: Path) -> None:
    async with taking(study) as pilot:
        await press(pilot, "3")
        pilot.app.exit()
    assert [("fuel", 1.0)] == on_disk(home)


@awaited
async def test_a_record_that_cannot_be_written_warns_and_lets_the_student_go_on(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    study = study_of(EIGHT, blocked)
    async with taking(study) as pilot:
        assert "Your answers cannot be saved" in prose(pilot)
        await press(pilot, "3")
        assert "✓ Right." in picture(pilot.app)
        assert {"fuel": 1.0} == study.latest()


@awaited
async def test_a_damaged_record_is_set_aside_and_said_so(home: Path) -> None:
    (home / "history.db").write_bytes(b"this is no database" * 100)
    record = Record(home / "history.db", lambda: "stamp")
    async with at_home(None, record) as pilot:
        assert "The record of your answers was damaged." in prose(pilot)
    assert (home / "history-damaged-stamp.db").exists()
