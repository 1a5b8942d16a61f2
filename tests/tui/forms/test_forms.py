"""Every question type has a form, and every form tells its keys and does what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.questions import types
from tests.tui.forms.painted import form_of, pressed, questions, reveal, shown, task

IDS = list(questions())
KEYS = [*"123456789abcdefghijtf", "up", "down", "home", "end", "space", "enter", "backspace", "delete"]
KEYS += ["shift+up", "shift+down", "J", "K"]
FORMS = {
    "choice": "PickOne",
    "cloze": "Gaps",
    "match": "Pair",
    "multiple": "PickSeveral",
    "number": "Typed",
    "order": "Arrange",
    "short-answer": "Typed",
    "true-false": "PickOne",
}


def test_every_question_type_has_its_form() -> None:
    assert FORMS == {question.kind: type(form_of(question)).__name__ for question in questions().values()}
    assert sorted(FORMS) == list(types())


@pytest.mark.parametrize("ident", IDS)
def test_every_key_that_is_told_belongs_to_the_form(ident: str) -> None:
    for key in [key for binding in form_of(ident).bindings() for key in binding.keys]:
        assert form_of(ident).press(key) is not False, key


@given(st.sampled_from(IDS), st.lists(st.sampled_from(KEYS), max_size=12), st.integers(-1, 9))
def test_whatever_is_pressed_the_form_can_be_written_and_answers_only_what_can_be_judged(
    ident: str, keys: list[str], target: int
) -> None:
    form = form_of(ident)
    outcome = pressed(form, *keys) or form.click(target) or form.press("enter")
    if isinstance(outcome, tuple):
        reveal(form, outcome)
        assert form.hint == ""
    assert (form.question.prompt in task(form, 200), True) == (True, isinstance(shown(form), str))


@given(st.sampled_from(IDS), st.lists(st.text("ab"), max_size=4).map(tuple), st.integers(8, 80))
def test_any_answer_on_record_can_be_shown(ident: str, response: tuple[str, ...], width: int) -> None:
    form = form_of(ident)
    form.reveal(response, form.question.grade(response))
    assert task(form, width)
    assert shown(form, width) or ident in ("city", "year", "sequence", "summary")
