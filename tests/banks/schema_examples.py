"""Banks of every shape, good and bad: those of the other tests, and some of the schema's own."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.banks import test_bank_findings as of_bank
from tests.banks import test_format as of_format
from tests.banks import test_question_findings as of_question
from tests.banks.conftest import GOOD, HEAD

ROOT = Path(__file__).parent.parent.parent
AS_AN_EDITOR_SEES_IT_EMPTY = {"null", "~"}
"""Texts to the reader, which takes them as typed; to an editor they are no value at all."""


def table(test: Callable[..., object]) -> Iterator[Any]:
    """Yield the rows with which a test is parametrized."""
    for mark in getattr(test, "pytestmark", ()):
        yield from mark.args[1]


def head_with(old: str, new: str) -> str:
    """Return a bank with a part of its head replaced."""
    assert old in HEAD
    return HEAD.replace(old, new) + GOOD


SOURCE_LINES = "source:\n  file: source.txt\n  title: A short history\n"
PHASE_LINES = "phases:\n  - id: early\n    title: Early years\n"
TWO = "sources:\n  - {id: a, file: source.txt}\n  - {id: b, file: source.txt}\n"
IT = f"{HEAD}  - id: it\n{of_format.COMMON}"
ASKED = "    prompt: P\n    answer: A\n"


def banks() -> Iterator[tuple[str, str]]:
    """Yield what each example of the other tests shows, and the bank itself."""
    for case in of_question.CASES:
        yield case.shows, HEAD + GOOD + of_question.question(case.fields)
    yield "all types", of_format.EIGHT
    yield "the README", _readme()
    for old, new, code, place, *_ in table(of_bank.test_a_problem_in_the_head_keeps_the_questions):
        yield f"{code} at {place}: {new}", head_with(old, new)
    for phases, code, place, message in table(of_bank.test_without_phases_only_that_is_said):
        yield f"{code} at {place}: {message}", head_with(PHASE_LINES, phases)
    for questions, code, _, message in table(of_bank.test_questions_must_be_a_list):
        yield f"{code}: {message}", HEAD.replace("questions:\n", questions)
    for source, code, place in table(of_bank.test_a_bank_without_a_source_says_only_that):
        yield f"{code} at {place}: {source.strip()}", head_with(SOURCE_LINES, source)
    for (pairs,) in zip(table(of_format.test_pairs_may_be_written_in_any_of_the_usual_ways), strict=True):
        yield f"pairs:{pairs}", f"{IT}    type: match\n    prompt: P\n    pairs:{pairs}\n"
    for bank, question, _ in table(of_format.test_exact_holds_for_the_bank_unless_a_question_says_otherwise):
        yield f"{bank}{question}", f"{bank}{IT}    type: short-answer\n{ASKED}{question}"
    for typed in sorted(
        set(table(of_format.test_every_scalar_stays_the_text_that_was_typed)) - AS_AN_EDITOR_SEES_IT_EMPTY
    ):
        fields = f"    prompt: {typed}\n    answer: {typed}\n    distractors: [other]\n    explanation: {typed}\n"
        yield f"a scalar {typed}", f"{IT}    tags: [{typed}]\n{fields}"


def _readme() -> str:
    text = (ROOT / "README.md").read_text("utf-8")
    found = re.search(r"```yaml\n(id: lighthouse.*?)```", text, re.DOTALL)
    assert found
    return found[1]


MORE = {
    "a source by its name": head_with(SOURCE_LINES, "source: source.txt\n"),
    "sources by their names": head_with(SOURCE_LINES, "sources: [source.txt, source.txt]\n"),
    "one source in a list": head_with(SOURCE_LINES, "source: [source.txt]\n"),
    "two sources": head_with(SOURCE_LINES, TWO).replace("quote: ", "quote: {source: a, text: ") + "}",
    "two sources without ids": head_with(SOURCE_LINES, TWO.replace("id: b, ", "")),
    "source and sources": head_with(SOURCE_LINES, "source: source.txt\nsources: [source.txt]\n"),
    "source and sources with ids": head_with(
        SOURCE_LINES, "source: {id: c, file: source.txt}\n" + TWO + "exact: no\n"
    ).replace("quote: ", "quote: {source: a, text: ")
    + "}",
    "a source without a file": head_with("  file: source.txt\n", ""),
    "a locked source": head_with(
        "title: A short history", f"title: T\n  sha256: {'a1' * 32}\n  sentences: abcde / fghij"
    ),
    "a broken lock": head_with("title: A short history", "title: T\n  sha256: a1"),
    "a source of nothing": head_with(SOURCE_LINES, "source:\n"),
    "a phase without a title": head_with("    title: Early years\n", ""),
    "a phase with an unknown key": head_with("Early years\n", "Early years\n    yeras: 1917\n"),
    "a phase with a quotation": head_with("Early years\n", "Early years\n    years:\n    quote: [signed at Rapallo]\n"),
    "a question that is a text": HEAD + "  - Where?\n",
    "allowances": "allow: {BK507: new}\n" + HEAD + GOOD + "    allow: {CU301: The name., ST111: 3}\n",
    "an allowance without a reason": HEAD + GOOD + "    allow: {CU301: }\n",
    "an allowance that is a text": HEAD + GOOD + "    allow: CU301\n",
    "fields without a value": HEAD + GOOD + "    level:\n    type:\n    explanation:\n",
    "tags without a value": HEAD + GOOD + "    tags:\n",
    "a type in blanks": HEAD + GOOD + "    type: ''\n",
    "a choice by name": HEAD + GOOD + "    type: choice\n",
    "a field of another type": HEAD + GOOD + "    tolerance: 3\n",
    "a single distractor": f"{IT}{ASKED}    distractors: 7\n",
    "a distractor without a text": f"{IT}{ASKED}    distractors: [{{why: So.}}]\n",
    "a distractor with an empty reason": f"{IT}{ASKED}    distractors: [{{text: 1, why: }}]\n",
    "a quotation in a mapping": HEAD + GOOD.replace("quote: ", "quote: {text: ") + "}",
    "a quotation that is a mapping without words": HEAD + GOOD.replace("quote: ", "quote: {source: ") + "}",
    "quotations of both forms": HEAD + GOOD.replace("quote: ", "quote:\n      - {text: Asia}\n      - "),
    "one answer of several": f"{IT}    type: multiple\n    prompt: P\n    answers: A\n    distractors: B\n",
    "no answer of several": f"{IT}    type: multiple\n    prompt: P\n    answers: []\n    distractors: B\n",
    "an empty item": f"{IT}    type: multiple\n    prompt: P\n    answers: [A, ' ']\n    distractors: B\n",
    "no in capitals": f"{IT}    type: true-false\n    prompt: P\n    answer: NO\n",
    "a true statement with other fields": f"{IT}    type: true-false\n    prompt: P\n    answer: yes\n    accept: x\n",
    "a statement without a verdict": f"{IT}    type: true-false\n    prompt: P\n",
    "a verdict in quotation marks": f"{IT}    type: true-false\n    prompt: P\n    answer: 'On'\n    why:\n",
    "a verdict of 1": f"{IT}    type: true-false\n    prompt: P\n    answer: 1\n",
    "one variant": f"{IT}    type: short-answer\n{ASKED}    accept: 3\n",
    "no variants": f"{IT}    type: short-answer\n{ASKED}    accept: []\n",
    "an empty variant": f"{IT}    type: short-answer\n{ASKED}    accept:\n",
    "exactly nothing": f"{IT}    type: short-answer\n{ASKED}    exact:\n",
    **{
        f"the number {typed}": f"{IT}    type: number\n    prompt: P\n    answer: {typed}\n"
        for typed in "1 -1 +1.5 .5 5. 1e3 '-3' ' 4 ' 1_000 1,000 true '' 1e31 1917-03-03 [1]".split(" ")
        if typed.count("'") != 1
    },
    **{
        f"a tolerance of {typed}": f"{IT}    type: number\n    prompt: P\n    answer: 1\n    tolerance: {typed}\n"
        for typed in ("0", "0.5", "'2'", "-1", "'-1'", "", "much")
    },
    "an order of two": f"{IT}    type: order\n    prompt: P\n    answer: [1, true]\n",
    "an order of empty items": f"{IT}    type: order\n    prompt: P\n    answer: [1, ]\n    distractors: x\n",
    **{
        f"pairs {pairs}": f"{IT}    type: match\n    prompt: P\n    pairs: {pairs}\n"
        for pairs in (
            "{1: 2, 3: false}",
            "{a: , b: c}",
            "[]",
            "[[a, b], {c: d}]",
            "[{left: a, right: b}, {left: c}]",
            "[{left: a, right: b}, {left: c, rihgt: d}]",
            "[[a], [b, c]]",
            "[a, b]",
            "{a: [b], c: d}",
            "{" + ", ".join(f"{i}: x{i}" for i in range(9)) + "}",
            "{" + ", ".join(f"{i}: x{i}" for i in range(10)) + "}",
        )
    },
    **{
        f"gaps {text}": f"{IT}    type: cloze\n    prompt:\n    text: '{text}'\n"
        for text in (
            "{{a}}",
            "a {{b | c}} {{d|e}} f",
            "{{}}",
            "{{ }}",
            "{{a |}}",
            "{{|a}}",
            "{{a}} {{b",
            "{{a}} b}}",
            "{{a}}}",
            "{{a}}}}",
            "{{{a}}",
            "{{a {{b}}",
            "{a}",
            "{{a}} {b}",
            "{{a}} {1}",
            "{{a}} {b {{c}} }",
        )
    },
    "variants by gap": f"{IT}    type: cloze\n    text: '{{{{1}}}} {{{{b}}}}'\n    accept: {{1: one, b: [c, 4]}}\n",
    "no variants by gap": f"{IT}    type: cloze\n    text: '{{{{1}}}}'\n    accept: {{1: []}}\n",
    "variants of no gap": f"{IT}    type: cloze\n    text: '{{{{1}}}}'\n    accept: [one]\n",
}
"""Examples of the schema's own: name, and the bank."""
ALL = [*banks(), *MORE.items()]
