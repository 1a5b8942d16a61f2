"""`quiz new`: begins a bank on a text."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

SUMMARY = "begin a bank on a text: a folder with one question, examples of all types, and the text"
EXAMPLE = "quiz new my-bank --source text.txt"


def arguments(parser: ArgumentParser) -> None:
    """Declare the folder, the source, title and id."""
    parser.add_argument("folder", metavar="FOLDER", help="the bank's folder; it must be new or empty")
    parser.add_argument("--source", metavar="FILE", required=True, help="the text, plain and in UTF-8; it is copied")
    parser.add_argument("--title", metavar="T", default="", help="the bank's title (the heading of the text)")
    parser.add_argument("--id", metavar="ID", default="", help="the bank's id (from the folder's name)")


def run(options: Namespace) -> int:
    """Make the bank."""
    from quiz.banks.create import NotMadeError, new_bank
    from quiz.cli.errors import UserError
    from quiz.core.troubles import trouble
    from quiz.core.visible import one_line

    folder = Path(options.folder)
    try:
        made = new_bank(folder, Path(options.source), title=options.title, ident=options.id, approve=_is_good)
    except NotMadeError as error:
        raise UserError(one_line(f"not made: {error}.")) from error
    except OSError as error:
        raise UserError(one_line(f"not made: {trouble(error, folder)}.")) from error
    assert made.bank is not None
    print(one_line(f"Made “{made.bank.title}” in {folder}: bank.yaml with a first question, and source.txt."))
    print(one_line(f"Write questions in {folder / 'bank.yaml'}; meanwhile: quiz watch {options.folder}"))
    return 0


def _is_good(folder: Path) -> bool:
    """Return whether the check has neither an error nor a warning on a bank."""
    from quiz.check.report import report_on
    from quiz.core.finding import Severity

    return all(finding.severity is Severity.INFO for finding in report_on(folder, str(folder)).findings)
