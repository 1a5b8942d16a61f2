"""The pictures of progress as rows of text, the number first: what the app's tables and plain output both say.

Every row is safe to show, whatever stands in the bank.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quiz.core.bank import Bank
from quiz.core.calibration import Level
from quiz.core.planning import Forecast
from quiz.core.scoring import ENOUGH
from quiz.core.visible import one_line
from quiz.core.windows import within
from quiz.study.days import spoken, stretch, weekday
from quiz.study.habit import HABIT_DAYS
from quiz.study.progress import Progress, Share, Week

WEEK = 7
NO_SCORES = "Once you have answered something, each phase has a row here: how much of it was right, week by week."
NO_HABIT = "No day yet. Each day on which you answer something fills a square here."
NO_DUE = "Nothing yet. What you have answered comes back for review, and here stands how much on which day."
NO_LEVELS = "You have not said {time} how sure you were: ! with an answer is sure, ? is a guess."
NOT_ASKED = "not asked in these weeks"


class Section(NamedTuple):
    """A heading and its rows; a row that begins with blanks belongs to the one above it."""

    title: str
    rows: tuple[str, ...]


def sections(bank: Bank, progress: Progress) -> tuple[Section, ...]:
    """Return all four pictures as tables."""
    return (scores(bank, progress), habit(progress), due(progress), certainty(progress))


def scores(bank: Bank, progress: Progress) -> Section:
    """Return the share of right first responses per phase and week, the last week first."""
    weeks = progress.weeks
    rows: list[str] = []
    for phase in bank.phases if any(week.phases for week in weeks) else ():
        rows.append(one_line(phase.title))
        told = [_week(week, phase.id, ago) for ago, week in enumerate(reversed(weeks)) if phase.id in week.phases]
        rows += [f"  {row}" for row in told or [NOT_ASKED]]
    return Section(f"Right first time, in the last {len(weeks)} weeks", tuple(rows) or (NO_SCORES,))


def _week(week: Week, phase: str, ago: int) -> str:
    share = week.phases[phase]
    per_cent = f" ({share.per_cent} %)" if share.asked >= ENOUGH else ""
    return f"{share.right} of {share.asked} right{per_cent} {_ago(ago)}, {stretch(week.start, week.start + WEEK - 1)}"


def _ago(weeks: int) -> str:
    return ("this week", "last week")[weeks] if weeks < 2 else f"{weeks} weeks ago"


def last_week(weeks: Sequence[Week], phase: str) -> str:
    """Return the last figure of a phase in words: "7 of 9 right this week"."""
    for ago, week in enumerate(reversed(weeks)):
        if phase in week.phases:
            share: Share = week.phases[phase]
            return f"{share.right} of {share.asked} right {_ago(ago)}"
    return NOT_ASKED


def habit(progress: Progress) -> Section:
    """Return the days on which anything was answered, the last seven first."""
    rows = [habit_words(progress)]
    for last in range(progress.today, progress.today - HABIT_DAYS, -WEEK) if progress.practised else ():
        days = [day for day in range(last - WEEK + 1, last + 1) if day in progress.practised]
        names = f": {', '.join(weekday(day) for day in days)}" if days else ""
        rows.append(f"  {len(days)} of {WEEK}, {stretch(last - WEEK + 1, last)}{names}")
    return Section("Days practised, in all banks", tuple(rows))


def habit_words(progress: Progress) -> str:
    """Return "11 of the last 28 days"."""
    return f"{len(progress.practised)} of the last {HABIT_DAYS} days" if progress.practised else NO_HABIT


def due(progress: Progress) -> Section:
    """Return how many questions fall due on which day."""
    days = progress.coming.days
    rows = [due_words(progress)]
    rows += [f"  {number} {_due_day(progress.today, i)}" for i, number in enumerate(days) if number]
    return Section(f"Coming up for review, in the next {len(days)} days", tuple(rows))


def _due_day(today: int, ahead: int) -> str:
    day = today + ahead
    return f"{('today', 'tomorrow')[ahead] if ahead < 2 else f'on {weekday(day)}'}, {spoken(day)}"


def due_words(progress: Progress) -> str:
    """Return "12 today, 5 tomorrow, 31 within a week"."""
    coming: Forecast = progress.coming
    if not any(coming.days):
        return f"Nothing in the next {len(coming.days)} days." if progress.begun else NO_DUE
    return f"{coming.today} today, {coming.tomorrow} tomorrow, {coming.week} within a week"


def certainty(progress: Progress) -> Section:
    """Return how sure the student was against how often that was right."""
    rows: list[str] = []
    for level in progress.calibration:
        rows += [level.sentence, f"  {band_words(level)}"]
    return Section(f"How sure you were, {within(progress.days)}", tuple(rows) or (no_levels(progress),))


def no_levels(progress: Progress) -> str:
    """Return what is said when the student never said how sure."""
    time = "yet" if progress.days is None or not progress.begun else within(progress.days)
    return NO_LEVELS.format(time=time)


def band_words(level: Level) -> str:
    """Return the shares of right answers that would be well judged: "80–100 % is well judged"."""
    low, high = level.band
    return f"{round(100 * low)}–{round(100 * high)} % is well judged"
