"""The app in a real pseudo-terminal that is ended from outside, closed, resized without end, or pasted into."""

import random
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="only POSIX has pseudo-terminals")

from tests.benchmarks.terminal import Terminal
from tests.history.samples import rows
from tests.tui.drive import EIGHT

ROOT = Path(__file__).parent.parent.parent
TAKE = ("-m", "quiz", "take", str(EIGHT), "--in-order")
LEAVES = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?2004l")
"""What leaves the alternate screen, shows the cursor, and ends reports of the mouse and of pastes."""
Start = Callable[..., Terminal]


@pytest.fixture
def start(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """A function that starts the app on the bank of eight, and waits for its first question."""
    monkeypatch.chdir(ROOT)
    begun: list[Terminal] = []

    def starting(*before: str, arguments: tuple[str, ...] = ()) -> Terminal:
        terminal = Terminal([*before, sys.executable, *TAKE, *arguments], QUIZ_HOME=str(home))
        begun.append(terminal)
        terminal.wait(lambda text: "1 of " in text and "leave" in text)
        return terminal

    yield starting
    for terminal in begun:
        terminal.close()


def judged(text: str) -> bool:
    """Whether a verdict is on the screen."""
    return "Not this one." in text or "Right." in text


def asking(number: int, size: int) -> Callable[[str], bool]:
    """Return what tells whether a question is on the screen, and not its verdict."""
    return lambda text: f"{number} of {size}" in text and "help" in text and not judged(text)


def answers(home: Path) -> list[str]:
    """Return the questions that have an answer on record."""
    return [row[0] for row in rows(home / "history.db", "SELECT question FROM responses ORDER BY id")]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_ended_by_a_signal_it_puts_the_terminal_in_order(start: Start, home: Path, number: int) -> None:
    terminal = start()
    terminal.key("1")
    terminal.wait(judged)
    terminal.kill(number)
    assert 128 + number == terminal.ended()
    assert [] == [sequence for sequence in LEAVES if sequence not in terminal.output]
    assert b"Traceback" not in terminal.output
    assert ["fuel"] == answers(home)


def test_it_ends_even_where_nobody_reads_what_it_writes(start: Start) -> None:
    terminal = start()
    for number in range(200):  # until the terminal takes no more
        terminal.resize(60 + number % 40, 20 + number % 10)
        time.sleep(0.002)
    terminal.kill(signal.SIGTERM)
    assert 128 + signal.SIGTERM == terminal.process.wait(20)


@pytest.mark.parametrize("before", [(), ("sh", "-c", 'trap "" HUP; exec "$@"', "sh")], ids=["told", "not told"])
def test_when_the_terminal_is_closed_it_ends_and_keeps_the_answers(
    start: Start, home: Path, before: tuple[str, ...]
) -> None:
    terminal = start(*before)
    terminal.key("1")
    terminal.wait(judged)
    terminal.hang_up()
    assert 128 + signal.SIGHUP == terminal.ended()
    assert ["fuel"] == answers(home)


def test_a_storm_of_sizes_while_answering_leaves_the_right_screen(start: Start, home: Path) -> None:
    terminal, chance = start(), random.Random(1)
    for number, keys in ((1, "1"), (2, "12\r"), (3, "2")):
        terminal.wait(asking(number, 8))
        terminal.key(keys)
        storm(terminal, chance)
        terminal.wait(lambda text, place=f"{number} of 8": place in text and judged(text))  # type: ignore[misc]
        terminal.key("\r")
        storm(terminal, chance)
    terminal.wait(asking(4, 8))
    assert ["fuel", "rebuilt", "keeper-today"] == answers(home)


def storm(terminal: Terminal, chance: random.Random) -> None:
    """Give the terminal 33 sizes within a moment, and then one in which all is painted and looked at again.

    That is another one than before: to a program that was kept from running it would be the same all the time.
    """
    columns = terminal.screen.columns
    for _ in range(33):
        terminal.resize(chance.randint(1, 300), chance.randint(1, 100))
        terminal.take(0.005)
    while terminal.take(0.05):
        pass
    terminal.resize(columns + 1, 24)


def test_a_million_characters_pasted_are_cut_to_what_an_answer_may_have(start: Start, home: Path) -> None:
    terminal = start(arguments=("--phase", "oil"))
    for number, keys in ((1, "1"), (2, "12\r")):
        terminal.wait(asking(number, 4))
        terminal.key(keys)
        terminal.wait(judged)
        terminal.key("\r")
    terminal.wait(asking(3, 4))
    paste = f"\x1b[200~{'x' * 1_000_000}\x1b[201~\r"
    thread = threading.Thread(target=terminal.key, args=(paste,))
    thread.start()
    terminal.wait(judged)
    thread.join()
    [(length,)] = rows(home / "history.db", "SELECT length(response) FROM responses WHERE question = 'city'")
    assert len('[""]') + 500 == length
