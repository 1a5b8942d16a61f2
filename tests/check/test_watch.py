"""Watching a bank: the question under work is the one that changed."""

from pathlib import Path

import pytest

from quiz.check.watch import Watch
from tests.banks.conftest import SOURCE

HEAD = """id: small
title: A small bank
source: source.txt
phases: [{id: early, title: Early years}]
allow: {BK507: small, BK503: alike}
questions:
"""


def question(ident: str, more: str = "", quote: str = "The treaty was signed at Rapallo") -> str:
    """Return a question without a finding, but for `more` fields."""
    return f"""  - id: {ident}
    type: short-answer
    phase: early
    prompt: Where was the treaty of the two powers signed, says {ident}?
    answer: Rapallo
    accept: [at Rapallo]
    explanation: The treaty has its name from the place, Rapallo near Genoa.
    quote: {quote}
{more}"""


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    """A watched bank, which has not been written yet."""
    (tmp_path / "source.txt").write_text(SOURCE, "utf-8")
    return Watch(tmp_path, "small")


def under_work(watch: Watch, *questions: str, after: str = "") -> str:
    """Save a bank of these questions, and return the question under work."""
    watch.file.write_text(HEAD + "".join(questions) + after, "utf-8")
    return watch.look().question


BROKEN = question("b").replace("prompt: Where", "prompt: @Where")
CASES = {
    "nothing: the last question": ("c", [question("a"), question("b"), question("c")]),
    "a word of the second": ("b", [question("a"), question("b").replace("two", "three"), question("c")]),
    "two of them: the first": ("b", [question("a"), question("b", "    tags: x\n"), question("c", "    tags: x\n")]),
    "a new one at the end": ("d", [question("a"), question("b"), question("c"), question("d")]),
    "a new one between": ("d", [question("a"), question("d"), question("b"), question("c")]),
    "one that is broken YAML now": ("b", [question("a"), BROKEN, question("c")]),
    "one that has an error now": ("b", [question("a"), question("b", quote="Nowhere"), question("c")]),
    "one is gone, with nothing else": ("c", [question("a"), question("c")]),
    "a comment between": ("c", [question("a"), "\n  # Now on Genoa:\n", question("b"), question("c")]),
}


@pytest.mark.parametrize("shows", CASES)
def test_the_question_that_changed_is_under_work(watch: Watch, shows: str) -> None:
    expected, after = CASES[shows]
    assert "c" == under_work(watch, question("a"), question("b"), question("c"))
    assert expected == under_work(watch, *after)


def test_without_a_change_it_is_the_first_with_a_finding(watch: Watch) -> None:
    bank = [question("a"), question("b", quote="Nowhere"), question("c", quote="Nor here")]
    assert "b" == under_work(watch, *bank)
    assert "b" == under_work(watch, *bank)
    mended = [question("a"), question("b"), question("c", quote="Nor here")]
    assert ["b", "c"] == [under_work(watch, *mended), under_work(watch, *mended)]


def test_the_same_question_stays_under_work_when_nothing_speaks_for_another(watch: Watch) -> None:
    changed = [question("a", "    tags: x\n"), question("b")]
    under_work(watch, question("a"), question("b"))
    assert ["a", "a"] == [under_work(watch, *changed), under_work(watch, *changed)]


def test_a_key_below_the_questions_belongs_to_none(watch: Watch) -> None:
    under_work(watch, question("a"), question("b"))
    assert "b" == under_work(watch, question("a"), question("b"), after="author: A. Teacher\n")
    assert "a" == under_work(watch, question("a", "    tags: x\n"), question("b"), after="author: B. Teacher\n")


def test_questions_in_braces_and_lists_at_the_margin_are_told_apart(watch: Watch) -> None:
    short = "- {{id: {}, type: true-false, phase: early, prompt: So?, answer: true, quote: The treaty}}\n"
    under_work(watch, short.format("a"), short.format("b"), short.format("c"))
    assert "b" == under_work(watch, short.format("a"), short.format("b").replace("So", "No"), short.format("c"))


def test_a_bank_that_is_empty_for_a_moment_does_not_make_every_question_new(watch: Watch) -> None:
    under_work(watch, question("a"), question("b"))
    watch.file.write_text("", "utf-8")
    assert "" == watch.look().question
    assert "b" == under_work(watch, question("a"), question("b", "    tags: x\n"))


def test_a_save_of_the_bank_or_of_its_source_changes_the_stamp(watch: Watch, tmp_path: Path) -> None:
    under_work(watch, question("a"))
    stamps = [watch.stamp()]
    for path in (watch.file, tmp_path / "source.txt"):
        path.write_text(path.read_text("utf-8") + "\n", "utf-8")
        stamps.append(watch.stamp())
    watch.file.unlink()
    assert not watch.is_there
    stamps.append(watch.stamp())
    assert 4 == len({tuple(stamp.items()) for stamp in stamps})


def test_a_bank_may_be_named_by_its_file(tmp_path: Path) -> None:
    (tmp_path / "source.txt").write_text(SOURCE, "utf-8")
    assert "a" == under_work(Watch(tmp_path / "bank.yaml", "bank.yaml"), question("a"))
