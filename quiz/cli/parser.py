"""The parser of the command line, made of what the commands declare."""

import argparse
import sys
from typing import NoReturn

from quiz import __version__
from quiz.cli.commands import commands
from quiz.core.visible import one_line

_DESCRIPTION = "Test yourself on a text. Every answer is explained by the passage that proves it."
_EPILOG = """\
Without a command the app opens. `quiz COMMAND --help` explains a command.

example:
  quiz take soviet-foreign-policy

Answers are kept in your data folder; set QUIZ_HOME to keep them (and settings, and your banks) elsewhere.
"""


class _OfAnyWidth(argparse.HelpFormatter):
    """What arguments are declared with: it does not ask how wide the terminal is, for which `shutil` takes 3 ms."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)


class _Parser(argparse.ArgumentParser):
    """A parser whose errors say what to do next."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"quiz: {one_line(message)}\nTry: {self.prog} --help\n")

    def format_help(self) -> str:
        """Return the help, as wide as the terminal is."""
        self.formatter_class = argparse.RawDescriptionHelpFormatter
        return super().format_help()

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        sys.stdout.flush()  # here, where a closed pipe is noticed in time
        super().exit(status, message)


def parser(only: str = "") -> argparse.ArgumentParser:
    """Return the parser of the whole command line; with `only`, of that command if there is one, which is quicker."""
    top = _Parser(prog="quiz", description=_DESCRIPTION, epilog=_EPILOG, formatter_class=_OfAnyWidth)
    top.add_argument("--version", action="version", version=f"quiz {__version__}")
    subparsers = top.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser, prog="quiz")
    for name, command in commands(only).items():
        sub = subparsers.add_parser(
            name,
            help=command.SUMMARY,
            description=f"{command.SUMMARY[0].upper()}{command.SUMMARY[1:]}.",
            epilog=f"example:\n  {command.EXAMPLE}",
            formatter_class=_OfAnyWidth,
        )
        command.arguments(sub)
        sub.set_defaults(run=command.run)
    return top
