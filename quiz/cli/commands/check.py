"""`quiz check`: says what is wrong with banks, where, and how well their questions are made."""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.check.report import Report
    from quiz.core.finding import Finding

SUMMARY = "say what is wrong with a bank, where, and what to do about it"
EXAMPLE = "quiz check question_banks --all"


def arguments(parser: ArgumentParser) -> None:
    """Declare paths, what is reported, and in what form."""
    parser.add_argument("path", metavar="PATH", nargs="+", help="a bank, a folder of banks, or a bank's id")
    parser.add_argument("--all", action="store_true", help="also what is only worth knowing")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors for the exit code")
    parser.add_argument("--select", metavar="CODE", action="append", default=[], help="only these rules (OP, CU301)")
    parser.add_argument("--ignore", metavar="CODE", action="append", default=[], help="all rules but these")
    parser.add_argument("--format", choices=("text", "json", "github", "sarif"), default="text", help="how to print")
    parser.add_argument("--fix", action="store_true", help="mend what is mechanical, then check")
    parser.add_argument("--diff", action="store_true", help="only show what --fix would change (1: something)")
    parser.add_argument("--statistics", action="store_true", help="how often each rule was found, instead of where")


def run(options: Namespace) -> int:
    """Check every bank named; 0 when no finding is an error (or with --strict a warning), else 1."""
    from quiz.check.report import report_on, without_clashes
    from quiz.core.finding import Severity

    _tell_if_slow_parser()
    select, ignore = _codes(options.select), _codes(options.ignore)
    code = _fix(options)
    if options.diff:
        return code
    reports = [
        report_on(path, shown, select=select, ignore=ignore, progress=_progress(shown))
        for name in options.path
        for path, shown in _banks(name)
    ]
    _clear_progress()
    reports = without_clashes(reports)
    shown_too = (Severity.ERROR, Severity.WARNING, *((Severity.INFO,) if options.all else ()))
    findings = [finding for report in reports for finding in report.findings if finding.severity in shown_too]
    _print(options, reports, findings)
    failing = (Severity.ERROR, Severity.WARNING) if options.strict else (Severity.ERROR,)
    return 1 if any(finding.severity in failing for finding in findings) else code


def _tell_if_slow_parser() -> None:
    from quiz.banks.nodes import HAS_C_PARSER

    if not HAS_C_PARSER:
        note = "Note: PyYAML is here without its C parser, so banks are read some ten times slower; its wheels have it."
        print(note, file=sys.stderr)


def _fix(options: Namespace) -> int:
    """Mend what is mechanical, or show it, when that is wanted; 1 when it could not be mended, or is shown."""
    if not (options.fix or options.diff):
        return 0
    from quiz.cli.fixing import fix, show_diffs

    banks = [bank for name in options.path for bank in _banks(name)]
    if options.diff:
        return show_diffs(banks)
    return 0 if fix(banks, sys.stdout if options.format == "text" else sys.stderr) else 1


def _codes(given: list[str]) -> tuple[str, ...]:
    """Return the codes of an option, however they are separated. Raises UserError for one that no rule begins with."""
    from quiz.check.rule import rules
    from quiz.cli.errors import UserError

    codes = tuple(code.upper() for text in given for code in text.replace(",", " ").split())
    for code in codes:
        if not any(known.startswith(code) for known in rules()):
            raise UserError(f"no rule's code begins with '{code}'; `quiz rule` lists them", 2)
    return codes


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


_SLOW_SECONDS = 1.0


def _progress(shown: str) -> Callable[[int, int], None]:
    """Return what tells how far the check of a bank is, once it takes longer than a moment and somebody watches."""
    from quiz.core.visible import file_name

    began = time.monotonic()

    def tell(done: int, number: int) -> None:
        if sys.stderr.isatty() and time.monotonic() - began > _SLOW_SECONDS:
            full = 30 * done // max(number, 1)
            bar = "█" * full + "░" * (30 - full)
            print(f"\r{file_name(shown)}: {bar} {done:,} of {number:,} questions", end="", file=sys.stderr, flush=True)

    return tell


def _clear_progress() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _print(options: Namespace, reports: "list[Report]", findings: "list[Finding]") -> None:
    if options.format == "json":
        from quiz.cli.report import as_json

        print(as_json(_data(reports, findings)))
    elif options.format == "github":
        from quiz.check import formats

        print(formats.github(findings), end="\n" if findings else "")
    elif options.format == "sarif":
        from quiz.check import formats

        print(formats.sarif(findings))
    elif options.statistics:
        _print_statistics(findings)
    else:
        for report in reports:
            _print_text(report, options.all)
        _print_hints(options, reports, findings)


def _print_text(report: "Report", everything: bool) -> None:
    from quiz.check.report import grouped, summary
    from quiz.cli.report import lines
    from quiz.core.visible import one_line

    told = [finding for finding in report.findings if everything or finding.severity != "info"]
    for question, group in grouped(told):
        print(one_line(f"Question {question}:" if question else "The bank:"))
        for finding in group:
            print("\n".join(lines(finding)))
        print()
    if report.not_applied:
        language = report.bank.language if report.bank else ""
        print(f"Not applied, as there are no word lists for '{one_line(language)}': {', '.join(report.not_applied)}")
    print(f"{one_line(str(report.reading.path))}: {summary(report)}")


def _print_hints(options: Namespace, reports: "list[Report]", findings: "list[Finding]") -> None:
    from quiz.check.pages import CHECKLIST

    if findings:
        print(f"`quiz rule {findings[0].code}` explains {findings[0].code}.", end="")
        print(" With --strict, warnings fail." if options.strict else "")
    if any(report.bank and report.bank.questions for report in reports):
        print("\nNo program can judge these; ask them of every question:")
        print("\n".join(f"  [ ] {question}" for question in CHECKLIST))


def _print_statistics(findings: "list[Finding]") -> None:
    from quiz.check.report import statistics
    from quiz.check.rule import rules
    from quiz.core.finding import CODES

    for code, number in statistics(findings):
        print(f"{number:6}  {code}  {rules()[code].name if code in rules() else CODES.get(code, '')}")
    print(f"{len(findings):6}  in all")


def _data(reports: "list[Report]", findings: "list[Finding]") -> dict[str, object]:
    from quiz.check.formats import as_data

    banks = [
        {
            "path": str(report.reading.path),
            "id": report.bank.id if report.bank else None,
            "title": report.bank.title if report.bank else None,
            "questions": len(report.bank.questions) if report.bank else 0,
            "left_out": report.reading.left_out,
            "not_applied": list(report.not_applied),
        }
        for report in reports
    ]
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = sum(finding.severity == "warning" for finding in findings)
    return {
        "banks": banks,
        "findings": [as_data(finding) for finding in findings],
        "errors": errors,
        "warnings": warnings,
    }
