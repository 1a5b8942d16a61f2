"""Putting pairs together: a digit marks the left side, a letter gives it its right side."""

import pytest

from tests.tui.forms.painted import answer_shown, form_of, pressed, reveal, shown, signs, targets

YEARS, METRES, MILES, STEPS = form_of("numbers").layout.targets


def test_both_sides_are_written_and_the_first_left_one_is_marked() -> None:
    assert shown(form_of("numbers")) == (
        "▸ 1 ·  96\n"
        "  2 ·  20\n"
        "  3 ·  9\n"
        "\n"
        "  a  The years from oil to electric light\n"
        "  b  The metres by which the tower grew\n"
        "  c  The miles at which the lamp was seen\n"
        "  d  The steps of the tower"
    )


@pytest.mark.parametrize(
    ("keys", "response"),
    [
        ("d c b", (STEPS, MILES, METRES)),
        ("3 b 1 d 2 c", (STEPS, MILES, METRES)),
        ("a a a", (YEARS, YEARS, YEARS)),
        ("d c b 1 a", (YEARS, MILES, METRES)),
        ("down c b d", (STEPS, MILES, METRES)),
        ("up b d c", (STEPS, MILES, METRES)),
        ("end b home d c", (STEPS, MILES, METRES)),
        ("d c b 2 backspace a", (STEPS, YEARS, METRES)),
        ("d c b 2 delete a", (STEPS, YEARS, METRES)),
    ],
)
def test_keys_mark_and_pair_and_the_mark_goes_on_to_what_has_no_pair(keys: str, response: tuple[str, ...]) -> None:
    form = form_of("numbers")
    assert pressed(form, *keys.split()) is True
    assert response == form.press("enter")


def test_a_pair_shows_its_letter_beside_the_left_side() -> None:
    form = form_of("numbers")
    pressed(form, "d", "a")
    assert ["  1 d  96", "  2 a  20", "▸ 3 ·  9"] == shown(form).split("\n")[:3]
    pressed(form, "1", "backspace")
    assert "▸ 1 ·  96" == shown(form).split("\n")[0]


def test_clicks_mark_a_left_side_and_pair_it_with_a_right_one() -> None:
    form = form_of("numbers")
    assert [0, 1, 2, None, 3, 4, 5, 6] == targets(form)
    assert [True] * 5 == [form.click(target) for target in (1, 5, 0, 6, 4)]
    assert (STEPS, MILES, METRES) == form.press("enter")


def test_what_has_no_pair_is_named_and_marked() -> None:
    form = form_of("numbers")
    assert pressed(form, "d", "enter") is True
    assert form.hint == "Still without a pair: 2, 3."
    assert "▸ 2 ·  20" in shown(form)


@pytest.mark.parametrize("key", ["4", "e", "space", "tab", "f1"])
def test_a_key_that_stands_for_nothing_is_not_the_form_s(key: str) -> None:
    assert form_of("numbers").press(key) is False


def test_the_keys_are_told() -> None:
    told = [("a–d", "pair"), ("enter", "answer"), ("1–3", "mark"), ("↑ ↓", "move")]
    assert told == signs(form_of("numbers"))


def test_revealed_every_pair_has_a_mark_and_those_not_right_follow_as_they_should_be() -> None:
    form = form_of("numbers")
    reveal(form, pressed(form, "d", "a", "b", "enter"))
    assert shown(form) == (
        "  96 – The steps of the tower  ✓\n"
        "  20 – The years from oil to electric light  ✗\n"
        "  9 – The metres by which the tower grew  ✓"
    )
    assert answer_shown(form) == "The right pairs:\n  20 – The miles at which the lamp was seen"
    assert [False, False, False] == [form.press("a"), form.press("enter"), form.click(0)]
