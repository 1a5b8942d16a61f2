"""The commands, one file each, found in this folder.

A command's module has `SUMMARY` (a line for the list), `EXAMPLE` (a line to try), `arguments(parser)` and
`run(options)`, which returns the exit code. What a command needs is imported when it runs.
"""

from argparse import ArgumentParser, Namespace
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast


class Command(Protocol):
    """What the module of a command offers."""

    SUMMARY: str
    EXAMPLE: str

    def arguments(self, parser: ArgumentParser) -> None:
        """Declare the command's arguments."""

    def run(self, options: Namespace) -> int:
        """Do it, and return the exit code."""


def commands(only: str = "") -> dict[str, Command]:
    """Return all commands by name, in alphabetical order; just the one called `only` if there is one."""
    names = sorted(module.name for module in iter_modules(__path__))
    names = [only] if only in names else names
    return {name: cast(Command, import_module(f"{__name__}.{name}")) for name in names}
