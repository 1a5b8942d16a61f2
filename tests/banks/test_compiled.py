"""The compiled copy of a large bank: the same as its text, made on demand, and never noticed when it is no good."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.banks import cache, compiled, copies
from quiz.banks.compiled import FORMAT, open_bank
from quiz.banks.packed import MisshapenError, field_names, pack_question, unpack_question
from quiz.banks.reader import read_bank
from quiz.banks.reading import Reading
from quiz.core.bank import Bank, Phase, Quote, Source
from quiz.core.listing import Listing
from quiz.core.questions import types
from quiz.core.questions.base import Option, Question
from quiz.core.questions.cloze import Gap
from quiz.study import Study, Wish, open_record
from quiz.study.review import coming
from tests.banks.conftest import GOOD, HEAD, SOURCE
from tests.benchmarks.reading import write

ROOT = Path(__file__).parent.parent.parent
FIRST = ROOT / "question_banks" / "soviet_foreign_policy"
EIGHT = ROOT / "tests" / "data" / "eight"
NAMED = "Where was the treaty signed?"


@pytest.fixture(autouse=True)
def every_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the smallest bank have a copy."""
    monkeypatch.setattr(compiled, "LEAST_QUESTIONS", 1)
    monkeypatch.setattr(compiled, "LEAST_BYTES", 0)


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank of two questions, read once."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "source.txt").write_text(SOURCE, "utf-8")
    (folder / "bank.yaml").write_text(HEAD + GOOD + GOOD.replace("good", "second"), "utf-8")
    open_bank(folder)
    return folder


def the_copy(home: Path) -> Path:
    """Return the only copy there is."""
    (found,) = (home / "cache" / "banks").iterdir()
    return found


def is_copy(reading: Reading) -> bool:
    """Return whether a bank came from its copy."""
    return reading.bank is not None and isinstance(reading.bank.questions, Listing)


def bank_of(reading: Reading) -> Bank:
    """Return the bank, which there is."""
    assert reading.bank is not None
    return reading.bank


def prompts(path: Path) -> list[str]:
    """Return all prompts of a bank as it is opened now."""
    return [question.prompt for question in bank_of(open_bank(path)).questions]


# the same as the text


@pytest.mark.parametrize("path", [FIRST, EIGHT])
def test_a_copy_holds_what_the_text_does(path: Path) -> None:
    text, once, again = read_bank(path), open_bank(path), open_bank(path)
    assert [False, True] == [is_copy(once), is_copy(again)]
    assert (text.path, text.bank, text.lines, text.findings) == (again.path, again.bank, again.lines, again.findings)
    ours, theirs = bank_of(text), bank_of(again)
    assert [q.fingerprint for q in ours.questions] == [q.fingerprint for q in theirs.questions]
    assert list(ours.by_id.items()) == list(theirs.by_id.items())
    assert [(q.id, q.phase, q.chance) for q in ours.questions] == [(q.id, q.phase, q.chance) for q in theirs.listed]
    assert {p: [q.id for q in qs] for p, qs in ours.by_phase.items()} == {
        p: [q.id for q in qs] for p, qs in theirs.by_phase.items()
    }
    assert [ours.where(q.quotes[0]) for q in ours.questions] == [theirs.where(q.quotes[0]) for q in theirs.questions]
    assert ours.questions[1:3] == theirs.questions[1:3]
    assert ours.questions[-1] == theirs.questions[-1]
    assert hash(theirs.questions) == hash(ours.questions)


def test_a_bank_is_the_same_by_its_folder_and_by_its_file(bank: Path, home: Path) -> None:
    assert is_copy(open_bank(bank / "bank.yaml"))
    assert is_copy(open_bank(bank))
    assert the_copy(home).suffix == ".copy"


def test_only_a_large_bank_without_a_finding_has_a_copy(
    bank: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    the_copy(home).unlink()
    (bank / "bank.yaml").write_text(HEAD + GOOD + GOOD, "utf-8")
    assert 1 == len(open_bank(bank).findings)
    monkeypatch.setattr(compiled, "LEAST_QUESTIONS", 2)
    (bank / "bank.yaml").write_text(HEAD + GOOD, "utf-8")
    open_bank(bank)
    assert not list((home / "cache" / "banks").iterdir())


def test_a_file_that_is_too_large_is_not_even_looked_into(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.truncate(bank / "bank.yaml", 200 << 20)
    monkeypatch.delattr("quiz.banks.stamps.taken")
    monkeypatch.delattr("quiz.banks.compiled.taken")
    assert ["RD103"] == [finding.code for finding in open_bank(bank).findings]


def test_nobody_waits_for_a_pipe(bank: Path) -> None:
    (bank / "bank.yaml").unlink()
    os.mkfifo(bank / "bank.yaml")
    assert ["RD111"] == [finding.code for finding in open_bank(bank).findings]


# made on demand


def test_home_a_draw_and_a_forecast_make_no_question(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[bytes] = []

    def make(data: bytes) -> Question:
        made.append(data)
        return unpack_question(data)

    monkeypatch.setattr(copies, "unpack_question", make)
    study = Study.open(bank, open_record())
    assert 2 == len(study.bank.questions)
    study.standings()
    study.scores()
    study.choose(Wish(count=1), 1)
    study.choose(Wish(("early",), missed=True), 1)
    coming(study)
    assert "good" in study.bank.by_id
    assert not study.bank.by_id.get("other")
    assert [] == made
    assert NAMED == study.bank.by_id["second"].prompt
    assert study.bank.by_id["second"] is study.bank.questions[1]
    assert 1 == len(made)
    study.record.close()


def test_the_parser_is_not_loaded_for_a_copy(tmp_path: Path) -> None:
    write(tmp_path, 2000)
    run = "from quiz.cli.main import main; import sys; main(['take', sys.argv[1], '--plain', '--count', '1'])"
    show = (
        "print([name for name in ('yaml', 'pickle', 'marshal', 'sqlite3', 'quiz.banks.reader') if name in sys.modules])"
    )
    found = [
        subprocess.run(
            [sys.executable, "-c", f"{run}; {show}", str(tmp_path)],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()[-1]
        for _ in range(2)
    ]
    assert "'yaml'" in found[0]
    assert "'yaml'" not in found[1]
    assert "'quiz.banks.reader'" not in found[1]


# stale


def test_a_changed_bank_is_read_anew(bank: Path) -> None:
    (bank / "bank.yaml").write_text(HEAD + GOOD.replace("Where", "When?"), "utf-8")
    assert [NAMED.replace("Where", "When?")] == prompts(bank)
    assert is_copy(open_bank(bank))


def test_a_changed_source_is_read_anew_though_size_and_time_are_the_same(bank: Path) -> None:
    source = bank / "source.txt"
    before = source.stat()
    source.write_text(SOURCE.replace("1922", "1923"), "utf-8")
    os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert before.st_size == source.stat().st_size
    assert "1923" in bank_of(open_bank(bank)).sources[0].text
    assert is_copy(open_bank(bank))


def test_a_quotation_that_is_gone_from_the_source_is_found_in_spite_of_the_copy(bank: Path) -> None:
    (bank / "source.txt").write_text(SOURCE.replace("Rapallo", "Geneva"), "utf-8")
    assert ["EV401", "EV401"] == [finding.code for finding in open_bank(bank).findings]


@pytest.mark.parametrize("name", ["bank.yaml", "source.txt"])
def test_another_time_alone_changes_nothing(bank: Path, home: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.banks.stamps._SETTLED_NS", -(1 << 62))
    monkeypatch.delattr("quiz.banks.reader.read_bank")
    assert is_copy(open_bank(bank))
    os.utime(bank / name, ns=(1, 1_000_000_000))
    before = the_copy(home).read_bytes()
    assert is_copy(open_bank(bank))
    assert before != the_copy(home).read_bytes()  # the new time is in it now
    monkeypatch.delattr("quiz.banks.stamps.taken")  # and so it need not be looked into
    assert [NAMED, NAMED] == prompts(bank)


def test_the_marks_of_a_file_that_was_just_written_are_not_relied_on(bank: Path, home: Path) -> None:
    (bank / "bank.yaml").write_text(HEAD + GOOD, "utf-8")
    open_bank(bank)
    files = json.loads(the_copy(home).read_bytes().split(b"\n")[0])[2]
    assert [("bank.yaml", []), ("source.txt", [])] == [(name, marks) for name, _, _, marks in files]


def test_a_bank_that_changes_while_it_is_read_gets_no_copy(
    bank: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    the_copy(home).unlink()

    def read(path: Path) -> Reading:
        reading = read_bank(path)
        (bank / "bank.yaml").write_text(HEAD + GOOD, "utf-8")
        return reading

    monkeypatch.setattr("quiz.banks.reader.read_bank", read)
    open_bank(bank)
    assert not list((home / "cache" / "banks").iterdir())


# damaged, foreign, impossible


def head_changed(place: int, value: object) -> Callable[[bytes], bytes]:
    """Return a damage: another value in the first line."""

    def damage(data: bytes) -> bytes:
        line, _, body = data.partition(b"\n")
        head = json.loads(line)
        head[place] = value
        return json.dumps(head).encode() + b"\n" + body

    return damage


def rewritten(change: Callable[[list[Any]], None]) -> Callable[[bytes], bytes]:
    """Return a damage that hides itself: the data below the first line are changed, sizes and checksum fit."""

    def damage(data: bytes) -> bytes:
        line, top, columns, *questions, _ = data.split(b"\n")
        values = [json.loads(part) for part in (top, columns, *questions)]
        change(values)
        packed = [json.dumps(value, separators=(",", ":")).encode() + b"\n" for value in values]
        if len(values[1]) == 5 and len(values[1][4]) == len(packed) - 2:
            values[1][4] = [len(part) for part in packed[2:]]
            packed[1] = json.dumps(values[1]).encode() + b"\n"
        parts = [packed[0], packed[1], b"".join(packed[2:])]
        return copies.first_line(copies.read_head(line), parts) + b"".join(parts)

    return damage


def put(value: object, *place: int) -> Callable[[bytes], bytes]:
    """Return a damage that puts a value at a place of the data: part, and where in it."""

    def change(values: list[Any]) -> None:
        inner: Any = values
        for index in place[:-1]:
            inner = inner[index]
        inner[place[-1]] = value

    return rewritten(change)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "one line": lambda data: data.split(b"\n")[0],
    "truncated": lambda data: data[:-1],
    "half": lambda data: data[: len(data) // 2],
    "longer": lambda data: data + b"\n",
    "garbage": lambda _: os.urandom(5000),
    "zeros": lambda data: b"\0" * len(data),
    "a bit": lambda data: data[:-20] + bytes([data[-20] ^ 1]) + data[-19:],
    "another version": head_changed(0, "0/0"),
    "another bank": head_changed(1, "/somewhere/bank.yaml"),
    "no files": head_changed(2, []),
    "files that are none": head_changed(2, [1, 2]),
    "sizes below nothing": head_changed(3, [-1, 0, 1]),
    "too deep": lambda data: b"[" * 100_000 + data,
    "a huge number": head_changed(4, 10**30),
    "a head that is no list": lambda _: b'{"a": 1}\n',
    "no phases": put([], 0, 2),
    "a title that is none": put(None, 0, 0, 1),
    "another source": put("other.txt", 0, 1, 0, 3),
    "a question less": rewritten(lambda values: values.pop()),
    "an id twice": put(["good", "good"], 1, 0),
    "an id that is none": put([1, 2], 1, 0),
    "a phase too many": put([0, 7], 1, 1),
    "too few chances": put([0.5], 1, 2),
    "columns that are none": put([], 1),
    "lines below nothing": put([-1, 2], 1, 3),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_copy_is_made_anew(bank: Path, home: Path, name: str) -> None:
    copy = the_copy(home)
    good = copy.read_bytes()
    copy.write_bytes(DAMAGES[name](good))
    reading = open_bank(bank)
    assert not is_copy(reading)
    assert read_bank(bank).bank == reading.bank
    assert is_copy(open_bank(bank))
    assert good.split(b"\n")[1:] == copy.read_bytes().split(b"\n")[1:]


CRAFTED: dict[str, Callable[[bytes], bytes]] = {
    "no question": put(None, 2),
    "an unknown type": put("essay", 2, 0),
    "a type that is none": put(["choice"], 2, 0),
    "a field less": rewritten(lambda values: values[2][1].pop()),
    "a prompt that is none": put(7, 2, 1, 2),
    "another question": rewritten(lambda values: values.__setitem__(2, values[3])),
    "no wrong options": put([], 2, 1, 9),
    "a quotation beyond the end": put([["x", "source", [[5, 10_000]]]], 2, 1, 3),
    "a quotation of nothing": put([["x", "source", []]], 2, 1, 3),
    "a source that is not there": put([["x", "other", [[0, 1]]]], 2, 1, 3),
    "a flag for a number": put([["x", "source", [[False, True]]]], 2, 1, 3),
}


@pytest.mark.parametrize("name", CRAFTED)
def test_a_question_that_is_not_as_it_should_be_comes_from_the_text(bank: Path, home: Path, name: str) -> None:
    copy = the_copy(home)
    copy.write_bytes(CRAFTED[name](copy.read_bytes()))
    reading = open_bank(bank)
    assert is_copy(reading)
    assert bank_of(read_bank(bank)).questions == bank_of(reading).questions
    assert not copy.exists()
    assert not is_copy(open_bank(bank))
    assert is_copy(open_bank(bank))


@given(place=st.integers(0, 10**6), byte=st.integers(0, 255))
def test_no_changed_byte_goes_unnoticed(place: int, byte: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("changed")
    (folder / "source.txt").write_text(SOURCE, "utf-8")
    (folder / "bank.yaml").write_text(HEAD + GOOD, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUIZ_HOME", str(folder / "home"))
        expected = open_bank(folder).bank
        copy = the_copy(folder / "home")
        good = bytearray(copy.read_bytes())
        good[place % len(good)] = byte
        copy.write_bytes(good)
        assert expected == open_bank(folder).bank


def test_a_cache_that_cannot_be_written_is_done_without(bank: Path, home: Path, tmp_path: Path) -> None:
    the_copy(home).unlink()
    (home / "cache" / "banks").rmdir()
    (home / "cache" / "banks").write_text("in the way", "utf-8")
    for _ in range(2):
        assert [NAMED, NAMED] == prompts(bank)
    assert "in the way" == (home / "cache" / "banks").read_text("utf-8")
    assert [] == list(tmp_path.rglob("*.draft"))


def test_a_folder_in_the_place_of_the_copy_is_done_without(bank: Path, home: Path) -> None:
    copy = the_copy(home)
    copy.unlink()
    (copy / "within").mkdir(parents=True)
    for _ in range(2):
        assert [NAMED, NAMED] == prompts(bank)
    assert [copy] == list(copy.parent.iterdir())


def test_several_openings_at_once_write_one_good_copy(bank: Path, home: Path) -> None:
    the_copy(home).unlink()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(prompts, [bank] * 24))
    assert [[NAMED, NAMED]] * 24 == found
    assert the_copy(home).is_file()
    assert is_copy(open_bank(bank))


def test_an_open_bank_outlives_its_copy(bank: Path, home: Path) -> None:
    reading = open_bank(bank)
    the_copy(home).write_bytes(b"")
    (bank / "bank.yaml").unlink()
    assert [NAMED, NAMED] == [question.prompt for question in bank_of(reading).questions]


def test_the_copies_last_used_are_kept(bank: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = home / "cache" / "banks"
    mine = the_copy(home)
    for number in range(4):
        (folder / f"{number}.copy").write_bytes(b"x" * 100)
        os.utime(folder / f"{number}.copy", (number, number))
    (folder / "old.draft").write_bytes(b"")
    os.utime(folder / "old.draft", (0, 0))
    (folder / "new.draft").write_bytes(b"")
    monkeypatch.setattr(cache, "MOST_FILES", 3)
    mine.unlink()
    open_bank(bank)
    assert {mine.name, "3.copy", "2.copy", "new.draft"} == {found.name for found in folder.iterdir()}
    monkeypatch.setattr(cache, "MOST_BYTES", 150)
    mine.unlink()
    open_bank(bank)
    assert {mine.name, "new.draft"} == {found.name for found in folder.iterdir()}


def test_of_a_text_that_is_read_somebody_is_told_and_of_a_copy_nobody(bank: Path, home: Path) -> None:
    told: list[Path] = []
    open_bank(bank, told.append)
    assert [] == told
    the_copy(home).unlink()
    open_bank(bank, told.append)
    assert [bank / "bank.yaml"] == told


# any text

TEXTS = st.text(st.characters(), max_size=12) | st.sampled_from(["\n", "\u2028", '"', "\\", "\0", "\ud800", "[]", "é"])
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    bool: st.booleans(),
    int: st.integers(0, 1 << 40),
    Decimal: st.decimals(-(10**20), 10**20, allow_nan=False, allow_infinity=False),
}


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for values of a field's type."""
    if kind in PLAIN:
        return PLAIN[kind]
    if get_origin(kind) is tuple:
        parts = get_args(kind)
        if parts[-1] is Ellipsis:
            return st.lists(values(parts[0]), max_size=2).map(tuple)
        return st.tuples(*map(values, parts))
    assert isinstance(kind, type)
    hints = get_type_hints(kind)
    return st.builds(kind, **{name: values(hints[name]) for name in field_names(kind)})


@pytest.mark.parametrize("kind", types())
@given(data=st.data())
def test_every_question_comes_back_as_it_was(kind: str, data: st.DataObject) -> None:
    question: Question = data.draw(values(types()[kind]))
    packed = pack_question(question)
    assert b"\n" not in packed
    back = unpack_question(packed)
    assert (question, type(question), question.fingerprint) == (back, type(back), back.fingerprint)


@given(data=st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | TEXTS, st.lists, max_leaves=20))
def test_any_other_data_are_refused(data: object) -> None:
    with pytest.raises(MisshapenError):
        unpack_question(json.dumps(["choice", data]).encode("utf-8", "surrogatepass"))


ODD = st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" \"'\\:#-[]{}|>&*!%@`,"), max_size=20)


@given(odd=ODD)
def test_a_copy_of_any_text_is_what_was_read(odd: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("any")
    text = json.dumps(f"x{odd}x")
    question = f"""  - id: good
    phase: early
    prompt: {text}
    answer: {text}
    distractors: [{{text: another, why: {text}}}]
    explanation: {text}
    tags: [{text}]
    quote: {text}
"""
    (folder / "source.txt").write_text(f"A x{odd}x B.", "utf-8")
    (folder / "bank.yaml").write_text(HEAD + question, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUIZ_HOME", str(folder / "home"))
        expected = open_bank(folder)
        again = open_bank(folder)
    assert expected.bank == again.bank
    assert is_copy(again) or expected.findings


# what must be thought of when it is changed

SHAPES = {
    Bank: "id title language license author description sources phases questions",
    Source: "id title text file author origin license sha256 sentences",
    Phase: "id title years summary quotes",
    Quote: "text source spans",
    Option: "text why",
    Gap: "right wrong accept",
    Question: "id phase prompt quotes explanation level tags language",
}
OWN = {
    "choice": "answer wrong",
    "cloze": "pieces gaps exact",
    "match": "pairs spare",
    "multiple": "answers wrong",
    "number": "answer tolerance unit",
    "order": "answer",
    "short-answer": "answer accept exact",
    "true-false": "answer why",
}


def test_the_format_is_raised_when_a_value_changes_shape() -> None:
    """When this fails: raise FORMAT in quiz/banks/compiled.py, then set down the new fields here."""
    assert 2 == FORMAT
    assert SHAPES == {cls: " ".join(field_names(cls)) for cls in SHAPES}
    common = len(field_names(Question))
    assert OWN == {kind: " ".join(field_names(cls)[common:]) for kind, cls in types().items()}
