"""Picking several options: keys choose and unchoose, Enter answers."""

import pytest

from tests.tui.forms.painted import answer_shown, form_of, pressed, reveal, shown, signs

DOUBLED, LENS, KEEPER, RAISED = form_of("rebuilt").layout.items


def test_the_options_have_a_box_each() -> None:
    assert shown(form_of("rebuilt")) == (
        "  1 [ ]  The steps were doubled\n"
        "  2 [ ]  A lens from Paris was fitted\n"
        "  3 [ ]  A second keeper was hired\n"
        "  4 [ ]  The tower was raised"
    )


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ("1", (DOUBLED,)),
        ("b d", (LENS, RAISED)),
        ("4 2", (LENS, RAISED)),
        ("2 2 3", (KEEPER,)),
        ("space", (DOUBLED,)),
        ("down space", (DOUBLED,)),
        ("up space", (RAISED,)),
        ("end space home space", (DOUBLED, RAISED)),
        ("2 down space", (LENS, KEEPER)),
        ("2 space 1", (DOUBLED,)),
    ],
)
def test_keys_choose_and_unchoose_and_enter_answers_in_the_order_shown(keys: str, chosen: tuple[str, ...]) -> None:
    form = form_of("rebuilt")
    assert pressed(form, *keys.split()) is True
    assert chosen == form.press("enter")


def test_what_is_chosen_shows_in_its_box_and_the_last_key_marks_it() -> None:
    form = form_of("rebuilt")
    pressed(form, "1", "4")
    assert ["  1 [x]  The steps were doubled", "▸ 4 [x]  The tower was raised"] == shown(form).split("\n")[::3]


def test_clicks_choose_and_unchoose() -> None:
    form = form_of("rebuilt")
    assert [True, True, True] == [form.click(1), form.click(2), form.click(1)]
    assert form.click(4) is False
    assert (KEEPER,) == form.press("enter")


def test_with_nothing_chosen_enter_says_what_to_do() -> None:
    form = form_of("rebuilt")
    assert form.press("enter") is True
    assert form.hint == "Choose what is right, then press Enter."
    form.press("1")
    assert form.hint == ""


@pytest.mark.parametrize("key", ["0", "5", "e", "tab", "f1"])
def test_a_key_that_stands_for_nothing_is_not_the_form_s(key: str) -> None:
    assert form_of("rebuilt").press(key) is False


def test_all_keys_are_told() -> None:
    told = [("1–4", "choose"), ("enter", "answer"), ("↑ ↓", "move")]
    assert told == signs(form_of("rebuilt"))


def test_revealed_every_option_says_what_it_was() -> None:
    form = form_of("rebuilt")
    reveal(form, pressed(form, "1", "2", "enter"))
    assert shown(form) == (
        "  1 [x]  The steps were doubled  ✗ chosen\n"
        "  2 [x]  A lens from Paris was fitted  ✓\n"
        "  3 [ ]  A second keeper was hired\n"
        "  4 [ ]  The tower was raised  ✓ not chosen"
    )
    assert answer_shown(form) == "The answer: The tower was raised; A lens from Paris was\nfitted"
    assert [False, False, False] == [form.press("1"), form.press("enter"), form.click(0)]
