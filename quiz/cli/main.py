"""The command `quiz`: with no arguments it opens the app."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from quiz.cli.errors import UserError
from quiz.core.visible import one_line
from quiz.garbage import begin_lightly

_LONG_RECORD = 20_000_000
"""Bytes above which working out what is known may take more than a moment, the first time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code: 0 done, 1 not, 2 for wrong usage."""
    begin_lightly()
    _prepare_streams()
    try:
        given = list(sys.argv[1:] if arguments is None else arguments)
        code = _run(given)
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


def _run(given: list[str]) -> int:
    try:
        return _command(given) if given else _open_app()
    except UserError as error:
        print(f"quiz: {one_line(str(error))}", file=sys.stderr)
        return error.code


def _command(given: list[str]) -> int:
    from quiz.cli.parser import parser

    options = parser(given[0]).parse_args(given)
    return int(options.run(options)) if hasattr(options, "run") else _open_app()


def _open_app() -> int:
    if not (sys.stdout.isatty() and sys.stdin.isatty()) or os.environ.get("TERM") == "dumb":
        from quiz.cli.parser import parser

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
