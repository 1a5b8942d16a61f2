"""Errors in the YAML itself: said in plain words, in their place, and without the loss of other questions."""

import pytest

from tests.banks.conftest import FIRST, GOOD, HEAD, SOURCE, Read, codes, ids, shown

WHOLE = "Put the whole text in quotation marks, '…' or \"…\"."
WHOLE_OR_TWICE = "Put the whole text in quotation marks; within '…' an apostrophe is written twice."
CLOSE = 'Close it; within \'…\' an apostrophe is written twice, within "…" a quotation mark as \\".'
BRACKET = "Close it; put a text that begins with this bracket in quotation marks as a whole."
BACKSLASH = "Write \\\\ for a backslash, or put '…' around the text in place of \"…\"."
BLANKS = "Use blanks: two for each level."
COLON = (
    "If it belongs to a text, put the whole text in quotation marks; if not, check the indentation, and that a "
    "blank follows the colon in the line above."
)
FURTHER = "If it goes on with the text above, indent it further than that text's key."
LINE_UP = "Indent it as far as the fields that it belongs to."
FIELDS = "Indent it as far as the fields that it belongs to; a new item begins with a dash and a blank."
NOT_CLOSED = "the quotation mark that is opened here is not closed"
NO_SIGN = "a text cannot begin with this sign"
NO_ESCAPE = "this is not a sign that a backslash can stand for"
TAB = "a tab stands here as indentation"

CASES = (
    ("prompt: Who said: this?", "3:21", "a colon stands here where no new 'key: value' can begin", COLON),
    (
        ' prompt: "x"',
        "3:6",
        "this line is indented by 5 blanks, the one above by 4",
        "Line it up with the fields above it.",
    ),
    ("prompt:Where?", "3:11", "a blank is missing after 'prompt:'", "Write prompt: … instead."),
    ("prompt: Where\n    was it?", "4:5", "this line is neither 'key: value' nor an item after a dash", FURTHER),
    ('prompt: "Where" was it?', "3:21", 'the text goes on after the " … " that it begins with', WHOLE_OR_TWICE),
    ("prompt: 'Where's it?'", "3:20", "the text goes on after the ' … ' that it begins with", WHOLE_OR_TWICE),
    ("prompt: [sic] Where?", "3:19", "the text goes on after the [ … ] that it begins with", WHOLE_OR_TWICE),
    ("prompt: {x} Where?", "3:17", "the text goes on after the { … } that it begins with", WHOLE_OR_TWICE),
    ('prompt: "Where?', "3:13", NOT_CLOSED, CLOSE),
    ("prompt: 'Where?", "3:13", NOT_CLOSED, CLOSE),
    ("prompt: [Where?", "4:11", "the bracket [ that was opened in line 18 is not closed before this", BRACKET),
    ("prompt: {Where?", "4:11", "the brace { that was opened in line 18 is not closed before this", BRACKET),
    ("prompt: @Where?", "3:13", NO_SIGN, WHOLE),
    ("prompt: `Where?`", "3:13", NO_SIGN, WHOLE),
    ("prompt: %Where?", "3:13", NO_SIGN, WHOLE),
    ("prompt: ] Where?", "3:13", NO_SIGN, WHOLE),
    ("prompt: *Where*", "3:13", "a text cannot begin with *", WHOLE),
    ("prompt: & Where?", "3:13", "a text cannot begin with &", WHOLE),
    ("prompt: !a!b Where?", "3:13", "a text cannot begin with !", WHOLE),
    ("prompt: ? Where", "3:13", "a text cannot begin with a question mark and a blank", WHOLE),
    (
        "prompt: - Where?",
        "3:13",
        "a list cannot begin in the line of its key",
        "Give each item a line of its own; put a text that begins with a dash in quotation marks.",
    ),
    (
        "prompt: > Where?",
        "3:15",
        "after > or | nothing else may stand in the line",
        "Begin the text in the next line, further indented; or put it in quotation marks.",
    ),
    ('prompt: "C:\\data"', "3:16", NO_ESCAPE, BACKSLASH),
    ('prompt: "\\ud800"', "3:16", NO_ESCAPE, BACKSLASH),
    ('prompt: "\\xZZ"', "3:16", NO_ESCAPE, BACKSLASH),
    ("\tprompt: Where?", "3:5", TAB, BLANKS),
    ("prompt: Where?\n\ttags: x", "4:1", TAB, BLANKS),
    ("prompt: Where?\n   tags: x", "4:4", "this line does not line up with the list above it", FIELDS),
    ("prompt: >\n        Where?\n      Or not?", "5:7", "this line does not line up with the lines above it", LINE_UP),
)


@pytest.mark.parametrize(("fields", "place", "message", "cure"), CASES, ids=[case[0] for case in CASES])
def test_an_error_in_one_question_is_explained_and_the_next_ones_are_read(
    read: Read, fields: str, place: str, message: str, cure: str
) -> None:
    broken = GOOD.replace("good", "it").replace("prompt: Where was the treaty signed?", fields)
    quoted = GOOD.replace("Where was the treaty signed?", "\"Whose 'treaty'?\"")
    reading = read(HEAD + GOOD + broken + quoted.replace("good", "next") + GOOD.replace("good", "last"))
    finding = reading.findings[0]
    line, column = map(int, place.split(":"))
    first = FIRST + GOOD.count("\n")
    assert ("RD104", first + line - 1, column, message, cure) == shown(finding)
    assert codes(reading) == ["RD104"]
    assert ids(reading) == ["good", "next", "last"]
    assert reading.left_out == 1


@pytest.mark.parametrize("last", ['"Where?', "'Where?", "@x", "[a"])
def test_an_error_in_the_last_question_keeps_all_before_it_and_the_keys_below(read: Read, last: str) -> None:
    head, phases = HEAD.split("phases:\n")
    phases = "phases:\n" + phases.replace("questions:\n", "")
    reading = read(f"{head}questions:\n{GOOD}{GOOD.replace('good', 'it').replace('Where was', f'{last} was')}{phases}")
    assert codes(reading) == ["RD104"]
    assert ids(reading) == ["good"]


def test_an_error_in_the_head_loses_only_its_key(read: Read) -> None:
    reading = read(HEAD.replace("A small bank", "A: small: bank") + GOOD)
    assert codes(reading) == ["RD104"]
    assert ids(reading) == ["good"]


def test_an_error_in_the_phases_does_not_make_every_phase_unknown(read: Read) -> None:
    reading = read(
        HEAD.replace("Early years", "Early: years") + GOOD + GOOD.replace("good", "it").replace("id:", "ID:")
    )
    assert codes(reading) == ["RD104", "FM203", "FM202"]
    assert reading.bank is None


def test_a_field_at_the_margin_loses_only_its_question(read: Read) -> None:
    reading = read(HEAD + GOOD.replace("    prompt", "prompt") + GOOD.replace("good", "next"))
    assert ids(reading) == ["next"]
    assert shown(next(finding for finding in reading.findings if finding.code == "FM202"))[:4] == (
        "FM202",
        FIRST + 2,
        1,
        "unknown key 'prompt' in the bank",
    )


def test_a_line_between_questions_does_not_stop_the_reading(read: Read) -> None:
    message, cure = "a second document begins here", None
    reading = read(HEAD + GOOD + "---\n" + GOOD.replace("good", "next"))
    cure = "Remove this line, and what repeats the head of the bank below it: a bank is one document."
    assert [shown(finding) for finding in reading.findings] == [("RD108", 16, 1, message, cure)]
    assert ids(reading) == ["good", "next"]


def test_words_after_the_end_of_the_document_are_an_error(read: Read) -> None:
    reading = read(HEAD + GOOD + "...\nmore\n")
    message = "something stands here after the end of the bank"
    assert ("RD104", 17, 1, message) == shown(reading.findings[0])[:4]
    assert ids(reading) == ["good"]


def test_a_bracket_that_is_open_at_the_end_is_said_to_be(read: Read) -> None:
    for text, line, column in (("id: [", 1, 6), ("id: {\n", 2, 1)):
        [finding] = [finding for finding in read(text).findings if finding.code == "RD104"]
        assert shown(finding)[1:4] == (line, column, "the file ends here, and a bracket or brace is still open")


def test_a_hundred_broken_questions_are_a_hundred_findings_in_order(read: Read) -> None:
    many = "".join(GOOD.replace("good", f"q{i}").replace("Where was", "@ was") for i in range(60))
    reading = read(HEAD + many + GOOD)
    assert codes(reading) == ["RD104"] * 60
    assert [finding.place.line for finding in reading.findings] == [FIRST + 2 + 6 * i for i in range(60)]
    assert (ids(reading), reading.left_out) == (["good"], 60)


def test_all_problems_are_told_at_once_in_the_order_of_their_places(read: Read) -> None:
    questions = (
        GOOD.replace("early", "erly")
        + GOOD.replace("good", "b").replace("prompt: Where", "prompt: @Where")
        + GOOD.replace("good", "c").replace("answer:", "anser:")
        + GOOD.replace("good", "d").replace("Rapallo\n    distractors", "Rapallo\n    why: x\n    distractors")
        + GOOD.replace("good", "e").replace("signed at", "signed in")
    )
    reading = read(HEAD.replace("title: A small bank", "titel: A small bank") + questions, source=SOURCE)
    assert codes(reading) == ["FM203", "FM202", "FM206", "RD104", "FM203", "FM202", "FM202", "EV401"]
    places = [finding.place for finding in reading.findings]
    assert places == sorted(places)
    assert reading.left_out == 5


def test_the_nearest_passage_is_shown_with_its_line_and_the_first_words_that_differ(read: Read) -> None:
    typed = "The first priority for Soviet foreign affairs was Europe"
    finding = read(HEAD + GOOD.replace("The treaty was signed at Rapallo", typed)).findings[0]
    assert finding.message == (
        "the quotation is not in source.txt; the nearest passage is in line 5: "
        "“The first priority for Soviet foreign policy was Europe,”"
    )
    assert finding.cure == (
        "The first words that differ: the quotation has “Soviet foreign affairs was Europe”, "
        "the source “Soviet foreign policy was Europe,”."
    )


def test_of_a_quotation_with_elisions_the_part_that_is_missing_is_compared(read: Read) -> None:
    typed = "The treaty […] claims […] workers' movements"
    finding = read(HEAD + GOOD.replace("The treaty was signed at Rapallo", typed)).findings[0]
    assert "line 6: “workers' movement.”" in finding.message


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("phase: erly", "early"),
        ("level: aply", "apply"),
        ("type: multipel", "multiple"),
        ("quote: {source: sorce, text: The treaty}", "source"),
        ("explain: x", "explanation"),
        ("zzzzzz: x", None),
        ("explanaton: x", "explanation"),
    ],
)
def test_a_near_miss_is_met_with_a_suggestion(read: Read, typed: str, meant: str | None) -> None:
    key = typed.partition(":")[0]
    lines = [line for line in GOOD.splitlines() if not line.strip().startswith(f"{key}:")]
    reading = read(HEAD + "\n".join([*lines, f"    {typed}"]))
    said = reading.findings[0].message
    assert f"did you mean '{meant}'?" in said or (meant is None and "did you mean" not in said)
