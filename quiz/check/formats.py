"""Findings in the forms that other programs read: JSON, GitHub's annotations, SARIF."""

import json
from collections.abc import Iterable
from urllib.parse import quote

from quiz import __version__
from quiz.check.rule import rules
from quiz.core.finding import CODES, Finding, Severity
from quiz.core.visible import one_line

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_data(finding: Finding) -> dict[str, object]:
    """Return a finding as values for JSON."""
    return {
        "path": finding.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "severity": str(finding.severity),
        "code": finding.code,
        "message": finding.message,
        "cure": finding.cure,
        "question": finding.question or None,
    }


def github(findings: Iterable[Finding]) -> str:
    """Return findings as workflow commands, which GitHub shows beside the lines."""
    return "\n".join(_annotation(finding) for finding in findings)


def _annotation(finding: Finding) -> str:
    fields = (
        f"file={_escaped(finding.path, inside=True)},line={finding.place.line},col={finding.place.column},"
        f"title={finding.code}"
    )
    return f"::{_COMMANDS[finding.severity]} {fields}::{_escaped(f'{finding.message}. {finding.cure}')}"


def _escaped(text: str, *, inside: bool = False) -> str:
    plain = one_line(text).replace("%", "%25")
    return plain.replace(":", "%3A").replace(",", "%2C") if inside else plain


def sarif(findings: Iterable[Finding]) -> str:
    """Return findings as SARIF 2.1.0 (OASIS, 2020), for code scanning tools."""
    found = list(findings)
    codes = sorted({finding.code for finding in found})
    driver = {"name": "quiz check", "version": __version__, "rules": [_descriptor(code) for code in codes]}
    run = {"tool": {"driver": driver}, "results": [_result(finding) for finding in found]}
    document = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(document, indent=2)


def _descriptor(code: str) -> dict[str, object]:
    rule = rules().get(code)
    text = rule.page.partition("\n")[0] if rule else CODES.get(code, code)
    return {"id": code, "name": rule.name if rule else code, "shortDescription": {"text": text}}


def _result(finding: Finding) -> dict[str, object]:
    region = {"startLine": finding.place.line, "startColumn": finding.place.column}
    uri = quote(finding.path.replace("\\", "/"), errors="surrogateescape")
    location = {"artifactLocation": {"uri": uri}, "region": region}
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{one_line(finding.message)}. {one_line(finding.cure)}"},
        "locations": [{"physicalLocation": location}],
    }
