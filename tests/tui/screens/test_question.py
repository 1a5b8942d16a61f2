"""The question and its verdict, by keys: every type right and wrong, and every other key of the screen."""

import pytest
from textual.events import Key

from quiz.study import Run, Study
from quiz.tui.app import QuizApp
from quiz.tui.screens.question import QuestionScreen
from tests.tui.drive import Driver, awaited, lines, picture, press, prose, screen_name, settle, taking, type_text

RIGHT = {
    "fuel": "3",
    "rebuilt": "2 4 enter",
    "keeper-today": "f",
    "city": "P a r i s enter",
    "year": "1 9 0 3 enter",
    "sequence": "space end enter",
    "numbers": "d c b enter",
    "summary": "k e e p e r enter 1 9 6 8 enter 3 enter",
}
WRONG = {
    "fuel": "4",
    "rebuilt": "1 2 enter",
    "keeper-today": "t",
    "city": "R o m e enter",
    "year": "1 9 0 4 enter",
    "sequence": "space down space end space up enter",
    "numbers": "a b c enter",
    "summary": "m e enter 1 enter x enter",
}

ANSWERS = {
    "fuel": "The answer: Whale oil",
    "rebuilt": "The answer: The tower was raised; A lens from Paris was fitted",
    "keeper-today": "The answer: False",
    "city": "The answer: Paris",
    "year": "The answer: 1903",
    "sequence": "The right order:",
    "numbers": "The right pairs:",
    "summary": "The last keeper left in 1968, and a clock took over.",
}


async def answer(pilot: Driver, keys: str) -> None:
    """Press keys that are named in one text."""
    await press(pilot, *keys.split())


@pytest.mark.parametrize("ident", RIGHT)
@awaited
async def test_a_right_answer_is_called_right_explained_and_proved(study: Study, ident: str) -> None:
    async with taking(study, ids=[ident]) as pilot:
        await answer(pilot, RIGHT[ident])
        shown = prose(pilot)
        assert "✓ Right." in shown
        assert ANSWERS[ident] not in shown or ident == "summary"
        assert study.bank.by_id[ident].explanation in shown
        assert ("⟦" in shown, "— paragraph" in shown, "The Lighthouse" in shown) == (True, True, True)
        assert {ident: 1.0} == study.latest()


@pytest.mark.parametrize("ident", WRONG)
@awaited
async def test_a_wrong_answer_is_not_called_right_and_the_right_one_follows(study: Study, ident: str) -> None:
    async with taking(study, ids=[ident], size=(80, 30)) as pilot:
        await answer(pilot, WRONG[ident])
        shown = prose(pilot)
        assert "✗ Not this one." in shown
        assert ANSWERS[ident] in shown
        assert study.bank.by_id[ident].explanation in shown
        assert study.latest()[ident] < 1


@pytest.mark.parametrize(
    ("ident", "keys", "words"),
    [
        ("rebuilt", "2 enter", "◐ Partly right: 1 of the 2 right ones chosen."),
        ("sequence", "2 space down enter", "✗ Not this one."),
        (
            "sequence",
            "space down enter",
            "◐ Partly right: “A fire destroys the lamp room” comes before",
        ),
        ("numbers", "d a b enter", "◐ Partly right: 2 of 3 pairs."),
        ("summary", "k e e p e r enter 1 enter 1 enter", "◐ Partly right: 1 of 3 gaps."),
    ],
)
@awaited
async def test_a_partly_right_answer_says_how_much_of_it(study: Study, ident: str, keys: str, words: str) -> None:
    async with taking(study, ids=[ident]) as pilot:
        await answer(pilot, keys)
        assert words in prose(pilot)


@awaited
async def test_why_the_choice_is_wrong_is_said_at_once_and_why_the_others_are_by_w(study: Study) -> None:
    async with taking(study, size=(100, 30)) as pilot:
        await press(pilot, "4")
        assert "Your choice: Gas is not mentioned; after the oil came electric light." in picture(pilot.app)
        assert "Candles: One keeper" not in picture(pilot.app)
        assert "w why others are wrong" in picture(pilot.app)
        await press(pilot, "w")
        assert "Candles: One keeper could not have tended enough of them." in picture(pilot.app)
        assert "Driftwood: Open fires stood on beacons, not in lamp rooms." in picture(pilot.app)
        assert "w why others are wrong" not in picture(pilot.app)


@awaited
async def test_a_slip_of_spelling_is_accepted_and_shown(study: Study) -> None:
    async with taking(study, ids=["summary"]) as pilot:
        await answer(pilot, "k e e p r enter 1 9 6 8 enter 3 enter")
        assert "✓ Right.  Taken as keeper." in picture(pilot.app)


@pytest.mark.parametrize("key", ["enter", "space"])
@awaited
async def test_next_goes_on_and_the_head_counts(study: Study, key: str) -> None:
    async with taking(study) as pilot:
        assert "1 of 8  ────────────────────" in lines(pilot)[0]
        await press(pilot, "3")
        assert "1 of 8  ━━" in lines(pilot)[0]
        await press(pilot, key)
        assert "2 of 8  ━━" in lines(pilot)[0]
        assert "Which two changes followed the fire?" in picture(pilot.app)


@awaited
async def test_before_the_answer_the_keys_of_the_verdict_do_nothing(study: Study) -> None:
    async with taking(study) as pilot:
        before = picture(pilot.app)
        await press(pilot, "enter", "space", "s", "u", "w", "j", "k", "pageup", "pagedown", "x", "f12")
        assert before == picture(pilot.app)
        assert {} == study.latest()


@awaited
async def test_after_the_answer_the_keys_that_answer_do_nothing(study: Study) -> None:
    async with taking(study) as pilot:
        await press(pilot, "3")
        before = picture(pilot.app)
        await press(pilot, "1", "4", "a", "tab", "home", "end", "backspace")
        assert before == picture(pilot.app)
        assert {"fuel": 1.0} == study.latest()


@awaited
async def test_a_skipped_question_comes_back_at_the_end(study: Study) -> None:
    async with taking(study, ids=["fuel", "keeper-today"]) as pilot:
        await press(pilot, "tab")
        assert "a keeper switches" in picture(pilot.app)
        assert "1 of 2" in lines(pilot)[0]
        await press(pilot, "f", "enter")
        assert "What did the first lamp burn?" in picture(pilot.app)
        assert "skip" not in lines(pilot)[-1]
        await press(pilot, "tab")
        assert "What did the first lamp burn?" in picture(pilot.app)


@awaited
async def test_a_typed_question_is_skipped_too_and_its_field_goes(study: Study) -> None:
    async with taking(study, ids=["city", "fuel"]) as pilot:
        await type_text(pilot, "Par")
        await press(pilot, "tab")
        assert "Your answer" not in picture(pilot.app)
        await press(pilot, "3", "enter")
        assert "Par" not in next(line for line in lines(pilot) if "Your answer" in line)
        await answer(pilot, RIGHT["city"])
        assert "✓ Right." in picture(pilot.app)


@awaited
async def test_letters_that_are_keys_elsewhere_are_typed_into_the_field(study: Study) -> None:
    async with taking(study, ids=["city"]) as pilot:
        await type_text(pilot, "suw?k jq")
        assert "suw?k jq" in picture(pilot.app)
        assert "Question" == screen_name(pilot)


@awaited
async def test_arrows_and_enter_go_through_the_fields_and_the_last_enter_answers(study: Study) -> None:
    async with taking(study, ids=["summary"]) as pilot:
        await press(pilot, "down", "down", "3", "down")
        await type_text(pilot, "keeper")
        await press(pilot, "enter", "up", "down", "up", "down")
        assert study.latest() == {}
        await type_text(pilot, "1968")
        await press(pilot, "enter")
        assert {"summary": 1.0} == study.latest()


@awaited
async def test_an_answer_that_cannot_be_one_is_not_taken_and_says_what_would_do(study: Study) -> None:
    async with taking(study, ids=["year"]) as pilot:
        await type_text(pilot, "soon")
        await press(pilot, "enter")
        assert "Type a number in digits." in picture(pilot.app)
        await press(pilot, *["backspace"] * 4, *"1903", "enter")
        assert "✓ Right." in picture(pilot.app)


@awaited
async def test_a_slip_is_taken_back_and_the_question_comes_again(study: Study) -> None:
    async with taking(study, ids=["fuel", "keeper-today"]) as pilot:
        await press(pilot, "4", "u")
        assert {} == study.latest()
        assert ("What did the first lamp burn?" in picture(pilot.app), "✗" in picture(pilot.app)) == (True, False)
        assert "1 of 2" in lines(pilot)[0]
        await press(pilot, "3", "enter", "f", "enter")
        assert "2 of 2 right first time" in lines(pilot)[0]
        assert "1 answer was taken back as a slip." in picture(pilot.app)


@awaited
async def test_a_typed_answer_taken_back_leaves_an_empty_field_to_type_in(study: Study) -> None:
    async with taking(study, ids=["city"]) as pilot:
        await type_text(pilot, "Rome")
        await press(pilot, "enter", "u")
        assert "Rome" not in picture(pilot.app)
        await answer(pilot, RIGHT["city"])
        assert {"city": 1.0} == study.latest()


@awaited
async def test_the_source_opens_at_the_passage_and_escape_comes_back_to_the_verdict(study: Study) -> None:
    async with taking(study) as pilot:
        await press(pilot, "4", "w")
        before = picture(pilot.app)
        await press(pilot, "s")
        assert "Source" == screen_name(pilot)
        assert "paragraph 1, sentence 2" in lines(pilot)[0]
        await press(pilot, "escape")
        assert before == picture(pilot.app)


@pytest.mark.parametrize("keys", ["f1", "3 f1", "3 question_mark"])
@awaited
async def test_help_opens_over_the_question_and_goes_again(study: Study, keys: str) -> None:
    async with taking(study) as pilot:
        *first, key = keys.split()
        await press(pilot, *first)
        before = picture(pilot.app)
        await press(pilot, key)
        assert "Help" == screen_name(pilot)
        await press(pilot, key)
        assert before == picture(pilot.app)


@awaited
async def test_f1_helps_while_typing(study: Study) -> None:
    async with taking(study, ids=["city"]) as pilot:
        await press(pilot, "P", "f1")
        assert "Help" == screen_name(pilot)
        await press(pilot, "escape", "a")
        assert "Pa" in picture(pilot.app)


@awaited
async def test_leaving_says_what_is_left_and_go_on_resumes_there(study: Study) -> None:
    async with taking(study) as pilot:
        await press(pilot, "3", "enter", "tab", "escape")
        assert "Home" == screen_name(pilot)
        assert "Saved: 7 questions left." in prose(pilot)
        assert "▸ Go on            question 2 of 8, left today" in picture(pilot.app)
        await press(pilot, "enter")
        assert "a keeper switches the light on today" in picture(pilot.app)
        assert "2 of 8" in lines(pilot)[0]
        run = study.resume(study.attempts()[0].uid)
        assert isinstance(run, Run)
        assert "rebuilt" == run.session.queue[-1]


@awaited
async def test_leaving_before_any_answer_leaves_nothing_behind(study: Study) -> None:
    async with taking(study) as pilot:
        await press(pilot, "escape")
        assert ("Go on" in picture(pilot.app), study.attempts()) == (False, [])


@awaited
async def test_a_run_left_in_one_program_goes_on_in_the_next_with_the_same_layout(study: Study) -> None:
    async with taking(study, ids=["keeper-today", "fuel"], seed=1) as pilot:
        await press(pilot, "f", "enter")
        before = picture(pilot.app)
    run = study.resume(study.attempts()[0].uid)
    async with QuizApp(study.record, study, run).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert before == picture(pilot.app)


@awaited
async def test_the_keys_scroll_a_long_verdict(study: Study) -> None:
    async with taking(study, size=(40, 15)) as pilot:
        await press(pilot, "4", "w")
        page = pilot.app.screen.query_one("Page")
        for keys, step in ((("down", "j"), 2), (("up", "k"), -2), (("pagedown",), 10), (("pageup",), -10)):
            await press(pilot, "home")
            before = page.scroll_offset.y
            await press(pilot, *keys)
            moved = page.scroll_offset.y - before
            assert 0 < abs(moved) <= abs(step)
            assert (moved > 0) == (step > 0)


@awaited
async def test_the_running_score_of_each_phase_follows_the_answers(study: Study) -> None:
    async with taking(study) as pilot:
        assert "The age of oil                    –   The age of electric light         –" in lines(pilot)[-2]
        await press(pilot, "3", "enter", "1", "enter")
        assert "The age of oil                  1/2   The age of electric light         –" in lines(pilot)[-2]
        await press(pilot, "u")
        assert "The age of oil                  1/1   The age of electric light         –" in lines(pilot)[-2]


@awaited
async def test_on_a_wide_screen_the_scores_stand_beside_the_question(study: Study) -> None:
    async with taking(study, size=(160, 50)) as pilot:
        await press(pilot, "3")
        beside = [line[120:].strip() for line in lines(pilot) if line[120:].strip()]
        assert "The age of oil                 1/1" in beside
        assert "So far" in beside


@awaited
async def test_what_is_typed_ahead_is_not_lost(study: Study) -> None:
    ids = ["fuel", "keeper-today", "numbers", "rebuilt"]
    async with taking(study, ids=ids) as pilot:
        for name in ("3", "enter", "f", "enter", "d", "c", "b", "enter", "space", "2", "4", "enter"):
            character = {"enter": None, "space": " "}.get(name, name)
            pilot.app.post_message(Key(name, character))  # all at once, as over a slow line
        for _ in range(4):
            await settle(pilot)
        assert "4 of 4" in lines(pilot)[0]
        screen = pilot.app.screen
        assert isinstance(screen, QuestionScreen)
        assert [1.0] * 4 == [answer.score for answer in screen.run.session.answers]


@awaited
async def test_what_was_missing_is_no_longer_told_once_something_is_typed(study: Study) -> None:
    async with taking(study, ids=["summary"]) as pilot:
        await press(pilot, "enter")
        assert "Still empty: gap" in prose(pilot)
        await type_text(pilot, "x")
        assert "Still empty" not in prose(pilot)


@awaited
async def test_after_the_last_answer_looked_back_on_comes_the_question(study: Study) -> None:
    async with taking(study, ids=["fuel", "keeper-today", "rebuilt"]) as pilot:
        await press(pilot, "3", "enter", "f", "enter", "left")
        assert "looking back 2 of 2" in prose(pilot)
        assert "→ question" in lines(pilot)[-1]
        await press(pilot, "left")
        assert "→ next" in lines(pilot)[-1]
        await press(pilot, "right", "right")
        assert ("Question", True) == (screen_name(pilot), "3 of 3" in lines(pilot)[0])


@awaited
async def test_the_way_out_of_looking_back_is_told_in_the_smallest_terminal(study: Study) -> None:
    async with taking(study, ids=["fuel", "keeper-today", "rebuilt"], size=(40, 15)) as pilot:
        await press(pilot, "3", "enter", "left")
        assert "esc back" in lines(pilot)[-1]
