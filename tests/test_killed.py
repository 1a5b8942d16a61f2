"""The program killed at random moments: `tests/benchmarks/killed.py` in small."""

from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="only POSIX has pseudo-terminals")

from tests.benchmarks.killed import confirmed, runs  # noqa: E402


@pytest.mark.parametrize(
    "kinds", [{"take": 1}, {"exam": 1, "resume": 1}, {"review": 1, "app": 1}], ids=["take", "exam", "others"]
)
def test_what_was_confirmed_is_on_record_and_nothing_is_asked_again(tmp_path: Path, kinds: dict[str, int]) -> None:
    done, _ = runs(2, 20261122, tmp_path, kinds)
    assert 2 == done.total()


def test_what_counts_as_confirmed() -> None:
    output = "What stands at place 3?\n  1) a\n> Noted.\n\nWhat stands at place 7?\n> Handed in.\n"
    shown = confirmed(output + "\nWhat stands at place 3?\nIncorrect.\n")
    assert (["q3"], True) == (shown.questions, shown.handed_in)
    assert ["q3", "q7"] == confirmed(output.replace("Handed in", "Correct")).questions
