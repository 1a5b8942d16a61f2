"""Banks of which thousands of broken ones have shown that they were not met as they should be."""

import time
import unicodedata

import pytest

from tests.banks.conftest import FIRST, GOOD, HEAD, SOURCE, Read, codes, ids

Q = GOOD.replace("good", "it")
MARKS = "\u0301\u0323" * 50_000


# places


def test_a_column_counts_the_characters_that_stand_in_the_file(read: Read) -> None:
    reading = read(HEAD + GOOD.replace("Where was", "Where \u0958\u0958\u0958\x07was"))  # NFC has two for one
    assert [(FIRST + 2, 22)] == [finding.place for finding in reading.findings]


def test_texts_are_composed_however_they_stand_in_the_file(read: Read) -> None:
    question = GOOD.replace("Where was the treaty", "Où était le traité")
    reading = read(unicodedata.normalize("NFD", HEAD + question + Q.replace("Rapallo\n", '"e\\u0301"\n', 1)))
    assert reading.bank is not None
    assert "Où était le traité signed?" == reading.bank.questions[0].prompt
    assert ("é",) == reading.bank.questions[1].key


def test_a_byte_that_is_no_text_is_named_and_placed_behind_a_byte_order_mark(read: Read) -> None:
    [finding] = read(b"\xef\xbb\xbf" + "id: ä".encode() + b"\xe9b\ntitle: x\n").findings
    assert ((1, 6), True) == (finding.place, "0xE9" in finding.message)


def test_a_form_feed_in_a_source_does_not_shift_the_line_of_what_is_found_in_it(read: Read) -> None:
    reading = read(HEAD + GOOD, f"One\fTwo \x07three.\n{SOURCE}")
    assert [(1, 9)] == [finding.place for finding in reading.findings]


# what is left out


@pytest.mark.parametrize(
    "fields",
    [
        "distractors: [*x, Moscow]",
        'distractors: ["\\e[31m", Moscow]',
        "distractors:\n      - &x Berlin\n      - Moscow",
        f"distractors:\n      - Moscow\n      - {'x' * 100_001}",
        "tags: [!x a]",
    ],
)
def test_a_question_with_a_refused_item_in_a_list_is_left_out(read: Read, fields: str) -> None:
    broken = Q.replace("distractors: [Berlin, Moscow]", fields) if fields.startswith("d") else f"{Q}    {fields}\n"
    assert ["good"] == ids(read(HEAD + GOOD + broken))


def test_a_question_with_a_refused_quotation_in_a_list_is_left_out(read: Read) -> None:
    broken = Q.replace("quote: The treaty was signed at Rapallo", "quote: [The treaty was signed at Rapallo, *x]")
    assert ["good"] == ids(read(HEAD + GOOD + broken))


def test_a_question_with_a_repeated_pair_is_left_out(read: Read) -> None:
    pairs = "type: match\n    pairs:\n      a: b\n      c: d\n      a: e"
    broken = Q.replace("answer: Rapallo\n    distractors: [Berlin, Moscow]", pairs)
    assert (["good"], ["FM201"]) == (ids(reading := read(HEAD + GOOD + broken)), codes(reading))


def test_an_error_in_the_yaml_right_after_a_thousand_problems_is_no_exception(read: Read) -> None:
    broken = Q.replace("Rapallo\n", "{a: b, " * 1 + "x, " * 1100 + "}\n", 1)
    reading = read(HEAD + broken.replace("x, " * 1100, "x, " * 1100 + "[") + GOOD)
    assert 1001 >= len(reading.findings) > 0
    assert read(HEAD + "  - a\n" * 999 + "  - {a: b, a: c, a: d, [").findings


# what is said


def test_control_characters_of_a_source_are_not_in_a_message(read: Read) -> None:
    reading = read(HEAD + GOOD.replace("at Rapallo", "in Rapallo"), SOURCE.replace("signed at", "sig\x9bned at"))
    assert all((finding.message + finding.cure).isprintable() for finding in reading.findings)


def test_what_is_said_stays_short_however_long_a_text_is(read: Read) -> None:
    long = "x" * 90_000
    for fields in (f"allow: {{{long}: []}}", f"type: cloze\n    text: a {{{{b}}}}\n    accept: {{{long}: c}}"):
        reading = read(HEAD + f"{Q}    {fields}\n" + GOOD)
        assert reading.findings
        assert all(len(finding.message) < 500 for finding in reading.findings)
    reading = read(HEAD + GOOD.replace("at Rapallo", f"at {long}"), SOURCE.replace("at Rapallo", f"at y{long}"))
    assert all(len(finding.message + finding.cure) < 1000 for finding in reading.findings)


# how long it takes


@pytest.mark.parametrize(
    ("bank", "source"),
    [
        pytest.param(HEAD + GOOD.replace("Where", MARKS), SOURCE, id="marks in disorder"),
        pytest.param(HEAD + GOOD, SOURCE + MARKS, id="marks in the source"),
        pytest.param(HEAD + GOOD.replace("?", "? x" + " #" * 50_000), SOURCE, id="signs of comments"),
        pytest.param(HEAD + GOOD.replace("at Rapallo", '"' + "!" * 99_000 + "a"), SOURCE, id="signs in a quotation"),
        pytest.param(HEAD + GOOD.replace("at Rapallo", '"' + "the a " * 16_000), SOURCE * 20, id="the same words"),
        pytest.param(HEAD + GOOD.replace("quote: The", f'quote: "{" " * 99_000}'), SOURCE, id="blanks"),
        pytest.param(HEAD + f"{Q}    type: cloze\n    text: '{'{{' * 45_000}'\n", SOURCE, id="gaps never closed"),
        pytest.param(HEAD + f"{Q}    type: cloze\n    text: '{{{'a' * 90_000}'\n", SOURCE, id="a gap never closed"),
    ],
)
def test_the_time_grows_with_the_text_and_not_with_its_square(read: Read, bank: str, source: str) -> None:
    began = time.process_time()
    read(bank, source)
    assert time.process_time() - began < 1.5
