"""Starts of the command line against an empty Python program: help, plain mode, a check of the first bank.

Run: python -m tests.benchmarks.command_speed [rounds]
The figures of a run are in results/command_speed.txt.
"""

import os
import subprocess
import sys
import tempfile
import time

from tests.benchmarks.records import FIRST
from tests.benchmarks.terminal import PYTHON, compiled, median

COMMANDS = {
    "python -c pass": ([PYTHON, "-c", "pass"], b""),
    "quiz --help": ([PYTHON, "-m", "quiz", "--help"], b""),
    "plain: first question": ([PYTHON, "-m", "quiz", "take", FIRST, "--plain", "--seed", "1"], b"  4) "),
    "quiz check": ([PYTHON, "-m", "quiz", "check", FIRST], b""),
}
"""Each with the beginning of the line to wait for; without one, for the end."""


def seconds(command: list[str], line: bytes, folder: str) -> float:
    """Return the time until a program has printed a line, or has ended."""
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    pipe = subprocess.PIPE
    begin = time.perf_counter()
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env={**settings, "QUIZ_HOME": folder}) as program:
        assert program.stdout is not None
        if line:
            assert any(printed.startswith(line) for printed in program.stdout)
            spent = time.perf_counter() - begin
            program.kill()
        else:
            program.stdout.read()
            program.wait()
            spent = time.perf_counter() - begin
    return spent


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 31
    compiled()
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds + 1):
            for name, (command, line) in COMMANDS.items():
                spent = seconds(command, line, folder)
                if number:  # the first fills the cache
                    times[name].append(spent)
    base = median(times["python -c pass"])
    for name, values in times.items():
        print(f"{name:22} {1000 * median(values):6.1f} ms  {median(values) / base:5.2f} ×")


if __name__ == "__main__":
    main()
