"""Start, answers and cursor moves of the app against the floor, through a pseudo-terminal.

Run: python -m tests.benchmarks.app_speed [rounds] [answers]
The figures of a run are in results/app_speed.txt.

There are 100,000 responses on record. Starts are to the full first screen, in turns with the floor's. Answers are
to the last byte that is painted, each of them committed to disk by then.
"""

import sys
import tempfile
from pathlib import Path

from tests.benchmarks.reading import write
from tests.benchmarks.records import FIRST, folded
from tests.benchmarks.terminal import PYTHON, Terminal, compiled, median

RESPONSES = 100_000
FLOOR = [PYTHON, "-m", "tests.benchmarks.floor"]
DOWN, UP = "\x1b[B", "\x1b[A"
SIZES = [(80, 24), (160, 50)]


def asked(text: str) -> bool:
    """Whether a question is on the screen."""
    return "1 of " in text and "answer" in text


def home(text: str) -> bool:
    """Whether the home screen is on the screen."""
    return "New quiz" in text and "help" in text


def unanswered(text: str) -> bool:
    """Whether a question is on the screen, and no verdict."""
    return "1  " in text and not judged(text)


def judged(text: str) -> bool:
    """Whether a verdict is on the screen."""
    return "Not this one" in text or "Right." in text


def start(command: list[str], shown: object, folder: str) -> float:
    """Return the time from the start of a program to its first full screen."""
    terminal = Terminal(command, QUIZ_HOME=folder)
    try:
        return terminal.wait(shown)  # type: ignore[arg-type]
    finally:
        terminal.close()


def answers(command: list[str], folder: str, count: int) -> list[tuple[float, int]]:
    """Return times and bytes from key to verdict, over several answers."""
    found = []
    terminal = Terminal(command, QUIZ_HOME=folder)
    try:
        for _ in range(count):
            terminal.wait(unanswered)
            found.append(terminal.timed("1", judged))
            terminal.key("\r")
            terminal.quiet()
    finally:
        terminal.close()
    return found


def moves(command: list[str], folder: str, size: tuple[int, int]) -> list[int]:
    """Return the bytes that are sent when the cursor moves among the options."""
    found = []
    terminal = Terminal(command, *size, QUIZ_HOME=folder)
    try:
        terminal.wait(unanswered)
        for key in (DOWN, DOWN, DOWN, UP, UP):
            terminal.quiet()
            before = terminal.sent
            terminal.key(key)
            terminal.quiet()
            found.append(terminal.sent - before)
    finally:
        terminal.close()
    return found


def starts(rounds: int, folder: str) -> None:
    """Print how long starts take."""
    take = [PYTHON, "-m", "quiz", "take", FIRST, "--seed", "1"]
    times: dict[str, list[float]] = {"floor": [], "first question": [], "home": []}
    for _ in range(rounds):
        times["floor"].append(start(FLOOR, lambda text: "1 of 8" in text and "answer" in text, folder))
        times["first question"].append(start(take, asked, folder))
        times["home"].append(start([PYTHON, "-m", "quiz"], home, folder))
    base = median(times["floor"])
    for name, values in times.items():
        print(f"{name:16} {1000 * median(values):6.0f} ms  {median(values) / base:5.2f} × floor")


def verdicts(command: list[str], folder: str, count: int) -> None:
    """Print how long it takes from a key to the verdict."""
    base = 0.0
    for name, program in (("floor", FLOOR), ("app", command)):
        rows = answers(program, folder, count)
        spent = sorted(row[0] for row in rows)
        middle, late = median(spent), spent[-1 - count // 100]
        base = base or middle
        size = max(row[1] for row in rows)
        print(
            f"key to verdict, {name:6} {1000 * middle:5.1f} ms median, {middle / base:.2f} × floor;"
            f" p99 {1000 * late:5.1f} ms, worst {1000 * spent[-1]:5.1f} of {len(spent)}; at most {size:,} bytes"
        )


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    compiled()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as bank:
        folded(Path(folder) / "history.db", RESPONSES)
        write(Path(bank), count + 1)
        take = [PYTHON, "-m", "quiz", "take", bank, "--all", "--in-order"]
        starts(rounds, folder)
        verdicts(take, folder, count)
        for size in SIZES:
            print(f"cursor move at {size[0]}x{size[1]}: at most {max(moves(take, folder, size)):,} bytes")


if __name__ == "__main__":
    main()
