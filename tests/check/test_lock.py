"""The lock of a source: what a change of the text does to the questions."""

from hashlib import sha256
from pathlib import Path

import pytest

from quiz.banks.reader import read_bank
from quiz.check.fixes.fixer import fixed, fixed_file, summary
from quiz.check.lock import Fate, fates, record_of
from quiz.check.report import report_on
from quiz.core.quotes import SourceText
from tests.check.written import HEAD, SOURCE, bank_file

HASH = sha256(SOURCE.encode()).hexdigest()
QUESTIONS = "".join(
    f"  - {{id: {ident}, phase: early, type: true-false, prompt: 'So?', answer: true, quote: '{quote}'}}\n"
    for ident, quote in (("treaty", "The treaty was signed"), ("idea", "his own"), ("genoa", "In Genoa nothing"))
)


def locked(lock: str) -> str:
    """Return a bank with more lines below its source."""
    return HEAD.replace("source.txt\n", f"source.txt\n{lock}") + QUESTIONS


def renewed(folder: Path) -> str:
    """Return the bank with the lock of SOURCE, and leave it in the folder."""
    bank_file(folder, "")
    text = fixed(locked("  sha256:\n").encode(), folder).after.decode()
    bank_file(folder, text)
    return text


def so304(folder: Path) -> list[tuple[int, int, str]]:
    """Return line, column and message of the findings on locks."""
    found = report_on(folder, "small").findings
    return [(*finding.place, finding.message) for finding in found if finding.code == "SO304"]


def changed(folder: Path, old: str, new: str) -> dict[str, Fate]:
    """Return what becomes of the questions when words of the locked source are replaced."""
    renewed(folder)
    assert old in SOURCE
    (folder / "source.txt").write_text(SOURCE.replace(old, new), "utf-8")
    reading = read_bank(folder, keep_nodes=True)
    assert reading.bank
    return fates(reading, reading.bank.sources[0])


def test_an_empty_lock_is_written_and_holds(tmp_path: Path) -> None:
    record = record_of(SourceText(SOURCE))
    assert locked(f"  sha256: {HASH}\n  sentences: {record}\n") == renewed(tmp_path)
    assert [] == so304(tmp_path)
    assert [1, 2, 2] == [len(part.split()) for part in record.split("/")]


def test_a_lock_that_waits_to_be_written_is_found(tmp_path: Path) -> None:
    bank_file(tmp_path, locked("  sha256:\n"))
    assert [(5, 10, "the lock of source.txt is still empty")] == so304(tmp_path)


def test_without_a_lock_nothing_is_found_or_written(tmp_path: Path) -> None:
    bank_file(tmp_path, locked(""))
    assert [] == so304(tmp_path)
    assert locked("").encode() == fixed(locked("").encode(), tmp_path).after


@pytest.mark.parametrize("source", ["\ufeff" + SOURCE, SOURCE.replace("\n", "\r\n")])
def test_the_lock_is_over_the_text_as_it_is_read(source: str, tmp_path: Path) -> None:
    renewed(tmp_path)
    (tmp_path / "source.txt").write_bytes(source.encode())
    assert [] == so304(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("home.", "away.", {"treaty": Fate.UNTOUCHED, "idea": Fate.UNTOUCHED, "genoa": Fate.UNTOUCHED}),
        ("treaty was", "treaty was\n", {"treaty": Fate.UNTOUCHED, "idea": Fate.UNTOUCHED, "genoa": Fate.UNTOUCHED}),
        ("at Rapallo", "in Rapallo", {"treaty": Fate.ALTERED, "idea": Fate.UNTOUCHED, "genoa": Fate.UNTOUCHED}),
        ("\n\nIn", "\n\nNew it was.\n\nIn", {"treaty": Fate.UNTOUCHED, "idea": Fate.UNTOUCHED, "genoa": Fate.MOVED}),
        ("It was", "So. It was", {"treaty": Fate.UNTOUCHED, "idea": Fate.MOVED, "genoa": Fate.UNTOUCHED}),
        ("his own", "his", {"treaty": Fate.UNTOUCHED, "idea": Fate.BROKEN, "genoa": Fate.UNTOUCHED}),
    ],
)
def test_what_a_change_does_to_each_question(old: str, new: str, expected: dict[str, Fate], tmp_path: Path) -> None:
    assert expected == changed(tmp_path, old, new)


def test_one_finding_at_the_lock_says_what_is_broken_moved_and_untouched(tmp_path: Path) -> None:
    changed(tmp_path, "Rapallo in 1922. It was Lenin's idea – \"his own", "Rapallo. So. It was Lenin's idea – \"his")
    expected = (
        "source.txt has changed since it was locked: 1 question is broken (idea), "
        "1 question stands in an altered sentence (treaty), 1 question is untouched"
    )
    assert [(5, 11, expected)] == so304(tmp_path)


def test_a_hash_alone_tells_what_is_broken_but_not_what_has_moved(tmp_path: Path) -> None:
    bank_file(tmp_path, locked(f"  sha256: {'0' * 64}\n"))
    expected = "source.txt has changed since it was locked: 3 questions still stand (where they stood is not recorded)"
    assert [(5, 11, expected)] == so304(tmp_path)


def test_fix_renews_the_lock_and_says_what_the_change_did(tmp_path: Path) -> None:
    changed(tmp_path, "In Genoa", "New it was.\n\nIn Genoa")
    result = fixed_file(tmp_path)
    assert result
    assert "1 fix in the head: locks of sources (1)" == summary(result)
    expected = "source.txt has changed since it was locked: 1 question has moved (genoa), 2 questions are untouched"
    assert (expected,) == result.notes
    (tmp_path / "bank.yaml").write_bytes(result.after)
    assert [] == so304(tmp_path)
    assert (result.after, ()) == ((again := fixed(result.after, tmp_path)).after, again.fixes)


def test_a_lock_in_braces_and_one_per_source_are_renewed(tmp_path: Path) -> None:
    bank_file(tmp_path, "")
    other = "Another text.\n"
    (tmp_path / "b.txt").write_text(other, "utf-8")
    sources = "sources: [{id: a, file: source.txt, sha256: }, {id: b, file: b.txt, sha256: ''}]\n"
    text = HEAD.replace("source:\n  file: source.txt\n", sources)
    record = record_of(SourceText(SOURCE))
    after = fixed(text.encode(), tmp_path).after.decode()
    assert f"{{id: a, file: source.txt, sha256: {HASH}, sentences: {record}}}" in after
    assert f"file: b.txt, sha256: {sha256(other.encode()).hexdigest()}, sentences: " in after


def test_the_record_of_a_long_source_is_folded_and_renewed_in_place(tmp_path: Path) -> None:
    long = "".join(f"Sentence {i} is here. It ends.\n\n" for i in range(30))
    bank_file(tmp_path, "", long)
    after = fixed(locked("  sha256:\n").encode(), tmp_path).after
    assert max(map(len, after.decode().splitlines()[:20])) <= 110
    (tmp_path / "source.txt").write_text(long + "More.\n")
    again = fixed(after, tmp_path).after
    assert (1, 1) == (after.count(b"sentences:"), again.count(b"sentences:"))
    reading = read_bank(bank_file(tmp_path, again, long + "More.\n"))
    assert reading.bank
    assert record_of(SourceText(long + "More.\n")) == reading.bank.sources[0].sentences


@pytest.mark.parametrize("lock", ["sha256: 12ab", "sha256: " + "g" * 64, f"sha256: {HASH}\n  sentences: x / y"])
def test_a_malformed_lock_is_found_and_mended(lock: str, tmp_path: Path) -> None:
    file = bank_file(tmp_path, locked(f"  {lock}\n"))
    assert ["FM205"] == [finding.code for finding in read_bank(tmp_path).findings]
    after = fixed(file.read_bytes(), tmp_path).after
    assert f"  sha256: {HASH}\n".encode() in after
    bank_file(tmp_path, after)
    assert () == read_bank(tmp_path).findings
