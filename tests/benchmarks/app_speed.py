"""Start and answers of the app against the floor, through a pseudo-terminal.

Run: python -m tests.benchmarks.app_speed [rounds]
"""

import sys
import tempfile
from pathlib import Path

from tests.benchmarks.terminal import PYTHON, Terminal, compiled, median

EIGHT = Path(__file__).parent.parent / "data" / "eight"
FIRST = "question_banks/soviet_foreign_policy"


def asked(text: str) -> bool:
    """Whether a question is on the screen."""
    return "1 of " in text and "answer" in text


def home(text: str) -> bool:
    """Whether the home screen is on the screen."""
    return "New quiz" in text and "help" in text


def start(command: list[str], shown: object, folder: str) -> float:
    """Return the time from the start of a program to its first full screen."""
    terminal = Terminal(command, QUIZ_HOME=folder)
    try:
        return terminal.wait(shown)  # type: ignore[arg-type]
    finally:
        terminal.close()


def answers(command: list[str], folder: str, count: int) -> list[tuple[float, int]]:
    """Return times and bytes from key to verdict, over several answers to the same kind of question."""
    found = []
    terminal = Terminal(command, QUIZ_HOME=folder)
    try:
        for _ in range(count):
            terminal.wait(lambda text: "1  " in text and "Not this one" not in text and "Right." not in text)
            found.append(terminal.timed("1", lambda text: "Not this one" in text or "Right." in text))
            terminal.key("\r")
            terminal.quiet()
    finally:
        terminal.close()
    return found


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    compiled()
    floor = [PYTHON, "-m", "tests.benchmarks.floor"]
    take = [PYTHON, "-m", "quiz", "take", FIRST, "--seed", "1"]
    choices = [PYTHON, "-m", "quiz", "take", FIRST, "--all", "--in-order"]
    with tempfile.TemporaryDirectory() as folder:
        times: dict[str, list[float]] = {"floor": [], "first question": [], "home": []}
        for _ in range(rounds):
            times["floor"].append(start(floor, lambda text: "1 of 8" in text and "answer" in text, folder))
            times["first question"].append(start(take, asked, folder))
            times["home"].append(start([PYTHON, "-m", "quiz"], home, folder))
        base = median(times["floor"])
        for name, values in times.items():
            print(f"{name:16} {1000 * median(values):6.0f} ms  {median(values) / base:5.2f} × floor")
        for name, command in (("floor", floor), ("app", choices)):
            rows = answers(command, folder, 15)
            spent = sorted(row[0] for row in rows)
            size = median([float(row[1]) for row in rows])
            print(
                f"key to verdict, {name:6} {1000 * median(spent):5.1f} ms median, {1000 * spent[-1]:5.1f} ms worst of"
                f" {len(spent)}, {size:,.0f} bytes"
            )


if __name__ == "__main__":
    main()
