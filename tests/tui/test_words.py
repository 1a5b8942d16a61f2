"""Times and keys as they are said on the screen."""

from datetime import date, datetime, timedelta

import pytest

from quiz.tui.keys import label
from quiz.tui.when import day_words, time_words
from tests.tui.drive import NOW

TODAY = NOW.date()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "Tuesday"),
        (6, "Friday"),
        (7, "26 February"),
        (63, "1 January"),
        (64, "31 December 2025"),
        (-1, "6 March"),
    ],
)
def test_days_are_said_as_one_would(days: int, words: str) -> None:
    assert words == day_words(NOW - timedelta(days=days), TODAY)


def test_times_have_their_minutes() -> None:
    assert "yesterday, 09:05" == time_words(datetime(2026, 3, 4, 9, 5), date(2026, 3, 5))


@pytest.mark.parametrize(
    ("key", "words"),
    [("a", "a"), ("escape", "esc"), ("question_mark", "?"), ("shift+up", "shift+↑"), ("ctrl+q", "ctrl+q")],
)
def test_keys_are_named_as_on_the_keyboard(key: str, words: str) -> None:
    assert words == label(key)
