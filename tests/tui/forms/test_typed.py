"""Typing the answer, in one field or in a field for each gap."""

import pytest

from quiz.core.questions.cloze import Cloze, Gap
from quiz.tui.forms.gaps import Gaps
from quiz.tui.forms.typed import Typed
from tests.tui.forms.painted import answer_shown, form_of, reveal, shown, task


def typed(question: str) -> Typed:
    """Return the form of a question whose answer is typed."""
    form = form_of(question)
    assert isinstance(form, Typed)
    return form


def one_gap() -> Gaps:
    """Return the form of a text with a single gap."""
    gap = Gap("oil", accept=("whale oil",))
    form = form_of(Cloze(id="q", phase="p", prompt="Fill in.", pieces=("It burned ", "."), gaps=(gap,)))
    assert isinstance(form, Gaps)
    return form


@pytest.mark.parametrize("question", ["city", "year"])
def test_one_field_and_no_keys(question: str) -> None:
    form = typed(question)
    assert ("Your answer",) == form.labels
    assert ([], "", True) == (form.bindings(), shown(form), form.typed)
    assert [False, False, False] == [form.press("1"), form.press("enter"), form.click(0)]


@pytest.mark.parametrize(
    ("question", "text", "response"),
    [("city", "  paris ", ("paris",)), ("year", "1903", ("1903",)), ("year", "about 1,903 ", ("about 1,903",))],
)
def test_what_is_typed_is_the_answer(question: str, text: str, response: tuple[str, ...]) -> None:
    assert response == typed(question).submit((text,))


@pytest.mark.parametrize(
    ("question", "text", "hint"),
    [
        ("city", "   ", "Type your answer; capitals, accents and punctuation do not count."),
        ("year", "", "Type a number in digits."),
        ("year", "early", "Type a number in digits."),
        ("year", "about 1903 I think", "Type one number and nothing else, such as 12 or 3.5."),
        ("year", "1903abc", "Type one number and nothing else, such as 12 or 3.5."),
    ],
)
def test_what_cannot_be_an_answer_is_not_taken_for_one(question: str, text: str, hint: str) -> None:
    form = typed(question)
    assert form.submit((text,)) is True
    assert hint == form.hint


def test_a_typed_answer_is_shown_again_with_its_mark() -> None:
    right, wrong = typed("city"), typed("year")
    reveal(right, right.submit(("paris",)))
    reveal(wrong, wrong.submit(("1904",)))
    assert "  Your answer: paris  ✓" == shown(right)
    assert "  Your answer: 1904  ✗" == shown(wrong)
    assert "The answer: 1903" == answer_shown(wrong)


def test_the_gaps_are_numbered_and_options_are_listed() -> None:
    assert task(form_of("summary")) == (
        "Fill in the gaps.\n\nThe last [1____] left in [2____], and a [3____] took over.\n"
        "  Gap 3:  1  sensor\n          2  neighbour\n          3  clock"
    )
    assert ("Gap 1", "Gap 2", "Gap 3") == typed("summary").labels


def test_a_single_gap_needs_no_number() -> None:
    assert task(one_gap()) == "Fill in.\n\nIt burned [____]."
    assert ("The gap",) == one_gap().labels


@pytest.mark.parametrize(
    ("texts", "hint"),
    [(("", "1968", " "), "Still empty: gap 1, 3."), (("keeper", "", "clock"), "Still empty: gap 2.")],
)
def test_empty_gaps_are_named(texts: tuple[str, ...], hint: str) -> None:
    form = typed("summary")
    assert form.submit(texts) is True
    assert hint == form.hint


def test_a_single_empty_gap_is_named_without_a_number() -> None:
    form = one_gap()
    assert form.submit((" ",)) is True
    assert form.hint == "The gap is empty."


@pytest.mark.parametrize("third", ["clock", "CLOCK", "3", "c"])
def test_an_option_is_given_by_itself_its_number_or_its_letter(third: str) -> None:
    assert ("keeper", "1968", "clock") == typed("summary").submit((" keeper", "1968", third))


def test_revealed_every_gap_has_its_mark_and_the_whole_text_follows() -> None:
    form = typed("summary")
    reveal(form, form.submit(("keepr", "1969", "clock")))
    assert shown(form) == "  Gap 1: keepr  ✓\n  Gap 2: 1969  ✗\n  Gap 3: clock  ✓"
    assert answer_shown(form) == ""
    assert task(form) == "Fill in the gaps.\n\nThe last keeper left in 1968, and a clock took over."


def test_an_empty_gap_of_an_old_answer_is_shown_as_nothing() -> None:
    form = typed("summary")
    form.reveal(("keeper", "", "clock"), form.question.grade(("keeper", "", "clock")))
    assert "  Gap 2: (nothing)  ✗" == shown(form).split("\n")[1]
