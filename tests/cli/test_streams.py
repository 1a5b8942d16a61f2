"""Every command with streams that are closed, and with what makes no sense: an exit code, and never a traceback."""

import os
import sys
from pathlib import Path

import pytest

from quiz.cli.commands import commands
from quiz.cli.main import main
from tests.cli.conftest import Call, started
from tests.cli.samples import EIGHT

LINES = {"take": ["--plain"], "review": ["--plain"], "read": ["--plain"], "watch": ["--once"]}
"""What keeps a command from opening the app, or from going on for ever."""


@pytest.mark.parametrize("name", sorted(commands()))
@pytest.mark.parametrize("rest", [[], ["no-such-bank"], [str(EIGHT)], ["--no-such-option"]], ids=" ".join)
def test_a_command_ends_with_an_exit_code(quiz: Call, name: str, rest: list[str]) -> None:
    assert quiz(name, *rest, *LINES.get(name, [])).code in (0, 1, 2)


@pytest.mark.parametrize("name", sorted(commands()))
@pytest.mark.parametrize("rest", [["--help"], [str(EIGHT)]], ids=["help", "bank"])
def test_a_command_whose_streams_are_closed_ends_with_an_exit_code(
    monkeypatch: pytest.MonkeyPatch, name: str, rest: list[str]
) -> None:
    for stream in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, stream, None)  # as Python has it then
    try:
        code = main([name, *rest, *LINES.get(name, [])])
    except SystemExit as end:
        code = int(end.code or 0)
    finally:
        for opened in (sys.stdin, sys.stdout, sys.stderr):
            opened.close()
    assert code in (0, 1, 2)


@pytest.mark.skipif(os.name != "posix", reason="only POSIX shells close streams so")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_as_processes_of_their_own_with_streams_closed(here: Path, closed: str) -> None:
    loop = f"for name in scores history take; do $* $name {EIGHT} {closed}; echo $? >>codes; done"
    done = started(shell=loop, replies=b"1\n")
    assert ["0", "0", "0"] == (here / "codes").read_text().split()
    assert b"Traceback" not in done.stdout + done.stderr
    assert b"Exception ignored" not in done.stdout + done.stderr
