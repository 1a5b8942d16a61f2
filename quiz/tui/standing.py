"""Scores per phase as they are painted: title, bar, right of answered, likely range."""

from collections.abc import Sequence

from rich.cells import cell_len

from quiz.core.bank import Bank
from quiz.core.scoring import ENOUGH, Score
from quiz.core.words import count, likely
from quiz.tui.lines import Styled, Writer, bar, flat

_BESIDE_TITLE = 62
_NARROW = 60


def write_scores(writer: Writer, bank: Bank, rows: Sequence[Score], *, whole: bool) -> None:
    """Write a row or two per phase; with `whole`, phases not begun say how many questions they have."""
    room = writer.width - _BESIDE_TITLE
    fits = all(cell_len(flat(row.title)) <= room for row in rows)
    for row in rows:
        phase = bank.phase_by_id.get(row.id)
        years = phase.years if phase else ""
        if fits:
            _one_line(writer, row, years, whole)
        else:
            _two_lines(writer, row, years, whole)


def _one_line(writer: Writer, row: Score, years: str, whole: bool) -> None:
    title = flat(row.title)
    gap = " " * (writer.width - _BESIDE_TITLE - cell_len(title))
    left: list[Styled] = [(title + gap, ""), (f"  {flat(years)[:13]:<13}", "$quiet"), *bar(row.share, 14)]
    writer.row(left, _figures(row, whole))


def _two_lines(writer: Writer, row: Score, years: str, whole: bool) -> None:
    writer.row([(flat(row.title), "")], [(years, "$quiet")])
    if writer.width >= _NARROW:
        writer.row(bar(row.share, 20), _figures(row, whole))
    else:
        figures = _figures(row, whole)
        short = figures[:1] if row.answered < ENOUGH else figures
        writer.row([] if len(short) > 1 else bar(row.share, 12), short)


def _figures(row: Score, whole: bool) -> list[Styled]:
    if not row.answered:
        text = f"not begun · {count(row.questions, 'question')}" if whole else "not asked yet"
        return [(text, "$quiet")]
    partly = f", {row.partly} partly" if row.partly and not whole else ""
    share = f" ({row.per_cent} %)" if row.answered >= ENOUGH else ""
    return [(f"{row.right} of {row.answered}{share}{partly}", "bold"), (f"  {likely(row)}", "$quiet")]
