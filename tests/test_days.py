"""Days and windows of time, as people say them."""

from datetime import date

import pytest

from quiz.core.windows import WINDOWS, following, within
from quiz.study.days import brief, spoken, stretch, weekday

DAY = date(2026, 3, 5).toordinal()


def test_a_day_in_words() -> None:
    assert ("Thursday", "5 March", "5 Mar") == (weekday(DAY), spoken(DAY), brief(DAY))


@pytest.mark.parametrize(
    ("first", "expected"),
    [(date(2026, 3, 1), "1–5 March"), (date(2026, 2, 27), "27 February – 5 March")],
)
def test_a_stretch_of_days(first: date, expected: str) -> None:
    assert expected == stretch(first.toordinal(), DAY)


def test_windows_follow_each_other_and_begin_again() -> None:
    assert [*WINDOWS[1:], WINDOWS[0]] == [following(days) for days in WINDOWS]
    assert [14, 60, None] == [following(days) for days in (1, 45, 99999)]


def test_a_window_ends_a_sentence() -> None:
    assert ["so far", "today", "in the last 60 days"] == [within(days) for days in (None, 1, 60)]
