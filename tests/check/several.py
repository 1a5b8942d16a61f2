"""Checking a bank of a few questions that a test makes up."""

import json
from pathlib import Path
from typing import Any

from quiz.check.engine import Checked, check
from quiz.core.finding import Finding
from tests.check.examples import bank_of

CHOICE: dict[str, Any] = {"prompt": "What followed?", "answer": "Calm", "distractors": ["Storm", "Rain"]}


def checked(folder: Path, *questions: dict[str, Any], language: str = "en", **bank: Any) -> Checked:
    """Return what all rules say of a bank with these questions."""
    reading = bank_of(folder, json.dumps({"questions": questions, **bank}), language)
    assert reading.findings == ()
    return check(reading)


def found(folder: Path, code: str, *questions: dict[str, Any], **bank: Any) -> list[Finding]:
    """Return what the rule `code` says of a bank with these questions."""
    return [finding for finding in checked(folder, *questions, **bank).findings if finding.code == code]


def line_of(folder: Path, finding: Finding) -> str:
    """Return what is written from the finding's place on."""
    line = (folder / "bank.yaml").read_text("utf-8").splitlines()[finding.place.line - 1]
    return line[finding.place.column - 1 :]
