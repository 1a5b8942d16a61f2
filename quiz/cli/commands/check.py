"""`quiz check`: says what is wrong with banks, and where."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.banks.reader import Reading
    from quiz.core.finding import Finding

SUMMARY = "say what is wrong with a bank, where, and what to do about it"
EXAMPLE = "quiz check question_banks"


def arguments(parser: ArgumentParser) -> None:
    """Declare paths and output format."""
    parser.add_argument("path", metavar="PATH", nargs="+", help="a bank, a folder of banks, or a bank's id")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how findings are printed")


def run(options: Namespace) -> int:
    """Check every bank named; 0 when no finding is an error, else 1."""
    from quiz.banks.reader import read_bank
    from quiz.cli.report import as_json

    readings = [read_bank(path, shown) for name in options.path for path, shown in _banks(name)]
    findings = [finding for reading in readings for finding in reading.findings]
    errors = sum(finding.severity == "error" for finding in findings)
    if options.format == "json":
        print(as_json(_data(readings, findings, errors)))
    else:
        _print(readings, findings, errors)
    return 1 if errors else 0


def _banks(name: str) -> list[tuple[Path, str]]:
    """Return the banks that a name stands for, each with the path to show."""
    from quiz.banks.library import UnknownBankError, banks_in, find

    path = Path(name)
    if found := [bank for bank in banks_in(path) if bank != path]:
        return [(bank, str(bank)) for bank in found]
    try:
        return [(found_at := find(name), str(found_at))]
    except UnknownBankError:
        return [(path, name)]


def _print(readings: "list[Reading]", findings: "list[Finding]", errors: int) -> None:
    from quiz.cli.report import lines

    for finding in findings:
        print("\n".join(lines(finding)))
    banks = [reading.bank for reading in readings if reading.bank]
    questions = sum(len(bank.questions) for bank in banks)
    left_out = sum(reading.left_out for reading in readings)
    sizes = f"{_count(len(readings), 'bank')}, {_count(questions, 'good question')}"
    if left_out:
        sizes += f", {left_out} left out"
    print(f"{sizes}: {_count(errors, 'error') if errors else 'no errors'}.")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _data(readings: "list[Reading]", findings: "list[Finding]", errors: int) -> dict[str, object]:
    from quiz.cli.report import as_data

    banks = [
        {
            "path": str(reading.path),
            "id": reading.bank.id if reading.bank else None,
            "title": reading.bank.title if reading.bank else None,
            "questions": len(reading.bank.questions) if reading.bank else 0,
            "left_out": reading.left_out,
        }
        for reading in readings
    ]
    return {"banks": banks, "findings": [as_data(finding) for finding in findings], "errors": errors}
