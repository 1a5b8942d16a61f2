"""The pages of the rules, and the reference that is made of them."""

import os
from pathlib import Path

import pytest

from quiz.check.pages import listing, page, reference
from quiz.check.rule import rules
from quiz.core.finding import CODES

REFERENCE = Path(__file__).parent.parent.parent / "question_banks" / "RULES.md"


def test_the_reference_is_made_of_the_pages_as_they_are() -> None:
    if os.environ.get("UPDATE_REFERENCE"):
        REFERENCE.write_text(reference(), "utf-8")
    assert reference() == REFERENCE.read_text("utf-8"), "UPDATE_REFERENCE=1 makes it anew"


def test_the_list_has_every_code_once() -> None:
    lines = [line.split()[0] for line in listing().splitlines() if line.startswith("  ")]
    assert sorted({*rules(), *CODES}) == sorted(lines)


@pytest.mark.parametrize("code", rules())
def test_a_page_says_what_the_rule_is_and_how_to_allow_it(code: str) -> None:
    text = page(rules()[code])
    assert text.startswith(f"{code} {rules()[code].name} (")
    assert f"  allow:\n    {code}: the reason" in text
    assert "WHEN TO IGNORE IT" in text
