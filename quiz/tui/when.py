"""Times as people say them: "today", "yesterday", "Thursday", "3 March"."""

from datetime import date, datetime

from quiz.study.days import spoken, weekday


def day_words(at: datetime, today: date) -> str:
    """Return the day of `at`, as one would say it on the day `today`."""
    day = at.date()
    ago = (today - day).days
    if ago in (0, 1):
        return ("today", "yesterday")[ago]
    if 1 < ago < 7:
        return weekday(day.toordinal())
    text = spoken(day.toordinal())
    return text if day.year == today.year else f"{text} {day.year}"


def time_words(at: datetime, today: date) -> str:
    """Return day and time of `at`."""
    return f"{day_words(at, today)}, {at:%H:%M}"
