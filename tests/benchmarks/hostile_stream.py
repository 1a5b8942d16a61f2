"""Every screen at every size with every hostile text in every field, and the real program in a pseudo-terminal.

    python -m tests.benchmarks.hostile_stream            some six minutes
    python -m tests.benchmarks.hostile_stream --long     with 100,000 characters in every field, too: ten more

Fails at the first thing sent that is neither text nor a sequence of Textual's own.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

from quiz.cli.main import main as quiz
from quiz.tui.app import QuizApp
from tests.benchmarks.terminal import PYTHON, Terminal
from tests.hostile import TEXTS, Say, everything, mark, misfit, unguarded, write_bank
from tests.tui.test_stream import SIZES, walk
from tests.tui.walk import PLACES, SEQUENCES, hostile_bank, hostile_study

_KEYS = (
    "p \x1b c g t \x1b \x1b w \x1b b \x1b ? \x1b s \x1b t \x10 \x1b"  # the screens around
    " \r 1 2 3 w s / m \r \x1b \r 1 2 \r w \r t \r x \r \r 8 \r \r \x1b \r f \x1b"  # questions
).split(" ")
_ROOT = Path(__file__).parent.parent.parent
_LINES = "1\nsource\n?\n1 2\nt\nx\nflag x\n8\n3 2 1\na b\n1\nquit\n"
_SHORT_FIELDS = ("gap", "quoted")


def only(text: str) -> Say:
    """Return what has one text in every field."""
    return lambda field: f"{mark(field)} {text}"


def long(field: str) -> str:
    """Return nearly as many characters as a field may have, of many kinds."""
    parts = 8 if field.startswith(_SHORT_FIELDS) else 1
    text = "x" * 40_000 + " [/] " * 3000 + "日" * 20_000 + "\u0301" * 5000 + "\u202e" * 10_000
    return f"{mark(field)} {text[::parts]}"


def invisible(field: str) -> str:
    """Return what looks like nothing at all."""
    return "\u2800" * (1 + crc32(field.encode()) % 499)


def walked(say: Say, size: tuple[int, int]) -> float:
    """Walk through every screen; return the seconds of the processor."""
    begin = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ["QUIZ_HOME"] = folder
        os.chdir(folder)
        study = hostile_study(hostile_bank(home / "banks" / "hostile", say), home, say)
        asyncio.run(walk(study, size, marked=say is not invisible))
        study.record.close()
        os.chdir("/")
    return time.process_time() - begin


def app(home: str) -> None:
    """Open the app on the hostile bank: what the pseudo-terminal runs."""
    folder = Path(home)
    study = hostile_study(hostile_bank(folder / "banks" / "hostile"), folder)
    with unguarded():
        QuizApp(study.record, study).run()


def plain(home: str) -> None:
    """Take the quiz in lines, at the pseudo-terminal."""
    bank = write_bank(Path(home) / "banks" / "hostile")
    with unguarded():
        quiz(["take", str(bank), "--plain", "--in-order", "--all"])


def terminal(what: Callable[[str], None], keys: list[str], size: tuple[int, int]) -> int:
    """Run a part of this script in a pseudo-terminal and press keys; return how many bytes it wrote, all checked."""
    with tempfile.TemporaryDirectory() as home:
        command = [PYTHON, "-m", "tests.benchmarks.hostile_stream", what.__name__, home]
        program = Terminal(command, *size, QUIZ_HOME=home, PYTHONPATH=str(_ROOT))
        try:
            program.wait(lambda shown: bool(shown.strip()))
            for key in keys:
                program.key(key)
                while program.take(0.15):
                    pass
        finally:
            program.close()
    text = program.output.decode("utf-8", "replace").replace("\r\n", "\n")
    assert not (found := misfit(text, f"{SEQUENCES}|{_DRIVER}")), found
    return len(program.output)


_DRIVER = r"\x1b\[\?\d+[hl]|\x1b\[\?\d+\$p|\x1b\[>\d*u|\x1b\[<u|\x1b\[\d*(?:;\d+)*[JH]"
"""What only Textual's driver sends, at its begin and end."""


def main() -> None:
    """Print for every text how many screens were walked through, and how long it took."""
    texts: dict[str, Say] = {name: only(text) for name, text in TEXTS.items()} | {"everything": everything}
    texts["nothing to be seen"] = invisible
    if "--long" in sys.argv:
        texts["100,000 characters"] = long
    print(f"{len(PLACES)} screens and states, {len(SIZES)} sizes, {len(texts)} texts in every field")
    for name, say in texts.items():
        seconds = [walked(say, size) for size in SIZES]
        print(f"{name:20}" + "".join(f"{value:8.1f} s" for value in seconds), flush=True)
    print(f"{len(PLACES) * len(SIZES) * len(texts)} combinations: nothing sent but text and Textual's own sequences")
    for size in SIZES:
        sent = terminal(app, _KEYS, size), terminal(plain, _LINES.splitlines(keepends=True), size)
        print(f"in a pseudo-terminal of {size[0]} by {size[1]}: app {sent[0]:,} bytes, plain mode {sent[1]:,} bytes")


if __name__ == "__main__":
    os.environ["TERM"] = "xterm-256color"
    if sys.argv[1:2] in (["app"], ["plain"]):
        globals()[sys.argv[1]](sys.argv[2])
    else:
        main()
