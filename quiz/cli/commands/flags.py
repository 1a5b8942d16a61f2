"""`quiz flags`: what students say is wrong with questions."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quiz.banks.reading import Reading
    from quiz.history.record import Record
    from quiz.history.values import Flag

SUMMARY = "list what students say is wrong with questions"
EXAMPLE = "quiz flags soviet-foreign-policy"


class Flagged(NamedTuple):
    """A flag with its place: file and line of the question, its prompt, and why the flag is closed ("" when open).

    `file` is "" when the bank is not found; then nobody knows whether the flag is still open.
    """

    flag: "Flag"
    file: str
    line: int | None
    prompt: str
    closed: str


def arguments(parser: ArgumentParser) -> None:
    """Declare the bank, and what is listed of it."""
    parser.add_argument("bank", metavar="BANK", nargs="?", help="a bank's id or path; without it, all banks")
    parser.add_argument("--all", action="store_true", help="also flags on what has been changed or removed since")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: Namespace) -> int:
    """List the flags."""
    from quiz.cli.report import as_json, warn
    from quiz.study import open_record

    record = open_record()
    banks = _banks(options.bank, record)
    found = [item for path, reading in banks for item in _flagged(path, reading, record)]
    if not banks or options.bank is None:
        found += _lost(options.bank, {reading.bank.id for _, reading in banks if reading.bank}, record)
    listed = [item for item in found if options.all or not item.closed]
    if options.json:
        print(as_json([_data(item) for item in listed]))
    else:
        _print(listed, sum(bool(item.closed) for item in found), every=options.all)
    warn(record.notice)
    record.close()
    return 0


def _banks(name: str | None, record: "Record") -> "list[tuple[Path, Reading]]":
    """Return the banks that are looked at; none when the one that is named is not found, but was flagged."""
    from quiz.banks.compiled import open_bank
    from quiz.banks.library import UnknownBankError, every_bank, find
    from quiz.cli.opening import usable_bank
    from quiz.history.kept import flagged_banks

    if name is None:
        readings = [(found.path, open_bank(found.path)) for found in every_bank()]
        return [(path, reading) for path, reading in readings if reading.bank]
    try:
        return [(find(name), usable_bank(name))]
    except UnknownBankError:
        return [] if name in flagged_banks(record) else [(Path(name), usable_bank(name))]


def _flagged(path: Path, reading: "Reading", record: "Record") -> list[Flagged]:
    """Return the flags on a bank in the order of its file, those on questions that are gone last."""
    from quiz.banks.reading import BANK_FILE
    from quiz.history.flags import flags

    assert reading.bank is not None
    file = path if path.is_file() else path / BANK_FILE
    found = []
    for flag in flags(record, reading.bank.id):
        question = reading.bank.by_id.get(flag.question)
        line = reading.lines.get(flag.question)
        prompt = question.prompt if question else ""
        found.append(Flagged(flag, str(file), line, prompt, _closed(flag, reading)))
    return sorted(found, key=lambda item: (item.line is None, item.line or 0, item.flag.at))


def _lost(name: str | None, shown: set[str], record: "Record") -> list[Flagged]:
    """Return the flags on the bank that is named, or on all but those shown, which cannot be found or read."""
    from quiz.history.flags import flags
    from quiz.history.kept import flagged_banks

    banks = [name] if name else [bank for bank in flagged_banks(record) if bank not in shown]
    return [Flagged(flag, "", None, "", "") for bank in banks for flag in flags(record, bank)]


def _closed(flag: "Flag", reading: "Reading") -> str:
    """Return why a flag is closed, or "" when it is open."""
    assert reading.bank is not None
    question = reading.bank.by_id.get(flag.question)
    if question:
        return "" if question.fingerprint == flag.content else "changed since"
    return "the question has an error now" if flag.question in reading.lines else "the question is gone"


def _print(listed: list[Flagged], closed: int, *, every: bool) -> None:
    from quiz.core.words import count

    for item in listed:
        print("\n".join(_lines(item)))
    opened = sum(bool(item.file) and not item.closed for item in listed)
    lost = {item.flag.bank: None for item in listed if not item.file}
    if opened or closed:
        told = f"{count(opened, 'flag is', 'flags are')} open" if opened else "No flag is open"
        more = f", {closed} {'is' if closed == 1 else 'are'} closed{'' if every else ' (--all lists them)'}"
        print(f"{told}{more if closed else ''}.")
    elif not lost:
        print("Nothing is flagged.")
    for bank in lost:
        print(_lost_words(bank))


def _lost_words(bank: str) -> str:
    from quiz.cli.answered import there
    from quiz.core.visible import one_line

    told = f"Which flags on '{bank}' are still open is not known, as the bank is not where it was or cannot be read."
    return one_line(f"{told} Name its folder: quiz flags {there(bank)}")


def _lines(item: Flagged) -> list[str]:
    """Return a flag as a line with its place, and below it the prompt of the question."""
    from quiz.core.visible import one_line, visible
    from quiz.study import from_moment

    place = f"{visible(item.file)}:{item.line}" if item.line else visible(item.file) or one_line(item.flag.bank)
    day = from_moment(item.flag.at).date().isoformat()
    closed = f"; closed: {item.closed}" if item.closed else ""
    told = f"{place}: {one_line(item.flag.question)}: {one_line(item.flag.text)} ({day}{closed})"
    return [told, f"    {one_line(item.prompt)}"] if item.prompt else [told]


def _data(item: Flagged) -> dict[str, object]:
    """Return a flag as JSON has it: null for what is not known, and for why a flag is closed that is not."""
    from quiz.study import from_moment

    return {
        "bank": item.flag.bank,
        "question": item.flag.question,
        "file": item.file or None,
        "line": item.line,
        "prompt": item.prompt or None,
        "text": item.flag.text,
        "flagged": from_moment(item.flag.at).isoformat(timespec="seconds"),
        "open": not item.closed if item.file else None,
        "closed": item.closed or None,
    }
