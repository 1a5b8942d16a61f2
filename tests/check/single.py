"""Checking one question that a test makes up."""

from pathlib import Path
from typing import Any

import yaml

from quiz.check.engine import Checked, check
from quiz.core.finding import Severity
from tests.check.examples import bank_of


def checked(folder: Path, language: str = "en", **fields: Any) -> Checked:
    """Return what is found in a question: a single choice, unless its fields say otherwise."""
    if "type" not in fields:
        fields = {"answer": "The lamp", "distractors": ["The boat", "The quay"]} | fields
    reading = bank_of(folder, yaml.safe_dump(fields, allow_unicode=True), language)
    assert reading.findings == ()
    return check(reading, select=("ST", "OP"))


def found(folder: Path, code: str, **fields: Any) -> Severity | None:
    """Return the severity with which a rule finds something, or None."""
    return next((finding.severity for finding in checked(folder, **fields).findings if finding.code == code), None)
