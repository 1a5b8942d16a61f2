"""What all tests share: how hypothesis searches, and a home of their own for what the program keeps."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "quiz",
    deadline=None,
    max_examples=80,
    database=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine is no failure
)
settings.load_profile("quiz")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of answers, banks and settings: no test touches the user's own. It is not there yet."""
    folder = tmp_path / "home"
    monkeypatch.setenv("QUIZ_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def collected(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the garbage collector work as always: many programs run one after the other in this process."""
    monkeypatch.setattr(gc, "set_threshold", lambda *_: None)
    monkeypatch.setattr(gc, "freeze", lambda: None)
