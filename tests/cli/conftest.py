"""Calling the commands: within this process, or as the user does."""

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from quiz.cli.main import main


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a command: its exit code, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The output, line by line."""
        return self.out.splitlines()


class Call(Protocol):
    """Call `quiz` with arguments and lines of input."""

    def __call__(self, *arguments: str, replies: str = "") -> Result:
        """Return what came of it."""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, and an environment that says nothing."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("QUIZ_PLAIN", "QUIZ_DEBUG", "PYTHONPATH", "PYTHONUNBUFFERED"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return folder


@pytest.fixture
def quiz(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call `main` in this process; nothing that is printed may steer the terminal."""

    def call(*arguments: str, replies: str = "") -> Result:
        monkeypatch.setattr(sys, "stdin", io.StringIO(replies))
        try:
            code = main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return checked(Result(code, out, err))

    return call


@pytest.fixture
def program() -> Call:
    """Start `python -m quiz` as a process of its own."""

    def call(*arguments: str, replies: str = "") -> Result:
        done = started(*arguments, replies=replies.encode())
        return checked(Result(done.returncode, done.stdout.decode(), done.stderr.decode()))

    return call


def started(
    *arguments: str, replies: bytes = b"", shell: str = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end; with `shell`, in a shell's line in which it is "$@"."""
    command = [sys.executable, "-m", "quiz", *arguments]
    if shell:
        command = ["bash", "-c", shell, "bash", *command]
    settings = os.environ | {"PYTHONUTF8": "1"} | environment
    return subprocess.run(command, input=replies, capture_output=True, env=settings, timeout=60, check=False)


def checked(result: Result) -> Result:
    """Return a result in which there is neither a traceback nor anything that steers the terminal."""
    said = result.out + result.err
    assert "Traceback" not in said
    assert "should not have" not in said
    assert [] == [c for c in said if not c.isprintable() and c not in "\n\u200d\u00a0"]
    return result
