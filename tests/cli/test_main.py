"""The command line as a whole: help, wrong usage, exit codes, and streams that are not as they should be."""

from argparse import Namespace
from pathlib import Path

import pytest

from quiz import __version__
from quiz.cli.commands import commands
from tests.cli.conftest import Call, started
from tests.cli.samples import EIGHT, HEAD, bank_file

NAMES = ["add", "banks", "check", "scores", "take"]


def test_the_commands_are_found_in_their_folder() -> None:
    assert set(NAMES) <= set(commands())


def test_without_a_terminal_quiz_prints_its_help(program: Call) -> None:
    result = program()
    assert (0, "") == (result.code, result.err)
    assert all(f"\n    {name} " in result.out for name in NAMES)
    assert "example:\n  quiz take soviet-foreign-policy\n" in result.out


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_has_help_with_an_example(quiz: Call, name: str) -> None:
    result = quiz(name, "--help")
    assert (0, "") == (result.code, result.err)
    assert f"example:\n  quiz {name}" in result.out
    summary = commands()[name].SUMMARY
    assert " ".join(f"{summary[0].upper()}{summary[1:]}.".split()) in " ".join(result.out.split())


def test_the_version_is_that_of_the_package(quiz: Call) -> None:
    assert f"quiz {__version__}\n" == quiz("--version").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tale"], "invalid choice: 'tale'"),
        (["take"], "the following arguments are required: BANK"),
        (["take", "x", "--seed", "s"], "argument --seed: 's' is not a seed; use a whole number such as 7"),
        (["take", "x", "--seed", "9" * 5000], "is not a seed; use a whole number such as 7"),
        (["take", "x", "--seed", str(1 << 63)], "is not a seed; use a whole number such as 7"),
        (["take", "x", "--count", "0"], "argument --count: '0' is not a number of questions; use 1 or more"),
        (["take", "x", "--count", "-1"], "'-1' is not a number of questions; use 1 or more"),
        (["take", "x", "--count", "many"], "'many' is not a number of questions; use 1 or more"),
        (["take", "x", "--count", "9" * 5000], "is not a number of questions; use 1 or more"),
        (["take", "x", "--count", "2", "--all"], "not allowed with argument --count"),
        (["take", "x", "--colour"], "unrecognized arguments: --colour"),
        (["take", "x", "--\x1b[31m"], "unrecognized arguments: --␛[31m"),
        (["check"], "the following arguments are required: PATH"),
        (["check", ".", "--format", "xml"], "argument --format: invalid choice: 'xml'"),
        (["add"], "the following arguments are required: PATH"),
        (["scores", "a", "b"], "unrecognized arguments: b"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_to_try(quiz: Call, arguments: list[str], said: str) -> None:
    result = quiz(*arguments)
    assert (2, "") == (result.code, result.out)
    assert said in result.err
    assert result.err.startswith("quiz: ")
    assert result.err.endswith("--help\n")
    assert len(result.err.splitlines()) == 2


@pytest.mark.parametrize("command", ["take", "scores"])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "soviet-forein-policy",
            "no bank is called 'soviet-forein-policy' – did you mean 'soviet-foreign-policy'? `quiz banks` lists them",
        ),
        ("xyz", "no bank is called 'xyz'. `quiz banks` lists them"),
        ("./xyz", "there is no bank at './xyz': name a folder that holds a bank.yaml"),
        ("~nobody-of-that-name", "there is no bank at '~nobody-of-that-name': name a folder that holds a bank.yaml"),
        ("x" * 300, f"no bank is called '{'x' * 300}'. `quiz banks` lists them"),
        ("\x1b[31m", "no bank is called '␛[31m'. `quiz banks` lists them"),
        ("", "there is no bank at '': name a folder that holds a bank.yaml"),
    ],
)
def test_an_unknown_bank_ends_with_2_and_what_was_meant(quiz: Call, command: str, name: str, said: str) -> None:
    result = quiz(command, name)
    assert (2, "", f"quiz: {said}\n") == (result.code, result.out, result.err)


def test_a_bank_in_which_nothing_can_be_asked_ends_with_1(quiz: Call, here: Path) -> None:
    bank_file(here / "empty", HEAD)
    expected = (
        "quiz: no question of 'empty' can be asked. The first problem: 'questions' must be a list, not nothing. "
        "`quiz check empty` shows all.\n"
    )
    assert (1, expected) == ((result := quiz("take", "empty")).code, result.err)


def test_exit_codes_as_a_process(program: Call, here: Path) -> None:
    bank_file(here / "bad", HEAD)
    assert [0, 1, 2, 2] == [
        program(*arguments).code for arguments in (["check", str(EIGHT)], ["check", "bad"], ["x"], ["take", "x"])
    ]


# streams


@pytest.mark.parametrize("arguments", [["banks"], ["--help"], ["check", "bad"], ["take", str(EIGHT), "--plain"]])
def test_a_closed_pipe_ends_it_without_a_word(here: Path, arguments: list[str]) -> None:
    bank_file(here / "bad", HEAD)
    done = started(*arguments, replies=b"1\n" * 9, shell='{ "$@"; echo "code $?" >&2; } | true')
    assert b"code 1\n" == done.stderr


def test_a_closed_pipe_and_a_refusal_do_not_make_python_complain(here: Path) -> None:
    bank_file(here / "bad", HEAD)
    done = started("add", "bad", shell='{ "$@"; echo "code $?" >&2; } | true')
    assert b"quiz: not added: mend the errors above first.\ncode 1\n" == done.stderr


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_from_the_start_is_an_empty_one(home: Path, closed: str) -> None:
    done = started("take", str(EIGHT), "--plain", shell=f'"$@" {closed}; echo "code $?" >>code', replies=b"quit\n")
    assert "code 0\n" == Path("code").read_text()
    assert b"" == done.stderr
    assert not list(home.glob("*damaged*"))


def test_output_that_cannot_be_written_is_said_once() -> None:
    done = started("banks", shell='"$@" >/dev/full; echo "code $?" >&2')
    [first, second, code] = done.stderr.decode().splitlines()
    assert "code 1" == code
    assert "No space left on device" in first
    assert second.startswith("Your answers are safe.")


def test_bytes_that_are_not_utf_8_are_an_answer_like_any_other() -> None:
    done = started(
        "take", str(EIGHT), "--plain", "--in-order", "--phase", "oil", "--count", "3", replies=b"3\n1\n\xff\xfe\n"
    )
    assert b"" == done.stderr
    assert b"\nIncorrect.\nAnswer: Paris\n" in done.stdout


def test_an_output_that_knows_only_ascii_gets_question_marks() -> None:
    done = started(
        "take", str(EIGHT), "--plain", "--in-order", PYTHONIOENCODING="ascii", PYTHONUTF8="0", replies=b"3\n"
    )
    assert b"" == done.stderr
    assert b"Source: ?It burned whale oil? (paragraph 1" in done.stdout


def test_an_error_of_the_program_is_said_without_a_traceback(
    quiz: Call, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(options: Namespace) -> int:
        raise ZeroDivisionError(f"by\x1b[31m {options.json}")

    monkeypatch.setattr(commands()["banks"], "run", broken)
    with pytest.raises(AssertionError, match="should not have"):
        quiz("banks")
    assert "" == capsys.readouterr().err
    monkeypatch.setenv("QUIZ_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        quiz("banks")
