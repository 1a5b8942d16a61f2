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
    """A finished attempt: on which bank, where that is (None when it is not found any more), and how it went."""

    bank: str
    path: "Path | None"
    summary: "Summary"


def arguments(parser: ArgumentParser) -> None:
    """Declare the attempt and the output format."""
    parser.add_argument(
        "attempt",
        metavar="ATTEMPT",
        nargs="?",
        default="1",
        help="its number in the list, or its uid (1); or a bank, for the last on it",
    )
    parser.add_argument("--bank", metavar="BANK", help="a bank's id or path; without it, all banks")
    parser.add_argument("--format", choices=("markdown", "json"), default="markdown", help="what to print (markdown)")
    parser.add_argument("--list", action="store_true", help=f"list the last {LISTED} finished attempts")


def run(options: Namespace) -> int:
    """Print the results, or list the attempts."""
    from quiz.cli.answered import tell_missing
    from quiz.cli.report import warn
    from quiz.study import open_record

    record = open_record()
    try:
        _sort_out(options, record)
        banks = _banks(options.bank, record)
        if options.list:
            rows = _finished(banks, record, LISTED)
            _list(rows, as_json=options.format == "json")
            tell_missing(record, {row.bank for row in rows if not row.path}, "results")
        else:
            _print(_attempt(options, banks, record), options.format)
        return 0
    finally:
        warn(record.notice)
        record.close()


def _sort_out(options: Namespace, record: "Record") -> None:
    """Where a bank is named in the place of an attempt, take it for that. Raises UserError when it is neither."""
    from quiz.cli.answered import is_found
    from quiz.cli.errors import UserError
    from quiz.history.kept import answered_banks

    given = options.attempt
    if given.isdecimal() and given.isascii():
        return
    if options.bank is not None or not (is_found(given) or given in answered_banks(record)):
        what = "the number of an attempt" if options.bank else "the number of an attempt or a bank"
        raise UserError(f"'{given}' is not {what}; `quiz results --list` lists attempts, `quiz banks` banks", 2)
    options.attempt, options.bank = "1", given


def _banks(name: str | None, record: "Record") -> "dict[str, Path | None]":
    """Return the banks that are looked at, and where they are; None is the place of one that is only on record."""
    from quiz.banks.library import every_bank
    from quiz.cli.answered import answered_reading, is_found
    from quiz.cli.opening import named_bank
    from quiz.history.kept import answered_banks

    answered = answered_banks(record)
    if name is None:
        return dict.fromkeys(answered) | {found.id: found.path for found in every_bank()}
    if name in answered and not is_found(name):
        return {name: None}
    bank = answered_reading(name, record, "results").bank
    assert bank is not None
    return {bank.id: named_bank(name)}


def _finished(banks: "dict[str, Path | None]", record: "Record", most: int | None = None) -> list[Finished]:
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

    gone = "" if row.path else " (not found now)"
    return f"{number:>2}  {_told(row.summary)}, {one_line(row.bank)}{gone}  [{row.summary.uid}]"


def _told(summary: "Summary") -> str:
    """Return when an attempt was begun, what it was, and how it went."""
    from quiz.history.values import Mode
    from quiz.study import from_moment
    from quiz.study.report import MODES

    told = "not scored" if summary.mode is Mode.PRETEST else f"{summary.right} of {summary.answered} right"
    return f"{from_moment(summary.started):%Y-%m-%d %H:%M}  {MODES[summary.mode]}: {told}"


def _data(number: int, row: Finished) -> dict[str, object]:
    from quiz.study import from_moment

    summary = row.summary
    return {
        "number": number,
        "attempt": str(summary.uid),
        "bank": row.bank,
        "path": str(row.path) if row.path else None,
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


def _attempt(options: Namespace, banks: "dict[str, Path | None]", record: "Record") -> "Run":
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
    if chosen.path is None:
        raise UserError(_only_on_record(chosen))
    return _opened(chosen.path, chosen.summary.uid, record)


def _only_on_record(row: Finished) -> str:
    """Return what is on record of an attempt whose bank is not found, and how to see the rest."""
    from quiz.cli.answered import not_found, there

    summary, told = row.summary, _told(row.summary)
    cure = f"To see the rest, name its folder: quiz results {summary.uid} --bank {there(row.bank)}"
    return f"{not_found(row.bank)} On record of this attempt: {told}. {cure}"


def _by_uid(uid: int, banks: "dict[str, Path | None]", record: "Record") -> "Run":
    from quiz.cli.errors import UserError

    saved = record.load(uid) if uid < 1 << 63 else None
    if saved is None or saved.attempt.bank not in banks:
        raise UserError(f"no attempt on these banks is called {uid}; `quiz results --list` lists them.", 2)
    bank = saved.attempt.bank
    if path := banks[bank]:
        return _opened(path, uid, record)
    [summary] = (summary for summary in record.attempts(bank) if summary.uid == uid)
    raise UserError(_only_on_record(Finished(bank, None, summary)))


def _opened(path: "Path", uid: int, record: "Record") -> "Run":
    from quiz.cli.errors import UserError
    from quiz.cli.opening import usable_bank
    from quiz.study import Run, Study

    study: Study = Study(usable_bank(str(path)), record)
    attempt = study.resume(uid)
    if not isinstance(attempt, Run):
        raise UserError("this examination is not handed in yet; until then nobody is told how it goes.")
    return attempt
