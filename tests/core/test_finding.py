"""Findings: their codes, and what is not said of one."""

import re

import pytest

from quiz.core.finding import CODES, Finding, Place, Severity


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_two_letters_and_a_number_and_stands_for_something(code: str) -> None:
    assert re.fullmatch(r"[A-Z]{2}[1-9]\d\d", code)
    assert re.fullmatch(r"[a-z][^.]+[^.A-Z]|.+YAML", CODES[code]), "a full stop follows where it is shown"


def test_a_finding_is_an_error_unless_it_is_said_to_be_less() -> None:
    finding = Finding("FM203", "no answer", "bank.yaml", Place(3, 1))
    assert ("error", "", "", "") == (finding.severity, finding.cure, finding.text, finding.question)
    assert ["error", "warning", "info"] == list(Severity)
