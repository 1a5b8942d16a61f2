"""Processor time of the app while nothing happens, against the floor: at home, on a question, in the source.

Run: python -m tests.benchmarks.idle [seconds]     (Linux: it reads /proc)
The figures of a run are in results/idle.txt.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.terminal import PYTHON, Terminal, compiled

FIRST = "question_banks/soviet_foreign_policy"
EIGHT = "tests/data/eight"
Shown = Callable[[str], bool]


def spent(pid: int) -> float:
    """Return the seconds of processor time that a process has used, its threads included."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def idle(command: list[str], keys: str, shown: Shown, seconds: float, folder: str) -> tuple[float, int]:
    """Return the share of a core that a program uses while it waits, and the bytes that it writes.

    It waits once `shown` came after `keys`.
    """
    terminal = Terminal(command, QUIZ_HOME=folder)
    try:
        for key in (*keys, ""):
            rest(terminal, 1.0)
            terminal.key(key)
        terminal.wait(shown)
        rest(terminal, 2.0)
        before, begin, sent = spent(terminal.pid), time.perf_counter(), terminal.sent
        rest(terminal, seconds)
        share = (spent(terminal.pid) - before) / (time.perf_counter() - begin)
        return share, terminal.sent - sent
    finally:
        terminal.close()


def rest(terminal: Terminal, seconds: float) -> None:
    """Take what is written for so long; where a cursor blinks, it never ends."""
    end = time.perf_counter() + seconds
    while (left := end - time.perf_counter()) > 0:
        terminal.read(left)


def main() -> None:
    """Measure and print."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    compiled()
    app = [PYTHON, "-m", "quiz"]
    take = [*app, "take", FIRST, "--seed", "1"]
    places: dict[str, tuple[list[str], str, Shown]] = {
        "floor": ([PYTHON, "-m", "tests.benchmarks.floor"], "", lambda text: "1 of 8" in text),
        "home": (app, "", lambda text: "New quiz" in text),
        "question": (take, "", lambda text: "1 of 20" in text),
        "typed question": ([*app, "take", EIGHT, "--in-order", "--phase", "electric"], "1\r", typed),
        "source": ([*app, "take", EIGHT, "--in-order"], "1s", lambda text: "search" in text),
        "examination": ([*take, "--mode", "exam", "--minutes", "90"], "", lambda text: "1 of 20" in text),
    }
    for name, (command, keys, shown) in places.items():
        with tempfile.TemporaryDirectory() as folder:
            share, size = idle(command, keys, shown, seconds, folder)
        print(f"{name:16} {100 * share:5.2f} % of a core, {size / seconds:5.0f} bytes a second", flush=True)


def typed(text: str) -> bool:
    """Whether a field to type in is on the screen."""
    return "Your answer" in text


if __name__ == "__main__":
    main()
