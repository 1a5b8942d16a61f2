"""Every test has a home of its own, colours, one seed, and no banks but those shipped with the program."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor

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


@pytest.fixture(autouse=True)
def unpainted(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compose the screen only when a test looks at it: what would be sent to the terminal goes nowhere here.

    That is half the time of a test. A module that says `PAINTED = True` has everything painted as it is for a terminal.
    """
    if getattr(request.module, "PAINTED", False):
        return
    paint = Compositor.render_update

    def render_update(self: Compositor, full: bool = False, *args: Any, **options: Any) -> Any:
        if options.get("simplify"):  # a screenshot
            return paint(self, full, *args, **options)
        self._dirty_regions.clear()
        return None

    monkeypatch.setattr(Compositor, "render_update", render_update)


@pytest.fixture
def study(home: Path) -> Iterator[Study]:
    """A study of the bank with one question of each type, nothing of it answered."""
    made = study_of(EIGHT, home)
    yield made
    made.record.close()
