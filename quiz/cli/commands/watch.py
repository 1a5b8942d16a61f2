"""`quiz watch`: checks a bank at every save, and shows the question under work."""

import sys
from argparse import ArgumentParser, Namespace

SUMMARY = "check a bank at every save, and show the question under work as the student sees it"
EXAMPLE = "quiz watch my-bank"


def arguments(parser: ArgumentParser) -> None:
    """Declare the bank, and whether to end after one round."""
    parser.add_argument("folder", metavar="FOLDER", help="a bank's folder, or its id")
    parser.add_argument("--once", action="store_true", help="look once, and end")


def run(options: Namespace) -> int:
    """Watch until Ctrl+C."""
    from quiz.check.watch import Watch
    from quiz.cli.opening import named_bank
    from quiz.cli.watching import Rounds

    path = named_bank(options.folder)
    rounds = Rounds(Watch(path, str(path)), sys.stdout)
    try:
        if options.once:
            rounds.once()
        else:
            rounds.forever()
    except KeyboardInterrupt:
        print()
    return 0
