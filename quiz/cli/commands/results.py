"""`quiz results`: an attempt in full, as Markdown or JSON."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.history.record import Record
    from quiz.history.values import Summary
    from quiz.study import Run

SUMMARY = "print the results of an attempt, as Markdown or JSON"
EXAMPLE = "quiz results --bank soviet-foreign-policy > results.md"
LISTED = 20
"""So many attempts are listed."""
_MOST_DIGITS = 6
"""An attempt is named by its number in the list, or by its uid, which is longer."""


class Finished(NamedTuple):
    """A finished attempt: on which bank, where that is, and how it went."""

    bank: str
    path: "Path"
    summary: "Summary"


def arguments(parser: ArgumentParser) -> None:
    """Declare the attempt and the output format."""
    parser.add_argument(
        "attempt", metavar="ATTEMPT", nargs="?", default="1", help="its number in the list, or its uid (1)"
    )
    parser.add_argument("--bank", metavar="BANK", help="a bank's id or path; all banks without it")
    parser.add_argument("--format", choices=("markdown", "json"), default="markdown", help="what to print (markdown)")
    parser.add_argument("--list", action="store_true", help=f"list the last {LISTED} finished attempts")


def run(options: Namespace) -> int:
    """Print the results, or list the attempts."""
    from quiz.cli.report import warn
    from quiz.study import open_record

    banks = _banks(options.bank)
    record = open_record()
    try:
        if options.list:
            _list(_finished(banks, record, LISTED), as_json=options.format == "json")
        else:
            _print(_attempt(options, banks, record), options.format)
        return 0
    finally:
        warn(record.notice)
        record.close()


def _banks(name: str | None) -> "dict[str, Path]":
    """Return the banks that are looked at, and where they are."""
    from quiz.banks.library import every_bank
    from quiz.cli.opening import named_bank, usable_bank

    if name is None:
        return {found.id: found.path for found in every_bank()}
    bank = usable_bank(name).bank
    assert bank is not None
    return {bank.id: named_bank(name)}


def _finished(banks: "dict[str, Path]", record: "Record", most: int | None = None) -> list[Finished]:
    """Return the attempts last finished, the last one first."""
    rows = [
        Finished(bank, path, summary)
        for bank, path in banks.items()
        for summary in record.attempts(bank)
        if summary.finished
    ]
    return sorted(rows, key=lambda row: row.summary.touched.milliseconds, reverse=True)[:most]


# the list


def _list(rows: list[Finished], *, as_json: bool) -> None:
    from quiz.cli import report

    if as_json:
        print(report.as_json([_data(number, row) for number, row in enumerate(rows, 1)]))
        return
    for number, row in enumerate(rows, 1):
        print(_line(number, row))
    if not rows:
        print("No attempt was finished yet.")


def _line(number: int, row: Finished) -> str:
    from quiz.core.visible import one_line
    from quiz.history.values import Mode
    from quiz.study import from_moment
    from quiz.study.report import MODES

    summary = row.summary
    told = "not scored" if summary.mode is Mode.PRETEST else f"{summary.right} of {summary.answered} right"
    when = f"{from_moment(summary.started):%Y-%m-%d %H:%M}"
    return f"{number:>2}  {when}  {MODES[summary.mode]}: {told}, {one_line(row.bank)}  [{summary.uid}]"


def _data(number: int, row: Finished) -> dict[str, object]:
    from quiz.study import from_moment

    summary = row.summary
    return {
        "number": number,
        "attempt": str(summary.uid),
        "bank": row.bank,
        "mode": str(summary.mode),
        "began": from_moment(summary.started).isoformat(timespec="seconds"),
        "questions": summary.size,
        "answered": summary.answered,
        "right": summary.right,
    }


# one of them


def _print(run: "Run", form: str) -> None:
    if form == "json":
        from quiz.cli.report import as_json
        from quiz.study.report import as_data

        print(as_json(as_data(run)))
    else:
        from quiz.study.markdown import as_markdown

        print(as_markdown(run), end="")


def _attempt(options: Namespace, banks: "dict[str, Path]", record: "Record") -> "Run":
    """Return the attempt that is meant. Raises UserError."""
    from quiz.cli.errors import UserError

    if not options.attempt.isdecimal() or not options.attempt.isascii():
        raise UserError(f"'{options.attempt}' is not the number of an attempt; `quiz results --list` lists them.", 2)
    if len(options.attempt) > _MOST_DIGITS:
        return _by_uid(int(options.attempt[:20]), banks, record)
    rows = _finished(banks, record)
    if not rows:
        raise UserError("no attempt was finished yet; `quiz take BANK` begins one.")
    if not 1 <= int(options.attempt) <= len(rows):
        known = "the only one is 1" if len(rows) == 1 else f"they are 1 to {len(rows)}"
        raise UserError(f"there is no attempt {options.attempt}: {known}; `quiz results --list` lists the last.", 2)
    chosen = rows[int(options.attempt) - 1]
    return _opened(chosen.path, chosen.summary.uid, record)


def _by_uid(uid: int, banks: "dict[str, Path]", record: "Record") -> "Run":
    from quiz.cli.errors import UserError

    saved = record.load(uid) if uid < 1 << 63 else None
    if saved is None or saved.attempt.bank not in banks:
        raise UserError(f"no attempt on these banks is called {uid}; `quiz results --list` lists them.", 2)
    return _opened(banks[saved.attempt.bank], uid, record)


def _opened(path: "Path", uid: int, record: "Record") -> "Run":
    from quiz.cli.errors import UserError
    from quiz.cli.opening import usable_bank
    from quiz.study import Run, Study

    study: Study = Study(usable_bank(str(path)), record)
    attempt = study.resume(uid)
    if not isinstance(attempt, Run):
        raise UserError("this examination is not handed in yet; until then nobody is told how it goes.")
    return attempt
