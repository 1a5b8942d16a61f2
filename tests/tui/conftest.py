"""Every test has a home of its own, colours, and no banks but those shipped with the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.study import Study
from tests.tui.drive import EIGHT, study_of


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep answers, settings and banks in a new folder, and read nothing from the folder the tests run in."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("QUIZ_HOME", str(folder))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def study(home: Path) -> Iterator[Study]:
    """A study of the bank with one question of each type, nothing of it answered."""
    made = study_of(EIGHT, home)
    yield made
    made.record.close()
