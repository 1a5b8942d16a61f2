"""Banks that are generated and mutated at random: `tests/benchmarks/broken_banks.py` in small."""

import itertools
from pathlib import Path

import pytest

from quiz.core.finding import Finding, Place
from tests.benchmarks.broken import worker
from tests.benchmarks.broken.cases import case
from tests.benchmarks.broken.tried import Outcome, wrong_places
from tests.benchmarks.broken.worker import measured

pytest.importorskip("resource", reason="only POSIX limits a process")
SEED = 20261122


@pytest.mark.parametrize("first", range(0, 150, 30))
def test_a_broken_bank_is_met_with_findings_that_lie_in_its_files(tmp_path: Path, first: int) -> None:
    troubles = {}
    for number in range(first, first + 30):
        found = measured(case(SEED, number).write(tmp_path / "bank"), number)
        if found.trouble and not found.trouble.startswith("the memory"):  # of the tests before it
            troubles[number] = found.trouble
    assert {} == troubles


def test_the_same_seed_and_number_give_the_same_bank() -> None:
    for number in range(10):
        assert case(SEED, number) == case(SEED, number)
    assert 10 == len({case(SEED, number).files["bank.yaml"] for number in range(10)} | {b"", b"{}"}) - 2


@pytest.mark.parametrize(("line", "column"), [(0, 1), (3, 1), (1, 0), (1, 4), (2, 2)])
def test_a_place_outside_the_file_is_noticed(tmp_path: Path, line: int, column: int) -> None:
    (tmp_path / "bank.yaml").write_bytes(b"\xef\xbb\xbfab\r\n")
    [problem] = wrong_places([Finding("XX001", "wrong", "bank.yaml", Place(line, column))], tmp_path)
    assert f"XX001 at bank.yaml:{line}:{column}, but" in problem


@pytest.mark.parametrize(("line", "column"), [(1, 1), (1, 3), (2, 1)])
def test_a_place_at_the_end_of_a_line_or_file_is_within_it(tmp_path: Path, line: int, column: int) -> None:
    (tmp_path / "bank.yaml").write_bytes(b"\xef\xbb\xbfab\r\n")
    assert [] == list(wrong_places([Finding("XX001", "right", "bank.yaml", Place(line, column))], tmp_path))


def test_a_bank_that_hangs_is_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(_: Path, __: int) -> Outcome:
        for _number in itertools.count():
            pass
        raise AssertionError

    monkeypatch.setattr(worker, "tried", hang)
    monkeypatch.setattr(worker, "SECONDS", 0.05)
    assert "TooLongError" in measured(tmp_path, 0).trouble
