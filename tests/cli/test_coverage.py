"""`quiz coverage`: the source with the number of questions on each sentence."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.samples import EIGHT, HEAD, bank_file, question

FULL, HALF = "█" * 20, "█" * 10 + "░" * 10


@pytest.fixture
def more(here: Path) -> Path:
    """The bank of eight, with a sentence below its text that no question quotes."""
    folder = here / "more"
    shutil.copytree(EIGHT, folder)
    source = folder / "source.txt"
    source.write_text(source.read_text("utf-8").rstrip() + " Gulls nest on the gallery.\n", "utf-8")
    return folder


def test_every_sentence_stands_behind_the_number_of_its_questions(quiz: Call) -> None:
    result = quiz("coverage", str(EIGHT))
    expected = [
        "The Lighthouse",
        "A short history",
        "",
        f"Paragraph 1  {FULL}  3 of 3 sentences quoted, 3 questions",
        "    1  The lighthouse at Rook Point was lit for the first time in 1822.",
        "    2  It burned whale oil, and its keeper, Ada Marsh, climbed the 96 steps four times a night.",
        "    1  A fire in 1841 destroyed the lamp room.",
        "",
        f"Paragraph 2  {FULL}  4 of 4 sentences quoted, 7 questions",
        "    3  After the fire the tower was raised by nine metres and given a lens from Paris.",
        "    1  The new lamp could be seen at a distance of twenty miles.",
        "    3  In 1903 the oil gave way to electric light, and the last keeper left in 1968.",
        "    2  Since then the light has been switched on by a clock.",
        "",
        "Questions per phase:",
        f"  {FULL}  4 questions  The age of oil",
        f"  {FULL}  4 questions  The age of electric light",
        "0 sentences are used by no question.",
    ]
    assert (0, "", expected) == (result.code, result.err, result.lines)


def test_a_sentence_that_no_question_uses_is_named_at_the_end(quiz: Call, more: Path) -> None:
    lines = quiz("coverage", str(more)).lines
    assert f"Paragraph 2  {'█' * 16}░░░░  4 of 5 sentences quoted, 7 questions" in lines
    assert "    –  Gulls nest on the gallery." in lines
    expected = ["1 sentence is used by no question:", "  paragraph 2, sentence 5: Gulls nest on the gallery."]
    assert expected == lines[-2:]


def test_json_has_every_sentence_but_the_headings_with_its_questions(quiz: Call, more: Path) -> None:
    result = quiz("coverage", str(more), "--json")
    data = json.loads(result.out)
    assert (0, "", {"bank", "phases", "sentences"}) == (result.code, result.err, set(data))
    assert "eight" == data["bank"]
    phases = [("oil", "The age of oil", 4), ("electric", "The age of electric light", 4)]
    assert phases == [(phase["id"], phase["title"], phase["questions"]) for phase in data["phases"]]
    rows = data["sentences"]
    places = [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (2, 4), (2, 5)]
    assert places == [(row["paragraph"], row["sentence"]) for row in rows]
    assert [1, 2, 1, 3, 1, 3, 2, 0] == [len(row["questions"]) for row in rows]
    first = {"paragraph": 1, "sentence": 1, "questions": ["sequence"]}
    assert first.items() <= rows[0].items()
    assert "The lighthouse at Rook Point was lit for the first time in 1822." == rows[0]["text"]
    assert {"rebuilt", "city", "numbers"} == set(rows[3]["questions"])
    assert ("Gulls nest on the gallery.", []) == (rows[7]["text"], rows[7]["questions"])


def test_of_several_texts_each_is_named(quiz: Call, here: Path) -> None:
    sources = "sources: [{id: a, file: source.txt, title: A text}, {id: b, file: other.txt, title: Another}]\n"
    text = HEAD.replace("source: {file: source.txt, title: A short text}\n", sources) + question("salt")
    bank_file(here / "two", text.replace("quote: The sea is salt", "quote: {source: a, text: The sea is salt}"))
    (here / "two" / "other.txt").write_text("Grass is green.\n", "utf-8")
    lines = quiz("coverage", "two").lines
    assert f"A text, paragraph 1  {HALF}  1 of 2 sentences quoted, 1 question" in lines
    assert f"Another, paragraph 1  {'░' * 20}  0 of 1 sentence quoted, 0 questions" in lines
    expected = [
        f"  {FULL}  1 question  Phase one",
        f"  {'░' * 20}  0 questions  Phase two",
        "2 sentences are used by no question:",
        "  A text, paragraph 1, sentence 2: The sky is blue.",
        "  Another, paragraph 1, sentence 1: Grass is green.",
    ]
    assert expected == lines[-5:]


def test_a_bank_may_be_named_by_its_id(quiz: Call, home: Path) -> None:
    bank_file(home / "banks" / "mine")
    assert "small" == json.loads(quiz("coverage", "small", "--json").out)["bank"]


def test_a_bank_that_is_not_there_or_cannot_be_used_is_said(quiz: Call, here: Path) -> None:
    missing = quiz("coverage", "nothing")
    assert (2, "") == (missing.code, missing.out)
    assert "nothing" in missing.err
    bank_file(here / "bad", HEAD + question("lost", "tow"))
    unusable = quiz("coverage", "bad")
    assert (1, "") == (unusable.code, unusable.out)
    assert "no question of 'bad' can be asked." in unusable.err


def test_hostile_texts_are_made_visible(quiz: Call, here: Path) -> None:
    title = HEAD.replace("Phase one", '"a\\u202eb"')
    bank_file(here / "bad", title + question("salt"), "The sea is salt. The\u202e sky\u2028is blue.\n")
    assert "The⟨U+202E⟩ sky⟨U+2028⟩is blue." in quiz("coverage", "bad").out
    assert 0 == quiz("coverage", "bad", "--json").code
