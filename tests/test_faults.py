"""What goes wrong around the program: several copies at once, a full disk, a disk that turns read-only, long lines."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz import settings
from quiz.cli.plain import LONGEST_LINE
from tests.benchmarks.several import answering
from tests.cli.conftest import started
from tests.cli.samples import EIGHT
from tests.history.samples import rows

TAKE = ("take", str(EIGHT), "--plain", "--in-order")
QUESTIONS = "SELECT question FROM responses ORDER BY id"


def test_copies_that_answer_at_once_lose_nothing_and_wait_no_longer_than_a_moment(tmp_path: Path) -> None:
    confirmed, kept, waits = answering(tmp_path / "data" / "history.db", copies=2, seconds=1.5, pause=0.002)
    assert confirmed == kept > 20
    assert waits[-1] < 5


# a disk of its own


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A disk of 512 KB, on which the program keeps what it keeps."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "none", str(folder)]
    if os.name != "posix" or os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root, and not in every container, may mount a disk")
    monkeypatch.setenv("QUIZ_HOME", str(folder / "home"))
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def remount(disk: Path, mode: str) -> None:
    """Make a disk read-only (`ro`) or writable (`rw`)."""
    subprocess.run(["mount", "-o", f"remount,{mode}", str(disk)], check=True)


def fill(disk: Path) -> Path:
    """Write a file that leaves no room on a disk."""
    file = disk / "filler"
    with file.open("wb", buffering=0) as stream:
        try:
            while stream.write(bytes(4096)):
                pass
        except OSError:
            return file
    return file


def test_a_full_disk_is_said_once_and_the_quiz_goes_on(disk: Path) -> None:
    assert 0 == started(*TAKE, replies=b"1\nquit\n").returncode
    kept = disk / "home" / "history.db"
    before = rows(kept, QUESTIONS)
    filler = fill(disk)
    done = started(*TAKE, replies=b"1\n1 2\nt\n")
    out = done.stdout.decode()
    assert (0, b"") == (done.returncode, done.stderr)
    assert 1 == out.count("Note: Your answers cannot be saved (")
    assert 4 == out.count("\nQuestion ")
    settings.save(settings.Settings(theme="paper"))
    assert settings.load().theme in ("ink", "paper")  # before or after, and nothing between
    assert [] == list(kept.parent.glob("settings.json.*"))
    filler.unlink()
    assert before == rows(kept, QUESTIONS)
    assert 0 == started(*TAKE, replies=b"1\nquit\n").returncode
    assert 2 * before == rows(kept, QUESTIONS)


def test_a_read_only_disk_is_said_and_what_was_kept_can_be_read(disk: Path) -> None:
    assert 0 == started(*TAKE, replies=b"1\nquit\n").returncode
    remount(disk, "ro")
    done = started(*TAKE, replies=b"1\nquit\n")
    scores = started("scores", str(EIGHT))
    remount(disk, "rw")
    assert (0, b"") == (done.returncode, done.stderr)
    assert b"Note: Your answers cannot be saved (" in done.stdout
    assert 0 == scores.returncode
    assert b"of 1 (" in scores.stdout
    assert [("fuel",)] == rows(disk / "home" / "history.db", QUESTIONS)


# what is typed


def test_a_line_without_end_is_no_answer(home: Path) -> None:
    long = b"x" * 1_000_000
    done = started(*TAKE, "--phase", "oil", replies=b"1\n1 2\n" + long + b"\nflag " + long + b"\nParis\nquit\n")
    assert (0, b"") == (done.returncode, done.stderr)
    assert 1 == done.stdout.count(f"This line has 1,000,001 characters; type one of at most {LONGEST_LINE:,}.".encode())
    assert b"This line has 1,000,006 characters" in done.stdout
    assert [("fuel",), ("rebuilt",), ("city",)] == rows(home / "history.db", QUESTIONS)
    assert [] == rows(home / "history.db", "SELECT 1 FROM flags")


# settings


def test_settings_that_cannot_be_kept_leave_nothing_behind(home: Path) -> None:
    (home / "settings.json").mkdir(parents=True)
    settings.save(settings.Settings(theme="paper"))
    assert ["settings.json"] == [file.name for file in home.iterdir()]
