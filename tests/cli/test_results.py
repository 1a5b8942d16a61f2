"""`quiz results`: an attempt in full, chosen by its number or its uid."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz.banks.reader import read_bank
from quiz.history.values import Mode
from quiz.study import Run, Study, open_record
from tests.cli.conftest import Call
from tests.cli.samples import HEAD, bank_file, question

BANK = HEAD + question("a") + question("b")
NOW = datetime(2026, 3, 5, 14, 30, tzinfo=UTC)


@pytest.fixture
def bank(home: Path) -> Path:
    """A bank of two questions among the student's own."""
    return bank_file(home / "banks" / "small", BANK)


def take(bank: Path, replies: str, hours: int = 0, mode: Mode = Mode.PRACTICE) -> str:
    """Answer the questions of a bank so many hours after the first time, and return the uid of the attempt."""
    record = open_record()
    study = Study(read_bank(bank), record, lambda: NOW + timedelta(hours=hours))
    run = study.begin(["a", "b"], 1, mode)
    for reply in replies:
        run.submit(("True" if reply == "t" else "False",), 1)
    assert isinstance(run, Run)
    record.close()
    return str(run.uid)


def total(quiz: Call, *arguments: str) -> tuple[str, int]:
    """Return the bank of the attempt that is printed, and how many were right in it."""
    data = json.loads(quiz("results", *arguments, "--format", "json").out)
    return data["bank"], data["total"]["right"]


def test_before_any_attempt_there_is_nothing_to_print(quiz: Call, bank: Path) -> None:
    take(bank, "t")
    result = quiz("results")
    assert (1, "", "quiz: no attempt was finished yet; `quiz take BANK` begins one.\n") == (
        result.code,
        result.out,
        result.err,
    )
    assert (0, "No attempt was finished yet.\n") == (quiz("results", "--list").code, quiz("results", "--list").out)
    assert [] == json.loads(quiz("results", "--list", "--format", "json").out)


def test_the_last_finished_attempt_is_printed_as_markdown(quiz: Call, bank: Path) -> None:
    take(bank, "ff")
    take(bank, "ft", hours=1)
    take(bank, "t", hours=2)
    result = quiz("results")
    assert (0, "") == (result.code, result.err)
    assert ["# Results: A small bank", "", "Quiz, 2026-03-05, 15:30."] == result.lines[:3]
    assert "- Phase one: 1 of 2 (50 %), too few to say more" in result.lines
    assert ["### 1. The sea is salt.", "", "**Not right.**"] == result.lines[result.lines.index("## Questions") + 2 :][
        :3
    ]


def test_attempts_are_counted_from_the_last_over_all_banks_or_in_one(quiz: Call, bank: Path, home: Path) -> None:
    other = bank_file(home / "banks" / "other", BANK.replace("small", "other"))
    take(bank, "tt")
    take(other, "tf", hours=1)
    take(bank, "ff", hours=2)
    assert [("small", 0), ("other", 1), ("small", 2)] == [total(quiz, number) for number in "123"]
    assert [("small", 0), ("small", 2)] == [total(quiz, n, "--bank", "small") for n in "12"]
    assert ("other", 1) == total(quiz, "--bank", str(other))


def test_the_list_has_numbers_and_uids(quiz: Call, bank: Path) -> None:
    first, second = take(bank, "tt"), take(bank, "tf", hours=26, mode=Mode.PRETEST)
    expected = f"""\
 1  2026-03-06 16:30  Pre-test: not scored, small  [{second}]
 2  2026-03-05 14:30  Quiz: 2 of 2 right, small  [{first}]
"""
    assert expected == quiz("results", "--list").out
    rows = json.loads(quiz("results", "--list", "--format", "json").out)
    assert [(1, second, "pretest"), (2, first, "practice")] == [(r["number"], r["attempt"], r["mode"]) for r in rows]
    assert ("2026-03-05T14:30:00+00:00", 2, 2, 2) == tuple(
        rows[1][k] for k in ("began", "questions", "answered", "right")
    )


def test_only_the_last_twenty_are_listed_and_older_ones_can_be_had(quiz: Call, bank: Path) -> None:
    for hours in range(22):
        take(bank, "tt" if hours == 0 else "ff", hours)
    assert 20 == len(quiz("results", "--list").lines)
    assert [("small", 0), ("small", 2)] == [total(quiz, "21"), total(quiz, "22")]


def test_an_attempt_is_found_by_its_uid_even_one_under_way(quiz: Call, bank: Path) -> None:
    left = take(bank, "t")
    take(bank, "ff", hours=1)
    assert "1 question is not answered." in quiz("results", left).lines
    assert ("small", 1) == total(quiz, left, "--bank", "small")


@pytest.mark.parametrize("name", ["0", "2", "-", "x", "1.5", "²", "123456789", "9" * 30])
def test_an_attempt_that_is_not_there_is_said(quiz: Call, bank: Path, name: str) -> None:
    take(bank, "tt")
    result = quiz("results", name)
    assert (2, "") == (result.code, result.out)
    assert "`quiz results --list` lists" in result.err


def test_an_examination_is_not_told_before_it_is_handed_in(quiz: Call, bank: Path) -> None:
    record = open_record()
    exam = Study(read_bank(bank), record, lambda: NOW).begin_exam(["a", "b"], 1)
    exam.answer(("True",), 1)
    result = quiz("results", str(exam.uid))
    assert (1, "") == (result.code, result.out)
    assert "not handed in yet" in result.err
    assert 1 == quiz("results").code
    exam.hand_in()
    record.close()
    assert "Examination, 2026-03-05, 14:30." in quiz("results").lines


def test_a_bank_taken_by_its_path_is_found_again_from_everywhere(
    quiz: Call, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank_file(here / "small", BANK)
    quiz("take", "./small", "--plain", replies="t\nt\n")
    monkeypatch.chdir("/")
    assert ("small", 2) == total(quiz) == total(quiz, "small")
    (here / "small").rename(here / "moved")
    assert 1 == quiz("results").code
    assert ("small", 2) == total(quiz, str(here / "moved")) == total(quiz)  # it is known where it is from now on


def test_of_a_bank_that_is_not_found_it_is_said_what_is_on_record(quiz: Call, bank: Path, here: Path) -> None:
    uid = take(bank, "tf")
    bank.rename(here / "moved")
    gone = "quiz: the bank 'small' is not where it was, or was never brought in."
    expected = (
        f"{gone} On record of this attempt: 2026-03-05 14:30 Quiz: 1 of 2 right."
        f" To see the rest, name its folder: quiz results {uid} --bank path/to/small\n"
    )
    for arguments in ((), (uid,), ("small",), ("1", "--bank", "small")):
        result = quiz("results", *arguments)
        assert (1, "", expected) == (result.code, result.out, result.err)
    listed = quiz("results", "--list")
    assert f" 1  2026-03-05 14:30  Quiz: 1 of 2 right, small (not found now)  [{uid}]\n" == listed.out
    size = "On record: 1 attempt with 2 answers, the last begun on 2026-03-05."
    assert f"{gone} {size} To see the rest, name its folder: quiz results path/to/small\n" == listed.err
    assert listed.out == quiz("results", "--list", "--bank", "small").out
    [row] = json.loads(quiz("results", "--list", "--format", "json").out)
    assert ("small", None) == (row["bank"], row["path"])
    assert ("small", 1) == total(quiz, uid, "--bank", "moved")


def test_a_bank_may_stand_in_the_place_of_an_attempt(quiz: Call, bank: Path, home: Path) -> None:
    other = bank_file(home / "banks" / "other", BANK.replace("small", "other"))
    take(bank, "tt")
    take(other, "tf", hours=1)
    assert ("small", 2) == total(quiz, "small") == total(quiz, str(bank))
    said = "quiz: 'x' is not the number of an attempt; `quiz results --list` lists attempts, `quiz banks` banks\n"
    assert said == quiz("results", "x", "--bank", "small").err


def test_a_question_that_was_changed_since_is_told_with_its_old_answer(quiz: Call, bank: Path) -> None:
    take(bank, "ff")
    bank_file(bank, BANK.replace("The sea is salt.", "The sea is wet.", 1))
    lines = quiz("results").lines
    assert "1 question has been changed since: what stands below is how it reads now." in lines
    assert "### 1. The sea is wet." == lines[lines.index("**Not right.** Changed since it was answered.") - 2]
    assert 1 == lines.count("**Not right.**")
    questions = json.loads(quiz("results", "--format", "json").out)["questions"]
    assert [True, False] == [question["changed_since"] for question in questions]


def test_the_process_prints_results(program: Call, bank: Path) -> None:
    take(bank, "tt")
    assert (0, "# Results: A small bank") == (program("results").code, program("results").lines[0])
