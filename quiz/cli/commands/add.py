"""`quiz add`: brings a bank into the user's own folder."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

SUMMARY = "copy a bank (a folder or a .zip) into your own banks, after checking it"
EXAMPLE = "quiz add my-bank.zip"


def arguments(parser: ArgumentParser) -> None:
    """Declare the path, and whether to replace."""
    parser.add_argument("path", metavar="PATH", help="a bank's folder, or a .zip of it")
    parser.add_argument("--replace", action="store_true", help="put it in the place of your bank of the same id")


def run(options: Namespace) -> int:
    """Add the bank; 0 when it is there, 1 when it has errors or was refused."""
    from quiz.banks.install import RefusedError, add_bank
    from quiz.cli.errors import UserError
    from quiz.cli.report import lines
    from quiz.core.troubles import trouble
    from quiz.core.visible import file_name, one_line

    try:
        added = add_bank(Path(options.path), replace=options.replace)
    except RefusedError as error:
        raise UserError(one_line(f"not added: {error}.")) from error
    except OSError as error:
        said = trouble(error, file_name(error.filename or options.path))
        raise UserError(one_line(f"not added: {said}.")) from error
    for finding in added.reading.findings:
        print("\n".join(lines(finding)))
    if added.folder is None or added.reading.bank is None:
        raise UserError("not added: mend the errors above first.")
    done = "Replaced" if added.replaced else "Added"
    print(f"{done} “{one_line(added.reading.bank.title)}” in {file_name(added.folder)}")
    print(f"Try it: quiz take {added.reading.bank.id}")
    return 0
