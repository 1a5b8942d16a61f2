"""Every test has a home of its own, colours, one seed, and no banks but those shipped with the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.study import Study
from tests.tui.drive import EIGHT, study_of


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep answers, settings and banks in a new folder; read nothing where the tests run; draw the same always."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("QUIZ_HOME", str(folder))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)
    for module in ("quiz.tui.app", "quiz.tui.screens.results"):
        monkeypatch.setattr(f"{module}.new_seed", lambda: 1)
    return folder


@pytest.fixture
def study(home: Path) -> Iterator[Study]:
    """A study of the bank with one question of each type, nothing of it answered."""
    made = study_of(EIGHT, home)
    yield made
    made.record.close()
