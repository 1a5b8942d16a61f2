"""Opening the bank that a command names."""

from pathlib import Path

from quiz.banks.library import UnknownBankError, find
from quiz.banks.reader import Reading, read_bank
from quiz.cli.errors import UserError
from quiz.core.visible import one_line


def named_bank(name: str) -> Path:
    """Return where the bank called `name` (an id or a path) is. Raises UserError."""
    try:
        return find(name)
    except UnknownBankError as error:
        raise UserError(one_line(str(error)), 2) from error


def usable_bank(name: str) -> Reading:
    """Return the reading of a bank that has at least one question. Raises UserError."""
    reading = read_bank(named_bank(name))
    if reading.bank is None or not reading.bank.questions:
        first = f" The first problem: {reading.findings[0].message}." if reading.findings else ""
        raise UserError(f"no question of '{name}' can be asked.{first} `quiz check {name}` shows all.")
    return reading


def left_out(reading: Reading) -> str:
    """Return the note on questions of a bank that cannot be asked, or "" when there are none."""
    if not reading.left_out:
        return ""
    what = (
        "1 question has an error and is"
        if reading.left_out == 1
        else f"{reading.left_out} questions have errors and are"
    )
    return f"{what} left out; `quiz check {reading.path}` says what is wrong."
