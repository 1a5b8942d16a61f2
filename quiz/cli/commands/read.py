"""`quiz read`: reads the source of a bank, with its questions at hand."""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.study import Study

SUMMARY = "read the source, and answer questions on what you have just read"
EXAMPLE = "quiz read soviet-foreign-policy"


def arguments(parser: ArgumentParser) -> None:
    """Declare the bank, and how it is read."""
    parser.add_argument("bank", metavar="BANK", help="a bank's id or path")
    parser.add_argument("--plain", action="store_true", help="paragraph by paragraph, for screen readers and pipes")
    parser.add_argument("--own", action="store_true", help="print every sentence with how you answered on it")


def run(options: Namespace) -> int:
    """Read."""
    from quiz.banks.library import remember
    from quiz.cli.opening import named_bank, usable_bank, wants_plain
    from quiz.cli.report import warn
    from quiz.study import Study, open_record

    study = Study(usable_bank(options.bank), open_record())
    remember(study.bank.id, named_bank(options.bank))
    try:
        if not options.own and not wants_plain(options.plain):
            return _app(study)
        warn(study.record.notice)
        return _own(study) if options.own else _plain(study)
    finally:
        study.record.close()


def _app(study: "Study") -> int:
    from quiz.tui.app import run_app

    return run_app(reading=study)


def _plain(study: "Study") -> int:
    from quiz.cli.plain_reading import PlainReading

    return PlainReading(study, sys.stdin, sys.stdout).run()


def _own(study: "Study") -> int:
    from quiz.cli.plain_reading import own_lines

    for line in own_lines(study):
        print(line)
    return 0
