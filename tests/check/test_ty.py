"""The rules on types other than `choice` (TY), and what is left of CU, FB and TY without word lists."""

from pathlib import Path

import pytest

from quiz.core.finding import Severity
from tests.check.several import checked, found


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Which two followed?", 0),
        ("Choose 2.", 0),
        ("Which of these followed, both in one year?", 0),
        ("Which three followed?", 1),
        ("Which of these followed?", 1),
        ("Name every one that followed.", 0),
    ],
)
def test_the_prompt_says_how_many_to_choose(prompt: str, expected: int, tmp_path: Path) -> None:
    question = {"type": "multiple", "prompt": prompt, "answers": ["Calm", "Sun"], "distractors": ["Rain"]}
    assert len(found(tmp_path, "TY701", question)) == expected


@pytest.mark.parametrize(("size", "expected"), [(2, 1), (3, 0), (7, 0), (8, 1)])
def test_three_to_seven_items_are_ordered(size: int, expected: int, tmp_path: Path) -> None:
    answer = [f"Event {'abcdefgh'[i]}" for i in range(size)]
    findings = found(tmp_path, "TY703", {"type": "order", "prompt": "Order these.", "answer": answer})
    assert [finding.severity for finding in findings] == [Severity.WARNING] * expected


@pytest.mark.parametrize(
    ("first", "second", "same", "shown"),
    [
        ("The law of 1822", "The fire in 1822", 1, 1),
        ("The law of 3 March 1822", "The fire on 4 March 1822", 0, 1),
        ("The law of 44 BC", "The fire of 44 BC", 1, 1),
        ("The war of 1822–1825", "The fire of 1822", 0, 1),
        ("The 96 steps are built", "The 96 steps are counted", 0, 0),
        ("The tax of 1,822 crowns", "The loan of 1,822 crowns", 0, 0),
        ("The law of 1822", "The fire", 0, 0),
    ],
)
def test_dates_in_items_are_found_and_compared(first: str, second: str, same: int, shown: int, tmp_path: Path) -> None:
    question = {"type": "order", "prompt": "Order these.", "answer": [first, second, "The end"]}
    findings = checked(tmp_path, question).findings
    assert [f.severity for f in findings if f.code == "TY703"] == [Severity.ERROR] * same
    assert len([f for f in findings if f.code == "TY704"]) == shown


def test_without_word_lists_only_what_needs_none_is_checked(tmp_path: Path) -> None:
    order = {"type": "order", "prompt": "Ordne.", "answer": ["Brand im März 1822", "Sturm im März 1822", "Ende"]}
    choice = {"prompt": "Was kam danach?", "answer": "Danach kam 1911", "distractors": ["Regen", "Wind"]}
    result = checked(tmp_path, order, choice | {"explanation": "Option B is right."}, language="de")
    mine = {finding.code for finding in result.findings if finding.code[:2] in ("CU", "FB", "TY")}
    assert mine == {"CU304", "FB603", "TY704"}
    skipped = {code for code in result.not_applied if code[:2] in ("CU", "FB", "TY")}
    assert skipped == {"CU301", "CU302", "CU303", "CU306", "CU307", "FB602", "FB606", "TY701"}
