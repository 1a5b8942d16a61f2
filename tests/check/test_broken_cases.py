"""Banks of which thousands of broken ones have shown that the checker hung, or raised, at them."""

import time
from pathlib import Path

import pytest

from quiz.check.report import Report, report_on
from tests.banks.conftest import GOOD, HEAD, SOURCE

LONG = 99_000


def report(folder: Path, bank: str, source: str = SOURCE) -> Report:
    """Write a bank and check it."""
    (folder / "bank.yaml").write_text(bank, "utf-8")
    (folder / "source.txt").write_text(source, "utf-8")
    return report_on(folder, str(folder))


def quoted(text: str) -> str:
    """Return a text in single quotation marks."""
    return "'" + text.replace("'", "''") + "'"


@pytest.mark.parametrize("first", ["", "    allow: {OP201: x}\n"])
@pytest.mark.parametrize("line_break", [True, False])
def test_what_a_question_with_the_id_of_another_allows_is_not_looked_for_in_that_one(
    tmp_path: Path, first: str, line_break: bool
) -> None:
    if line_break:
        bank = HEAD + GOOD + first + GOOD + "    allow: {FB601: x}\n"
    else:
        question = "{id: a, phase: early, prompt: Who?, answer: b, distractors: [c], quote: The treaty"
        allowed = ", allow: {OP201: x}" if first else ""
        bank = HEAD.rstrip() + f" [{question}{allowed}}}, {question}, allow: {{FB601: x}}}}]\n"
    codes = [finding.code for finding in report(tmp_path, bank).findings]
    assert "BK510" in codes
    assert bool(first) == ("AL901" in codes)


def test_what_rules_say_is_short_and_on_one_line(tmp_path: Path) -> None:
    options = f'distractors: [{quoted("x" * LONG)}, "a\\nb"]\n    level: apply'
    findings = report(tmp_path, HEAD + GOOD.replace("distractors: [Berlin, Moscow]", options)).findings
    assert all(len(finding.message) <= 600 and finding.message.isprintable() for finding in findings)
    allowed = report(tmp_path, HEAD + GOOD + f"    allow: {{{'x' * LONG}: y}}\n").findings
    assert all(len(finding.message) <= 600 for finding in allowed)


@pytest.mark.parametrize(
    "prompt",
    [
        "Which of these is not " + "not " * 24_000,
        "All of the above. " * 5_000,
        "“" * LONG + "?",
        "a' 'b " * 16_000,
        "x" * LONG,
        "a" + " " * LONG + "b",
        "a" + " (" * 49_000 + "b",
        "Rapallo " * 12_000 + "?",
        "The treaty was signed at Rapallo in 1922. " * 2_000,
    ],
    ids=lambda prompt: prompt[:20],
)
def test_an_endless_prompt_is_checked_in_no_time(tmp_path: Path, prompt: str) -> None:
    began = time.process_time()
    report(tmp_path, HEAD + GOOD.replace("Where was the treaty signed?", quoted(prompt)), SOURCE + "Rapallo " * 4_000)
    assert time.process_time() - began < 2


@pytest.mark.parametrize("piece", ["A. ", "...", "a.\t", "Rapallo ", "x! y "])
def test_an_endless_paragraph_of_a_source_is_checked_in_no_time(tmp_path: Path, piece: str) -> None:
    began = time.process_time()
    report(tmp_path, HEAD + GOOD, SOURCE + piece * (300_000 // len(piece)))
    assert time.process_time() - began < 2


def test_an_endless_option_that_is_nearly_a_number_is_checked_in_no_time(tmp_path: Path) -> None:
    began = time.process_time()
    report(tmp_path, HEAD + GOOD.replace("[Berlin, Moscow]", f"['1{' ' * LONG}1', '1922']"))
    assert time.process_time() - began < 2
