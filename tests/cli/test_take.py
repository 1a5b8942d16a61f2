"""`quiz take`: which questions, in which order, and in which mode."""

import sys
from pathlib import Path

import pytest

from quiz.cli.commands import take
from quiz.cli.opening import wants_plain
from quiz.study import Run
from tests.cli.conftest import Call, started
from tests.cli.samples import EIGHT, HEAD, bank_file, question

OIL = [
    "What did the first lamp burn?",
    "Which two changes followed the fire?",
    "From which city did the new lens come?",
]
PROMPTS = [
    *OIL[:2],
    "True or false: a keeper switches the light on today.",
    OIL[2],
    "In which year did electric light replace the oil?",
    "Put these events in order.",
    "Match each number with what it counts.",
    "Fill in the gaps.",
]
LONG = HEAD + "".join(question(f"q{i}", "one" if i % 2 else "two") for i in range(40))


def prompts(quiz: Call, *arguments: str) -> list[str]:
    """Return the prompts in the order in which they are put, by skipping each once."""
    lines = quiz("take", str(EIGHT), "--plain", *arguments, replies="skip\n" * 7).lines
    return [line for line in lines if line in PROMPTS][:8]


def test_in_order_is_the_order_of_the_bank(quiz: Call) -> None:
    assert PROMPTS == prompts(quiz, "--in-order")


def test_a_seed_repeats_draw_order_and_options(quiz: Call) -> None:
    arguments = ("take", str(EIGHT), "--plain", "--count", "5")
    first, again, other = (quiz(*arguments, "--seed", seed, replies="skip\n" * 4).out for seed in ("7", "7", "8"))
    assert first == again
    assert first != other


def test_without_a_seed_the_order_changes(quiz: Call) -> None:
    assert len({tuple(prompts(quiz)) for _ in range(4)}) > 1


@pytest.mark.parametrize("seed", ["0", "-5", str((1 << 63) - 1), str(-(1 << 63))])
def test_any_seed_can_be_kept(quiz: Call, seed: str) -> None:
    result = quiz("take", str(EIGHT), "--plain", "--phase", "electric", "--seed", seed, replies="skip\nskip\n")
    assert (0, "") == (result.code, result.err)
    assert "(1 attempt)" in quiz("scores", str(EIGHT)).lines[0]


def test_a_phase_is_asked_alone_and_several_together(quiz: Call) -> None:
    assert [*OIL, "Put these events in order."] == prompts(quiz, "--in-order", "--phase", "oil")[:4]
    assert PROMPTS == prompts(quiz, "--in-order", "--phase", "oil", "--phase", "electric")


def test_an_unknown_phase_is_said_with_what_was_meant(quiz: Call) -> None:
    result = quiz("take", str(EIGHT), "--plain", "--phase", "electrik")
    expected = "quiz: the bank has no phase 'electrik' – did you mean 'electric'?; its phases are oil, electric\n"
    assert (2, "", expected) == (result.code, result.out, result.err)
    assert "no phase '␛[31m'" in quiz("take", str(EIGHT), "--plain", "--phase", "\x1b[31m").err


def test_a_phase_without_questions_says_what_to_do(quiz: Call, here: Path) -> None:
    bank_file(here / "half")
    result = quiz("take", "half", "--plain", "--phase", "two")
    expected = "quiz: there is no question in what you chose; leave out --phase, or name another.\n"
    assert (1, expected) == (result.code, result.err)


@pytest.mark.parametrize(
    ("arguments", "size"),
    [
        ([], 20),
        (["--count", "3"], 3),
        (["--count", "999999999"], 40),
        (["--all"], 40),
        (["--all", "--phase", "two"], 20),
    ],
)
def test_so_many_questions_are_asked(quiz: Call, here: Path, arguments: list[str], size: int) -> None:
    bank_file(here / "long", LONG)
    lines = quiz("take", "long", *arguments, replies="t\n" * 50).lines
    assert size == sum(line.startswith("Question ") for line in lines)
    assert f"Total: {size} of {size} (100 %)" == lines[-1]


# resume, missed


def test_resume_goes_on_where_it_was_left(quiz: Call, here: Path) -> None:
    bank_file(here / "long", LONG)
    quiz("take", "long", "--in-order", "--count", "4", replies="t\nskip\nf\nquit\n")
    lines = quiz("take", "long", "--resume", replies="t\nundo\nt\nt\n").lines
    assert [3, 4, 3, 4] == [int(line.split()[1]) for line in lines if line.startswith("Question ")]
    assert "Total: 3 of 4 (75 %)" in lines
    assert "1 answer was taken back." in lines
    assert "(1 attempt)" in quiz("scores", "long").lines[0]
    nothing = quiz("take", "long", "--resume")
    expected = "quiz: no attempt on 'small' was interrupted; leave out --resume to begin a new one.\n"
    assert (1, "", expected) == (nothing.code, nothing.out, nothing.err)


def test_resume_shows_the_same_options(quiz: Call) -> None:
    whole = quiz("take", str(EIGHT), "--plain", "--seed", "3", replies="skip\n" * 7).out.split("\n\n")
    quiz("take", str(EIGHT), "--plain", "--seed", "3", replies="skip\n")
    resumed = quiz("take", str(EIGHT), "--plain", "--resume", replies="skip\n" * 6).out.split("\n\n")
    first, second = ([text.split("\n", 1)[1] for text in run[start:-1]] for run, start in ((whole, 2), (resumed, 1)))
    assert [text.replace("Skipped; it comes again at the end.", "") for text in first][:6] == [
        text.replace("Skipped; it comes again at the end.", "") for text in second
    ][:6]


def test_without_resume_a_new_attempt_begins_and_the_old_one_stays(quiz: Call, here: Path) -> None:
    bank_file(here / "long", LONG)
    quiz("take", "long", "--in-order", "--count", "3", replies="t\nquit\n")
    quiz("take", "long", "--in-order", "--count", "2", replies="t\nt\n")
    lines = quiz("take", "long", "--resume", replies="t\nt\n").lines
    assert "Question 2 of 3 · Phase one" in lines
    assert "(2 attempts)" in quiz("scores", "long").lines[0]


def test_missed_asks_only_what_was_not_right(quiz: Call) -> None:
    bank = str(EIGHT)
    none = quiz("take", bank, "--plain", "--missed")
    assert (0, "Nothing of this bank has been asked yet, so nothing is missed.\n") == (none.code, none.out)
    said = "Nothing is missed: every question that you were asked was right the last time.\n"
    quiz("take", bank, "--plain", "--in-order", replies="skip\nskip\nt\nLondon\n1903\nquit\n")
    lines = quiz("take", bank, "--plain", "--missed", "--in-order", replies="f\nParis\n").lines
    assert [PROMPTS[2], PROMPTS[3]] == [line for line in lines if line in PROMPTS]
    assert said == quiz("take", bank, "--plain", "--missed").out


def test_missed_can_be_narrowed_to_a_phase_and_a_count(quiz: Call, here: Path) -> None:
    bank_file(here / "long", LONG)
    quiz("take", "long", "--all", replies="f\n" * 40)
    sizes = {
        arguments: quiz("take", "long", "--missed", *arguments).lines[2].split()[3]
        for arguments in ((), ("--phase", "one"), ("--count", "7"))
    }
    assert {(): "40", ("--phase", "one"): "20", ("--count", "7"): "7"} == sizes


def test_a_damaged_record_is_said_where_no_quiz_begins(quiz: Call, home: Path) -> None:
    home.mkdir()
    for option in ("--missed", "--resume"):
        (home / "history.db").write_bytes(b"garbage" * 1000)
        assert "The record of your answers was damaged." in quiz("take", str(EIGHT), "--plain", option).err


# which mode


@pytest.mark.parametrize(
    ("plain", "environment", "terminal", "expected"),
    [
        (False, {}, True, False),
        (True, {}, True, True),
        (False, {"QUIZ_PLAIN": "1"}, True, True),
        (False, {"QUIZ_PLAIN": ""}, True, False),
        (False, {"TERM": "dumb"}, True, True),
        (False, {}, False, True),
    ],
)
def test_plain_mode_begins_where_it_is_asked_for_or_needed(
    monkeypatch: pytest.MonkeyPatch, plain: bool, environment: dict[str, str], terminal: bool, expected: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: terminal, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
    assert expected == wants_plain(plain)


def test_at_a_terminal_the_app_opens_on_the_attempt(quiz: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Run] = []

    def app(attempt: Run) -> int:
        opened.append(attempt)
        return 0

    monkeypatch.setattr(take, "_app", app)
    monkeypatch.setattr("quiz.cli.opening.wants_plain", lambda asked_for: asked_for)
    assert 0 == quiz("take", str(EIGHT), "--count", "3").code
    assert 3 == len(opened[0].session.selection)


def test_a_dumb_terminal_gets_lines_from_end_to_end() -> None:
    line = f"script -qec '{sys.executable} -m quiz take {EIGHT} --in-order --count 1 --seed 1' /dev/null"
    done = started(replies=b"3\n\n", shell=f"command -v script >/dev/null || exit 77; {line}", TERM="dumb")
    if done.returncode == 77:
        pytest.skip("there is no program `script` to make a terminal with")
    assert b"\x1b" not in done.stdout
    assert b"Total: 1 of 1 (100 %)" in done.stdout


def test_a_whole_quiz_as_a_process(program: Call) -> None:
    bank = str(EIGHT)
    result = program("take", bank, "--in-order", "--phase", "electric", replies="f\n1904\nundo\n1903\nquit\n")
    assert (0, "") == (result.code, result.err)
    assert "Total: 2 of 2 (100 %)" in result.lines
    resumed = program("take", bank, "--plain", "--resume", replies="1a 2b 3c\nkeeper; 1968; clock\n")
    assert (0, "Question 3 of 4 · The age of electric light") == (resumed.code, resumed.lines[2])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--minutes", "5"], "only an examination has a time limit; add --mode exam, or leave out --minutes"),
        (
            ["--mode", "pretest", "--missed"],
            "a pre-test comes before the first answer; leave out --missed or --mode pretest",
        ),
        (["--resume", "--mode", "exam"], "--resume goes on with an attempt as it was begun; leave out --mode"),
        (["--resume", "--minutes", "5"], "--resume goes on with an attempt as it was begun; leave out --minutes"),
    ],
)
def test_modes_refuse_what_does_not_go_with_them(quiz: Call, arguments: list[str], said: str) -> None:
    result = quiz("take", str(EIGHT), "--plain", *arguments)
    assert (2, "", f"quiz: {said}\n") == (result.code, result.out, result.err)


@pytest.mark.parametrize("minutes", ["0", "-1", "1441", "soon"])
def test_minutes_are_from_one_to_a_day(quiz: Call, minutes: str) -> None:
    result = quiz("take", str(EIGHT), "--plain", "--mode", "exam", f"--minutes={minutes}")
    assert 2 == result.code
    assert f"'{minutes}' is not a number of minutes; use 1 to 1440" in result.err


def test_a_pre_test_explains_and_counts_nothing(quiz: Call) -> None:
    result = quiz("take", str(EIGHT), "--plain", "--mode", "pretest", "--in-order", "--count", "1", replies="1\n")
    assert "Why: The lamp was fed with oil" in result.out
    assert "Total" not in result.out
    assert "nothing was scored. Now read the source" in result.out


def test_resume_goes_on_with_an_examination(quiz: Call) -> None:
    quiz("take", str(EIGHT), "--plain", "--mode", "exam", "--in-order", replies="1\n")
    assert "Question 2 of 8" in quiz("take", str(EIGHT), "--plain", "--resume", replies="quit\n").out


@pytest.mark.parametrize("option", [("--count", "3"), ("--phase", "oil"), ("--missed",), ("--seed", "1"), ("--all",)])
def test_resume_refuses_what_would_choose_other_questions(quiz: Call, option: tuple[str, ...]) -> None:
    result = quiz("take", str(EIGHT), "--plain", "--resume", *option)
    said = f"quiz: --resume goes on with an attempt as it was begun; leave out {option[0]}\n"
    assert (2, said) == (result.code, result.err)


def test_the_attempt_last_answered_in_is_the_one_that_goes_on(quiz: Call) -> None:
    quiz("take", str(EIGHT), "--plain", "--in-order", replies="3\nquit\n")
    quiz("take", str(EIGHT), "--plain", "--all", replies="skip\nquit\n")
    assert "Question 2 of 8" in quiz("take", str(EIGHT), "--plain", "--resume").out
