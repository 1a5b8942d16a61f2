"""Scores and standings per phase as they are painted: title, bar, right of answered, likely range."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from quiz.core.bank import Bank
from quiz.core.scoring import ENOUGH, Score
from quiz.core.standing import Label, Standing
from quiz.core.words import count, likely
from quiz.tui.lines import Styled, Writer, bar, cut, flat

_BESIDE_TITLE = 62
_WITH_LABEL = 74
_NARROW = 60
_STYLES = {
    Label.NOT_BEGUN: "$quiet",
    Label.NOT_LATELY: "$quiet",
    Label.NOT_ENOUGH: "$quiet",
    Label.NEEDS_WORK: "bold $warning",
    Label.BUILDING: "bold",
    Label.SECURE: "bold $success",
}


class _Row(NamedTuple):
    """What is painted of a phase: `wide` is the bar, `short` the figures where there is little room."""

    title: str
    years: str
    score: Score
    figures: list[Styled]
    short: list[Styled]
    ranged: bool = False

    def bar(self, width: int) -> list[Styled]:
        """Return the bar: of the share alone, or with the likely range."""
        return range_bar(self.score, width) if self.ranged else bar(self.score.share, width)


def write_scores(writer: Writer, bank: Bank, rows: Sequence[Score], *, whole: bool) -> None:
    """Write a row or two per phase; with `whole`, phases not begun say how many questions they have."""
    _write_rows(writer, [_score_row(bank, row, whole) for row in rows], _BESIDE_TITLE)


def write_standings(writer: Writer, bank: Bank, rows: Sequence[Standing], *, full: bool = False) -> None:
    """Write where the student stands in each phase; with `full`, also in a sentence, and what is mastered."""
    painted = [_standing_row(bank, row) for row in rows]
    if not full:
        _write_rows(writer, painted, _WITH_LABEL)
        return
    for standing, row in zip(rows, painted, strict=True):
        writer.row([(row.title, "")], [(cut(row.years, writer.width // 3), "$quiet")])
        word = str(standing.label)
        if not standing.score.answered:
            writer.row(row.figures, [])
            if standing.seen:
                writer.text(f"{standing.mastery}. {standing.now}", "$quiet")
        else:
            writer.row(row.bar(max(min(40, writer.width - len(word) - 2), 6)), [(word, _STYLES[standing.label])])
            writer.text(f"{standing.sentence} {standing.mastery}. {standing.now}", "$quiet")
        writer.blank()


def range_bar(score: Score, width: int) -> list[Styled]:
    """Return a bar: full up to the lower end of the likely range, then shaded up to its upper end."""
    if score.answered < ENOUGH:
        return bar(score.share, width)
    low, high = score.likely
    sure, here, most = (round(width * share) for share in (low, score.share, high))
    return [("█" * sure + "▓" * (here - sure) + "▒" * (most - here), "$accent"), ("░" * (width - most), "$faint")]


def _score_row(bank: Bank, row: Score, whole: bool) -> _Row:
    figures = _figures(row, whole)
    return _Row(flat(row.title), _years(bank, row), row, figures, figures[:1] if row.answered < ENOUGH else figures)


def _standing_row(bank: Bank, standing: Standing) -> _Row:
    row, label = standing.score, standing.label
    if not row.answered:
        none: list[Styled] = [(f"{label} · {count(row.questions, 'question')}", "$quiet")]
        return _Row(flat(row.title), _years(bank, row), row, none, none)
    share = f" ({row.per_cent} %)" if row.answered >= ENOUGH else ""
    right: Styled = (f"{row.right} of {row.answered}{share}", "bold")
    word: Styled = (f"  {label}", _STYLES[label])
    told = [(f"  {likely(row)}", "$quiet")] if row.answered >= ENOUGH else []
    return _Row(flat(row.title), _years(bank, row), row, [right, *told, word], [right, word], ranged=True)


def _years(bank: Bank, row: Score) -> str:
    phase = bank.phase_by_id.get(row.id)
    return phase.years if phase else ""


def _write_rows(writer: Writer, rows: Sequence[_Row], beside: int) -> None:
    room = writer.width - beside
    fits = all(cell_len(row.title) <= room for row in rows)
    for row in rows:
        if fits:
            _one_line(writer, row, room)
        else:
            _two_lines(writer, row)


def _one_line(writer: Writer, row: _Row, room: int) -> None:
    gap = " " * (room - cell_len(row.title))
    left: list[Styled] = [(row.title + gap, ""), (f"  {flat(row.years)[:13]:<13}", "$quiet"), *row.bar(14)]
    writer.row(left, row.figures)


def _two_lines(writer: Writer, row: _Row) -> None:
    writer.row([(row.title, "")], [(cut(row.years, writer.width // 3), "$quiet")])
    if writer.width >= _NARROW:
        writer.row(row.bar(20), row.figures)
    else:
        room = writer.width - sum(cell_len(text) for text, _ in row.short) - 2
        writer.row(row.bar(min(12, room)) if room >= 6 else [], row.short)


def _figures(row: Score, whole: bool) -> list[Styled]:
    if not row.answered:
        text = f"not begun · {count(row.questions, 'question')}" if whole else "not asked yet"
        return [(text, "$quiet")]
    partly = f", {row.partly} partly" if row.partly and not whole else ""
    share = f" ({row.per_cent} %)" if row.answered >= ENOUGH else ""
    return [(f"{row.right} of {row.answered}{share}{partly}", "bold"), (f"  {likely(row)}", "$quiet")]
