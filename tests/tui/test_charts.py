"""Small pictures of figures: the same without colour, and nothing wider than its room."""

from hypothesis import given as for_all
from hypothesis import strategies as st

from quiz.tui.charts import GRID, columns, ends, share_bar, spaced, squares, towers
from quiz.tui.lines import Styled, assembled


def drawn(parts: list[Styled]) -> str:
    """Return a line as it is shown."""
    return assembled(parts).plain


def test_a_share_is_a_column_and_none_a_dot() -> None:
    assert "· ▁ ▅ █" == drawn(columns([None, 0.0, 0.5, 1.0], 1))
    assert "·  ▁▁ ▅▅ ██" == drawn(columns([None, 0.0, 0.5, 1.0], 2))


def test_days_are_squares_in_weeks() -> None:
    days = [i % 7 in (0, 6) for i in range(28)]
    assert "■ □ □ □ □ □ ■   " * 3 + "■ □ □ □ □ □ ■" == drawn(squares(days))
    assert GRID == len(drawn(squares(days)))


def test_numbers_are_towers_on_one_ground() -> None:
    lines = [drawn(line) for line in towers([32, 1, 12, 0, 4], 4, " ", "   ")]
    assert ["█        ", "█        ", "█   ▄    ", "█ ▁ █ · ▄"] == lines


def test_small_numbers_make_low_towers() -> None:
    assert ["█ · █"] == [drawn(line) for line in towers([1, 0, 1], 4, " ", "   ")]
    assert ["  █  ", "█ █ ·"] == [drawn(line) for line in towers([1, 2, 0], 4, " ", "   ")]


@for_all(st.lists(st.integers(0, 100_000), min_size=1, max_size=28), st.integers(1, 6))
def test_a_tower_stands_where_there_is_a_number_and_the_highest_is_the_most(numbers: list[int], height: int) -> None:
    lines = [drawn(line) for line in towers(numbers, height, "", "")]
    assert 1 <= len(lines) <= height
    assert [number == 0 for number in numbers] == [sign == "·" for sign in lines[-1]]
    if max(numbers) >= height:
        assert height == len(lines)
        assert all(lines[0][i] == "█" for i, number in enumerate(numbers) if number == max(numbers))


def test_a_band_is_clasped_below_its_bar() -> None:
    filled, clasp = share_bar(0.5, (0.8, 1.0), 20)
    assert ("█" * 10 + "░" * 10, " " * 16 + "╰──╯") == (drawn(filled), drawn(clasp))
    assert "╰───────────╯" == drawn(share_bar(0.5, (0.0, 0.67), 20)[1])


def test_labels_stand_at_both_ends_or_side_by_side() -> None:
    assert "12 Dec   5 Mar" == drawn(ends("12 Dec", "5 Mar", 14))
    assert "12 Dec – 5 Mar" == drawn(ends("12 Dec", "5 Mar", 12))


def test_after_every_seventh_there_is_more_room() -> None:
    assert "1111111 1" == drawn(spaced([("1", "")] * 8, "", " "))
