"""Banks of 100, 10,000 and 100,000 questions: the first opening, the start of the app by a compiled copy, memory.

Run: python -m tests.benchmarks.large_bank [rounds]

Starts are times to the first question on a real pseudo-terminal, taken in turns; the first start of each bank, which
writes the copy, is printed by itself. Memory is the most that a process ever had (VmHWM), on the first question.
"""

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.app_speed import asked, home
from tests.benchmarks.checking import LOAD, measured
from tests.benchmarks.reading import write
from tests.benchmarks.terminal import PYTHON, Terminal, compiled, median

SMALL, LARGE, HUGE = 100, 10_000, 100_000
FIRST = """
import os, sys, tempfile, time
from pathlib import Path
import quiz.banks.reader
from quiz.banks.compiled import open_bank
with tempfile.TemporaryDirectory() as folder:
    os.environ["QUIZ_HOME"] = folder
    begin = time.process_time()
    reading = open_bank(Path(sys.argv[1]))
    print(time.process_time() - begin, len(reading.bank.questions))
    assert list(Path(folder).rglob("*.copy"))
"""
HOME = """
import sys
from pathlib import Path
from quiz.study import Study, open_record
from quiz.tui.app import QuizApp
record = open_record()
QuizApp(record, Study.open(Path(sys.argv[1]), record)).run()
"""


def started(command: list[str], shown: object, folder: str) -> tuple[float, float]:
    """Return the seconds until a program shows what is wanted, and the MB that it took at the most until then."""
    terminal = Terminal(command, QUIZ_HOME=folder)
    try:
        seconds = terminal.wait(shown, timeout=120)  # type: ignore[arg-type]
        return seconds, most_memory(terminal.pid)
    finally:
        terminal.close()


def most_memory(pid: int) -> float:
    """Return the most memory that a process ever had, in MB."""
    lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def first_openings(bank: Path) -> None:
    """Print how long the first opening takes, with the copy written, against yaml.load with the C loader."""
    rounds = [(measured(FIRST, str(bank), 1)[0], measured(LOAD, str(bank), 1)[0]) for _ in range(5)]
    ours, theirs = median([ours for ours, _ in rounds]), median([theirs for _, theirs in rounds])
    print(f"{LARGE:,} questions, first opening {ours:.2f} s, yaml.load {theirs:.2f} s: {ours / theirs:.2f} ×")


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    compiled()
    with tempfile.TemporaryDirectory() as name:
        banks = {size: Path(name) / str(size) for size in (SMALL, LARGE, HUGE)}
        for size, bank in banks.items():
            bank.mkdir()
            write(bank, size)
        first_openings(banks[LARGE])
        commands = {
            f"{size:,} questions": ([PYTHON, "-m", "quiz", "take", str(bank), "--seed", "1"], asked)
            for size, bank in banks.items()
        }
        for size in (SMALL, LARGE):
            commands[f"{size:,}, home"] = ([PYTHON, "-c", HOME, str(banks[size])], home)
        commands["floor"] = ([PYTHON, "-m", "tests.benchmarks.floor"], asked)
        for what, (command, shown) in commands.items():
            seconds, memory = started(command, shown, name)
            print(f"{what:18} first start {1000 * seconds:6.0f} ms, {memory:4.0f} MB")
        compare(commands, rounds, name)


def compare(commands: Mapping[str, tuple[list[str], object]], rounds: int, folder: str) -> None:
    """Print the start of each, against that of the smallest bank, and its memory, against that of the floor."""
    found: dict[str, list[tuple[float, float]]] = {what: [] for what in commands}
    for _ in range(rounds):
        for what, (command, shown) in commands.items():
            found[what].append(started(command, shown, folder))
    times = {what: median([seconds for seconds, _ in rows]) for what, rows in found.items()}
    memory = {what: median([size for _, size in rows]) for what, rows in found.items()}
    for what in commands:
        base = times[f"{SMALL:,}, home" if "home" in what else f"{SMALL:,} questions"]
        told = f"{1000 * times[what]:6.0f} ms  {times[what] / base:5.2f} ×"
        print(f"{what:18} start {told}  {memory[what]:4.0f} MB, floor + {memory[what] - memory['floor']:.0f}")


if __name__ == "__main__":
    main()
