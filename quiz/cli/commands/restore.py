"""`quiz restore`: puts a backup in the place of the record of answers."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

SUMMARY = "put a backup in the place of your answers; what you have now is kept under another name"
EXAMPLE = "quiz restore answers.db"


def arguments(parser: ArgumentParser) -> None:
    """Declare the file."""
    parser.add_argument("file", metavar="FILE", help="a file that `quiz backup` wrote; it stays as it is")


def run(options: Namespace) -> int:
    """Restore the backup, and say where the record that was there is."""
    from quiz import places
    from quiz.cli.keeping import in_words, or_said, take_in
    from quiz.core.visible import one_line
    from quiz.history.transfer import restore
    from quiz.study import local_now

    with or_said("not restored"):
        done = restore(places.history_file(), Path(options.file), local_now().strftime("%Y%m%dT%H%M%S"))
    print(one_line(f"Restored {in_words(done.size)} from {options.file}"))
    if done.kept:
        print(one_line(f"What was there before is kept as {done.kept}"))
    elif done.notice:
        print(one_line(done.notice))
    take_in()
    return 0
