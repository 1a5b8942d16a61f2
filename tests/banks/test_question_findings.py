"""Findings in a question: for every code its place, message and cure; and that the others are still read."""

from typing import NamedTuple

import pytest

from quiz.core.finding import Severity
from tests.banks.conftest import FIRST, GOOD, HEAD, Read, ids, shown

BASE = {
    "id": "id: it",
    "phase": "phase: early",
    "prompt": "prompt: Where?",
    "answer": "answer: Rapallo",
    "distractors": "distractors: [Berlin]",
    "quote": "quote: signed at Rapallo",
}


class Case(NamedTuple):
    """What is wrong, the fields in which a question differs from BASE (-key: without it), and the one finding.

    The place is line:column, and the lines count from the question's first.
    """

    shows: str
    fields: str
    place: str
    message: str
    cure: str


def question(fields: str) -> str:
    """Return the BASE question with some of its fields changed, left out, or others added."""
    lines = dict(BASE)
    for field in fields.split("\n---\n"):
        if field.startswith("-"):
            del lines[field[1:]]
        else:
            key = field.partition(":")[0]
            lines[key if key in BASE else field] = field
    return "  - " + "\n    ".join(lines.values()) + "\n"


CASES = (
    Case(
        "RD105: an anchor",
        "answer: &x Rapallo",
        "4:13",
        "a text cannot begin with & (an anchor)",
        "Put the whole text in quotation marks; if it is not part of a text, remove it.",
    ),
    Case(
        "RD105: an alias",
        "answer: *x",
        "4:13",
        "a text cannot begin with * (an alias)",
        "Put the whole text in quotation marks; if it is not part of a text, remove it.",
    ),
    Case(
        "RD106: a tag",
        "answer: !!str Rapallo",
        "4:13",
        "a text cannot begin with ! (a tag)",
        "Put the whole text in quotation marks; if it is not part of a text, remove it.",
    ),
    Case(
        "RD107: nesting",
        "answer: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "4:44",
        "a list within a list, more than 32 levels deep",
        "Put a text that begins with brackets, braces or dashes in quotation marks.",
    ),
    Case(
        "RD109: a control character as it is",
        "prompt: Where\x07?",
        "3:18",
        "a control or invisible character, U+0007",
        "Remove it, or write the character that was meant.",
    ),
    Case(
        "RD109: an escape sequence",
        'prompt: "\\e[31mWhere?"',
        "3:13",
        "the text holds a control or invisible character, U+001B",
        "Remove it, or write the character that was meant.",
    ),
    Case(
        "RD109: a lost character",
        "prompt: Wh\ufffdre?",
        "3:15",
        "the sign of a lost character, U+FFFD",
        "Remove it, or write the character that was meant.",
    ),
    Case(
        "FM201: a repeated key",
        "tags: a\n---\ntags: b",
        "8:5",
        "the key 'tags' stands here a second time; the first is in line 22",
        "Remove or rename one of them.",
    ),
    Case(
        "FM202: an unknown key",
        "explanatoin: So.",
        "7:5",
        "unknown key 'explanatoin' in the question 'it' – did you mean 'explanation'?",
        "Known here are: allow, answer, distractors, explanation, id, level, phase, prompt, quote, tags, type.",
    ),
    Case(
        "FM202: an unknown key in a distractor",
        "distractors: [{text: Berlin, wy: No.}]",
        "5:34",
        "unknown key 'wy' in the distractor – did you mean 'why'?",
        "Known here are: text, why.",
    ),
    Case(
        "FM203: a missing prompt", "-prompt", "1:5", "the question 'it' has no 'prompt'", "Add a line prompt: … to it."
    ),
    Case(
        "FM203: no right answer", "-answer", "1:5", "the question 'it' has no 'answer'", "Add a line answer: … to it."
    ),
    Case("FM203: an empty answer", "answer:", "4:12", "'answer' is empty", "Write a text, or remove the line."),
    Case("FM203: no quotation", "-quote", "1:5", "the question 'it' has no 'quote'", "Add a line quote: … to it."),
    Case(
        "FM203: an empty quotation",
        "quote: '[…]'",
        "6:12",
        "'quote' is empty",
        "Quote the words of the source that prove the answer.",
    ),
    Case(
        "FM203: an empty list of quotations",
        "quote: []",
        "6:12",
        "'quote' is empty",
        "Quote the words of the source that prove the answer.",
    ),
    Case(
        "FM203: a cloze without a gap",
        "type: cloze\n---\n-prompt\n---\n-answer\n---\n-distractors\n---\ntext: No gap.",
        "5:11",
        "the text has no gap",
        "Write each gap as {{answer}}.",
    ),
    Case(
        "FM204: a list where a text belongs",
        "answer: [a, b]",
        "4:13",
        "'answer' must be a text, not a list",
        "Write a text.",
    ),
    Case(
        "FM204: a colon in a distractor",
        "distractors:\n      - Berlin: the city",
        "6:9",
        "an item of 'distractors' must be a text, not 'key: value'",
        "Write a text. If ': ' is part of a text, put the whole text in quotation marks.",
    ),
    Case(
        "FM204: a key that is a list",
        "? [a, b]\n    : x",
        "7:7",
        "a key must be a text, not a list",
        "Write it as key: value; put a text that begins with a bracket or brace in quotation marks.",
    ),
    Case(
        "FM204: a text where a list belongs",
        "type: order\n---\nanswer: first\n---\n-distractors",
        "4:13",
        "'answer' must be a list, an item a line, each after a dash, not a text",
        "Write a list, an item a line, each after a dash.",
    ),
    Case(
        "FM204: a text where pairs belong",
        "type: match\n---\n-answer\n---\n-distractors\n---\npairs: Berlin",
        "6:12",
        "'pairs' must be lines of left: right, not a text",
        "Write lines of left: right.",
    ),
    Case(
        "FM204: a pair of three",
        "type: match\n---\n-answer\n---\n-distractors\n---\npairs: [[a, b, c], [d, e], [f, g]]",
        "6:13",
        "an item of 'pairs' must be a pair, written as left: right, not a list",
        "Write a pair, written as left: right.",
    ),
    Case(
        "FM204: a quotation that is a list in a list",
        "quote: [[a]]",
        "6:13",
        "a quotation is a text, not a list",
        "Write the quoted words after quote:.",
    ),
    Case(
        "FM205: an id with a blank",
        "id: it is",
        "1:9",
        "'it is' cannot be an id",
        "Use letters, digits and hyphens, without blanks, 100 at the most.",
    ),
    Case(
        "FM205: an id too long",
        "id: iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
        "1:9",
        "'iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii…' cannot be an id",
        "Use letters, digits and hyphens, without blanks, 100 at the most.",
    ),
    Case(
        "FM205: an unknown level",
        "level: recal",
        "7:12",
        "unknown level 'recal' – did you mean 'recall'?",
        "Levels are: recall, understand, apply, analyse, evaluate.",
    ),
    Case(
        "FM205: a number in words",
        "type: number\n---\nanswer: nineteen\n---\n-distractors",
        "4:13",
        "'answer' must be a number, not “nineteen”",
        "Write digits only, such as 1922.",
    ),
    Case(
        "FM205: a tolerance below 0",
        "type: number\n---\nanswer: 1922\n---\ntolerance: -1\n---\n-distractors",
        "7:16",
        "a tolerance below 0",
        "Give a number of 0 or more.",
    ),
    Case(
        "FM205: neither true nor false",
        "type: true-false\n---\nanswer: perhaps\n---\n-distractors",
        "4:13",
        "'answer' must be true or false",
        "Write true or false.",
    ),
    Case(
        "FM205: a gap that is not closed",
        "type: cloze\n---\n-prompt\n---\n-answer\n---\n-distractors\n---\ntext: 'The {{treaty of Rapallo'",
        "5:11",
        "a gap is not closed",
        "Write each gap as {{answer}}, with both pairs of braces.",
    ),
    Case(
        "FM205: an accept for no gap",
        "type: cloze\n---\n-answer\n---\n-distractors\n---\ntext: 'The {{treaty}}'\n---\naccept: {pact: [deal]}",
        "7:13",
        "no gap has the answer 'pact'",
        "Use the gap's own answer as the key: accept: {answer: [variant]}.",
    ),
    Case(
        "FM206: an unknown phase",
        "phase: erly",
        "2:12",
        "unknown phase 'erly' – did you mean 'early'?",
        "Known are: early.",
    ),
    Case(
        "FM207: an unknown type",
        "type: chioce",
        "7:11",
        "unknown question type 'chioce' – did you mean 'choice'?",
        "Types are: choice, cloze, match, multiple, number, order, short-answer, true-false.",
    ),
    Case(
        "FM208: a text too long",
        f"explanation: {'x' * 100_001}",
        "7:18",
        "a text of 100,001 characters; at most 100,000 are read",
        "Shorten it.",
    ),
    Case(
        "FM209: an unknown source",
        "quote: {source: sorce, text: signed at Rapallo}",
        "6:21",
        "unknown source 'sorce' – did you mean 'source'?",
        "Known are: source.",
    ),
    Case(
        "EV401: a quotation with another word",
        "quote: The treaty was signed in Rapallo in 1922",
        "6:12",
        "the quotation is not in source.txt"
        "; the nearest passage is in line 3: “The treaty was signed at Rapallo in 1922.”",
        "The first words that differ: the quotation has “was signed in Rapallo in”"
        ", the source “was signed at Rapallo in”.",
    ),
    Case(
        "EV401: a quotation like nothing in the source",
        "quote: Ostrich feathers",
        "6:12",
        "the quotation is not in source.txt",
        "Copy the words from the source; nothing like them is in it.",
    ),
    Case(
        "EV401: a quotation in another case",
        "quote: the treaty was signed",
        "6:12",
        "the quotation is not in source.txt; the nearest passage is in line 3: “The treaty was signed”",
        "The first words that differ: the quotation has “the treaty was”, the source “The treaty was”.",
    ),
    Case(
        "BK510: an id used twice",
        "id: good",
        "1:9",
        "the id 'good' is used in line 10 already",
        "Give each question its own id: scores are kept by it.",
    ),
    Case(
        "OP210: the answer among the distractors",
        "distractors: [Berlin, rapallo]",
        "5:27",
        "the same option stands in line 19",
        "Change or remove one of them.",
    ),
    Case(
        "OP210: two distractors the same",
        'distractors:\n      - Berlin\n      - text: " berlin "',
        "7:15",
        "the same option stands in line 21",
        "Change or remove one of them.",
    ),
    Case(
        "OP210: two pairs with the same left side",
        "type: match\n---\n-answer\n---\n-distractors\n---\npairs: [[a, b], [a, c]]",
        "6:12",
        "two pairs have the same left side",
        "Change or remove one of them.",
    ),
    Case(
        "TY702: no distractor", "distractors: []", "5:18", "'distractors' needs at least 1 item", "Add what is missing."
    ),
    Case(
        "TY702: one pair",
        "type: match\n---\n-answer\n---\n-distractors\n---\npairs: {a: b}",
        "6:12",
        "'pairs' needs at least 2 pairs",
        "Add what is missing.",
    ),
    Case(
        "TY702: twenty-seven options",
        "distractors: [" + ", ".join(f"o{i}" for i in range(26)) + "]",
        "5:18",
        "27 options are more than can be chosen by a letter",
        "Keep to 26 at the most; three to five are best.",
    ),
    Case(
        "TY702: an order of one",
        "type: order\n---\nanswer: [a]\n---\n-distractors",
        "4:13",
        "'answer' needs at least 2 items",
        "Add what is missing.",
    ),
    Case(
        "TY703: an order of ten",
        "type: order\n---\nanswer: [a, b, c, d, e, f, g, h, i, j]\n---\n-distractors",
        "4:13",
        "more than nine items to order",
        "Keep to three to seven items.",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=[case.shows for case in CASES])
def test_a_question_with_a_problem_is_left_out_and_the_others_are_read(read: Read, case: Case) -> None:
    text = HEAD + GOOD + question(case.fields) + GOOD.replace("good", "last")
    line, column = map(int, case.place.split(":"))
    first = FIRST + GOOD.count("\n")
    expected = (case.shows[:5], first + line - 1, column, case.message, case.cure)
    reading = read(text)
    assert [expected] == [shown(finding) for finding in reading.findings]
    assert ids(reading) == ["good", "last"]
    assert reading.left_out == 1


def test_a_finding_has_the_line_the_file_and_the_question(read: Read) -> None:
    finding = read(HEAD + GOOD + question("phase: late")).findings[0]
    assert finding.text == "    phase: late"
    assert finding.path == "small/bank.yaml"
    assert finding.question == "it"
    assert finding.severity is Severity.ERROR


def test_a_question_that_is_a_text_is_left_out(read: Read) -> None:
    reading = read(HEAD + GOOD + "  - Where?\n")
    message = "a question is written as lines of key: value, not as a text"
    expected = ("FM204", 16, 5, message, "Write - id: … and the other fields below it.")
    assert [expected] == [shown(finding) for finding in reading.findings]
    assert ids(reading) == ["good"]
