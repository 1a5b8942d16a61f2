"""Picking one option: a digit or a letter answers at once, arrows mark, Enter answers with the marked one."""

import pytest

from quiz.core.questions.base import Option
from quiz.core.questions.choice import Choice
from tests.tui.forms.painted import answer_shown, form_of, pressed, reveal, shown, signs, targets, task


def test_the_prompt_and_the_options_are_written_with_their_digits() -> None:
    form = form_of("fuel")
    assert task(form) == "What did the first lamp burn?"
    assert shown(form) == "  1  Candles\n  2  Driftwood\n  3  Whale oil\n  4  Coal gas"


@pytest.mark.parametrize(
    ("key", "option"),
    [
        *zip("1234", ("Candles", "Driftwood", "Whale oil", "Coal gas"), strict=True),
        *zip("abcd", ("Candles", "Driftwood", "Whale oil", "Coal gas"), strict=True),
    ],
)
def test_a_digit_or_a_letter_answers_at_once(key: str, option: str) -> None:
    assert (option,) == form_of("fuel").press(key)


@pytest.mark.parametrize("key", ["0", "5", "9", "e", "A", "enter", "space", "tab", "escape", "f1", "question_mark"])
def test_a_key_that_stands_for_nothing_is_not_the_form_s(key: str) -> None:
    assert form_of("fuel").press(key) is False


@pytest.mark.parametrize(
    ("keys", "option"),
    [
        ("down", "Candles"),
        ("down down", "Driftwood"),
        ("up", "Coal gas"),
        ("up up", "Whale oil"),
        ("down up", "Coal gas"),
        ("up down", "Candles"),
        ("home", "Candles"),
        ("end", "Coal gas"),
        ("end home down", "Driftwood"),
    ],
)
def test_arrows_mark_going_round_and_enter_answers_with_the_marked_one(keys: str, option: str) -> None:
    form = form_of("fuel")
    assert pressed(form, *keys.split()) is True
    assert f"{option}" in next(line for line in shown(form).split("\n") if line.startswith("▸"))
    assert (option,) == form.press("enter")


def test_a_click_on_any_line_of_an_option_answers() -> None:
    form = form_of(Choice(id="q", phase="p", prompt="?", answer="x " * 40, wrong=(Option("y"),)))
    long, short = form.layout.items.index("x " * 40), form.layout.items.index("y")
    assert [long, long, short] == sorted(targets(form), key=lambda t: t == short)
    assert ("x " * 40,) == form.click(long)
    assert form.click(2) is False
    assert form.click(-1) is False


def test_more_than_nine_options_are_known_by_letters() -> None:
    form = form_of(
        Choice(id="q", phase="p", prompt="?", answer="o0", wrong=tuple(Option(f"o{i}") for i in range(1, 12)))
    )
    assert ["9", "j", "k", "l"] == [line.split()[0] for line in shown(form).split("\n")[8:]]
    assert (form.layout.items[9],) == form.press("j")
    assert (form.layout.items[8],) == form.press("9")


def test_the_keys_are_told_as_a_range() -> None:
    assert [("1–4", "answer"), ("↑ ↓", "move")] == signs(form_of("fuel"))
    assert [("t f", "answer"), ("↑ ↓", "move")] == signs(form_of("keeper-today"))


@pytest.mark.parametrize(("key", "word"), [("t", "True"), ("f", "False"), ("1", "True"), ("2", "False")])
def test_true_and_false_have_their_own_letters(key: str, word: str) -> None:
    assert (word,) == form_of("keeper-today").press(key)


@pytest.mark.parametrize("key", ["a", "b", "3"])
def test_true_and_false_have_no_other_keys(key: str) -> None:
    assert form_of("keeper-today").press(key) is False


def test_a_wrong_answer_is_marked_and_so_is_the_right_one() -> None:
    form = form_of("fuel")
    reveal(form, form.press("4"))
    assert shown(form) == "  1  Candles\n  2  Driftwood\n  3  Whale oil  ✓\n  4  Coal gas  ✗ your answer"
    assert answer_shown(form) == "The answer: Whale oil"


def test_a_right_answer_is_marked_as_one_s_own() -> None:
    form = form_of("keeper-today")
    reveal(form, form.press("f"))
    assert shown(form) == "  1  True\n  2  False  ✓ your answer"


def test_after_the_answer_neither_keys_nor_clicks_do_anything() -> None:
    form = form_of("fuel")
    reveal(form, form.press("4"))
    assert [False, False, False] == [form.press("1"), form.press("down"), form.click(0)]
