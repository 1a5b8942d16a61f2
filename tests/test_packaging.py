"""The package as it reaches a user: built, installed apart from the checkout, and taken for a quiz."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from quiz import __version__

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def run(*command: str | Path, folder: Path, replies: str = "") -> str:
    """Run a program to its good end in a folder, outside the checkout, and return what it printed."""
    settings = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    settings |= {"QUIZ_HOME": str(folder / "home"), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=settings,
        input=replies,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (0, "") == (done.returncode, done.stderr)
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a new virtual environment with the wheel in it.

    What the package depends on is taken from the environment that runs the tests, so that no network is needed.
    """
    folder = tmp_path_factory.mktemp("installed")
    has_pip = importlib.util.find_spec("pip") is not None
    venv.create(folder / "venv", with_pip=not has_pip, symlinks=os.name != "nt")
    python = folder / "venv" / SCRIPTS / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python)] if has_pip else [str(python), "-m", "pip"]
    quietly = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-index", "--no-compile"]
    subprocess.run([*pip, "install", *quietly, str(wheel)], check=True, cwd=folder, timeout=120)
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=folder).strip())
    paths = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site / "dependencies.pth").write_text("\n".join(sorted(paths)) + "\n")
    return python.parent


def test_the_wheel_holds_the_program_the_banks_and_the_style_sheets(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert wheel.name == f"sourcequiz-{__version__}-py3-none-any.whl"
    sources = {str(path.relative_to(ROOT)) for path in ROOT.glob("quiz/**/*") if path.is_file()}
    banks = {f"quiz/{path.relative_to(ROOT)}" for path in ROOT.glob("question_banks/**/*") if path.is_file()}
    wanted = {name for name in sources | banks if "__pycache__" not in name}
    assert set() == wanted - names
    others = {name.split("/")[0] for name in names - wanted}
    assert {f"sourcequiz-{__version__}.dist-info"} == others


def test_an_installed_quiz_comes_from_the_wheel_and_brings_its_bank(installed: Path, tmp_path: Path) -> None:
    where = run(installed / "python", "-c", "import quiz; print(quiz.__file__)", folder=tmp_path)
    assert where.startswith(str(installed.parent))
    listed = run(installed / "quiz", "banks", folder=tmp_path)
    assert "  soviet-foreign-policy: " in listed
    place = Path(where.strip()).parent / "question_banks" / "soviet_foreign_policy"
    assert f"  shipped with the program: {place}" in listed.splitlines()


def test_a_quiz_of_three_questions_can_be_taken_there(installed: Path, tmp_path: Path) -> None:
    quiz = installed / "quiz"
    bank = "soviet-foreign-policy"
    printed = run(quiz, "take", bank, "--plain", "--count", "3", "--seed", "1", folder=tmp_path, replies="skip\n")
    assert 2 == printed.count("Question 1 of 3 · ")
    types = (
        "1",
        "t",
        "1903",
        "1,2",
        "1 2 3",
        "1 2 3 4",
        "1 2 3 4 5",
        "1a 2b 3c",
        "1a 2b 3c 4d",
        "a; b",
        "a; b; c",
        "x",
    )
    printed = run(quiz, "take", bank, "--count", "3", "--seed", "1", folder=tmp_path, replies="\n".join(types * 3))
    assert 3 == len(re.findall(r"^Answer: ", printed, re.MULTILINE))
    assert 3 <= len(re.findall(r"^Source: “", printed, re.MULTILINE))
    assert re.search(r"^Total: \d of 3 \(\d+ %\)", printed, re.MULTILINE)
    assert "of 3 (" in run(quiz, "scores", bank, folder=tmp_path).splitlines()[-1]
    assert (tmp_path / "home" / "history.db").is_file()


def test_the_shipped_bank_has_no_errors_there(installed: Path, tmp_path: Path) -> None:
    assert "no errors" in run(installed / "quiz", "check", "soviet-foreign-policy", folder=tmp_path)


def test_the_package_runs_as_a_module(installed: Path, tmp_path: Path) -> None:
    assert f"quiz {__version__}\n" == run(installed / "python", "-m", "quiz", "--version", folder=tmp_path)


# what the README promises

SET_UP = "python3 -m venv .venv && .venv/bin/pip install --quiet"


def test_the_first_two_commands_of_the_readme_need_nothing_but_python() -> None:
    first, second = re.findall(r"^```sh\n(.*?)\n```$", README, re.MULTILINE | re.DOTALL)[:2]
    assert f"{SET_UP} . && .venv/bin/quiz" == first
    assert f"{SET_UP} --editable '.[dev]' && .venv/bin/pytest" == second


def test_ci_runs_the_second_of_them() -> None:
    [pattern] = re.findall(r"grep -m1 '(\S+)' README\.md", (ROOT / ".ci" / "run").read_text("utf-8"))
    found = next(line for line in README.splitlines() if re.search(pattern, line))
    assert f"{SET_UP} --editable '.[dev]' && .venv/bin/pytest" == found


def test_the_tools_of_ci_are_among_the_developers_dependencies() -> None:
    names = {re.split(r"[<>=]", line)[0] for line in PROJECT["project"]["optional-dependencies"]["dev"]}
    assert {"pytest", "hypothesis", "mypy", "ruff", "hatchling"} <= names
    assert {"quiz": "quiz.cli.main:main"} == PROJECT["project"]["scripts"]
    assert ">=3.11" == PROJECT["project"]["requires-python"]


def test_nothing_else_lies_at_the_top_of_the_repository() -> None:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("this is no checkout")
    done = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("git refuses to list this checkout")
    tops = {name.split("/")[0] for name in done.stdout.split("\0") if name}
    allowed = {"quiz", "question_banks", "tests", "pyproject.toml", "README.md", "LICENSE"}
    assert [] == sorted(name for name in tops - allowed if not name.startswith("."))
