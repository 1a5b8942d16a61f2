"""Windows of time: the answers of how many days are looked at. A window is a number of days; None is all time."""

WINDOW_DAYS = 60
"""Answers older than this are not counted, unless asked otherwise."""
WINDOWS = (14, 30, 60, 120, None)
"""The windows that one key goes through."""


def following(days: int | None) -> int | None:
    """Return the window after this one; after the widest comes the narrowest."""
    if days is None:
        return WINDOWS[0]
    return next((window for window in WINDOWS if window is None or window > days), None)


def within(days: int | None) -> str:
    """Return a window as the end of a sentence: "in the last 60 days"."""
    if days is None:
        return "so far"
    return "today" if days == 1 else f"in the last {days} days"
