"""Times as people say them: "today", "yesterday", "Thursday", "3 March"."""

from datetime import date, datetime

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January February March April May June July August September October November December".split()
)  # the names in the language of the screens, whatever the locale


def day_words(at: datetime, today: date) -> str:
    """Return the day of `at`, as one would say it on the day `today`."""
    day = at.date()
    ago = (today - day).days
    if ago in (0, 1):
        return ("today", "yesterday")[ago]
    if 1 < ago < 7:
        return _DAYS[day.weekday()]
    text = f"{day.day} {_MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def time_words(at: datetime, today: date) -> str:
    """Return day and time of `at`."""
    return f"{day_words(at, today)}, {at:%H:%M}"
