"""How much the terminal is sent: little, for people work over slow lines."""

import pytest

from quiz.study import Study
from tests.tui.drive import at_home, awaited, press, taking
from tests.tui.walk import sent

PAINTED = True
A_MOVE, AN_ANSWER = 2_000, 12_000
SIZES = [(80, 24), (160, 50)]


def size_of(stream: list[str]) -> int:
    """Return how many bytes were sent, and forget them."""
    size = len("".join(stream).encode())
    stream.clear()
    return size


@pytest.mark.parametrize("size", SIZES, ids=str)
@awaited
async def test_moving_among_options_and_answering_send_little(study: Study, size: tuple[int, int]) -> None:
    with sent() as stream:
        async with taking(study, ids=["fuel", "rebuilt"], size=size) as pilot:
            size_of(stream)
            for key in ("down", "down", "up"):
                await press(pilot, key)
                assert 0 < size_of(stream) < A_MOVE
            for key in ("1", "enter"):
                await press(pilot, key)
                assert 0 < size_of(stream) < AN_ANSWER


@awaited
async def test_what_does_not_change_is_not_sent(study: Study) -> None:
    with sent() as stream:
        async with taking(study, ids=["fuel"]) as pilot:
            await press(pilot, "down")
            size_of(stream)
            await press(pilot, "down")
            moved = "".join(stream)
    assert "Candles" in moved
    assert "1 of 1" not in moved
    assert "esc" not in moved


@awaited
async def test_moving_on_the_home_screen_sends_little(study: Study) -> None:
    with sent() as stream:
        async with at_home(study) as pilot:
            size_of(stream)
            for key in ("down", "down", "up"):
                await press(pilot, key)
                assert 0 < size_of(stream) < A_MOVE
