"""Hostile files: a finding for each, in little time and memory, and never an exception.

The worst of them are read in a process of its own with 1 GB of memory and 20 seconds.
"""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.banks.conftest import FIRST, GOOD, HEAD, SOURCE, Read, codes, ids, shown

MEMORY = 2**30
SECONDS = 20
READ = """
import json, sys
from pathlib import Path
from quiz.banks.reader import read_bank
reading = read_bank(Path(sys.argv[1]))
found = [(f.code, f.place.line, f.place.column) for f in reading.findings]
print(json.dumps([found, [q.id for q in reading.bank.questions] if reading.bank else [], reading.left_out]))
"""
LAUGHS = "lol: &a0 lol\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12))
Q = GOOD.replace("good", "it")

FILES = {
    "brackets": ("[" * 100_000, ["RD107"]),
    "braces": ("{a: " * 100_000, ["RD107"]),
    "dashes": ("- " * 100_000, ["RD107"]),
    "question marks": ("? " * 100_000, ["RD107"]),
    "closed brackets": ("id: " + "[" * 100_000 + "]" * 100_000, ["RD107", "FM203"]),
    "blocks": ("".join(" " * i + "a:\n" for i in range(3000)), ["RD107"]),
    "brackets in a question": (HEAD + Q.replace("Rapallo\n", "[" * 100_000 + "\n", 1) + GOOD, ["RD107"]),
    "braces in a question": (HEAD + Q.replace("Rapallo\n", "{a: " * 100_000 + "\n", 1) + GOOD, ["RD107"]),
    "dashes in a question": (HEAD + Q.replace("Rapallo\n", "\n      " + "- " * 100_000 + "\n", 1) + GOOD, ["RD107"]),
    "a billion laughs": (LAUGHS + HEAD + GOOD, ["RD105"]),
    "10 MB of items": (HEAD + "  - a\n" * 2_000_000, ["FM204", "RD103"]),
    "10 MB of repeated keys": ("a: b\n" * 2_000_000, ["FM201", "RD103"]),
    "1 MB of anchors in one line": ("id: {" + "&a b: c, " * 100_000 + "}", ["RD105"]),
    "30 MB of line breaks": ("id: x\n" + "#\n" * 15_000_000 + "[", ["RD104"]),
    "60 MB in one line": ('id: "' + "x" * 60_000_000 + '"', ["FM208"]),
    "open quotation marks": (HEAD + "  - \"'\n" * 100_000, ["RD104"]),
    "a question without an end": (HEAD + "  - id: x\n    prompt: " + "x\n      " * 200_000, ["FM208"]),
    "control characters": ("\x07" * 1_000_000, ["RD109"]),
    "lines that YAML knows": ("id: \u2028\u2029\x85" * 100_000, ["RD109"]),
}


def limited() -> None:
    """Leave this process no more memory than MEMORY."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


@pytest.mark.parametrize("name", FILES)
def test_a_monstrous_file_is_read_within_limits(tmp_path: Path, name: str) -> None:
    text, expected = FILES[name]
    (tmp_path / "bank.yaml").write_text(text)
    (tmp_path / "source.txt").write_text(SOURCE)
    done = subprocess.run(
        [sys.executable, "-c", READ, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        preexec_fn=limited,
    )
    assert (done.returncode, done.stderr[-2000:]) == (0, "")
    findings, questions, _ = json.loads(done.stdout)
    assert set(expected) <= {code for code, _, _ in findings}
    assert len(findings) <= 1001
    assert questions == (["good"] if GOOD in text else [])


def test_an_alias_bomb_is_never_unfolded(read: Read) -> None:
    reading = read(LAUGHS + HEAD + GOOD)
    assert {"RD105", "FM202"} == set(codes(reading))
    assert ids(reading) == ["good"]


@pytest.mark.parametrize("typed", ["!!python/object:os.system x", "!!str x", "! x", "!x y", "!!binary aGk=", "!<a> b"])
def test_a_tag_is_never_obeyed(read: Read, typed: str) -> None:
    reading = read(HEAD + GOOD.replace("answer: Rapallo", f"answer: {typed}") + GOOD.replace("good", "next"))
    assert [finding[:3] for finding in map(shown, reading.findings)] == [("RD106", FIRST + 3, 13)]
    assert ids(reading) == ["next"]


@pytest.mark.parametrize("typed", ["<<: *good", "<<: {prompt: x}", "? {a: b}\n    : c", "*a : b", "&a b: c", "!x b: c"])
def test_a_key_that_is_no_plain_text_leaves_out_its_question_only(read: Read, typed: str) -> None:
    reading = read(HEAD + GOOD + f"{Q}    {typed}\n" + GOOD.replace("good", "next"))
    assert reading.findings
    assert ids(reading) == ["good", "next"]


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x07", "\x00", "\x7f", "\x85", "\x9b31m", "\u202e", "\u200b", "\ufeff"])
def test_no_sign_that_steers_the_terminal_comes_through_raw_or_escaped(read: Read, sign: str) -> None:
    code = f"\\U{ord(sign[0]):08x}"
    for typed in (f"Where{sign} was", f'"Where{code} was"'):
        broken = Q.replace("Where was the treaty signed?", typed)
        reading = read(HEAD + broken + GOOD)
        assert codes(reading) == ["RD109"]
        assert f"U+{ord(sign[0]):04X}" in reading.findings[0].message
        assert ids(reading) == ["good"]


def test_messages_never_hold_a_line_break_or_a_sign_that_steers(read: Read) -> None:
    long = "x" * 90_000
    odd = '"a\\nb"'
    for typed in (
        f"{odd}: x",
        f"{long}: x",
        f"{odd}: x\n    {odd}: y",
        f"level: {odd}",
        f"level: {long}",
        f"type: {long}",
        f"quote_: {long}",
        f"accept: {{{odd}: []}}\n    type: cloze\n    text: '{{{{x}}}}'",
    ):
        reading = read(HEAD + f"{Q}    {typed}\n" + GOOD)
        assert reading.findings
        for finding in reading.findings:
            assert finding.message.isprintable()
            assert finding.cure.isprintable()
            assert len(finding.message) + len(finding.cure) < 1000
    for changed in (Q.replace("id: it", f"id: {odd}"), Q.replace("early", odd), Q.replace("early", long)):
        reading = read(HEAD + changed + GOOD)
        assert all(finding.message.isprintable() for finding in reading.findings)
        assert ids(reading) == ["good"]


def test_line_signs_of_unicode_are_blanks_and_do_not_shift_the_lines(read: Read) -> None:
    reading = read(HEAD + GOOD.replace("Where was", "Where\u2028was\u2029") + Q.replace("early", "late"))
    assert [finding[:3] for finding in map(shown, reading.findings)] == [("FM206", FIRST + 7, 12)]
    assert reading.bank is not None
    assert reading.bank.questions[0].prompt == "Where was  the treaty signed?"


def test_very_long_texts_are_refused_and_long_ones_are_read(read: Read) -> None:
    reading = read(HEAD + GOOD.replace("Where", "W" * 99_000) + Q.replace("Where", "W" * 100_001))
    assert codes(reading) == ["FM208"]
    assert ids(reading) == ["good"]


def test_a_second_bank_in_the_same_file_is_refused(read: Read) -> None:
    reading = read(HEAD + GOOD + "---\n" + HEAD + Q)
    assert codes(reading)[0] == "RD108"
    assert set(codes(reading)[1:]) == {"FM201"}


def test_reading_stops_at_a_thousand_problems_and_says_so(read: Read) -> None:
    reading = read(HEAD + GOOD + "  - a\n" * 5000)
    assert len(reading.findings) == 1001
    message, cure = "1,000 problems in one file", "Correct those above first: what stands below was not read."
    assert ("RD103", FIRST + 6 + 999, 1, message, cure) in [shown(finding) for finding in reading.findings]
    assert ids(reading) == ["good"]


def test_more_values_than_any_bank_has_are_not_read(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.banks.reader.MAX_VALUES", 40)
    reading = read(HEAD + GOOD + GOOD.replace("good", "next") + GOOD.replace("good", "last"))
    assert codes(reading) == ["RD103"]
    assert ids(reading) == ["good"]
