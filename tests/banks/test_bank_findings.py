"""Findings about a bank as a whole: its file, its head, its phases and its sources."""

import os
from pathlib import Path

import pytest

from quiz.banks.reader import read_bank
from quiz.core.finding import CODES
from tests.banks.conftest import FIRST, GOOD, HEAD, SOURCE, Read, codes, ids, shown

NO_ID = "Use letters, digits and hyphens, without blanks, 100 at the most."
QUESTION = "Write - id: … for each question, and its other fields below it."
SAVE = "Save the file as UTF-8: editors offer it under “Save as” or “Encoding”."
TWO = "sources:\n  - {id: a, file: source.txt}\n  - {id: b, file: other.txt}\n"


def test_every_code_is_tested() -> None:
    tests = "".join(path.read_text() for path in Path(__file__).parents[1].rglob("test_*.py"))
    assert [code for code in CODES if f'"{code}' not in tests] == []


# the file


@pytest.mark.parametrize("text", ["", "\n", "  \n\t\n", "# only a comment\n", "---\n", "\ufeff", "{}"])
def test_an_empty_bank_is_one_finding(read: Read, text: str) -> None:
    reading = read(text)
    message, cure = "the file is empty", "Write the bank's id, title, source, phases and questions."
    if text == "---\n":
        message, cure = "a bank is written as key: value, not as nothing", "Begin with id: and title:."
    assert [(message, cure)] == [(finding.message, finding.cure) for finding in reading.findings]
    assert codes(reading) == ["FM204" if text == "---\n" else "RD101"]
    assert reading.bank is None


@pytest.mark.parametrize(("text", "shape"), [("- a\n", "a list"), ("Some words.\n", "a text")])
def test_a_bank_that_is_no_mapping_is_one_finding(read: Read, text: str, shape: str) -> None:
    expected = ("FM204", 1, 1, f"a bank is written as key: value, not as {shape}", "Begin with id: and title:.")
    assert [expected] == [shown(finding) for finding in read(text).findings]


def test_a_folder_without_a_bank_says_what_to_name(tmp_path: Path) -> None:
    reading = read_bank(tmp_path, "here")
    expected = ("RD110", 1, 1, "there is no bank.yaml in this folder", "Name a folder that holds a bank.yaml.")
    assert [expected] == [shown(finding) for finding in reading.findings]
    assert reading.findings[0].path == "here"


def test_a_path_to_nothing_says_so(tmp_path: Path) -> None:
    for name in ("nothing", "nothing.yaml", "no\0thing", "n" * 5000):
        assert read_bank(tmp_path / name).findings[0].message == "there is no such file or folder"


def test_a_bank_that_is_a_folder_or_a_pipe_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "folder" / "bank.yaml").mkdir(parents=True)
    (tmp_path / "pipe").mkdir()
    os.mkfifo(tmp_path / "pipe" / "bank.yaml")
    expected = ("RD111", 1, 1, "bank.yaml is not a regular file", "Name a plain text file.")
    for name in ("folder", "pipe"):
        assert [expected] == [shown(finding) for finding in read_bank(tmp_path / name).findings]


def test_a_bank_can_be_named_by_its_file(read: Read, folder: Path) -> None:
    read(HEAD + GOOD.replace("early", "late"))
    reading = read_bank(folder / "bank.yaml", "x/bank.yaml")
    assert reading.findings[0].path == "x/bank.yaml"


def test_a_byte_of_windows_1252_has_its_place_and_its_meaning(read: Read) -> None:
    text = (HEAD + GOOD.replace("Where was", "Where “was”")).encode("cp1252")
    message = "bank.yaml is not UTF-8 text: byte 0x93 (in Windows-1252 it would be “)"
    assert [("RD102", FIRST + 2, 19, message, SAVE)] == [shown(finding) for finding in read(text).findings]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_recognized(read: Read, encoding: str) -> None:
    expected = ("RD102", 1, 1, "bank.yaml is not UTF-8 text; it looks like UTF-16", SAVE)
    assert [expected] == [shown(finding) for finding in read((HEAD + GOOD).encode(encoding)).findings]


def test_a_file_of_200_mb_is_not_read(read: Read, folder: Path) -> None:
    read("")
    os.truncate(folder / "bank.yaml", 200 * 2**20)
    expected = ("RD103", 1, 1, "bank.yaml has 200 MB; at most 128 MB are read", "Split it into several files.")
    assert [expected] == [shown(finding) for finding in read_bank(folder).findings]


def test_null_bytes_in_a_text_are_control_characters(read: Read) -> None:
    reading = read(HEAD + GOOD + GOOD.replace("good", "it").replace("Where", "Whe\0re"))
    message, cure = "a control or invisible character, U+0000", "Remove it, or write the character that was meant."
    assert [("RD109", FIRST + 8, 16, message, cure)] == [shown(finding) for finding in reading.findings]
    assert ids(reading) == ["good"]


# the head


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "message", "cure"),
    [
        ("id: small\n", "", "FM203", "1:1", "the bank has no 'id'", "Add a line id: … to it."),
        ("id: small", "id: my bank", "FM205", "1:5", "'my bank' cannot be an id", NO_ID),
        ("id: small", "id: '\\e[31m'", "FM205", "1:5", "'\\e[31m' cannot be an id", NO_ID),
        ("title: A small bank\n", "", "FM203", "1:1", "the bank has no 'title'", "Add a line title: … to it."),
        ("title: A small bank", "title:", "FM203", "2:7", "'title' is empty", "Write a text, or remove the line."),
        ("title: A small bank", "title: x\nid: y", "FM201", "3:1", None, "Remove or rename one of them."),
        ("title: A small bank", "titel: x\ntitle: y", "FM202", "2:1", None, None),
        ("title: A small bank", "title: x\nexact: 3", "FM205", "3:8", None, "Write true or false."),
        ("title: A short history", "titel: x", "FM202", "5:3", None, "Known here are: author, file, id, license, "),
    ],
)
def test_a_problem_in_the_head_keeps_the_questions(
    read: Read, old: str, new: str, code: str, place: str, message: str | None, cure: str | None
) -> None:
    reading = read(HEAD.replace(old, new) + GOOD)
    [(found, line, column, said, help_)] = [shown(finding) for finding in reading.findings]
    assert (code, place) == (found, f"{line}:{column}")
    assert message in (said, None)
    assert help_.startswith(cure or "")
    assert ids(reading) == ["good"]


def test_the_folder_names_a_bank_that_has_no_id(read: Read) -> None:
    reading = read(HEAD.replace("id: small\n", "").replace("title: A small bank\n", "") + GOOD)
    assert reading.bank is not None
    assert (reading.bank.id, reading.bank.title) == ("small", "small")


@pytest.mark.parametrize("key", ["exact: true", "language: de"])
def test_a_setting_below_the_questions_is_said_to_come_too_late(read: Read, key: str) -> None:
    name = key.partition(":")[0]
    message = f"'{name}' stands below the questions that it is for"
    expected = ("FM205", 16, 1, message, "Move this line above questions:.")
    assert [expected] == [shown(finding) for finding in read(f"{HEAD}{GOOD}{key}\n").findings]


@pytest.mark.parametrize(
    ("questions", "code", "column", "message"),
    [
        ("questions: []\n", "FM203", 12, "the bank has no questions"),
        ("questions:\n", "FM204", 11, "'questions' must be a list, not nothing"),
        ("questions: soon\n", "FM204", 12, "'questions' must be a list, not a text"),
        ("questions: {id: x}\n", "FM204", 12, "'questions' must be a list, not 'key: value'"),
    ],
)
def test_questions_must_be_a_list(read: Read, questions: str, code: str, column: int, message: str) -> None:
    expected = (code, 9, column, message, QUESTION)
    assert [expected] == [shown(finding) for finding in read(HEAD.replace("questions:\n", questions)).findings]


def test_an_anchor_on_the_list_or_the_bank_does_not_lose_the_questions(read: Read) -> None:
    reading = read("--- !!map\n" + HEAD.replace("questions:", "questions: &all") + GOOD)
    assert codes(reading) == ["RD106", "RD105"]
    assert ids(reading) == ["good"]


# phases


@pytest.mark.parametrize(
    ("phases", "code", "place", "message"),
    [
        ("", "FM203", "1:1", "the bank has no phases"),
        ("phases: []\n", "FM203", "6:9", "the bank has no phases"),
        ("phases: early\n", "FM204", "6:9", "'phases' must be a list, not a text"),
        ("phases: {early: x}\n", "FM204", "6:9", "'phases' must be a list, not 'key: value'"),
        (
            "phases: [early]\n",
            "FM204",
            "6:10",
            "a phase is written as lines of key: value, not as a text",
        ),
    ],
)
def test_without_phases_only_that_is_said(read: Read, phases: str, code: str, place: str, message: str) -> None:
    head = HEAD.replace("phases:\n  - id: early\n    title: Early years\n", phases)
    reading = read(head + GOOD)
    [(found, line, column, said, _)] = [shown(finding) for finding in reading.findings]
    assert (code, place, message) == (found, f"{line}:{column}", said)
    assert reading.bank is None


def test_two_phases_with_one_id_are_an_error(read: Read) -> None:
    reading = read(HEAD.replace("questions:", "  - {id: early, title: Again}\nquestions:") + GOOD)
    expected = ("BK510", 9, 10, "the id 'early' names another phase already", "Give each phase its own id.")
    assert [expected] == [shown(finding) for finding in reading.findings]
    assert ids(reading) == ["good"]


def test_questions_of_a_phase_with_an_impossible_id_are_left_out_without_more_words(read: Read) -> None:
    reading = read(HEAD.replace("questions:", "  - {id: the end, title: End}\nquestions:") + GOOD + late("the end"))
    assert [shown(f) for f in reading.findings] == [("FM205", 9, 10, "'the end' cannot be an id", NO_ID)]
    assert (ids(reading), reading.left_out) == (["good"], 1)


def late(phase: str) -> str:
    """Return a second question, of another phase."""
    return GOOD.replace("good", "late").replace("early", phase)


def test_a_quotation_of_a_phase_is_checked(read: Read) -> None:
    reading = read(HEAD.replace("title: Early years", "title: Early years\n    quote: Ostriches") + GOOD)
    assert codes(reading) == ["EV401"]
    assert ids(reading) == ["good"]


# sources


def with_source(file: str) -> str:
    """Return a small bank whose source has this name."""
    return HEAD.replace("file: source.txt", f"file: {file}") + GOOD


OUTSIDE = ("SO301", 4, 9, "the source lies outside the bank's folder", "Copy the source text into the bank's folder.")


@pytest.mark.parametrize("file", ["../x", "/dev/zero", "/etc/passwd", "..", "sub/../../x", "link.txt", "zero"])
def test_a_source_outside_the_folder_is_not_opened(read: Read, folder: Path, file: str) -> None:
    folder.mkdir()
    (folder / "link.txt").symlink_to("/etc/passwd")
    (folder / "zero").symlink_to("/dev/zero")
    reading = read(with_source(file))
    assert [shown(finding) for finding in reading.findings] == [OUTSIDE]
    assert (reading.bank, reading.left_out) == (None, 1)


@pytest.mark.parametrize(("file", "near"), [("sourse.txt", " – did you mean 'source.txt'?"), ("zzzzzz", "")])
def test_a_source_that_is_missing_is_named_with_its_neighbour(read: Read, file: str, near: str) -> None:
    message = f"there is no file '{file}' in the bank's folder{near}"
    expected = ("SO302", 4, 9, message, "Put the source text beside bank.yaml.")
    assert [expected] == [shown(finding) for finding in read(with_source(file)).findings]


@pytest.mark.parametrize("file", ['"a\\nb"', "x" * 300, '"' + "y/" * 3000 + '"', "'~'", '"\\U0001F600"'])
def test_a_name_that_no_file_can_have_is_a_missing_source(read: Read, file: str) -> None:
    assert codes(read(with_source(file))) == ["SO302"]


def test_a_source_that_is_a_loop_of_links_is_a_finding(read: Read, folder: Path) -> None:
    folder.mkdir()
    (folder / "loop").symlink_to("loop")
    assert codes(read(with_source("loop"))) == ["SO302"]


@pytest.mark.parametrize("file", ["pipe", "sub", "."])
def test_a_source_that_is_no_regular_file_is_not_opened(read: Read, folder: Path, file: str) -> None:
    folder.mkdir()
    os.mkfifo(folder / "pipe")
    (folder / "sub").mkdir()
    message = f"{folder.name if file == '.' else file} is not a regular file"
    expected = ("SO303", 4, 9, message, "Name a plain text file.")
    assert [expected] == [shown(finding) for finding in read(with_source(file)).findings]


def test_a_source_of_200_mb_is_not_read(read: Read, folder: Path) -> None:
    folder.mkdir()
    (folder / "big.txt").touch()
    os.truncate(folder / "big.txt", 200 * 2**20)
    message = "big.txt has 200 MB; at most 32 MB are read"
    assert ("SO303", message) == shown(read(with_source("big.txt")).findings[0])[::3]


def test_a_source_that_is_not_utf_8_has_the_finding_in_itself(read: Read) -> None:
    reading = read(HEAD + GOOD, source=SOURCE.encode() + b"caf\xe9\n")
    message = "source.txt is not UTF-8 text: byte 0xE9 (in Windows-1252 it would be é)"
    assert [("RD102", 7, 4, message, SAVE)] == [shown(finding) for finding in reading.findings]
    assert reading.findings[0].path == "small/source.txt"


def test_a_source_without_words_is_empty(read: Read) -> None:
    expected = ("RD101", 4, 9, "the source source.txt is empty", "Put the text into it.")
    assert [expected] == [shown(finding) for finding in read(HEAD + GOOD, source=" \n\n").findings]


def test_a_control_character_in_a_source_does_not_keep_it_from_being_read(read: Read) -> None:
    reading = read(HEAD + GOOD, source=SOURCE + "\x1b[31mred\n")
    expected = ("RD109", 7, 1, "the source holds a control character, U+001B", "Remove it.")
    assert [expected] == [shown(finding) for finding in reading.findings]
    assert ids(reading) == ["good"]


@pytest.mark.parametrize(
    ("source", "code", "place"),
    [("", "FM203", "1:1"), ("source: []\n", "FM203", "3:9"), ("source: [[x]]\n", "FM204", "3:10")],
)
def test_a_bank_without_a_source_says_only_that(read: Read, source: str, code: str, place: str) -> None:
    reading = read(HEAD.replace("source:\n  file: source.txt\n  title: A short history\n", source) + GOOD)
    [(found, line, column, _, _)] = [shown(finding) for finding in reading.findings]
    assert (code, place) == (found, f"{line}:{column}")


def test_with_several_sources_a_quotation_must_say_which(read: Read) -> None:
    head = HEAD.replace("source:\n  file: source.txt\n  title: A short history\n", TWO)
    other = GOOD.replace("good", "it").replace("quote: The", "quote: {source: a, text: The").replace("Rapallo\n", "")
    reading = read(head + GOOD + other + "Rapallo}\n", other="Other words.\n")
    message = "the bank has several sources, and the quotation does not say which"
    cure = "Write quote: {source: ID, text: …}."
    assert ("FM209", 15, 12, message, cure) == shown(reading.findings[0])


def test_two_sources_with_one_id_are_an_error(read: Read) -> None:
    head = HEAD.replace("source:\n  file: source.txt\n  title: A short history\n", TWO.replace("id: b", "id: a"))
    expected = ("BK510", 5, 10, "the id 'a' names another source already", "Give each source its own id.")
    assert expected in [shown(finding) for finding in read(head + GOOD, other="Other.\n").findings]
