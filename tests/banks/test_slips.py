"""The slips of those to whom YAML is new: named in plain words, in their place, and once."""

import pytest

from quiz.core.finding import Severity
from tests.banks.conftest import FIRST, GOOD, HEAD, Read, codes, ids, shown

PROMPT = "prompt: Where was the treaty signed?"
ANSWER = "answer: Rapallo"
OPTIONS = "distractors: [Berlin, Moscow]"
QUOTE = "quote: The treaty was signed at Rapallo"
BELONGS = "Put the text in quotation marks if it belongs to it, or the comment on a line of its own."
COMMENT = "what follows ' #' is a comment and not part of the text"
HYPHEN = "Begin each item with a hyphen and a blank, - …, in a line of its own."
DASH = "Put a blank after the dash."
GLUED = "a blank is missing after the dash"
LINE_UP = "Line it up with the fields above it."
NO_BREAK = ("an invisible no-break space stands here", "Replace it by an ordinary blank.")
ONE = "Change or remove one of them."
BEGIN = ("here questions seem to begin", "Write the line questions: above it.")
IN_TEXT = "If ': ' is part of a text, put the whole text in quotation marks."
AT = FIRST + GOOD.count("\n")
"""The line in which the question with the slip begins."""


def bank(old: str, new: str) -> str:
    """Return a bank of three questions, the second of which, `it`, has something in place of what is good."""
    slip = GOOD.replace("good", "it")
    assert old in slip
    return HEAD + GOOD + slip.replace(old, new) + GOOD.replace("good", "last")


# texts that are read otherwise than they were meant


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        (ANSWER, "answer: They needed # clear daylight", 3, 25),
        (ANSWER, "answer: They needed\t # clear", 3, 26),
        (PROMPT, "prompt: Where was\n      the treaty # signed?", 3, 18),
        (OPTIONS, "distractors:\n      - Berlin\n      - text: New York # a city", 6, 24),
    ],
)
def test_a_text_cut_off_by_a_comment_is_a_warning(read: Read, old: str, new: str, line: int, column: int) -> None:
    reading = read(bank(old, new))
    assert [("RD112", AT + line, column, COMMENT, BELONGS)] == [shown(finding) for finding in reading.findings]
    assert (reading.findings[0].severity, reading.findings[0].question) == (Severity.WARNING, "it")
    assert (ids(reading), reading.left_out) == (["good", "it", "last"], 0)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (ANSWER, "answer: Rapallo # one word"),
        (ANSWER, "answer: 1917 – 1922 # no letters"),
        (ANSWER, "answer: 'In Rapallo' # quoted"),
        (ANSWER, 'answer: "In Rapallo" # quoted'),
        (ANSWER, "answer: >- # folded\n      In Rapallo # not a comment"),
        (ANSWER, "answer: In Rapallo#1"),
        (OPTIONS, "distractors: # a list\n    # a comment of its own\n      - Berlin\n      # and another"),
        (OPTIONS, "distractors: [New York, Old York] # a list"),
        (PROMPT, 'prompt: "Where # when"'),
    ],
)
def test_another_comment_is_no_problem(read: Read, old: str, new: str) -> None:
    assert codes(read(bank(old, new))) == []


@pytest.mark.parametrize("text", ["“Where?”", "„Where?“", "«Where?»", "‘Don’t go’", "“Where\n      was it?”"])
def test_typographic_quotation_marks_around_a_text_are_a_warning(read: Read, text: str) -> None:
    reading = read(bank(PROMPT, f"prompt: {text}"))
    message = "these typographic quotation marks become part of the text; YAML needs the straight ones"
    cure = "Put '…' or \"…\" in their place; if they belong to the text, put these around them."
    assert [("RD113", AT + 2, 13, message, cure)] == [shown(finding) for finding in reading.findings]
    assert reading.findings[0].severity is Severity.WARNING
    assert ids(reading) == ["good", "it", "last"]


def test_typographic_quotation_marks_are_found_in_options_and_titles(read: Read) -> None:
    text = bank(OPTIONS, "distractors:\n      - “Berlin”\n      - text: “Moscow”").replace("A small bank", "“A bank”")
    assert [(f.code, f.place.line) for f in read(text).findings] == [
        ("RD113", 2),
        ("RD113", AT + 5),
        ("RD113", AT + 6),
    ]


@pytest.mark.parametrize("text", ["“A” and “B”", '"“Where?”"', "“Where?” he said", "‘’", "“", ">-\n      “Where?”"])
def test_other_typographic_quotation_marks_are_no_problem(read: Read, text: str) -> None:
    assert codes(read(bank(PROMPT, f"prompt: {text}"))) == []


def test_typographic_quotation_marks_in_a_quotation_are_no_problem(read: Read) -> None:
    for text in ("“Germany”", "{text: “Germany”}"):
        assert codes(read(bank(QUOTE, f"quote: {text}"))) == []


def test_typographic_quotation_marks_do_not_protect_a_colon(read: Read) -> None:
    finding = read(bank(PROMPT, "prompt: “True or false: it was”")).findings[0]
    assert finding.cure.startswith("Put straight quotation marks around the whole text")
    assert (finding.code, finding.place) == ("RD104", (AT + 2, 27))
    finding = read(bank(OPTIONS, "distractors:\n      - “Ber: lin”")).findings[0]
    assert finding.cure.endswith("put the whole text in quotation marks, the straight ones: '…' or \"…\".")


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "message", "cure"),
    [
        ("      – Berlin\n      – Moscow", "FM204", 5, 7, "–", HYPHEN),
        ("    – Berlin\n    – Moscow", "RD104", 5, 5, "–", HYPHEN),
        ("      • Berlin", "FM204", 5, 7, "•", HYPHEN),
        ("      * Berlin\n      * Moscow", "RD104", 5, 7, "*", HYPHEN),
        ("      - Berlin\n      – Moscow", "RD104", 6, 7, "–", HYPHEN),
        ("      – Berlin: x\n      – Moscow: y", "FM204", 5, 7, "–", HYPHEN),
        ("      - – Berlin", "FM204", 5, 9, "–", "Remove it; if it belongs to the text, put that in '…'."),
        ("      Berlin\n      Moscow", "FM204", 5, 7, "", HYPHEN),
        ("      -Berlin\n      -Moscow", "FM204", 5, 7, GLUED, DASH),
        ("      -\ttext: x", "RD104", 5, 8, "a tab stands here after the dash", DASH),
    ],
)
def test_a_list_without_hyphens_is_said_to_be(
    read: Read, text: str, code: str, line: int, column: int, message: str, cure: str
) -> None:
    if len(message) == 1:
        message = f"this item begins with {message}; a list needs a hyphen and a blank"
    reading = read(bank(OPTIONS, f"distractors:\n{text}"))
    expected = (code, AT + line, column, message or _MELTED, cure)
    assert [expected] == [shown(finding) for finding in reading.findings]
    assert (ids(reading), reading.left_out) == (["good", "last"], 1)


_MELTED = "the lines below 'distractors' have no dash and are read as one text"


@pytest.mark.parametrize("text", ["Berlin", "'Berlin\n      Moscow'", ">-\n      Berlin\n      Moscow", "[– 5 °C]"])
def test_a_single_text_is_still_a_list_of_one(read: Read, text: str) -> None:
    assert codes(read(bank(OPTIONS, f"distractors: {text}"))) == []


def test_an_order_without_hyphens_is_said_to_be(read: Read) -> None:
    reading = read(bank(f"{ANSWER}\n    {OPTIONS}", "type: order\n    answer:\n      Berlin\n      Moscow"))
    assert [finding.message for finding in reading.findings] == [_MELTED.replace("distractors", "answer")]


@pytest.mark.parametrize(
    "options",
    ["[X, Rapallo.]", "[X, '“Rapallo”']", "[X, '\"rapallo\"!']", "[Rap-allo]", "[Rapal–lo]", "['Rap: allo', Rap allo]"],
)
def test_options_equal_but_for_punctuation_are_the_same(read: Read, options: str) -> None:
    findings = read(bank(OPTIONS, f"distractors: {options}")).findings
    [finding] = [finding for finding in findings if finding.code == "OP210"]
    assert finding.message.startswith("the same option, but for punctuation, stands in line ")
    assert finding.cure == ONE


@pytest.mark.parametrize(
    "options",
    ["[C, C++, C#]", "['+', '-', '–', '.']", "['-5', '5', '1.5', '15', '3–5', '35']", "[its, it's]", "[A, A-, A+]"],
)
def test_options_that_differ_in_signs_that_matter_are_not_the_same(read: Read, options: str) -> None:
    assert codes(read(bank(OPTIONS, f"distractors: {options}"))) == []


@pytest.mark.parametrize("text", ["The {{dots} and {{dashes}}", "A {{{b}}}", "The {{dots | a}b}}"])
def test_a_brace_within_a_gap_is_an_error(read: Read, text: str) -> None:
    reading = read(bank(f"{ANSWER}\n    {OPTIONS}", f"type: cloze\n    text: '{text}'"))
    assert [finding.message for finding in reading.findings] == ["a gap is not closed"]


@pytest.mark.parametrize("text", ["The {dots}", "The {dots} and {{dashes}}"])
def test_a_gap_in_single_braces_is_an_error(read: Read, text: str) -> None:
    reading = read(bank(f"{ANSWER}\n    {OPTIONS}", f"type: cloze\n    text: '{text}'"))
    cure = "Write each gap with two braces on each side: {{answer}}."
    expected = ("FM205", AT + 4, 11, "a gap with a single brace on each side", cure)
    assert [expected] == [shown(finding) for finding in reading.findings]


def test_a_brace_that_is_no_gap_is_no_problem(read: Read) -> None:
    assert codes(read(bank(f"{ANSWER}\n    {OPTIONS}", "type: cloze\n    text: '{1, 2} is a {{set}}'"))) == []


# questions without the line questions:


def test_questions_among_the_phases_are_one_finding(read: Read) -> None:
    head, two = HEAD.replace("questions:\n", ""), GOOD + GOOD.replace("good", "it")
    reading = read(head + two)
    assert [("FM203", FIRST - 1, 5, *BEGIN)] == [shown(finding) for finding in reading.findings]
    reading = read(head + two.replace("  - ", "- ").replace("    ", "  "))
    assert [("RD104", FIRST - 1, 1, *BEGIN)] == [shown(finding) for finding in reading.findings]


def test_questions_among_the_sources_are_one_finding(read: Read) -> None:
    head = "id: small\ntitle: A bank\nphases: [{id: early, title: Early}]\nsources:\n  - id: a\n    file: source.txt\n"
    reading = read(head + GOOD + GOOD.replace("good", "it"))
    assert [("FM203", 7, 5, *BEGIN)] == [shown(finding) for finding in reading.findings]


def test_a_question_among_the_phases_of_a_bank_with_questions_is_an_unknown_key(read: Read) -> None:
    phases, questions = HEAD.split("questions:\n")
    assert "FM202" in codes(read(f"{phases}{GOOD.replace('good', 'it')}questions:\n{questions}{GOOD}"))


def test_the_line_questions_without_its_colon_is_one_finding(read: Read) -> None:
    reading = read(HEAD.replace("questions:", "questions") + GOOD)
    expected = ("RD104", FIRST - 1, 10, "a colon is missing after 'questions'", "Write questions: … instead.")
    assert [expected] == [shown(finding) for finding in reading.findings]


# lines that cannot be read


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "message", "cure"),
    [
        (PROMPT, "prompt What?", 2, 11, "a colon and a blank are missing after 'prompt'", "Write prompt: … instead."),
        (ANSWER, "answer:Gutta", 3, 11, "a blank is missing after 'answer:'", "Write answer: … instead."),
        ("id: it", "id it", 0, 7, "a colon and a blank are missing after 'id'", "Write id: … instead."),
        (
            OPTIONS,
            "distractors\n    - x",
            4,
            16,
            "a colon is missing after 'distractors'",
            "Write distractors: … instead.",
        ),
        ("- id", "-id", 0, 3, GLUED, DASH),
        ("- id", "-\tid", 0, 4, "a tab stands here after the dash", DASH),
        (PROMPT, f" {PROMPT}", 2, 6, "this line is indented by 5 blanks, the one above by 4", LINE_UP),
        (OPTIONS, f"  {OPTIONS}", 4, 7, "this line is indented by 6 blanks, the one above by 4", LINE_UP),
        (
            "    phase: early",
            "     phase: 'early'",
            1,
            6,
            "this line is indented by 5 blanks, the one above by 4",
            LINE_UP,
        ),
        (PROMPT, f"\xa0{PROMPT}", 2, 5, *NO_BREAK),
    ],
)
def test_a_slip_in_a_line_is_named(
    read: Read, old: str, new: str, line: int, column: int, message: str, cure: str
) -> None:
    reading = read(bank(old, new))
    assert [("RD104", AT + line, column, message, cure)] == [shown(finding) for finding in reading.findings]
    assert (ids(reading), reading.left_out) == (["good", "last"], 1)


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        (PROMPT, "prompt:\xa0What?", 2, 12),
        (f"    {PROMPT}", f"\xa0\xa0\xa0\xa0{PROMPT}", 2, 1),
        ("- id: it", "-\xa0id: it", 0, 4),
    ],
)
def test_a_no_break_space_is_named_and_read_as_a_blank(read: Read, old: str, new: str, line: int, column: int) -> None:
    reading = read(bank(old, new))
    assert [("RD104", AT + line, column, *NO_BREAK)] == [shown(finding) for finding in reading.findings]
    assert ids(reading) == ["good", "it", "last"]


def test_a_no_break_space_within_a_text_is_no_problem(read: Read) -> None:
    assert codes(read(bank(PROMPT, "prompt: >-\n      Where\xa0was it?\n      \xa0Or: not"))) == []


def test_a_word_of_a_text_is_not_taken_for_a_field(read: Read) -> None:
    reading = read(bank(PROMPT, "prompt: What was the\n    answer to it?"))
    assert reading.findings[0].message == "this line is neither 'key: value' nor an item after a dash"
    reading = read(bank(PROMPT, "prompt: The policy\n      – peace: what?"))
    assert reading.findings[0].message == "a colon stands here where no new 'key: value' can begin"


def test_a_line_of_blanks_and_tabs_is_an_empty_line(read: Read) -> None:
    text = bank(PROMPT, "prompt: >-\n      Where\n  \t\n      was it?")
    reading = read(
        text.replace("  - id: last", "\t \n  \n  - id: last").replace("phase: early\n    prompt: W", "prompt: W")
    )
    assert codes(reading) == ["FM203", "FM203"]
    assert ids(reading) == ["it"]
    assert reading.lines["last"] == AT + 6 + 2 + 2


# quotations


@pytest.mark.parametrize("quote", ["\n      - Note: A lasting thing", " {Note: A lasting thing}"])
def test_a_colon_in_a_quotation_is_explained(read: Read, quote: str) -> None:
    [finding] = read(bank(QUOTE, f"quote:{quote}")).findings
    assert finding.message == "a quotation is a text, not 'key: value'"
    assert finding.cure.endswith(IN_TEXT)


@pytest.mark.parametrize("quote", ["The treaty ... Rapallo in 1922", "… The treaty … in 1922 …"])
def test_an_elision_without_brackets_is_named(read: Read, quote: str) -> None:
    reading = read(bank(QUOTE, f"quote: {quote}"))
    message = "the quotation is not in source.txt as a whole; its parts are"
    expected = ("EV401", AT + 5, 12, message, "Write […] where words are left out.")
    assert [expected] == [shown(finding) for finding in reading.findings]


def test_a_passage_that_is_hardly_alike_is_not_named(read: Read) -> None:
    [finding] = read(bank(QUOTE, "quote: Zebras walk the long roads of Africa in winter with the rain")).findings
    assert finding.message == "the quotation is not in source.txt"
    assert finding.cure == "Copy the words from the source; nothing like them is in it."
