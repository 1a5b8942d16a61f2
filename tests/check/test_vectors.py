"""The flagged and the clean case of every rule in `rule_cases.json`."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from quiz.check.engine import check
from quiz.check.rule import rules
from quiz.core.finding import CODES
from tests.check.examples import bank_of

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "vectors" / "rule_cases.json").read_text(encoding="utf-8")
)


def codes_of(case: dict[str, Any], folder: Path) -> set[str]:
    """Return the codes found for a case, made into a `choice` question: the reader's and the rules'."""
    options = list(case["options"])
    question = {"prompt": case["stem"], "answer": options.pop(case["key"]), "distractors": options}
    question |= {field: case[field] for field in ("quote", "explanation") if field in case}
    bank: dict[str, Any] = {"questions": [question]}
    if "source" in case:
        bank["source_text"] = case["source"]
        question.setdefault("quote", case["source"])
    reading = bank_of(folder, yaml.safe_dump(bank, allow_unicode=True))
    found = {finding.code for finding in reading.findings}
    return found | {finding.code for finding in check(reading).findings}


def _skip_without_a_rule(code: str) -> None:
    if code not in rules() and code not in CODES:
        pytest.skip(f"no rule file for {code}")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["code"])
def test_the_flagged_case_is_found(case: dict[str, Any], tmp_path: Path) -> None:
    _skip_without_a_rule(case["code"])
    assert case["code"] in codes_of(case["flag"], tmp_path)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["code"])
def test_the_clean_case_is_not_found(case: dict[str, Any], tmp_path: Path) -> None:
    _skip_without_a_rule(case["code"])
    assert case["code"] not in codes_of(case["clean"], tmp_path)
