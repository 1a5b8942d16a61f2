"""`quiz rule`: what a rule looks for, and which there are."""

import pytest

from quiz.check.pages import GROUPS, listing, page
from quiz.check.rule import rules
from quiz.core.finding import CODES
from tests.cli.conftest import Call


def test_without_a_code_all_are_listed_by_group(quiz: Call) -> None:
    result = quiz("rule")
    assert (0, "", listing() + "\n") == (result.code, result.err, result.out)
    headings = [line for line in result.lines if line and not line.startswith(" ")]
    assert [*GROUPS.values(), "The file itself"] == headings
    assert "  OP207  absolute-in-distractors" in result.lines
    assert "  RD101  the file is empty" in result.lines


@pytest.mark.parametrize("name", ["OP207", "op207", "absolute-in-distractors", "Absolute-In-Distractors"])
def test_a_rule_is_found_by_its_code_or_name(quiz: Call, name: str) -> None:
    result = quiz("rule", name)
    assert (0, "", page(rules()["OP207"]) + "\n") == (result.code, result.err, result.out)
    assert "OP207 absolute-in-distractors (a warning)" == result.lines[0]
    assert ["To allow it in a question, with a reason:", "  allow:", "    OP207: the reason"] == result.lines[-3:]


def test_a_rule_on_the_bank_is_allowed_at_its_head(quiz: Call) -> None:
    assert "To allow it for the bank, at its head, with a reason:" == quiz("rule", "BK507").lines[-3]


@pytest.mark.parametrize("code", ["EV401", "AL901", "AL902", "BK510"])
def test_a_code_of_no_rule_is_said_in_a_line(quiz: Call, code: str) -> None:
    for typed in (code, code.lower()):
        result = quiz("rule", typed)
        assert (0, "", 1) == (result.code, result.err, len(result.lines))
        assert result.out.startswith(f"{code}: {CODES[code]}. ")


@pytest.mark.parametrize(
    ("typed", "near"), [("OP27", "OP207"), ("op2070", "OP207"), ("RD1122", "RD112"), ("FM2O6", "FM206")]
)
def test_a_code_that_is_not_known_is_wrong_usage_with_a_suggestion(quiz: Call, typed: str, near: str) -> None:
    result = quiz("rule", typed)
    assert (2, "") == (result.code, result.out)
    assert result.err.startswith(f"quiz: there is no rule '{typed}' – did you mean '{near}'?")
    assert result.err.endswith("`quiz rule` lists them\n")


def test_what_is_like_no_code_gets_no_suggestion(quiz: Call) -> None:
    result = quiz("rule", "zzzzzzzz")
    assert (2, "") == (result.code, result.out)
    assert "quiz: there is no rule 'zzzzzzzz'. `quiz rule` lists them\n" == result.err


def test_a_hostile_code_is_made_visible(quiz: Call) -> None:
    assert "there is no rule 'a␛[31m'" in quiz("rule", "a\x1b[31m").err
