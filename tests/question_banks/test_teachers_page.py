"""The page for teachers: every example in it is run, and is what stands in the first bank."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from quiz.banks.reader import read_bank
from quiz.core.questions import types

BANKS = Path(__file__).parent.parent.parent / "question_banks"
PAGE = (BANKS / "README.md").read_text("utf-8")
BANK = (BANKS / "soviet_foreign_policy" / "bank.yaml").read_text("utf-8")
QUESTIONS = re.findall(r"```yaml question\n(.*?)```", PAGE, re.DOTALL)
HEADS = re.findall(r"```yaml head\n(.*?)  # …[^\n]*\n```", PAGE, re.DOTALL)
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()]


def test_the_page_has_an_example_of_every_type() -> None:
    kinds = {re.search(r"^    type: (.+)$", text, re.MULTILINE) for text in QUESTIONS}
    assert set(types()) == {found[1] if found else "choice" for found in kinds}


@pytest.mark.parametrize("text", [*QUESTIONS, *HEADS], ids=lambda text: text.split("\n")[0].strip())
def test_an_example_stands_in_the_bank_to_the_letter(text: str) -> None:
    assert text.rstrip() in BANK


@pytest.mark.parametrize("text", QUESTIONS, ids=lambda text: text.split("\n")[0].strip())
def test_an_example_is_read_without_a_finding(text: str, tmp_path: Path) -> None:
    head = BANK[: BANK.index("\nquestions:")]
    (tmp_path / "bank.yaml").write_text(f"{head}\nquestions:\n{text}", "utf-8")
    shutil.copy(BANKS / "soviet_foreign_policy" / "source.txt", tmp_path)
    reading = read_bank(tmp_path)
    assert () == reading.findings
    assert reading.bank is not None
    assert 1 == len(reading.bank.questions)


def test_an_allowance_is_written_as_on_the_page() -> None:
    (text,) = re.findall(r"```yaml allow\n(.*?)```", PAGE, re.DOTALL)
    assert {"allow": {"CU301": "the name is the subject of the question"}} == yaml.safe_load(text)


def test_the_commands_on_the_page_work_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(BANKS, tmp_path / "question_banks")
    shutil.make_archive(str(tmp_path / "soviet_foreign_policy"), "zip", BANKS / "soviet_foreign_policy")
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    assert COMMANDS
    for command in COMMANDS:
        name, *arguments = command.split()
        assert "quiz" == name
        run = [sys.executable, "-m", "quiz", *arguments]
        done = subprocess.run(
            run, cwd=tmp_path, input="quit\n", capture_output=True, text=True, timeout=60, check=False
        )
        assert 0 == done.returncode, (command, done.stdout, done.stderr)


def test_the_mended_word_that_the_page_speaks_of_is_found_by_the_check(tmp_path: Path) -> None:
    shutil.copytree(BANKS / "soviet_foreign_policy", tmp_path / "bank")
    file = tmp_path / "bank" / "bank.yaml"
    text = file.read_text("utf-8")
    quote = text.index("were crushed", text.index("- id: uf-focus-cause"))
    file.write_text(text[:quote] + "were defeated" + text[quote + len("were crushed") :], "utf-8")
    (finding,) = read_bank(tmp_path / "bank").findings
    assert "EV401" == finding.code
    assert "the nearest passage is in line 11" in finding.message
    assert "revolutions were defeated" in finding.cure
    assert "revolutions were crushed" in finding.cure
