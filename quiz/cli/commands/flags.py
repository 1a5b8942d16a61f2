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
    """A flag with its place: file and line of the question, its prompt, and why the flag is closed ("" when open)."""

    flag: "Flag"
    file: str
    line: int | None
    prompt: str
    closed: str


def arguments(parser: ArgumentParser) -> None:
    """Declare the bank, and what is listed of it."""
    parser.add_argument("bank", metavar="BANK", nargs="?", help="a bank's id or path; all banks without it")
    parser.add_argument("--all", action="store_true", help="also flags on what has been changed or removed since")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: Namespace) -> int:
    """List the flags."""
    from quiz.cli.report import as_json, warn
    from quiz.study import open_record

    banks = _banks(options.bank)
    record = open_record()
    found = [item for path, reading in banks for item in _flagged(path, reading, record)]
    listed = [item for item in found if options.all or not item.closed]
    if options.json:
        print(as_json([_data(item) for item in listed]))
    else:
        _print(listed, sum(bool(item.closed) for item in found), every=options.all)
    warn(record.notice)
    record.close()
    return 0


def _banks(name: str | None) -> "list[tuple[Path, Reading]]":
    from quiz.banks.compiled import open_bank
    from quiz.banks.library import every_bank
    from quiz.cli.opening import named_bank, usable_bank

    if name is not None:
        return [(named_bank(name), usable_bank(name))]
    readings = [(found.path, open_bank(found.path)) for found in every_bank()]
    return [(path, reading) for path, reading in readings if reading.bank]


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
    opened = sum(not item.closed for item in listed)
    if not opened and not closed:
        print("Nothing is flagged.")
        return
    told = f"{count(opened, 'flag is', 'flags are')} open" if opened else "No flag is open"
    if closed:
        told += f", {closed} {'is' if closed == 1 else 'are'} closed{'' if every else ' (--all lists them)'}"
    print(f"{told}.")


def _lines(item: Flagged) -> list[str]:
    """Return a flag as a line with its place, and below it the prompt of the question."""
    from quiz.core.visible import one_line, visible
    from quiz.study import from_moment

    place = f"{visible(item.file)}:{item.line}" if item.line else visible(item.file)
    day = from_moment(item.flag.at).date().isoformat()
    closed = f"; closed: {item.closed}" if item.closed else ""
    told = f"{place}: {one_line(item.flag.question)}: {one_line(item.flag.text)} ({day}{closed})"
    return [told, f"    {one_line(item.prompt)}"] if item.prompt else [told]


def _data(item: Flagged) -> dict[str, object]:
    from quiz.study import from_moment

    return {
        "bank": item.flag.bank,
        "question": item.flag.question,
        "file": item.file,
        "line": item.line,
        "text": item.flag.text,
        "flagged": from_moment(item.flag.at).isoformat(timespec="seconds"),
        "open": not item.closed,
    }
