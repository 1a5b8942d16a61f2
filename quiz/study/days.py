"""Days as people say them, whatever the locale. A day is its ordinal: 1 is 1 January of the year 1."""

from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = "January February March April May June July August September October November December".split()
_SHORT = 3


def weekday(day: int) -> str:
    """Return "Thursday"."""
    return WEEKDAYS[date.fromordinal(day).weekday()]


def spoken(day: int) -> str:
    """Return "5 March"."""
    at = date.fromordinal(day)
    return f"{at.day} {MONTHS[at.month - 1]}"


def brief(day: int) -> str:
    """Return "5 Mar", for where there is little room."""
    at = date.fromordinal(day)
    return f"{at.day} {MONTHS[at.month - 1][:_SHORT]}"


def stretch(first: int, last: int) -> str:
    """Return "20–26 February", or "27 February – 5 March"."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{spoken(last)}"
    return f"{spoken(first)} – {spoken(last)}"
