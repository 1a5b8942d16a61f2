"""What every command prints of hostile banks, names and records: text, and nothing that steers a terminal."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.cli.commands import commands
from quiz.cli.main import main
from tests.cli.conftest import Result
from tests.cli.samples import EIGHT
from tests.hostile import everything, mark, misfit, source_text, unguarded, write_bank

BAD = "a\x1b]0;t\x07\x9b31m\u202e\u2028b\nc\udcbf"
"""A name; a file may be called so, the last sign standing for a byte that is no text."""
NAME = BAD
GIVEN = [BAD, "--" + BAD, "\udcff\x1b[31m", "/dev/null/" + BAD, "~" + BAD, "x" * 5000, " ", ""]
ANSWERS = "flag x\n1\nsource\n1 2\nf\n\x1b[31m\n8\n3 2 1\n?\na b\n1\nx\n"
Run = Callable[..., Result]


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call `main`, into pipes or at a terminal; what is printed is checked."""

    def call(*arguments: str, replies: str = "", stream: type[io.StringIO] = io.StringIO) -> Result:
        streams = {"stdin": stream(replies), "stdout": stream(), "stderr": stream()}
        for name, value in streams.items():
            monkeypatch.setattr(sys, name, value)
        try:
            code = main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
        result = Result(code, streams["stdout"].getvalue(), streams["stderr"].getvalue())
        own = r"\r(?:\x1b\[K)?" if stream is Terminal else "(?!)"  # of the line that tells how far a check is
        assert "" == misfit(result.out) == misfit(result.err, own), arguments
        assert "Traceback" not in result.err, arguments
        assert "should not have" not in result.err, arguments
        assert code in (0, 1, 2)
        return result

    return call


def bank_at(folder: Path) -> str:
    """Write the hostile bank into a folder of a hostile name, and return its path."""
    return str(write_bank(folder / NAME))


def lines_of(bank: str) -> dict[str, tuple[tuple[str, ...], str]]:
    """Return command lines that print of a bank all that there is to print, with replies."""
    take, some = ("take", bank, "--plain", "--seed", "1"), ("1\nx\n" * 9)
    formats = {form: ("check", bank, "--all", "--format", form) for form in ("text", "json", "github", "sarif")}
    asked = {
        "practice": ((*take, "--all", "--in-order"), ANSWERS),
        "resumed": (("take", bank, "--plain", "--resume"), "1\n1 2\nx\n1 2 3\n" * 3),
        "finished": ((*take, "--in-order", "--count", "1"), "1\n"),
        "exam": ((*take, "--mode", "exam", "--all", "--in-order"), "1\n1\n" + "\n" * 7 + "hand in\nyes\n"),
        "pretest": ((*take, "--mode", "pretest", "--in-order"), some),
        "review": (("review", bank, "--plain", "--exam", "2090-01-01"), some),
        "read": (("read", bank, "--plain"), "\n1\n\n\n"),
    }
    told = [("read", bank, "--own"), ("results", "--bank", bank), ("results", "--list"), ("history",), ("check", bank)]
    told += [
        ("results", "--bank", bank, "--format", "json"),
        ("history", "--format", "json"),
        ("watch", bank, "--once"),
    ]
    told += [(name, bank, *form) for name in LISTS for form in ((), ("--json",))]
    told += [("flags", "--all"), ("weak",), ("banks",), ("banks", "--json"), ("add", bank), ("check", bank, "--diff")]
    return asked | {" ".join(line): (line, "") for line in (*formats.values(), *told)}


LISTS = ("coverage", "scores", "progress", "weak", "flags")


@pytest.mark.parametrize("stream", [io.StringIO, Terminal], ids=["piped", "at a terminal"])
def test_every_command_shows_a_hostile_bank_as_text(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO]
) -> None:
    monkeypatch.setattr("quiz.cli.commands.check._SLOW_SECONDS", -1)
    bank, said = bank_at(here), {}
    with unguarded():
        for name, (line, replies) in lines_of(bank).items():
            said[name] = run(*line, replies=replies, stream=stream)
    assert "not added" in said.pop(f"add {bank}").err
    assert {f"check {bank}", *(name for name in said if "--all --format" in name)} == {
        name for name, result in said.items() if result.code
    }
    for name in ("practice", "exam", "pretest", f"check {bank}"):
        assert mark("choice prompt") in "".join(said[name].out.split()), name
    for name, result in said.items():
        if name.endswith("json"):
            assert json.loads(result.out) is not None, name
    assert "␛[31mred␛[0m" in said["practice"].out
    assert "⟨U+202E⟩" in said[f"read {bank} --own"].out


def test_what_the_reader_refuses_is_shown_in_every_format(run: Run, here: Path) -> None:
    bank = bank_at(here)
    text = (Path(bank) / "bank.yaml").read_text()
    for raw in (text, text.replace('"title": "', f'"title": "{everything("raw")}')):
        (Path(bank) / "bank.yaml").write_text(raw, "utf-8", newline="")
        for form in ("text", "json", "github", "sarif"):
            result = run("check", bank, "--all", "--format", form)
            assert (1, "") == (result.code, result.err)
            assert "RD109" in result.out
        for line in (("take", bank, "--plain"), ("add", bank), ("check", bank, "--fix"), ("watch", bank, "--once")):
            run(*line)


@pytest.mark.parametrize("name", sorted(commands()))
def test_what_was_typed_is_shown_as_text(run: Run, here: Path, name: str) -> None:
    (here / NAME).write_text("x")
    for given in GIVEN:
        run(name, given)
        run(name, str(EIGHT), f"--no{given}")
        run(name, str(EIGHT), given)
    run(name, NAME)


@pytest.mark.parametrize(
    "line",
    [
        "take BANK --count BAD",
        "take BANK --seed BAD",
        "take BANK --phase BAD",
        "take BANK --mode BAD",
        "take BANK --mode exam --minutes BAD",
        "review BANK --exam BAD",
        "review BANK --phase BAD",
        "check BANK --select BAD",
        "check BANK --format BAD",
        "check BAD --format sarif",
        "results --bank BAD",
        "results --list --bank BAD",
        "results BAD",
        "history BAD --format json",
        "new BAD --source BAD",
        "new new --source text --id BAD",
        "new new --source text --title BAD",
        "backup NAME",
        "backup NAME --force",
        "merge NAME",
        "restore NAME",
    ],
)
def test_what_an_option_was_given_is_shown_as_text(run: Run, here: Path, line: str) -> None:
    (here / "text").write_text(source_text(everything), "utf-8", "replace")
    run("backup", NAME)
    for bad in GIVEN:
        run(*({"BANK": str(EIGHT), "BAD": bad, "NAME": NAME}.get(word, word) for word in line.split()))


@pytest.mark.parametrize("value", [NAME, "~" + NAME, "~nobody-is-called-so", "/dev/null/" + NAME, "x\udcff"], ids=ascii)
def test_a_home_of_any_name_is_shown_as_text(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("QUIZ_HOME", value)
    monkeypatch.setattr("quiz.banks.library.shipped_folder", lambda: here / NAME)
    for line in ("banks", "scores", "results", "history", "backup b", "merge m", "restore m", "review --plain"):
        run(*line.split())
    for name in ("add", "take", "scores", "banks"):
        run(name, *[str(EIGHT)] * (name != "banks"), *["--plain"] * (name == "take"), replies="1\n")


@pytest.mark.parametrize(
    "settings",
    [
        "[" * 100_000,
        json.dumps({"window": "0" * 5 + "1" * 5000}),
        json.dumps(
            {"theme": BAD, "bank": BAD, "window": BAD, "marks": BAD, "exams": {"eight": BAD, BAD: "2090-01-01"}}
        ),
        json.dumps({"bank": "~\ud800"}),
        json.dumps({"bank": "~\0"}),
    ],
    ids=["deep", "long", "hostile", "surrogate", "null"],
)
def test_hostile_settings_are_as_if_they_were_not_there(run: Run, home: Path, settings: str) -> None:
    home.mkdir()
    (home / "settings.json").write_text(settings)
    assert 0 == run("take", str(EIGHT), "--plain", replies="1\n" * 20).code
    assert 0 == run("scores", str(EIGHT)).code
    assert 0 == run("review", str(EIGHT), "--plain", "--exam", "2090-02-02").code
    assert "2090-02-02" in (home / "settings.json").read_text()


def test_every_command_is_among_them(here: Path) -> None:
    shown = {line[0] for line, _ in lines_of(str(here)).values()}
    assert {"backup", "merge", "new", "restore", "rule", "schema"} == commands().keys() - shown
