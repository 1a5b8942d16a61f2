"""Lines of text: none is wider than its room, nothing is lost but blanks, and nothing in them steers the terminal."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from quiz.core.visible import visible
from quiz.tui.lines import Writer, assembled, bar, breaks, fitted, flat, spread

SIGNS = (
    "a Z 9 . - [ ] { } \\ / $ é e\u0301 \u0301 "
    "日 本 ｱ 😀 👩‍🚀 🇫🇷 ☁\ufe0f \u200d \ufe0f ﷺ \x1b \x07 \u202e \u200b \ud800 [b] [/]"
)
CHARACTERS = st.sampled_from([" ", "\n", "\t", *SIGNS.split(" ")])
TEXTS = st.lists(CHARACTERS, max_size=60).map("".join)
WIDTHS = st.integers(2, 40)


def wrapped(text: str, width: int) -> list[str]:
    """Return a text as it is wrapped."""
    return [text[start:end] for start, end in breaks(text, width)]


def bare(text: str) -> str:
    """Return a text without its blanks."""
    return re.sub(r"\s", "", text)


@given(TEXTS, WIDTHS)
@example("日本" * 20, 3)
@example("a" * 100, 2)
@example("e\u0301" * 50, 7)
@example("👩‍🚀" * 9, 5)
def test_no_line_is_wider_than_its_room_and_nothing_is_lost_but_blanks(text: str, width: int) -> None:
    shown = visible(text)
    lines = wrapped(shown, width)
    assert [] == [line for line in lines if cell_len(line) > width]
    assert bare(shown) == bare("".join(lines))


@given(TEXTS, WIDTHS)
def test_lines_follow_each_other_and_what_is_between_them_is_blank(text: str, width: int) -> None:
    shown, end = visible(text), 0
    for start, stop in breaks(shown, width):
        assert end <= start <= stop
        assert not shown[end:start].strip()
        end = stop
    assert not shown[end:].strip()


@given(st.lists(st.text("ab", min_size=1, max_size=9), max_size=20), st.integers(9, 40))
def test_words_that_fit_are_never_cut_and_lines_are_filled(words: list[str], width: int) -> None:
    lines = wrapped(" ".join(words), width)
    assert words == " ".join(lines).split()
    firsts = [line.split()[0] for line in lines[1:]]
    assert all(len(line) + 1 + len(first) > width for line, first in zip(lines, firsts, strict=False))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, [""]),
        ("one two", 7, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("one\n\ntwo", 9, ["one", "", "two"]),
        ("one    two", 5, ["one", "two"]),
        ("abcdefgh i", 3, ["abc", "def", "gh", "i"]),
        ("abcdefg i", 3, ["abc", "def", "g i"]),
        ("a bcdefg", 3, ["a", "bcd", "efg"]),
        ("日本語", 4, ["日本", "語"]),
        ("日本語", 5, ["日本", "語"]),
        ("e\u0301" * 3, 2, ["e\u0301" * 2, "e\u0301"]),
        ("  indented", 20, ["  indented"]),
        ("日本", 1, ["日", "本"]),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    assert lines == wrapped(text, width)


def test_a_word_of_a_hundred_thousand_characters_is_cut() -> None:
    assert ["x" * 76] * 1315 + ["x" * 60] == wrapped("x" * 100_000, 76)


@given(TEXTS, TEXTS, st.integers(12, 60))
def test_whatever_is_written_no_line_is_wider_than_the_page_or_has_a_break(lead: str, text: str, width: int) -> None:
    writer = Writer(width)
    writer.text(text, "bold", target=3)
    writer.styled([(text, "$accent"), (lead, "")], [("▸ ", "bold")])
    writer.row([(text, "bold")], [(lead, "$quiet")])
    plain = [line.content.plain for line in writer.lines]
    assert [] == [line for line in plain if cell_len(line) > width]
    assert [] == [line for line in plain if "\n" in line or visible(line) != line]


@given(TEXTS)
def test_markup_is_text(text: str) -> None:
    assert visible(f"[b]{text}[/b] [/] $accent \\[") == assembled([(f"[b]{text}[/b] [/] $accent \\[", "bold")]).plain


@given(TEXTS, st.integers(1, 30))
def test_what_is_fitted_fits(text: str, width: int) -> None:
    content = assembled([(flat(text), "")])
    assert width >= fitted(content, width).cell_length
    if content.cell_length <= width:
        assert content.plain == fitted(content, width).plain


def test_a_row_keeps_its_right_end_and_shortens_its_left() -> None:
    assert spread([("left", "")], [("right", "")], 16).plain == "left       right"
    assert spread([("a long title", "")], [("right", "")], 12).plain == "a lo…  right"
    assert spread([("a", "")], [("much too long", "")], 8).plain == "much to…"
    assert spread([("a", "")], [], 5).plain == "a    "


def test_a_row_is_one_line_whatever_its_texts() -> None:
    assert "a b     c d" == spread([("a\nb", "")], [("c\nd", "")], 11).plain


def test_leads_stand_before_the_lines() -> None:
    writer = Writer(12)
    writer.text("one two three", lead="- ", target=1)
    writer.styled([("four five six", "")], [("┃ ", "")], rest=[("┃ ", "")])
    writer.blank(2)
    writer.rule()
    assert ["- one two", "  three", "┃ four five", "┃ six", "", "", "─" * 12] == [x.content.plain for x in writer.lines]
    assert [1, 1, None, None, None, None, None] == [x.target for x in writer.lines]


@pytest.mark.parametrize(("share", "filled"), [(0, 0), (0.5, 5), (1, 10), (0.94, 9), (0.96, 10)])
def test_a_bar_is_filled_to_its_share(share: float, filled: int) -> None:
    assert "█" * filled + "░" * (10 - filled) == "".join(text for text, _ in bar(share, 10))
