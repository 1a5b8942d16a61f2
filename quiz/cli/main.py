"""The command `quiz`: with no arguments it opens the app."""

import argparse
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from quiz import __version__
from quiz.cli.commands import commands
from quiz.cli.errors import UserError
from quiz.core.visible import one_line

_DESCRIPTION = "Test yourself on a text. Every answer is explained by the passage that proves it."
_LONG_RECORD = 20_000_000
"""Bytes above which working out what is known may take more than a moment, the first time."""
_EPILOG = """\
Without a command the app opens. `quiz COMMAND --help` explains a command.

example:
  quiz take soviet-foreign-policy

Answers are kept in your data folder; set QUIZ_HOME to keep them (and settings, and your banks) elsewhere.
"""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors say what to do next."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"quiz: {one_line(message)}\nTry: {self.prog} --help\n")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        sys.stdout.flush()  # here, where a closed pipe is noticed in time
        super().exit(status, message)


def parser(only: str = "") -> argparse.ArgumentParser:
    """Return the parser of the whole command line; with `only`, of that command if there is one, which is quicker."""
    top = _Parser(
        prog="quiz", description=_DESCRIPTION, epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    top.add_argument("--version", action="version", version=f"quiz {__version__}")
    subparsers = top.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser, prog="quiz")
    for name, command in commands(only).items():
        sub = subparsers.add_parser(
            name,
            help=command.SUMMARY,
            description=f"{command.SUMMARY[0].upper()}{command.SUMMARY[1:]}.",
            epilog=f"example:\n  {command.EXAMPLE}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.arguments(sub)
        sub.set_defaults(run=command.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code: 0 done, 1 not, 2 for wrong usage."""
    _prepare_streams()
    try:
        given = list(sys.argv[1:] if arguments is None else arguments)
        code = _run(parser(given[0] if given else "").parse_args(given))
        sys.stdout.flush()
    except BrokenPipeError:
        _give_up_output()
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("QUIZ_DEBUG"):
            raise
        _explain(error)
        return 1
    return code


def _prepare_streams() -> None:
    """Let the standard streams bear any text, and put an empty one in the place of one that is closed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  (open to the end)
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _give_up_output() -> None:
    """Send what is still to be printed nowhere: Python would complain about it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(options: Namespace) -> int:
    try:
        return int(options.run(options) if hasattr(options, "run") else _open_app())
    except UserError as error:
        print(f"quiz: {one_line(str(error))}", file=sys.stderr)
        return error.code


def _open_app() -> int:
    if not (sys.stdout.isatty() and sys.stdin.isatty()) or os.environ.get("TERM") == "dumb":
        parser().print_help()
        print("\nThe app needs a terminal that can move its cursor; here use: quiz take BANK --plain")
        return 0
    _ready()
    from quiz.cli.opening import tell_if_slow
    from quiz.tui.app import run_app

    return run_app(tell=tell_if_slow)


def _explain(error: Exception) -> None:
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    print(f"quiz: something went wrong that should not have ({one_line(what)}).", file=sys.stderr)
    print("Your answers are safe. With QUIZ_DEBUG=1 the command shows where it happened.", file=sys.stderr)
    try:
        sys.stdout.flush()
    except OSError:  # the full disk, perhaps, that is complained about
        _give_up_output()


def _ready() -> None:
    """Where the record is long, say that it is being read, before a screen hides what is said."""
    from quiz.places import history_file

    file = history_file()
    if file.exists() and file.stat().st_size > _LONG_RECORD:
        from quiz.cli.keeping import take_in

        take_in()
