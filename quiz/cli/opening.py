"""Opening the bank that a command names."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from quiz.banks.compiled import open_bank, takes_long
from quiz.banks.library import UnknownBankError, every_bank, find
from quiz.banks.reading import Reading
from quiz.cli.errors import UserError
from quiz.core.visible import file_name, one_line


def named_bank(name: str) -> Path:
    """Return where the bank called `name` (an id or a path) is. Raises UserError."""
    try:
        return find(name)
    except UnknownBankError as error:
        raise UserError(one_line(str(error)), 2) from error


def usable_bank(name: str) -> Reading:
    """Return the reading of a bank that has at least one question. Raises UserError."""
    reading = open_bank(named_bank(name), tell_if_slow)
    if reading.bank is None or not reading.bank.questions:
        first = f" The first problem: {reading.trouble}" if reading.trouble else ""
        raise UserError(f"no question of '{name}' can be asked.{first} `quiz check {name}` shows all.")
    return reading


def every_usable() -> Iterator[Reading]:
    """Yield the readings of all banks that can be found and have at least one question."""
    for found in every_bank():
        reading = open_bank(found.path, tell_if_slow)
        if reading.bank and reading.bank.questions:
            yield reading


def wants_plain(asked_for: bool) -> bool:
    """Return whether to go line by line: because that was asked for, or the terminal cannot show the app."""
    poor = os.environ.get("TERM") == "dumb" or bool(os.environ.get("QUIZ_PLAIN"))
    return asked_for or poor or not (sys.stdout.isatty() and sys.stdin.isatty())


def tell_if_slow(file: Path) -> None:
    """Say that a bank's file is being read when that takes more than a moment, and somebody watches."""
    if sys.stderr.isatty() and takes_long(file):
        print(f"Reading {file_name(file)} …", file=sys.stderr, flush=True)


def left_out(reading: Reading) -> str:
    """Return the note on questions of a bank that cannot be asked, or "" when there are none."""
    if not reading.left_out:
        return ""
    what = (
        "1 question has an error and is"
        if reading.left_out == 1
        else f"{reading.left_out} questions have errors and are"
    )
    return f"{what} left out; `quiz check {file_name(reading.path)}` says what is wrong."
