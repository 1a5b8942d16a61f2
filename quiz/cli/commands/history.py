"""`quiz history`: prints every answer that was ever given, for spreadsheets and programs.

In CSV every answer is one line: control characters are shown as pictures, several texts are joined by " | ", and
a text that a spreadsheet would run as a formula (one that begins with = + - @) has a single quote before it. JSON
has all texts as they are.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.history.export import Exported

SUMMARY = "print every answer that you ever gave, also those that do not count, as CSV or JSON"
EXAMPLE = "quiz history soviet-foreign-policy --format json"
_HINT = "name a bank's id, or leave it out to have all answers."
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""How formulas begin, also in the wide forms that some spreadsheets take for the same; tabs do not come this far."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the bank and the output format."""
    help_bank = "a bank's id, also of one that you no longer have; without it, all banks"
    parser.add_argument("bank", metavar="BANK", nargs="?", help=help_bank)
    parser.add_argument("--format", choices=("csv", "json"), default="csv", help="csv (the default) or json")


def run(options: Namespace) -> int:
    """Print the answers as they are read; 1 when the record could not be read well."""
    from contextlib import closing

    from quiz.cli.report import warn
    from quiz.core.visible import one_line
    from quiz.history.export import every_response
    from quiz.study import open_record

    with closing(open_record()) as record:
        rows = every_response(record, options.bank)
        printed = _print_csv(rows) if options.format == "csv" else _print_json(rows)
        warn(record.notice)
        if not printed and options.bank is not None and not record.notice:
            print(one_line(f"quiz: no answer of '{options.bank}' is on record; {_HINT}"), file=sys.stderr)
        return int(bool(record.notice))


def _print_csv(rows: Iterable["Exported"]) -> int:
    """Print a line of names, and a line for each answer; return how many."""
    import csv

    from quiz.history.export import Exported

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(Exported._fields)
    number = 0
    for row in rows:
        number += 1
        writer.writerow([_cell(value) for value in row])
    return number


def _cell(value: object) -> object:
    """Return a value as a cell: no text in it steers a terminal or runs in a spreadsheet."""
    from quiz.core.visible import one_line

    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, (str, tuple)):
        return value
    text = one_line(" | ".join(value) if isinstance(value, tuple) else value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _print_json(rows: Iterable["Exported"]) -> int:
    """Print one array with an object on each line; return how many."""
    import json

    from quiz.core.visible import first_hidden

    number = 0
    for number, row in enumerate(rows, 1):
        data = row._asdict() | {"attempt": str(row.attempt)}  # as a number, others would round it
        text = json.dumps(data, ensure_ascii=False)
        text = text if first_hidden(text) is None else json.dumps(data)
        print("[" if number == 1 else ",", text, sep="\n", end="")
    print("\n]" if number else "[]")
    return number
