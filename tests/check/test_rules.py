"""Every rule: its page, and its own examples."""

import re
from pathlib import Path

import pytest

from quiz.check.engine import check
from quiz.check.rule import Rule, rules
from tests.check.examples import bank_of

EXAMPLES = [(rule, i, text) for rule in rules().values() for i, text in enumerate(rule.bad)]
COUNTEREXAMPLES = [(rule, i, text) for rule in rules().values() for i, text in enumerate(rule.good)]
SECTIONS = ("What it finds", "Why it matters", "Example", "Better", "When to ignore it")


def _name(value: object) -> str:
    return value.code if isinstance(value, Rule) else str(value)[:40]


@pytest.mark.parametrize(("rule", "number", "example"), EXAMPLES, ids=_name)
def test_a_bad_example_is_found(rule: Rule, number: int, example: str, tmp_path: Path) -> None:
    reading = bank_of(tmp_path, example)
    assert () == reading.findings
    assert rule.code in {finding.code for finding in check(reading).findings}, number


@pytest.mark.parametrize(("rule", "number", "example"), COUNTEREXAMPLES, ids=_name)
def test_a_good_example_is_not_found(rule: Rule, number: int, example: str, tmp_path: Path) -> None:
    reading = bank_of(tmp_path, example)
    assert () == reading.findings
    assert rule.code not in {finding.code for finding in check(reading).findings}, number


@pytest.mark.parametrize("rule", rules().values(), ids=_name)
def test_a_rule_has_a_page_with_all_sections_and_two_examples_of_each_kind(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{2}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert SECTIONS == tuple(re.findall(r"^## (.+)$", rule.page, re.MULTILINE))
    assert len(rule.bad) >= 2
    assert len(rule.good) >= 2
    assert (rule.check is None) != (rule.check_bank is None)
