"""An examination: answers that can be changed, certainty, marks, and the list of all questions."""

import pytest

from quiz.study import Study
from quiz.study.exam import Exam
from quiz.tui.app import QuizApp
from tests.tui.drive import (
    awaited,
    click_text,
    lines,
    picture,
    press,
    prose,
    screen_name,
    type_text,
    written,
)
from tests.tui.exams import exam_of, head, on_record, opened, sitting

KEYS = ["3", "2 4 enter", "f", "P a r i s enter", "1 9 0 3 enter", "space down enter", "a b c enter"]
KEYS.append("a enter b enter c enter")
ANSWERS = [
    "Whale oil",
    "A lens from Paris was fitted; The tower was raised",
    "False",
    "Paris",
    "1903",
    "The lamp is lit for the first time → Electric light is installed",
    "96 – The years from oil to electric light",
    "a; b; c",
]


# answering


@awaited
async def test_every_type_is_answered_without_a_verdict_and_leads_on(study: Study) -> None:
    async with sitting(study) as pilot:
        for number, keys in enumerate(KEYS, 1):
            assert f"{number} of 8 · {number - 1} answered" in head(pilot)
            assert "The lighthouse at Rook Point" in head(pilot)
            await press(pilot, *keys.split())
            assert number == len(on_record(study, exam_of(pilot)).written)
            assert not any(sign in picture(pilot.app) for sign in "✓✗◐")
        assert "Overview" == screen_name(pilot)
        assert "Every question has an answer." in picture(pilot.app)
        assert "▸ Hand in" in picture(pilot.app)


@awaited
async def test_what_was_answered_is_shown_and_can_be_changed(study: Study) -> None:
    async with sitting(study) as pilot:
        for keys in KEYS:
            await press(pilot, *keys.split())
        await press(pilot, "escape", "right")
        for answer in ANSWERS:
            assert f"Your answer: {answer}" in prose(pilot)
            await press(pilot, "right")
        assert "▸ 3  Whale oil" in picture(pilot.app)
        await press(pilot, "4")
        assert "2 of 8" in head(pilot)
        await press(pilot, "left")
        assert "Your answer: Coal gas" in picture(pilot.app)
        assert ("Coal gas",) == on_record(study, exam_of(pilot)).written["fuel"].response


@awaited
async def test_after_a_restart_every_form_stands_as_it_was_answered(study: Study) -> None:
    async with sitting(study) as pilot:
        for keys in KEYS:
            await press(pilot, *keys.split())
        exam = on_record(study, exam_of(pilot))
    before = {ident: answer.response for ident, answer in exam.written.items()}
    async with opened(study, exam) as pilot:
        for keys in ("enter", "enter", "enter", "right", "right", "enter", "enter"):
            await press(pilot, keys)
        assert "8 of 8 · 8 answered" in head(pilot)
        assert before == {ident: answer.response for ident, answer in exam.written.items()}


@awaited
async def test_what_is_half_done_is_there_when_one_comes_back(study: Study) -> None:
    async with sitting(study) as pilot:
        await press(pilot, "right", "1", "right", "right", "P", "a", "f3", "left", "left")
        await press(pilot, "left")  # into an empty field, out of it again, and past it
        exam_of(pilot).index = 3
        await press(pilot, "f6", "enter")
        assert "Your answer  Pa" in picture(pilot.app)
        await press(pilot, "f6", "home", "down", "down", "enter")
        assert "1 [x]" in picture(pilot.app)
        assert {} == exam_of(pilot).written


@awaited
async def test_a_hint_says_what_is_missing_and_nothing_is_kept(study: Study) -> None:
    async with sitting(study, ids=["rebuilt", "year", "sequence"]) as pilot:
        await press(pilot, "enter")
        assert "Choose what is right, then press Enter." in picture(pilot.app)
        await press(pilot, "right", *"soon", "enter")
        assert "Type a number in digits." in picture(pilot.app)
        assert {} == exam_of(pilot).written


@awaited
async def test_clicks_answer_too(study: Study) -> None:
    async with sitting(study) as pilot:
        await click_text(pilot, "Whale oil")
        assert "2 of 8 · 1 answered" in head(pilot)


# certainty


@pytest.mark.parametrize(
    ("keys", "certainty", "said"),
    [("! 3", 3, "(sure)"), ("? 3", 1, "(a guess)"), ("! ! 3", None, ""), ("! ? 3", 1, "(a guess)"), ("3", None, "")],
)
@awaited
async def test_signs_before_an_answer_say_how_sure_one_is(
    study: Study, keys: str, certainty: int | None, said: str
) -> None:
    async with sitting(study) as pilot:
        await press(pilot, *keys.split(), "left")
        assert certainty == on_record(study, exam_of(pilot)).written["fuel"].certainty
        assert f"Your answer: Whale oil  {said}".rstrip() in picture(pilot.app)


@awaited
async def test_it_is_said_before_the_answer_and_forgotten_elsewhere(study: Study) -> None:
    async with sitting(study) as pilot:
        await press(pilot, "!")
        assert "You are sure. Now the answer." in picture(pilot.app)
        await press(pilot, "?")
        assert "A guess. Now the answer." in picture(pilot.app)
        await press(pilot, "right", "left")
        assert "Now the answer." not in picture(pilot.app)


@awaited
async def test_a_sign_on_an_answered_question_says_it_afterwards(study: Study) -> None:
    async with sitting(study) as pilot:
        await press(pilot, "3", "left", "!", "left")
        assert "Your answer: Whale oil  (sure)" in picture(pilot.app)


@pytest.mark.parametrize(
    ("typed", "given", "certainty"),
    [("Paris!", "Paris", 3), ("Paris?", "Paris", 1), ("Paris", "Paris", None)],
)
@awaited
async def test_a_sign_at_the_end_of_what_is_typed_says_it_too(
    study: Study, typed: str, given: str, certainty: int | None
) -> None:
    async with sitting(study, ids=["city", "fuel"]) as pilot:
        await press(pilot, *typed, "enter")
        kept = on_record(study, exam_of(pilot)).written["city"]
        assert ((given,), certainty) == (kept.response, kept.certainty)


@awaited
async def test_where_it_is_asked_an_option_waits_for_enter(study: Study) -> None:
    async with sitting(study) as pilot:
        app = pilot.app
        assert isinstance(app, QuizApp)
        app.remember(certainty="ask")
        await press(pilot, "right", "left", "3")
        assert "1 of 8 · 0 answered" in head(pilot)
        await press(pilot, "!")
        assert "2 of 8 · 1 answered" in head(pilot)
        assert 3 == exam_of(pilot).written["fuel"].certainty


# from question to question


@awaited
async def test_arrows_go_round_and_tab_to_what_has_no_answer(study: Study) -> None:
    async with sitting(study, ids=["fuel", "keeper-today", "city", "rebuilt"]) as pilot:
        seen = []
        for key in ("left", "right", "t", "right", "tab", "f3", "left", "1", "left"):
            await press(pilot, key)
            if pilot.app.screen_stack[-1].__class__.__name__ == "OverviewScreen":
                await press(pilot, "escape")
            seen.append(head(pilot).split("Point")[1].split(" of")[0].strip())
        assert ["4", "1", "1", "2", "3", "4", "3", "3", "3"] == seen


@awaited
async def test_in_a_field_arrows_edit_what_is_typed_and_otherwise_turn(study: Study) -> None:
    async with sitting(study, ids=["fuel", "city", "summary"]) as pilot:
        await press(pilot, "right", "a", "b", "left", "x")
        assert "2 of 3" in head(pilot)
        assert "axb" in picture(pilot.app)
        await press(pilot, "tab")
        assert "3 of 3" in head(pilot)
        await press(pilot, "tab", "tab")
        assert "3 of 3" in head(pilot)
        await press(pilot, "right")
        assert "1 of 3" in head(pilot)


@pytest.mark.parametrize("key", ["f5", "*"])
@awaited
async def test_a_mark_is_set_kept_and_taken_away(study: Study, key: str) -> None:
    async with sitting(study) as pilot:
        await press(pilot, key)
        assert "* Marked to come back to." in picture(pilot.app)
        assert {"fuel"} == on_record(study, exam_of(pilot)).marked
        await press(pilot, key)
        assert "Marked" not in picture(pilot.app)
        assert set() == on_record(study, exam_of(pilot)).marked


@pytest.mark.parametrize("key", ["f6", "0"])
@awaited
async def test_the_list_says_of_each_question_how_it_stands_and_leads_to_it(study: Study, key: str) -> None:
    async with sitting(study) as pilot:
        await press(pilot, "3", "f5", key)
        rows = [" ".join(line.strip("▸ ").split()) for line in lines(pilot)[6:11]]
        assert "7 questions have no answer and 1 is marked." in picture(pilot.app)
        assert rows == [
            "● 1 What did the first lamp burn? answered",
            "○* 2 Which two changes followed the fire? no answer, marked",
            "○ 3 True or false: a keeper switches the light… no answer",
            "○ 4 From which city did the new lens come? no answer",
            "○ 5 In which year did electric light replace… no answer",
        ]
        await press(pilot, "down", "down", "enter")
        assert "4 of 8" in head(pilot)
        await press(pilot, *"Rome", "enter")
        assert ("Rome",) == exam_of(pilot).written["city"].response


@awaited
async def test_every_key_is_named_in_the_help(study: Study) -> None:
    async with sitting(study) as pilot:
        await press(pilot, "f1")
        shown = " ".join(written(pilot).split())
        for words in ("f6 list", "f9 hand in", "f5 mark", "← → turn", "tab next without answer", "! sure", "? a guess"):
            assert words in shown
        await press(pilot, "escape")
        assert "Exam" == screen_name(pilot)


@awaited
async def test_what_is_typed_and_not_entered_counts_when_one_leaves(study: Study) -> None:
    async with sitting(study) as pilot:
        await press(pilot, "right", "right", "right")
        await type_text(pilot, "Paris")
        await press(pilot, "escape")
        assert "Go on" in picture(pilot.app)
        assert "Saved." in prose(pilot)
    left = study.interrupted()
    assert left is not None
    again = study.resume(left.uid)
    assert isinstance(again, Exam)
    assert {"city": ("Paris",)} == {ident: written.response for ident, written in again.written.items()}


@awaited
async def test_what_cannot_be_an_answer_yet_is_said_to_be_lost(study: Study) -> None:
    async with sitting(study) as pilot:
        await press(pilot, "left")  # the gaps
        await type_text(pilot, "keeper")
        await press(pilot, "escape")
        assert "What you typed and did not finish is not kept." in prose(pilot)
    assert study.interrupted() is None


@awaited
async def test_what_is_typed_and_not_entered_counts_when_one_hands_in(study: Study) -> None:
    async with sitting(study) as pilot:
        await press(pilot, "right", "right", "right")
        await type_text(pilot, "Paris")
        await press(pilot, "f3", "f9")
        exam = exam_of(pilot)
        assert {"city"} == set(exam.written)
        await press(pilot, "escape", "left")
        assert "Your answer: Paris" in prose(pilot)


@awaited
async def test_what_was_missing_in_a_gap_is_no_longer_told_once_something_is_typed(study: Study) -> None:
    async with sitting(study) as pilot:
        await press(pilot, "left", "enter")
        assert "Still empty: gap" in prose(pilot)
        await type_text(pilot, "x")
        assert "Still empty" not in prose(pilot)
