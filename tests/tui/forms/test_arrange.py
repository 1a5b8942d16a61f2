"""Putting items in order: take one up, move it, put it down."""

import pytest

from quiz.core.questions.order import Order
from quiz.tui.forms.arrange import Arrange
from tests.tui.forms.painted import answer_shown, form_of, pressed, reveal, shown, signs

NAMES = {
    "E": "Electric light is installed",
    "L": "The lamp is lit for the first time",
    "F": "A fire destroys the lamp room",
    "T": "The tower is raised",
}


def order(outcome: object) -> str:
    """Return an order of the items by their first letters."""
    assert isinstance(outcome, tuple), outcome
    return "".join(sign for text in outcome for sign, name in NAMES.items() if name == text)


def test_the_items_are_numbered_as_they_lie() -> None:
    assert shown(form_of("sequence")) == (
        "  1    Electric light is installed\n"
        "  2    The lamp is lit for the first time\n"
        "  3    A fire destroys the lamp room\n"
        "  4    The tower is raised"
    )


@pytest.mark.parametrize(
    ("keys", "result"),
    [
        ("space down", "LEFT"),
        ("space end", "LFTE"),
        ("space down down down down", "LFTE"),
        ("down down space up", "LEFT"),
        ("up space home", "TELF"),
        ("end space up up", "ETLF"),
        ("4 space up space up space down", "ETLF"),
        ("2 shift+up", "LEFT"),
        ("2 shift+down", "EFLT"),
        ("2 K", "LEFT"),
        ("2 J J J", "EFTL"),
        ("shift+down", "LEFT"),
        ("1 space 4", "LFTE"),
        ("space down up space 4 space up", "ELTF"),
        ("home space end space home space down", "FLTE"),
    ],
)
def test_keys_take_up_move_and_put_down(keys: str, result: str) -> None:
    form = form_of("sequence")
    assert pressed(form, *keys.split()) is True
    assert result == order(form.press("enter"))


def test_the_mark_moves_without_the_items_until_one_is_held() -> None:
    form = form_of("sequence")
    pressed(form, "down", "down")
    assert "▸ 2    The lamp is lit for the first time" == shown(form).split("\n")[1]
    pressed(form, "space", "down")
    assert "▸ 3 ↕  The lamp is lit for the first time" == shown(form).split("\n")[2]
    pressed(form, "space", "down")
    assert "  3    The lamp is lit for the first time" == shown(form).split("\n")[2]


def test_the_mark_stops_at_both_ends() -> None:
    form = form_of("sequence")
    pressed(form, "home", "up")
    assert shown(form).startswith("▸ 1")
    pressed(form, "end", "down")
    assert "▸ 4    The tower is raised" in shown(form)


def test_clicks_take_up_and_put_where_clicked() -> None:
    form = form_of("sequence")
    assert [True, True] == [form.click(0), form.click(3)]
    assert form.click(4) is False
    assert "LFTE" == order(form.press("enter"))


def test_nothing_moved_is_an_answer_only_when_enter_is_pressed_again() -> None:
    form = form_of("sequence")
    assert form.press("enter") is True
    assert form.hint.startswith("Nothing was moved.")
    assert form.press("enter") == form.layout.items


def test_what_is_moved_away_and_back_is_an_answer() -> None:
    form = form_of("sequence")
    assert "ELFT" == order(pressed(form, "space", "down", "up", "enter"))


def test_the_keys_say_what_they_do_now() -> None:
    form = form_of("sequence")
    assert [("space", "take up"), ("enter", "answer"), ("↑ ↓", "move")] == signs(form)
    form.press("space")
    assert [("space", "put down"), ("enter", "answer"), ("↑ ↓", "carry")] == signs(form)


@pytest.mark.parametrize("key", ["5", "a", "tab", "f1", "j"])
def test_a_key_that_stands_for_nothing_is_not_the_form_s(key: str) -> None:
    assert form_of("sequence").press(key) is False


def test_revealed_each_item_has_a_mark_and_the_right_order_follows() -> None:
    form = form_of("sequence")
    reveal(form, pressed(form, "2", "K", "enter"))
    assert shown(form) == (
        "  1  The lamp is lit for the first time  ✓\n"
        "  2  Electric light is installed  ✗\n"
        "  3  A fire destroys the lamp room  ✗\n"
        "  4  The tower is raised  ✗"
    )
    assert answer_shown(form) == (
        "The right order:\n"
        "  1  The lamp is lit for the first time\n"
        "  2  A fire destroys the lamp room\n"
        "  3  The tower is raised\n"
        "  4  Electric light is installed"
    )
    assert [False, False] == [form.press("space"), form.click(0)]


def test_the_right_order_is_not_repeated_below_itself() -> None:
    form = form_of("sequence")
    reveal(form, pressed(form, "space", "end", "enter"))
    assert 4 == shown(form).count("✓")
    assert "" == answer_shown(form)


def test_an_answer_from_a_longer_list_of_an_older_bank_can_be_shown() -> None:
    form = Arrange(Order(id="q", phase="p", prompt="?", answer=("a", "b")), form_of("sequence").layout)
    form.reveal(("c", "b", "a"), form.question.grade(("c", "b", "a")))
    assert shown(form) == "  1  c  ✗\n  2  b  ✓\n  3  a  ✗"
