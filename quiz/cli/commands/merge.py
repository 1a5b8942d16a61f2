"""`quiz merge`: brings in the answers that were given on another machine."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.history.merging import Merged

SUMMARY = "bring in the answers that you gave on another machine; nothing is doubled"
EXAMPLE = "quiz merge answers-of-the-laptop.db"


def arguments(parser: ArgumentParser) -> None:
    """Declare the file."""
    parser.add_argument("file", metavar="FILE", help="a file that `quiz backup` wrote there; it stays as it is")


def run(options: Namespace) -> int:
    """Merge the file, and say what was new in it."""
    from quiz import places
    from quiz.cli.keeping import or_said, take_in
    from quiz.core.visible import one_line
    from quiz.history.transfer import merge

    with or_said("not merged"):
        merged = merge(places.history_file(), Path(options.file))
    print(one_line(_said(merged, options.file)))
    take_in()
    return 0


def _said(merged: "Merged", file: str) -> str:
    """Return in a sentence what was new."""
    from quiz.core.words import count

    here = count(merged.known, "attempt was", "attempts were") + " here already"
    if not any(merged[:4]):
        return f"Nothing in {file} is new: {here}."
    more = count(merged.flags, "flag on a question", "flags on questions")
    notes = count(merged.notes, "note", "notes") + " (answers taken back, questions skipped or marked, exams handed in)"
    parts = [f"{count(merged.attempts, 'attempt')} and {count(merged.responses, 'answer')}"]
    parts += ([more] if merged.flags else []) + ([notes] if merged.notes else [])
    return f"Brought in {', '.join(parts)}{f'; {here}' if merged.known else ''}."
