"""`quiz new`: a bank on a text that passes the check at once, with an example of every type to uncomment."""

import re
import shutil
import sys
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from quiz.banks.files import MAX_SOURCE_BYTES
from quiz.banks.reader import Reading, read_bank
from quiz.banks.schema import schema, schema_text
from quiz.core.questions import types
from tests.cli.conftest import Call, Result
from tests.cli.samples import EIGHT

FIRST_BANK = EIGHT.parent.parent.parent / "question_banks" / "soviet_foreign_policy"
LIGHTHOUSE = (EIGHT / "source.txt").read_text("utf-8")
SOURCES = {
    "prose with years": LIGHTHOUSE,
    "a long article": (FIRST_BANK / "source.txt").read_text("utf-8"),
    "one word": "Hello",
    "one sentence": "The cat sat on the mat.\n",
    "a poem": "Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye,\n",
    "a language without blanks": "東京は日本の首都である。人口は約千四百万人。川が流れる。\n",
    "another script": "Договор был подписан в Рапалло в 1922 году. Германия отказалась от своих требований.\n",
    "signs that YAML knows": '# A: heading\n\n- "It\'s" {so}: [it] was & *is* | 50% > @home in `1922`, he said: #1!\n',
    "braces and bars": "The {{gap}} is not | one. A plain sentence that stands beside it was written in 1999.\n",
    "an elision": "He said […] nothing. The rest of the text was lost in the great fire of 1666, alas.\n",
    "numbers with commas": "There were 1,922 ships and 3.5 boats in the harbour of Rotterdam that year.\n",
    "one paragraph of 5000 words": " ".join(f"thing{i} and" for i in range(2500)),
    "one word of 5000 letters": "x" * 5000,
    "Windows line ends": LIGHTHOUSE.replace("\n", "\r\n"),
    "a byte order mark": "\ufeff" + LIGHTHOUSE,
    "signs only": "!!! ???\n",
    "invisible signs": "A zero\u200bwidth text of the year 1922 is here. A visible one from Berlin follows it.\n",
    "repeated sentences": "The lamp was lit in 1822. The lamp was lit in 1822. So it was for Ada Marsh, too.\n",
}


def make(quiz: Call, text: str, *more: str) -> Result:
    """Make a bank in `new` on a text."""
    Path("text.txt").write_bytes(text.encode())
    return quiz("new", "new", "--source", "text.txt", *more)


def uncommented(folder: Path) -> Reading:
    """Remove the comment signs from all examples, and read the bank."""
    text = (folder / "bank.yaml").read_text("utf-8")
    examples = text.index("  # - id: example-")
    blocks = re.sub(r"^  # (?=- id:|  )", "  ", text[examples:], flags=re.MULTILINE)
    (folder / "bank.yaml").write_text(text[:examples] + blocks, "utf-8")
    return read_bank(folder)


@pytest.mark.parametrize("shows", SOURCES)
def test_it_passes_the_check_at_once_whatever_the_source(quiz: Call, shows: str) -> None:
    made = make(quiz, SOURCES[shows])
    assert (0, "") == (made.code, made.err)
    checked = quiz("check", "new", "--strict")
    assert (0, "") == (checked.code, checked.err), checked.out
    assert "1 question in 1 phase" in checked.out
    assert "no errors, no warnings" in checked.out
    assert SOURCES[shows].encode() == Path("new/source.txt").read_bytes()


@pytest.mark.parametrize("shows", SOURCES)
def test_every_example_is_a_good_question_once_its_comment_signs_are_gone(quiz: Call, shows: str) -> None:
    make(quiz, SOURCES[shows])
    reading = uncommented(Path("new"))
    assert () == reading.findings
    assert reading.bank is not None
    assert sorted(types()) == sorted(question.kind for question in reading.bank.questions[1:])


@pytest.mark.parametrize("shows", SOURCES)
def test_it_is_valid_for_the_editor(quiz: Call, shows: str) -> None:
    make(quiz, SOURCES[shows])
    validator = Draft202012Validator(schema())
    validator.validate(yaml.load(Path("new/bank.yaml").read_text("utf-8"), yaml.BaseLoader))
    uncommented(Path("new"))
    validator.validate(yaml.load(Path("new/bank.yaml").read_text("utf-8"), yaml.BaseLoader))


def test_the_first_line_points_editors_to_the_schema_beside_it(quiz: Call) -> None:
    make(quiz, LIGHTHOUSE)
    first = Path("new/bank.yaml").read_text("utf-8").split("\n")[0]
    assert "# yaml-language-server: $schema=bank.schema.json" == first
    assert schema_text() == Path("new/bank.schema.json").read_text("utf-8")
    assert ["bank.schema.json", "bank.yaml", "source.txt"] == sorted(path.name for path in Path("new").iterdir())


def test_the_question_is_a_gap_at_a_number_of_the_text(quiz: Call) -> None:
    make(quiz, LIGHTHOUSE)
    taken = quiz("take", "new", "--plain", replies="1822\n")
    assert "The lighthouse at Rook Point was lit for the first time in [____]." in taken.lines
    assert "Correct." in taken.lines


def test_the_examples_speak_in_the_words_of_the_source(quiz: Call) -> None:
    make(quiz, LIGHTHOUSE)
    text = Path("new/bank.yaml").read_text("utf-8")
    assert "  #     A fire in 1841: destroyed the lamp room." in text.split("\n")
    assert "wrong option" not in text.replace("A wrong option", "").replace("Another wrong option", "")


def test_title_and_id_come_from_heading_and_folder_or_are_given(quiz: Call) -> None:
    made = make(quiz, LIGHTHOUSE)
    assert "Made “The Lighthouse” in new: bank.yaml with a first question, and source.txt." == made.lines[0]
    bank = read_bank(Path("new")).bank
    assert bank is not None
    assert ("new", "The Lighthouse") == (bank.id, bank.title)
    quiz("new", "My  Bank_2", "--source", "text.txt", "--title", 'On: "light"')
    bank = read_bank(Path("My  Bank_2")).bank
    assert bank is not None
    assert ("my-bank-2", 'On: "light"') == (bank.id, bank.title)
    quiz("new", "third", "--source", "text.txt", "--id", "rook-point")
    assert "id: rook-point  #" in Path("third/bank.yaml").read_text("utf-8")
    Path("rook_point.txt").write_text("It was lit in 1822, and burned whale oil for eighty-one years.", "utf-8")
    assert "Made “Rook point”" in quiz("new", "fourth", "--source", "rook_point.txt").out


def test_a_folder_that_is_empty_is_filled(quiz: Call, here: Path) -> None:
    (here / "new").mkdir()
    assert 0 == make(quiz, LIGHTHOUSE).code
    assert 0 == quiz("check", "new").code
    assert ["bank.schema.json", "bank.yaml", "source.txt"] == sorted(path.name for path in Path("new").iterdir())


def test_folders_above_it_are_made(quiz: Call) -> None:
    Path("text.txt").write_text(LIGHTHOUSE, "utf-8")
    assert 0 == quiz("new", "a/b/c", "--source", "text.txt").code
    assert 0 == quiz("check", "a/b/c").code


def refused(result: Result) -> str:
    """Return why it was refused, after a look that nothing was left behind."""
    assert (1, "", 1) == (result.code, result.out, len(result.err.splitlines()))
    assert [] == list(Path().rglob(".making*"))
    return result.err.removeprefix("quiz: not made: ").rstrip("\n")


def test_a_folder_with_files_is_refused_and_left_as_it_is(quiz: Call, here: Path) -> None:
    (here / "new").mkdir()
    (here / "new" / "notes.txt").write_text("mine")
    assert "new is not empty (notes.txt); name a folder that is not there yet." == refused(make(quiz, LIGHTHOUSE))
    assert ["notes.txt"] == [path.name for path in Path("new").iterdir()]
    (here / "file").touch()
    said = refused(quiz("new", "file", "--source", "text.txt"))
    assert "file is a file; name a folder that is not there yet." == said


@pytest.mark.parametrize(
    ("expected", "data"),
    [
        ("text.txt is empty; put the text into it first.", b" \n\n"),
        (
            "text.txt is not UTF-8 text: byte 0xE9 (in Windows-1252 it would be é) in line 2; save the file as ",
            b"a\n\xe9",
        ),
        ("text.txt is not UTF-8 text; it looks like UTF-16; save the file as UTF-8", "A text.".encode("utf-16")),
        ("the source holds a control character, U+001B in line 3 of the source; remove it.", b"One.\n\nTwo\x1b[0m.\n"),
        ("nothing in the source can be quoted; it needs a sentence at least.", "[…]\n".encode()),
    ],
)
def test_a_source_that_cannot_be_used_is_refused_in_plain_words(quiz: Call, expected: str, data: bytes) -> None:
    Path("text.txt").write_bytes(data)
    assert refused(quiz("new", "new", "--source", "text.txt")).startswith(expected)
    assert not Path("new").exists()


def test_a_source_that_is_not_there_or_no_file_is_refused(quiz: Call, here: Path) -> None:
    said = refused(quiz("new", "new", "--source", "nothing.txt"))
    assert "there is no file nothing.txt; name the text that the questions are about." == said
    assert "here is not a regular file" in refused(quiz("new", "new", "--source", str(here)))
    with (here / "big.txt").open("wb") as file:
        file.truncate(MAX_SOURCE_BYTES + 1)
    assert "big.txt has 32 MB; at most 32 MB are read" in refused(quiz("new", "new", "--source", "big.txt"))


@pytest.mark.parametrize("ident", ["my bank", "-x", "i" * 101])
def test_an_id_that_cannot_be_one_is_refused(quiz: Call, ident: str) -> None:
    said = refused(make(quiz, LIGHTHOUSE, f"--id={ident}"))
    assert "cannot be an id; use letters, digits and hyphens, without blanks, 100 at the most." in said
    assert not Path("new").exists()


@pytest.mark.parametrize("name", ["n" * 300, "a\0b"])
def test_a_name_that_no_folder_can_have_is_refused(quiz: Call, name: str) -> None:
    Path("text.txt").write_text(LIGHTHOUSE, "utf-8")
    assert refused(quiz("new", name, "--source", "text.txt"))


@pytest.mark.parametrize("there_before", [False, True])
def test_a_failure_in_the_middle_leaves_nothing(
    quiz: Call, monkeypatch: pytest.MonkeyPatch, there_before: bool
) -> None:
    def full(*paths: object) -> None:
        raise OSError(28, "No space left on device", str(paths[-1]))

    def full_for_yaml(path: Path, target: Path) -> None:
        if target.suffix == ".yaml":
            full(target)
        path.rename(target)

    if there_before:
        Path("new").mkdir()
        monkeypatch.setattr(Path, "replace", full_for_yaml)
    else:
        monkeypatch.setattr(shutil, "copyfile", full)
    assert "there is no room left on the disk of new; make room" in refused(make(quiz, LIGHTHOUSE))
    assert there_before is Path("new").exists()
    assert [] == list(Path().glob("new/*"))


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter there")
def test_the_folder_is_as_open_as_any_other(quiz: Call, here: Path) -> None:
    (here / "other").mkdir()
    make(quiz, LIGHTHOUSE)
    assert (here / "other").stat().st_mode == (here / "new").stat().st_mode


def test_a_folder_that_would_stand_in_a_file_is_refused_in_plain_words(quiz: Call) -> None:
    Path("text.txt").write_text(LIGHTHOUSE, "utf-8")
    why = "text.txt/new cannot be there, as what should be its folder is a file; choose another place"
    assert (1, f"quiz: not made: {why}.\n") == (
        (result := quiz("new", "text.txt/new", "--source", "text.txt")).code,
        result.err,
    )
