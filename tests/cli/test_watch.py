"""`quiz watch`: a round at every save, with the question under work as the student sees it."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from quiz.check.watch import Watch
from quiz.cli.watching import POLL_SECONDS, SETTLE_SECONDS, Rounds
from tests.cli.conftest import Call
from tests.cli.samples import EIGHT, HEAD, bank_file, question

QUIET = f"allow: {{BK507: small, BK503: alike, FB601: short}}\n{HEAD}"


def test_once_prints_the_findings_and_the_question_as_the_student_sees_it(quiz: Call) -> None:
    result = quiz("watch", str(EIGHT), "--once")
    assert (0, "") == (result.code, result.err)
    checked = quiz("check", str(EIGHT)).lines
    summary = next(i for i, line in enumerate(checked) if line.startswith(f"{EIGHT}: "))
    assert checked[: summary + 1] == result.lines[: summary + 1]
    assert [
        "",
        "Question 8 of 8 · The age of electric light (summary)",
        "Fill in the gaps.",
        "The last [1 ____] left in [2 ____], and a [3 ____] took over.",
    ] == result.lines[summary + 1 : summary + 5]
    assert "Answer: keeper; 1968; clock" in result.lines
    assert result.lines[-1].startswith("Source: “the last keeper left in 1968.")
    assert result.lines[-1].endswith("(paragraph 2, sentences 3–4, The Lighthouse)")


def test_it_is_what_plain_mode_shows(quiz: Call) -> None:
    watched = quiz("watch", str(EIGHT), "--once").lines
    taken = quiz("take", str(EIGHT), "--plain", "--in-order", "--all", "--seed", "1", replies="skip\n" * 7).lines
    asked = watched[watched.index("Fill in the gaps.") : watched.index("Answer: keeper; 1968; clock") - 1]
    begin = taken.index("Fill in the gaps.")
    assert asked == taken[begin : begin + len(asked)]


def test_a_question_with_an_error_is_named(quiz: Call, here: Path) -> None:
    bank_file(here / "bad", QUIET + question("good") + question("bad", "tow"))
    result = quiz("watch", "bad", "--once")
    assert 0 == result.code
    assert "The question 'bad' cannot be asked yet: mend its errors first." == result.lines[-1]


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (FileNotFoundError(2, "No such file"), ""),
        (PermissionError(13, "Permission denied"), ": you may not read or write bank/bank.yaml; choose a place that"),
    ],
)
def test_a_bank_that_cannot_be_read_just_now_is_looked_at_again(
    here: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, why: str
) -> None:
    def look(_watch: Watch) -> NoReturn:
        raise error

    bank_file(here / "bank")
    monkeypatch.setattr(Watch, "look", look)
    out = io.StringIO()
    Rounds(Watch(Path("bank"), "bank"), out).once()
    assert out.getvalue().startswith(f"The bank cannot be read just now{why}")
    assert out.getvalue().endswith(". It is looked at again after the next change.\n")


@pytest.mark.parametrize("text", ["", "[[[", HEAD, "id: x\n"])
def test_a_bank_without_a_question_is_survived(quiz: Call, here: Path, text: str) -> None:
    bank_file(here / "bad", text)
    result = quiz("watch", "bad", "--once")
    assert (0, "") == (result.code, result.err)
    assert "error: " in result.out


def test_a_bank_that_is_not_there_is_refused(quiz: Call) -> None:
    result = quiz("watch", "nothing")
    assert (2, "") == (result.code, result.out)
    assert result.err.startswith("quiz: no bank is called 'nothing'")


def test_hostile_texts_are_made_visible(quiz: Call, here: Path) -> None:
    bank_file(here / "a\x1b[31m", QUIET + question("a", "one", ', tags: "\\e[31m"'))
    assert "␛[31m" in quiz("watch", "a\x1b[31m", "--once").out


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def watched(folder: Path, *steps: Callable[[], object], out: io.StringIO | None = None) -> str:
    """Watch a bank while at each poll the next step is taken; after the last comes Ctrl+C."""
    left = list(steps)

    def sleep(seconds: float) -> None:
        if seconds == SETTLE_SECONDS:
            return
        assert POLL_SECONDS == seconds
        if not left:
            raise KeyboardInterrupt
        left.pop(0)()

    out = out or io.StringIO()
    with pytest.raises(KeyboardInterrupt):
        Rounds(Watch(folder, folder.name), out, sleep).forever()
    return out.getvalue()


def save(folder: Path, text: str) -> Callable[[], object]:
    """Return a step that saves a bank."""
    return lambda: bank_file(folder, text)


def nothing() -> None:
    """Let a poll go by."""


def test_every_save_is_a_round_and_nothing_else_is(here: Path) -> None:
    folder = bank_file(here / "small", QUIET + question("one") + question("two"))
    changed = QUIET + question("one").replace("is salt.", "is very salt.") + question("two")
    printed = watched(folder, nothing, nothing, save(folder, changed), nothing, nothing)
    assert 2 == printed.count("small: 2 questions in 2 phases")
    assert ["Question 2 of 2 · Phase one (two)", "Question 1 of 2 · Phase one (one)"] == [
        line for line in printed.splitlines() if line.startswith("Question")
    ]
    assert "The sea is very salt." in printed.splitlines()


def test_a_changed_source_is_a_round(here: Path) -> None:
    folder = bank_file(here / "small", QUIET + question("one"))
    printed = watched(folder, lambda: (folder / "source.txt").write_text("The sea is sweet.\n"))
    assert 1 == printed.count("[EV401]")
    assert "The question 'one' cannot be asked yet: mend its errors first." == printed.splitlines()[-1]


def test_a_file_that_vanishes_for_a_moment_is_not_spoken_of(here: Path) -> None:
    folder = bank_file(here / "small", text := QUIET + question("one"))
    printed = watched(folder, (folder / "bank.yaml").unlink, nothing, save(folder, text + question("two")))
    assert "gone" not in printed
    assert "error: " not in printed
    assert "Question 2 of 2 · Phase one (two)" in printed


def test_a_file_that_stays_away_is_said_to_be_gone_once(here: Path) -> None:
    folder = bank_file(here / "small", QUIET + question("one"))
    printed = watched(folder, (folder / "bank.yaml").unlink, *[nothing] * 20)
    assert f"{folder / 'bank.yaml'} is gone; waiting for it to come back." == printed.splitlines()[-1]
    assert 1 == printed.count("is gone")


def test_a_broken_file_is_a_round_with_its_errors_and_the_next_save_goes_on(here: Path) -> None:
    folder = bank_file(here / "small", text := QUIET + question("one"))
    broken = [save(folder, broken) for broken in ("", "[[[\n", "\0\0\0\0\n", text + "  - {id: two, [\n")]
    printed = watched(folder, *broken, save(folder, text + question("two")))
    assert "[RD101]" in printed
    assert "[RD104]" in printed
    assert "Question 2 of 2 · Phase one (two)" in printed.splitlines()


def test_a_folder_that_goes_is_survived(here: Path) -> None:
    folder = bank_file(here / "small", text := QUIET + question("one"))
    printed = watched(folder, lambda: folder.rename(here / "other"), nothing, save(folder, text + question("two")))
    assert "Question 2 of 2 · Phase one (two)" in printed


def test_on_a_terminal_a_rule_with_the_time_stands_before_each_round(here: Path) -> None:
    folder = bank_file(here / "small", QUIET + question("one"))
    change = save(folder, QUIET + question("two"))
    rules = [line for line in watched(folder, change, out=Terminal()).splitlines() if line.startswith("── ")]
    assert 2 == len(rules)
    assert {60} == {len(rule) for rule in rules}
    assert rules[0][3:11].replace(":", "").isdecimal()
    assert "──" not in watched(folder, save(folder, QUIET + question("one")))


@pytest.fixture
def heeded() -> Iterator[None]:
    """Let programs that are started here heed Ctrl+C, which those that a shell put in the background ignore."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.usefixtures("heeded")
def test_ctrl_c_ends_it_with_0(here: Path) -> None:
    bank_file(here / "small", QUIET + question("one"))
    command = [sys.executable, "-m", "quiz", "watch", "small"]
    settings = os.environ | {"PYTHONUTF8": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=settings, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        while not process.stdout.readline().startswith("Source: "):
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert (0, "\n", "") == (process.wait(20), process.stdout.read(), process.stderr.read())
