"""Progress: four pictures of how one is getting on; each can be read as a table instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quiz.core.calibration import Level
from quiz.core.windows import following
from quiz.settings import ALL_TIME
from quiz.study import Study, tables
from quiz.study.days import brief
from quiz.study.habit import HABIT_DAYS
from quiz.study.progress import calibration, progress
from quiz.tui.charts import GRID, columns, ends, share_bar, squares, towers
from quiz.tui.lines import Styled, Writer, assembled, flat
from quiz.tui.screens.base import QuizScreen
from quiz.tui.widgets.head import Head, titled
from quiz.tui.widgets.keybar import KeyBar
from quiz.tui.widgets.page import Page

_TOWER = 4
_BAR = 50


class ProgressScreen(QuizScreen):
    """Scores week by week, days practised, what comes up for review, and how sure one was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "table", "table or pictures"),
        Binding("d", "days", "days counted"),
        Binding("up,k", "scroll_line(-1)", "scroll", show=False, key_display="↑ ↓"),
        Binding("down,j", "scroll_line(1)", "scroll", show=False),
        Binding("pageup,b", "scroll_page(-1)", "page up", show=False, key_display="pg up"),
        Binding("pagedown,space", "scroll_page(1)", "page", key_display="space"),
        Binding("home,g", "ends(0)", "beginning", show=False),
        Binding("end,G", "ends(1)", "end", show=False),
        Binding("escape", "back", "back"),
    ]

    def __init__(self, study: Study, days: int | None, exams: Mapping[str, int]) -> None:
        super().__init__()
        self.study = study
        self.progress = progress(study, days, exams)
        self.as_table = False
        self._certainty_at = 0

    def compose(self) -> ComposeResult:
        """The head, the page, the keys."""
        yield Head(lambda width: titled("Progress", self.study.bank.title, width))
        yield Page(self._write)
        yield KeyBar(self.keys)

    def _write(self, writer: Writer) -> None:
        pictures = (self._draw_scores, self._draw_habit, self._draw_due, self._draw_certainty)
        for section, draw in zip(tables.sections(self.study.bank, self.progress), pictures, strict=True):
            self._certainty_at = len(writer.lines)
            writer.blank(2 if writer.lines and not self.as_table else 1)
            writer.text(section.title, "bold")
            if self.as_table:
                _write_rows(writer, section.rows)
            else:
                draw(writer)

    # the pictures

    def _draw_scores(self, writer: Writer) -> None:
        weeks = self.progress.weeks
        if not any(week.phases for week in weeks):
            writer.text(tables.NO_SCORES, "$quiet")
            return
        width = 2 if writer.width >= GRID else 1
        for i, phase in enumerate(self.study.bank.phases):
            writer.blank(i > 0)
            shares = [week.phases.get(phase.id) for week in weeks]
            drawn = columns([share and share.right / share.asked for share in shares], width)
            writer.row([(flat(phase.title), "")], [])
            _beside(writer, drawn, tables.last_week(weeks, phase.id))
        label = ends(brief(weeks[0].start), brief(self.progress.today), len(weeks) * (width + 1) - 1)
        writer.styled(label)

    def _draw_habit(self, writer: Writer) -> None:
        writer.text(tables.habit_words(self.progress), "" if self.progress.practised else "$quiet")
        if not self.progress.practised:
            return
        first = self.progress.today - HABIT_DAYS + 1
        days = [first + i in self.progress.practised for i in range(HABIT_DAYS)]
        if writer.width >= GRID:
            writer.styled(squares(days))
            writer.styled(ends(brief(first), "today", GRID))
            return
        for i in range(0, HABIT_DAYS, 7):
            last = i + 7 == HABIT_DAYS
            label = f"   {brief(first + i)} – {'today' if last else brief(first + i + 6)}"
            writer.styled([*squares(days[i : i + 7]), (label, "$quiet")])

    def _draw_due(self, writer: Writer) -> None:
        days = self.progress.coming.days
        writer.text(tables.due_words(self.progress), "" if any(days) else "$quiet")
        if not any(days):
            return
        wide = writer.width >= GRID
        for line in towers(days, _TOWER, *((" ", "   ") if wide else ("", " "))):
            writer.styled(line)
        width = GRID if wide else len(days) + (len(days) - 1) // 7
        writer.styled(ends("today", brief(self.progress.today + len(days) - 1), width))

    def _draw_certainty(self, writer: Writer) -> None:
        for i, level in enumerate(self.progress.calibration):
            if i:
                writer.blank()
            _draw_level(writer, level)
        if not self.progress.calibration:
            writer.text(tables.no_levels(self.progress), "$quiet")

    # keys

    def action_table(self) -> None:
        """Show tables instead of pictures, or pictures again."""
        self.as_table = not self.as_table
        self.page.repaint()
        self.page.to_top()

    def action_days(self) -> None:
        """Look at the answers of more days, or after all of them at those of a few; remember it."""
        days = following(self.progress.days)
        self.quiz.remember(window=ALL_TIME if days is None else str(days))
        self.progress = self.progress._replace(days=days, calibration=calibration(self.study, days))
        self.page.repaint()
        self.page.show_lines(self._certainty_at, len(self.page.lines) - 1)

    def action_ends(self, end: int) -> None:
        """Go to the beginning or the end."""
        self.page.scroll_to(y=end * self.page.max_scroll_y, animate=False, force=True)


def _write_rows(writer: Writer, rows: tuple[str, ...]) -> None:
    for row in rows:
        lead = row[: len(row) - len(row.lstrip())]
        writer.text(row.lstrip(), lead=lead)


def _draw_level(writer: Writer, level: Level) -> None:
    """Draw a level: its sentence, a bar, and below it a clasp around what would be well judged."""
    writer.text(level.sentence)
    filled, clasp = share_bar(level.share, level.band, min(writer.width, _BAR))
    writer.styled(filled)
    _beside(writer, clasp, tables.band_words(level))


def _beside(writer: Writer, drawn: list[Styled], words: str) -> None:
    """Write what is drawn with words beside it, or below where there is little room."""
    if assembled(drawn).cell_length + 2 + cell_len(words) <= writer.width:
        writer.styled([*drawn, ("  ", ""), (words, "$quiet")])
    else:
        writer.styled(drawn)
        writer.text(words, "$quiet")
