"""A bank in one file, written so that single questions can be taken out of it: what a compiled copy looks like.

The first line tells what the rest must be. Below it stand the bank with its sources and phases, what is known of
all questions, and the questions, one a line, all in JSON. Nothing of it is believed before it has been checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import accumulate
from operator import attrgetter
from typing import Any, NamedTuple
from zlib import crc32

from quiz.banks.packed import MisshapenError, items_of, maker, pack, pack_question, unpack, unpack_question
from quiz.banks.stamps import Stamp
from quiz.core.bank import Bank, Phase, Quote, Source
from quiz.core.listing import Entry, Listing
from quiz.core.questions.base import Question

_DETAILS = ("id", "title", "language", "license", "author", "description")


class Head(NamedTuple):
    """The first line: what made the copy, of which bank, with which files; the sizes of the parts below, and their CRC.

    The files are the bank's own, first, and its sources.
    """

    made_by: str
    bank: str
    files: tuple[Stamp, ...]
    sizes: tuple[int, ...] = ()
    crc: int = 0


class _Columns(NamedTuple):
    """What is known of all questions: ids, numbers of their phases, chances, lines in the file, bytes each has here."""

    ids: list[str]
    phases: list[int]
    chances: list[float]
    lines: list[int]
    sizes: list[int]


class Opened(NamedTuple):
    """What a copy holds: the bank, whose questions are made when asked for, and the line of each in its file."""

    bank: Bank
    lines: dict[str, int]


Reread = Callable[[str], Question]
"""Returns the question with an id from the bank's text: for one that turns out not to be as it should."""


# to bytes


def parts_of(bank: Bank, lines: Mapping[str, int]) -> list[bytes]:
    """Return the parts of the copy of a bank whose questions stand in these lines."""
    packed = [pack_question(question) for question in bank.questions]
    numbers = {phase.id: number for number, phase in enumerate(bank.phases)}
    columns = _Columns(
        [question.id for question in bank.questions],
        [numbers[question.phase] for question in bank.questions],
        [question.chance for question in bank.questions],
        [lines[question.id] for question in bank.questions],
        [len(data) + 1 for data in packed],
    )
    top = pack((attrgetter(*_DETAILS)(bank), bank.sources, bank.phases))
    return [top + b"\n", pack(columns) + b"\n", b"\n".join((*packed, b""))]


def first_line(head: Head, parts: Iterable[bytes] = ()) -> bytes:
    """Return the first line of the copy with these parts; without any, it tells of those that it told of before."""
    sizes, crc = [], 0
    for part in parts:
        sizes.append(len(part))
        crc = crc32(part, crc)
    return pack(head._replace(sizes=tuple(sizes), crc=crc) if sizes else head) + b"\n"


# from bytes


def read_head(line: bytes) -> Head:
    """Return what the first line tells. Raises MisshapenError."""
    made_by, bank, files, sizes, crc = _head_maker(unpack(line))
    return Head(made_by, bank, tuple(Stamp(*stamp) for stamp in files), sizes, crc)


_head_maker = maker(tuple[str, str, tuple[tuple[str, int, str, tuple[int, ...]], ...], tuple[int, ...], int])


def opened(head: Head, body: bytes, reread: Reread) -> Opened:
    """Return what stands below the first line. Raises MisshapenError when it is not what that tells."""
    if len(head.sizes) != 3 or min(head.sizes) < 0 or sum(head.sizes) != len(body) or crc32(body) != head.crc:
        raise MisshapenError("damaged")
    top, middle, _ = accumulate(head.sizes)
    bank = _bank(unpack(body[:top]))
    columns = _columns(unpack(body[top:middle]))
    if len(bank.phases) <= max(columns.phases):
        raise MisshapenError("no such phase")
    phases = [phase.id for phase in bank.phases]
    entries = tuple(map(Entry, columns.ids, map(phases.__getitem__, columns.phases), columns.chances))
    ends = list(accumulate(columns.sizes, initial=middle))
    if ends[-1] != len(body):
        raise MisshapenError("questions are missing")
    lengths = {source.id: len(source.text) for source in bank.sources}

    def make(place: int) -> Question:
        data = body[ends[place] : ends[place + 1]]
        return _question(data, entries[place], lengths) or reread(entries[place].id)

    bank = replace(bank, questions=Listing(entries, make))
    return Opened(bank, dict(zip(columns.ids, columns.lines, strict=True)))


def _bank(data: Any) -> Bank:
    details, sources, phases = items_of(data, 3)
    texts = maker(tuple[(str,) * len(_DETAILS)])(details)  # type: ignore[misc]
    bank = Bank(
        **dict(zip(_DETAILS, texts, strict=True)),
        sources=maker(tuple[Source, ...])(sources),
        phases=maker(tuple[Phase, ...])(phases),
    )
    lengths = {source.id: len(source.text) for source in bank.sources}
    if not lengths or not all(_stand(phase.quotes, lengths) for phase in bank.phases):
        raise MisshapenError("a quotation that stands nowhere")
    return bank


def _columns(data: Any) -> _Columns:
    columns = _Columns(*(items_of(column) for column in items_of(data, len(_Columns._fields))))
    kinds: tuple[type, ...] = (str, int, float, int, int)
    for column, kind in zip(data, kinds, strict=True):
        if {type(item) for item in column} != {kind} or len(column) != len(columns.ids):
            raise MisshapenError("no such column")
    if len(set(columns.ids)) < len(columns.ids) or min(*columns.phases, *columns.lines, *columns.sizes) < 0:
        raise MisshapenError("no such questions")
    return columns


def _question(data: bytes, entry: Entry, lengths: Mapping[str, int]) -> Question | None:
    """Return the question that stands here, when it is the one that is listed."""
    try:
        question = unpack_question(data)
    except MisshapenError:
        return None
    same = (question.id, question.phase, question.chance) == entry
    return question if same and _stand(question.quotes, lengths) else None


def _stand(quotes: tuple[Quote, ...], lengths: Mapping[str, int]) -> bool:
    """Return whether quotations stand within their sources, of these lengths."""
    return all(
        quote.spans and all(0 <= start < end <= lengths.get(quote.source, 0) for start, end in quote.spans)
        for quote in quotes
    )
