"""`quiz banks`: lists the banks that can be found."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.banks.library import Found

SUMMARY = "list the banks: title, questions, phases, and where they are"
EXAMPLE = "quiz banks"


def arguments(parser: ArgumentParser) -> None:
    """Declare the output format."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: Namespace) -> int:
    """List every bank."""
    from quiz.banks.library import every_bank, folders
    from quiz.cli.report import as_json
    from quiz.core.visible import file_name

    rows = [_row(found) for found in every_bank()]
    if options.json:
        print(as_json(rows))
        return 0
    for row in rows:
        _print(row)
    if not rows:
        looked = ", ".join(file_name(path) for path, _ in folders())
        print(f"No bank was found in {looked}. `quiz add PATH` brings one in.")
    return 0


def _row(found: "Found") -> dict[str, object]:
    from quiz.banks.compiled import open_bank

    reading = open_bank(found.path)
    bank = reading.bank
    return {
        "id": bank.id if bank else found.id,
        "title": bank.title if bank else None,
        "questions": len(bank.questions) if bank else 0,
        "phases": len(bank.phases) if bank else 0,
        "left_out": reading.left_out,
        "errors": sum(finding.severity == "error" for finding in reading.findings),
        "where": found.origin,
        "path": str(found.path),
    }


def _print(row: dict[str, object]) -> None:
    from quiz.core.visible import file_name, one_line
    from quiz.core.words import count

    path = file_name(row["path"])
    print(one_line(str(row["title"] or row["id"])))
    sizes = f"{count(int(str(row['questions'])), 'question')} in {count(int(str(row['phases'])), 'phase')}"
    print(f"  {one_line(str(row['id']))}: {sizes}")
    if row["errors"]:
        print(f"  with errors: `quiz check {path}` shows them")
    print(f"  {row['where']}: {path}")
