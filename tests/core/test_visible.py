"""Nothing in a text from outside can steer the terminal."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.visible import (
    _HIDDEN,
    _harmless,
    file_name,
    first_hidden,
    one_line,
    shorten,
    visible,
    without_hidden,
)

SIGNS = "\x00\x07\x1b\x7f\x85\x9b\r\t\n\u061c\u200b\u200e\u2028\u2029\u202e\u2066\ufeff\ud800\U000e0041"
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(SIGNS), st.sampled_from("ab ")))


@given(TEXTS)
def test_no_hidden_character_is_left(text: str) -> None:
    shown = visible(text).replace("\n", "")
    assert set() == {char for char in shown if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")}
    assert set() == set(shown) & set(SIGNS)
    assert first_hidden(visible(text)) is None


@given(TEXTS)
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    assert visible(text) == visible(visible(text))


@given(TEXTS)
def test_a_hidden_character_is_found_where_the_text_changes(text: str) -> None:
    at = first_hidden(text)
    head = text if at is None else text[:at]
    assert visible(head) == head.replace("\t", "    ")
    assert at is None or visible(text[at]) != text[at]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("bell\x07", "bell␇"),
        ("\u202edesrever", "⟨U+202E⟩desrever"),
        ("a\u2028b", "a⟨U+2028⟩b"),
        ("one\r\ntwo\n", "one\ntwo\n"),
        ("over\rwritten", "over␍written"),
        ("a\tb", "a    b"),
        ("\x7f", "⟨U+007F⟩"),
        ("naïve – 中文 نص 👩‍🚀", "naïve – 中文 نص 👩‍🚀"),
    ],
)
def test_what_a_sign_is_shown_as(text: str, shown: str) -> None:
    assert shown == visible(text)


@given(TEXTS)
def test_one_line_has_no_break_and_no_double_blank(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert " ".join(line.split()) == line


@given(TEXTS, st.integers(0, 30))
def test_a_shortened_text_keeps_its_limit_and_its_beginning(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert limit >= len(short)
    assert one_line(text).startswith(short.removesuffix("…"))


@pytest.mark.parametrize(
    ("limit", "short"), [(17, "hello world again"), (16, "hello world…"), (8, "hello…"), (4, "hel…"), (1, "…"), (0, "")]
)
def test_a_text_is_cut_at_a_word(limit: int, short: str) -> None:
    assert short == shorten("hello  world\nagain", limit)


def test_the_quick_way_round_agrees_with_the_pattern_for_every_character() -> None:
    for code in range(sys.maxunicode + 1):
        if _harmless(chr(code)):
            assert chr(code) == _HIDDEN.sub("X", chr(code))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u200db", "a⟨U+200D⟩b"),
        ("\u200d\u200d", "⟨U+200D⟩⟨U+200D⟩"),
        ("x\ufe0f\u200d😀", "x\ufe0f⟨U+200D⟩😀"),
        ("👩\u200d", "👩⟨U+200D⟩"),
        ("🏽 👍🏽🏽", "⟨U+1F3FD⟩ 👍🏽⟨U+1F3FD⟩"),
        ("a\u180eb", "a⟨U+180E⟩b"),
    ],
)
def test_a_joiner_or_a_skin_tone_that_would_be_measured_wrong_is_shown(text: str, shown: str) -> None:
    assert shown == visible(text)


@pytest.mark.parametrize(
    "text", ["👩🏽\u200d❤️\u200d💋\u200d👨🏿", "🏳️\u200d⚧️", "🐈\u200d⬛", "क्\u200dष", "ශ්\u200dරී", "ه\u200d", "می\u200cخ"]
)
def test_a_joiner_stays_where_scripts_and_emoji_need_it(text: str) -> None:
    assert text == visible(text)


def test_the_name_of_a_file_is_one_line_with_every_blank_as_it_is() -> None:
    assert "a  b␊c␛" == file_name("a  b\nc\x1b")


@given(TEXTS)
def test_what_is_pasted_is_kept_without_what_cannot_be_seen(text: str) -> None:
    assert first_hidden(without_hidden(text)) is None
    assert "Paris, 1900" == without_hidden("\u200bPa\x1bris,\t1900\ufeff")
