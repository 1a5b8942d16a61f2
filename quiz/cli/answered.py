"""The banks that a command looks back on, and what is on record of those that cannot be found any more."""

import sys
from collections.abc import Iterable

from quiz.banks.library import UnknownBankError, every_bank, find, remember
from quiz.banks.reading import Reading
from quiz.cli.errors import UserError
from quiz.cli.opening import every_usable, named_bank, usable_bank
from quiz.core.visible import one_line
from quiz.core.words import count
from quiz.history.kept import Kept, answered_banks, kept
from quiz.history.record import Record
from quiz.study import Study, from_moment


def answered_studies(name: str | None, record: Record, command: str) -> list[Study]:
    """Return the study of the bank called `name`, or of every bank of which something was answered.

    Says what else is on record, which `command` would show if it knew where the bank is. Raises UserError when the
    bank that is named cannot be used.
    """
    if name is not None:
        return [Study(answered_reading(name, record, command), record)]
    answered = answered_banks(record)
    studies = [Study(reading, record) for reading in (every_usable() if answered else ())]
    studies = [study for study in studies if study.bank.id in answered]
    tell_missing(record, {*answered} - {study.bank.id for study in studies}, command)
    return studies


def answered_reading(name: str, record: Record, command: str) -> Reading:
    """Return the reading of the bank called `name`, and remember where it is if something of it was answered.

    Raises UserError; for a bank that is not found it says what is on record of it.
    """
    if not is_found(name) and (found := kept(record, name)):
        raise UserError(one_line(missing_words(found, command)), 2)
    path, reading = named_bank(name), usable_bank(name)
    if reading.bank and record.attempt_count(reading.bank.id):
        remember(reading.bank.id, path)
    return reading


def nothing_words(record: Record) -> list[str]:
    """Return what is said when no bank can be looked back on; where something is on record, that was said."""
    if answered_banks(record):
        return []
    return ["Nothing was answered yet. `quiz take BANK` asks, and `quiz banks` lists what there is."]


def is_found(name: str) -> bool:
    """Return whether there is a bank that is called so, or stands at this path."""
    try:
        find(name)
    except UnknownBankError:
        return False
    return True


def tell_missing(record: Record, banks: Iterable[str], command: str) -> None:
    """Say, beside the output, what is on record of banks that could not be shown, and how to see the rest."""
    missing = sorted(banks)
    known = {found.id for found in every_bank()} if missing else set()
    for found in filter(None, (kept(record, bank) for bank in missing)):
        words = unusable_words(found) if found.bank in known else missing_words(found, command)
        print(f"quiz: {one_line(words)}", file=sys.stderr)


def missing_words(found: Kept, command: str) -> str:
    """Return that a bank is not found, what is on record of it, and how to see the rest."""
    cure = f"To see the rest, name its folder: quiz {command} {there(found.bank)}"
    return f"{not_found(found.bank)} {_on_record(found)} {cure}"


def not_found(bank: str) -> str:
    """Return the sentence that a bank is not found."""
    return f"the bank '{bank}' is not where it was, or was never brought in."


def there(bank: str) -> str:
    """Return what stands for the path of a bank that is not found."""
    return f"path/to/{bank}"


def unusable_words(found: Kept) -> str:
    """Return that no question of a bank can be asked now, what is on record of it, and how to mend that."""
    return f"no question of '{found.bank}' can be asked now; `quiz check {found.bank}` says why. {_on_record(found)}"


def _on_record(found: Kept) -> str:
    size = f"{count(found.attempts, 'attempt')} with {count(found.answers, 'answer')}"
    return f"On record: {size}, the last begun on {from_moment(found.last):%Y-%m-%d}."
