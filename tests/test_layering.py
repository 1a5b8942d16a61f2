"""Imports point inward only, and the house style is kept."""

import ast
import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from quiz.cli.commands import commands

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "quiz").rglob("*.py"))
NAMES = {path: ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in FILES}
LAYERS = {
    "quiz.core": {"quiz.core"},
    "quiz.places": {"quiz.places"},
    "quiz.garbage": {"quiz.garbage"},
    "quiz.banks": {"quiz.core", "quiz.places", "quiz.garbage", "quiz.banks"},
    "quiz.history": {"quiz.core", "quiz.history"},
    "quiz.check": {"quiz.core", "quiz.banks", "quiz.places", "quiz.garbage", "quiz.check"},
    "quiz.formats": {"quiz.core", "quiz.banks", "quiz.places", "quiz.garbage", "quiz.formats"},
    "quiz.settings": {"quiz.core", "quiz.places", "quiz.settings"},
    "quiz.study": {
        "quiz.core",
        "quiz.banks",
        "quiz.check",
        "quiz.formats",
        "quiz.history",
        "quiz.places",
        "quiz.garbage",
        "quiz.study",
    },
}
"""What each inner part of the program may import, of the program."""
FRONT = {*LAYERS["quiz.study"], "quiz.settings", "quiz.cli"}
FOREIGN = ("textual", "rich", "yaml", "sqlite3", "fsrs")
PURE = {"os", "time", "datetime", "sqlite3", "yaml", "pathlib", "textual", "secrets"}
"""What the core may not import: files, clock, terminal, database."""


def loaded_by(*lines: str) -> set[str]:
    """Return the modules that are there after some lines of Python have run in a process of their own."""
    code = "; ".join(["import sys", *lines, "import json", "print('\\n' + json.dumps(sorted(sys.modules)))"])
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@cache
def imported_by(part: str) -> set[str]:
    """Return the modules that are there after all modules of a part of the program were imported."""
    modules = [name for name in NAMES.values() if within(name, {part})]
    return loaded_by(*(f"import {name}" for name in modules))


def within(module: str, parts: set[str]) -> bool:
    """Return whether a module belongs to one of these parts."""
    return any(module == part or module.startswith(f"{part}.") for part in parts)


def foreign(modules: set[str]) -> set[str]:
    """Return the packages of others among some modules."""
    return {name for name in FOREIGN if name in modules}


EXISTING = [part for part in LAYERS if any(within(name, {part}) for name in NAMES.values())]


@pytest.mark.parametrize("part", EXISTING)
def test_no_part_imports_what_lies_further_out(part: str) -> None:
    outer = {name for name in imported_by(part) if within(name, {"quiz"}) and name != "quiz"}
    assert [] == sorted(name for name in outer if not within(name, LAYERS[part]))
    assert not {"textual", "rich"} & imported_by(part)


def test_the_core_needs_neither_files_of_banks_nor_a_database() -> None:
    assert set() == foreign(imported_by("quiz.core"))


def test_the_record_is_independent_of_the_banks() -> None:
    assert {"sqlite3"} == foreign(imported_by("quiz.history"))
    assert "sqlite3" not in imported_by("quiz.banks")


def test_the_commands_import_their_work_late() -> None:
    cli = imported_by("quiz.cli")
    assert [] == sorted(name for name in cli if within(name, {"quiz"}) and name != "quiz" and not within(name, FRONT))
    assert "textual" not in cli
    start = loaded_by("import quiz.cli.parser", "quiz.cli.parser.parser()")
    assert {f"quiz.cli.commands.{name}" for name in commands()} <= start
    assert set() == foreign(start)
    assert [] == sorted(
        name for name in start if within(name, {"quiz.banks", "quiz.history", "quiz.study", "quiz.tui"})
    )


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (["--help"], {"textual", "yaml", "sqlite3", "quiz.study", "quiz.tui"}),
        (["take", "--help"], {"textual", "yaml", "sqlite3", "quiz.study", "quiz.tui"}),
        (["check", "question_banks/soviet_foreign_policy"], {"textual", "rich", "sqlite3", "quiz.history", "quiz.tui"}),
        (["banks"], {"textual", "rich", "sqlite3", "quiz.history", "quiz.tui"}),
        (["scores", "tests/data/eight"], {"textual", "rich", "quiz.tui"}),
        (["take", "tests/data/eight", "--plain"], {"textual", "rich", "quiz.tui"}),
    ],
)
def test_a_command_does_not_load_what_it_does_not_need(arguments: list[str], unneeded: set[str]) -> None:
    run = f"from quiz.cli.main import main\ntry: main({arguments})\nexcept SystemExit: pass"
    modules = loaded_by("sys.stdin = open('/dev/null')", f"exec({run!r})")
    assert set() == unneeded & modules


def imports(tree: ast.AST) -> list[tuple[str, tuple[str, ...]]]:
    """Return what is imported anywhere in a module: each module, and the names that are taken from it."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, ()) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append((node.module or "", tuple(alias.name for alias in node.names)))
    return found


def of(part: str) -> list[Path]:
    """Return the files of a part of the program."""
    return [path for path, name in NAMES.items() if within(name, {part})]


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"))


def test_the_core_is_pure() -> None:
    found = [(path.name, name, names) for path in of("quiz.core") for name, names in imports(parsed(path))]
    values = {("schedule.py", "datetime"), ("exam_words.py", "datetime")}  # as values: the time itself is passed in
    assert [] == [(file, name) for file, name, _ in found if name.split(".")[0] in PURE and (file, name) not in values]
    assert {("Random",)} == {names for _, name, names in found if name == "random"}
    assert {"quiz.core"} == {".".join(name.split(".")[:2]) for _, name, _ in found if name.startswith("quiz")}


def test_nothing_is_unpickled_or_evaluated() -> None:
    """What is read back is data, whoever wrote it."""
    modules = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "copyreg"}
    assert [] == [(NAMES[p], name) for p in FILES for name, _ in imports(parsed(p)) if name.split(".")[0] in modules]
    calls = [node for path in FILES for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]
    assert [] == [
        call.func.id for call in calls if isinstance(call.func, ast.Name) and call.func.id in ("eval", "exec")
    ]


def test_only_the_app_imports_textual() -> None:
    users = {
        NAMES[path] for path in FILES for name, _ in imports(parsed(path)) if name.split(".")[0] in ("textual", "rich")
    }
    assert [] == sorted(name for name in users if not within(name, {"quiz.tui"}))


def test_only_the_commands_open_the_app() -> None:
    users = {NAMES[path] for path in FILES for name, _ in imports(parsed(path)) if within(name, {"quiz.tui"})}
    assert [] == sorted(name for name in users if not within(name, {"quiz.tui", "quiz.cli"}))


# the house style


def test_no_file_is_over_400_lines() -> None:
    assert [] == [(NAMES[path], lines) for path in FILES if (lines := path.read_text("utf-8").count("\n")) > 400]


def test_no_function_is_over_60_lines() -> None:
    functions = [
        (NAMES[path], node.name, (node.end_lineno or 0) - node.lineno + 1)
        for path in FILES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert [] == [function for function in functions if function[2] > 60]
    assert len(functions) > 300


def test_everything_public_has_a_docstring() -> None:
    missing = [NAMES[path] for path in FILES if not ast.get_docstring(parsed(path))]
    for path in FILES:
        missing += [f"{NAMES[path]}.{name}" for name in undocumented(parsed(path))]
    assert [] == missing


def undocumented(parent: ast.Module | ast.ClassDef) -> list[str]:
    """Return the public functions and classes in a module or a class that have no docstring."""
    found: list[str] = []
    for node in parent.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                found.append(node.name)
            if isinstance(node, ast.ClassDef):
                found += [f"{node.name}.{name}" for name in undocumented(node)]
    return found


def test_there_is_no_drawer_for_everything() -> None:
    assert not {"utils", "helpers", "misc", "common", "manager"} & {path.stem for path in FILES}
