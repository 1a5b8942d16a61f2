"""The command `quiz`: with no arguments it opens the app."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from quiz import __version__
from quiz.cli.commands import commands
from quiz.cli.errors import UserError

_DESCRIPTION = "Test yourself on a text. Every answer is explained by the passage that proves it."
_EPILOG = """\
Without a command the app opens. `quiz COMMAND --help` explains a command.

example:
  quiz take soviet-foreign-policy

Answers are kept in your data folder; set QUIZ_HOME to keep them (and settings, and your banks) elsewhere.
"""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors say what to do next."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"quiz: {message}\nTry: {self.prog} --help\n")


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = _Parser(
        prog="quiz", description=_DESCRIPTION, epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    top.add_argument("--version", action="version", version=f"quiz {__version__}")
    subparsers = top.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    for name, command in commands().items():
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
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    options = parser().parse_args(arguments)
    try:
        code = options.run(options) if hasattr(options, "run") else _open_app()
        sys.stdout.flush()
    except UserError as error:
        print(f"quiz: {error}", file=sys.stderr)
        return error.code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("QUIZ_DEBUG"):
            raise
        _explain(error)
        return 1
    return int(code)


def _open_app() -> int:
    if not sys.stdout.isatty() or not sys.stdin.isatty():
        parser().print_help()
        return 0
    from quiz.tui.app import run_app

    return run_app()


def _explain(error: Exception) -> None:
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    print(f"quiz: something went wrong that should not have ({what}).", file=sys.stderr)
    print("Your answers are safe. With QUIZ_DEBUG=1 the command shows where it happened.", file=sys.stderr)
