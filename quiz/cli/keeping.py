"""What the commands that carry the record of answers about have in common."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager

from quiz.cli.errors import UserError
from quiz.cli.report import warn
from quiz.core.visible import one_line
from quiz.core.words import count
from quiz.history.copies import Size
from quiz.history.knowledge import fold
from quiz.history.refusal import TransferError
from quiz.study import open_record

_EVERY = 100_000


@contextmanager
def or_said(not_done: str) -> Iterator[None]:
    """Turn what the record refuses into an error of the user's, which begins with what was not done."""
    try:
        yield
    except TransferError as error:
        raise UserError(one_line(f"{not_done}: {error}.")) from error


def in_words(size: Size) -> str:
    """Return "12 attempts with 240 answers"."""
    return f"{count(size.attempts, 'attempt')} with {count(size.responses, 'answer')}"


def take_in() -> None:
    """Work out what is known of each question now, so that the next opening need not."""
    with closing(open_record()) as record:
        fold(record, tell=_tell if sys.stderr.isatty() else None)
        warn(record.notice)


def _tell(number: int) -> None:
    if number % _EVERY == 0:
        print(f"Working out what you know: {number:,} answers read …", file=sys.stderr)
