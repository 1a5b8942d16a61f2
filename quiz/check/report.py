"""What was found in one bank: the reader's findings and the rules', with the numbers around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from quiz.banks.reader import BANK_FILE, Reading, read_bank
from quiz.check.coverage import coverage
from quiz.check.engine import check, with_lines
from quiz.check.lock import changed_sources
from quiz.core.bank import Bank
from quiz.core.finding import Finding, Severity
from quiz.core.words import count
from quiz.garbage import no_collection


class Report(NamedTuple):
    """A bank that was checked: its file as findings name it, all findings in order, rules that were not applied."""

    reading: Reading
    path: str
    findings: tuple[Finding, ...]
    not_applied: tuple[str, ...] = ()
    silenced: int = 0

    @property
    def bank(self) -> Bank | None:
        """The bank, when anything of it could be used."""
        return self.reading.bank

    def number(self, severity: Severity) -> int:
        """Return how many findings are of a severity."""
        return sum(finding.severity is severity for finding in self.findings)


def report_on(
    path: Path,
    shown: str,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Read and check the bank at `path`; findings name it as `shown`."""
    with no_collection(spare=True):
        return _report(path, shown, select, ignore, progress)


def _report(
    path: Path,
    shown: str,
    select: Iterable[str],
    ignore: Iterable[str],
    progress: Callable[[int, int], None] | None,
) -> Report:
    reading = read_bank(path, shown, keep_nodes=True)
    file = path if path.suffix in (".yaml", ".yml") else path / BANK_FILE
    name = shown if file == path else str(Path(shown) / BANK_FILE)
    checked = check(reading, name, select=select, ignore=ignore, progress=progress)
    found = [*reading.findings, *with_lines([*checked.findings, *changed_sources(reading, name)], file)]
    order = sorted(found, key=lambda finding: (finding.path != name, finding.place))
    return Report(reading, name, tuple(order), checked.not_applied, checked.silenced)


def grouped(findings: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    """Return findings in groups by question; those on the bank itself first, under ""."""
    ordered = list(findings)
    first = {finding.question: i for i, finding in reversed(list(enumerate(ordered)))}
    ordered.sort(key=lambda finding: (finding.question != "", first[finding.question]))
    return [(question, list(group)) for question, group in groupby(ordered, key=lambda finding: finding.question)]


def summary(report: Report) -> str:
    """Return one line on a bank: questions, phases, sentences quoted, errors, warnings."""
    bank = report.bank
    errors, warnings = (report.number(severity) for severity in (Severity.ERROR, Severity.WARNING))
    told = ", ".join(count(n, word) if n else f"no {word}s" for n, word in ((errors, "error"), (warnings, "warning")))
    if report.silenced:
        told += f", {report.silenced} allowed with a reason"
    if bank is None:
        return f"Nothing of this bank can be used: {told}."
    sizes = f"{count(len(bank.questions), 'question')} in {count(len(bank.phases), 'phase')}"
    if report.reading.left_out:
        sizes += f", {report.reading.left_out}{' more' if bank.questions else ''} left out"
    sentences = [sentence for sentence in coverage(bank) if sentence.paragraph]
    quoted = sum(bool(sentence.questions) for sentence in sentences)
    return f"{sizes}, {quoted} of {count(len(sentences), 'sentence')} quoted: {told}."


def statistics(findings: Iterable[Finding]) -> list[tuple[str, int]]:
    """Return how often each code was found, the most frequent first."""
    return sorted(Counter(finding.code for finding in findings).items(), key=lambda pair: (-pair[1], pair[0]))


def without_clashes(reports: list[Report]) -> list[Report]:
    """Return the reports, with a finding where a bank has the id of one before it: their scores would mix."""
    seen: dict[str, Path] = {}
    return [_clash(report, seen) for report in reports]


def _clash(report: Report, seen: dict[str, Path]) -> Report:
    if report.bank is None:
        return report
    first = seen.setdefault(report.bank.id, report.reading.path)
    if first.resolve() == report.reading.path.resolve():
        return report
    head = report.reading.nodes[""]
    message = f"the bank in {first} has the id '{report.bank.id}', too: their scores would mix"
    place = head.entries["id"][1].place if "id" in head.entries else head.place
    finding = Finding("BK510", message, report.path, place, "Give one of them another id.", severity=Severity.WARNING)
    return report._replace(findings=(finding, *report.findings))
