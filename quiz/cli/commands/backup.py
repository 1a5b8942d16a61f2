"""`quiz backup`: writes the whole record of answers into one file."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

SUMMARY = "write every answer that you ever gave into one file, to keep or to take to another machine"
EXAMPLE = "quiz backup answers.db"


def arguments(parser: ArgumentParser) -> None:
    """Declare the file, and whether to replace."""
    parser.add_argument("file", metavar="FILE", help="the file to write; its folder must be there")
    parser.add_argument("--force", action="store_true", help="replace the file if it is there")


def run(options: Namespace) -> int:
    """Write the backup."""
    from quiz import places
    from quiz.cli.keeping import in_words, or_said
    from quiz.core.visible import one_line
    from quiz.history.copies import backup

    with or_said("not backed up"):
        size = backup(places.history_file(), Path(options.file), force=options.force)
    print(one_line(f"Wrote {in_words(size)} to {options.file}"))
    return 0
