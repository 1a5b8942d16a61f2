"""The rules on prompts (ST): thresholds, severities, places, and languages without lists."""

from pathlib import Path
from typing import Any

import pytest

from quiz.core.finding import Severity
from tests.check.single import checked, found

WARNING, INFO = Severity.WARNING, Severity.INFO


@pytest.mark.parametrize(
    "prompt",
    [
        "The keeper saw:",
        "The keeper saw …",
        "The keeper saw ____",
        "The keeper saw: (choose one)",
        "Consider the tower, then name its keeper.",
        "“Who was there?” he asked",
    ],
)
def test_a_prompt_that_leads_up_to_its_answer_asks_something(prompt: str, tmp_path: Path) -> None:
    assert found(tmp_path, "ST101", prompt=prompt) is None


@pytest.mark.parametrize("kind", ["true-false", "order", "match", "cloze"])
def test_only_prompts_to_answer_must_ask(kind: str, tmp_path: Path) -> None:
    answers: dict[str, dict[str, Any]] = {
        "true-false": {"answer": True},
        "order": {"answer": ["One", "Two", "Three"]},
        "match": {"pairs": [{"One": "a"}, {"Two": "b"}]},
        "cloze": {"text": "The {{lamp}} was lit."},
    }
    assert found(tmp_path, "ST101", type=kind, prompt="These things belong together.", **answers[kind]) is None


@pytest.mark.parametrize(
    ("prompt", "severity"),
    [
        ("Which of these was not a cause?", WARNING),
        ("Which two of the following weren’t lit?", WARNING),
        ("Which of these is least likely?", WARNING),
        ("Which of these statements is untrue?", WARNING),
        ("Each of these was lit except one. Which?", None),
        ("Which of these explains why the lamp was not lit?", INFO),
        ("Which of these led the town not to build?", INFO),
        ("Why could the keeper not leave?", INFO),
        ("Which of these holds for at least ten ships?", None),
        ("Which of these shows whether or not the lamp was lit?", None),
        ("Which of these told of the false keeper?", None),
        ("Which of these is the poem 'Do not go'?", None),
        ("Which of these was NOT a cause?", None),
        ("Which of these was **not a cause** at all?", None),
    ],
)
def test_a_plain_negation_weighs_by_what_it_does(prompt: str, severity: Severity | None, tmp_path: Path) -> None:
    assert found(tmp_path, "ST102", prompt=prompt) == severity


def test_a_statement_to_judge_may_have_a_negation(tmp_path: Path) -> None:
    codes = {
        f.code for f in checked(tmp_path, type="true-false", prompt="It was NOT lit, nor not.", answer=True).findings
    }
    assert codes == {"ST106"}


def test_a_double_negative_is_placed_at_the_option(tmp_path: Path) -> None:
    result = checked(tmp_path, prompt="Why did it NOT burn?", distractors=["It was new", "It wasn't dry"])
    [finding] = [finding for finding in result.findings if finding.code == "ST104"]
    assert "“NOT”" in finding.message
    assert "“wasn't”" in finding.message
    text = (tmp_path / "bank.yaml").read_text("utf-8").splitlines()[finding.place.line - 1]
    assert "wasn't" in text.replace("''", "'")


@pytest.mark.parametrize(("words", "severity"), [(40, None), (41, INFO), (60, INFO), (61, WARNING)])
def test_a_long_prompt_is_first_noted_then_warned_of(words: int, severity: Severity | None, tmp_path: Path) -> None:
    assert found(tmp_path, "ST109", prompt="word " * (words - 1) + "lamp?") == severity


def test_a_language_without_blanks_is_not_measured_in_words(tmp_path: Path) -> None:
    assert not [f for f in checked(tmp_path, "ja", prompt="灯台はいつ点灯されましたか。").findings if f.code == "ST111"]


def test_rules_with_word_lists_are_not_applied_to_other_languages(tmp_path: Path) -> None:
    result = checked(tmp_path, "de", prompt="Der Leuchtturm", distractors=["Nur A", "Nicht immer"])
    worded = "ST101 ST102 ST103 ST104 ST106 ST108 ST110 OP203 OP204 OP205 OP206 OP207 OP208 OP211".split()
    assert set(worded) == set(result.not_applied)
    assert {finding.code for finding in result.findings} == {"ST111"}
