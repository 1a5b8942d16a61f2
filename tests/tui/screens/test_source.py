"""The source as a page: numbered, marked, searched, and left by Escape."""

import re
from pathlib import Path

import pytest

from quiz.core.bank import Bank, Phase, Source
from quiz.core.questions.true_false import TrueFalse
from quiz.study import Study
from quiz.tui.widgets.page import Page
from tests.tui.drive import (
    Driver,
    at_home,
    awaited,
    lines,
    picture,
    press,
    prose,
    resize,
    screen_name,
    study_of,
    taking,
    type_text,
    written,
)
from tests.tui.samples import long_bank, quote_of, two_sources


async def search(pilot: Driver, text: str) -> None:
    """Search for a text."""
    await press(pilot, "slash")
    await type_text(pilot, text)
    await press(pilot, "enter")


def styles_at(pilot: Driver, text: str) -> set[str]:
    """Return the styles in which a text on the page is painted, wherever all of it stands on one line."""
    return {
        str(span.style)
        for line in pilot.app.screen.query_one(Page).lines
        for span in line.content.spans
        if text in line.content.plain[span.start : span.end]
    }


def in_view(pilot: Driver, text: str) -> bool:
    """Whether a text is on the screen between the head and the keys."""
    return any(text in line for line in lines(pilot)[2:-1])


@awaited
async def test_paragraphs_are_numbered_headings_are_not_and_phases_are_named(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "s")
        assert "The Lighthouse" in lines(pilot)[0]
        text = written(pilot)
        assert "     A short history" in text
        assert "     The age of oil, 1822–1902\n  1  The lighthouse at Rook Point was lit" in text
        assert "     The age of electric light, 1903–today\n  2  After the fire" in text
        assert "next mark" not in lines(pilot)[-1]


@awaited
async def test_the_quoted_words_are_marked_and_their_place_is_named(study: Study) -> None:
    async with taking(study, ids=["fuel"]) as pilot:
        await press(pilot, "3", "s")
        assert "paragraph 1, sentence 2" in lines(pilot)[0]
        assert ["bold $marked on $marked-ground"] == [*styles_at(pilot, "burned whale oil")]


@awaited
async def test_n_and_its_opposites_go_from_mark_to_mark_and_round(study: Study) -> None:
    async with taking(study, ids=["sequence"], size=(40, 15)) as pilot:
        await press(pilot, "space", "end", "enter", "s")
        assert in_view(pilot, "was lit for the first")
        tops = []
        page = pilot.app.screen.query_one(Page)
        for key in ("n", "n", "n", "n", "N", "p"):
            await press(pilot, key)
            tops.append(page.scroll_offset.y)
            here = ["lit for the first", "A fire in 1841", "the lamp", "oil gave way"][
                (len(tops) if key == "n" else 0) % 4
            ]
            assert key != "n" or in_view(pilot, here), (here, picture(pilot.app))
        assert tops[3] < tops[2]
        assert [tops[2], tops[1]] == tops[4:]


@pytest.mark.parametrize(
    ("keys", "to_end"),
    [("end", True), ("G", True), ("end home", False), ("G g", False), ("space space space space", True)],
)
@awaited
async def test_keys_that_go_far(study: Study, keys: str, to_end: bool) -> None:
    async with at_home(study, size=(40, 15)) as pilot:
        await press(pilot, "s", *keys.split())
        assert in_view(pilot, "switched on by a clock.") is to_end
        assert in_view(pilot, "A short history") is not to_end


@awaited
async def test_every_key_that_scrolls_has_its_opposite(study: Study) -> None:
    async with at_home(study, size=(40, 15)) as pilot:
        await press(pilot, "s")
        page = pilot.app.screen.query_one(Page)
        for there, back in (("down", "up"), ("j", "k"), ("pagedown", "pageup"), ("space", "b")):
            await press(pilot, there)
            assert page.scroll_offset.y > 0, there
            await press(pilot, back)
            assert page.scroll_offset.y == 0, back


@awaited
async def test_a_search_marks_all_places_and_goes_to_the_first(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "s")
        await search(pilot, "LAMP")
        assert "“LAMP”: 1 of 2 matches" in lines(pilot)[0]
        assert {"reverse", "underline"} == styles_at(pilot, "lamp")
        await press(pilot, "n")
        assert "“LAMP”: 2 of 2 matches" in lines(pilot)[0]
        await press(pilot, "n")
        assert "“LAMP”: 1 of 2 matches" in lines(pilot)[0]
        await press(pilot, "N")
        assert "“LAMP”: 2 of 2 matches" in lines(pilot)[0]


@awaited
async def test_words_are_found_across_lines_and_what_is_not_there_is_not_found(home: Path) -> None:
    study = study_of(two_sources(), home)
    async with at_home(study) as pilot:
        await press(pilot, "s")
        await search(pilot, "broken   line")
        assert "“broken   line”: 1 of 1 match" in lines(pilot)[0]
        await search(pilot, "[/] (.*")
        assert "“[/] (.*”: not found" in lines(pilot)[0]
        assert "n next" not in lines(pilot)[-1]
        await press(pilot, "n")
        assert "Reading" == screen_name(pilot)


@awaited
async def test_a_search_begins_at_the_top_of_what_is_in_view(home: Path) -> None:
    study = study_of(long_bank(), home)
    async with at_home(study, size=(40, 15)) as pilot:
        await press(pilot, "s", *["space"] * 12)
        await search(pilot, "needle")
        assert "1 of 60" not in lines(pilot)[0]
        assert in_view(pilot, "needle")
        await press(pilot, "home")
        await search(pilot, "needle")
        assert "1 of 60" in lines(pilot)[0]


@awaited
async def test_a_second_search_that_finds_less_than_the_first_is_no_trouble(home: Path) -> None:
    study = study_of(long_bank(), home)
    async with at_home(study) as pilot:
        await press(pilot, "s")
        await search(pilot, "needle")
        await press(pilot, "N")
        assert "60 of 60 matches" in lines(pilot)[0]
        await search(pilot, "needle 3,")
        assert "1 of 1 match" in prose(pilot)
        assert in_view(pilot, "needle 3,")


@awaited
async def test_a_search_within_the_quoted_words_keeps_them_marked(study: Study) -> None:
    async with taking(study, ids=["sequence"]) as pilot:
        await press(pilot, "space", "end", "enter", "s", "n", "n", "n")
        await search(pilot, "whale")
        assert {"reverse"} == styles_at(pilot, "whale")
        await press(pilot, "escape")
        await search(pilot, "fire")
        assert "bold $marked on $marked-ground reverse" in styles_at(pilot, "fire")


@awaited
async def test_escape_closes_the_field_then_ends_the_search_then_leaves(study: Study) -> None:
    async with taking(study, ids=["fuel"]) as pilot:
        await press(pilot, "3", "s")
        await search(pilot, "lamp")
        await press(pilot, "slash")
        assert ["  enter find   esc no search"] == lines(pilot)[-1:]
        await press(pilot, "escape")
        assert "enter find" not in picture(pilot.app)
        assert "“lamp”" in lines(pilot)[0]
        await press(pilot, "escape")
        assert "paragraph 1, sentence 2" in lines(pilot)[0]
        assert set() == styles_at(pilot, "lamp")
        assert "Source" == screen_name(pilot)
        await press(pilot, "escape")
        assert "Question" == screen_name(pilot)


@awaited
async def test_letters_go_into_the_field_and_an_empty_search_ends_it(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "s")
        await search(pilot, "no gbpNkj")
        assert "“no gbpNkj”: not found" in lines(pilot)[0]
        await search(pilot, "")
        assert "“" not in lines(pilot)[0]


@awaited
async def test_tab_turns_from_text_to_text(home: Path) -> None:
    study = study_of(two_sources(), home)
    async with taking(study, ids=["two"]) as pilot:
        await press(pilot, "t", "s")
        assert "Second text" in lines(pilot)[0]
        assert {"bold $marked on $marked-ground"} == styles_at(pilot, "not the first")
        await search(pilot, "the")
        await press(pilot, "tab")
        assert "First text" in lines(pilot)[0]
        assert "“the”" not in lines(pilot)[0]
        await press(pilot, "tab")
        assert "Second text" in lines(pilot)[0]


@awaited
async def test_c_shows_after_every_sentence_how_many_questions_quote_it_and_again_hides_it(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "s")
        before = written(pilot)
        await press(pilot, "c")
        text = " ".join(written(pilot).split())
        assert "for the first time in 1822. [1] It burned whale oil," in text
        assert "96 steps four times a night. [2] A fire in 1841 destroyed the lamp room. [1] " in text
        assert text.endswith("has been switched on by a clock. [2]")
        assert "?" not in text
        assert ["1", "2", "1", "3", "1", "3", "2"] == re.findall(r"\[(\w+)\]", text)
        assert "A short history [" not in text
        await press(pilot, "c")
        assert before == written(pilot)


@awaited
async def test_a_sentence_that_no_question_quotes_is_told_by_c(home: Path) -> None:
    source = Source(id="s", title="A text", text="The sea is salt. The sky is blue.\n")
    question = TrueFalse(id="q", phase="p", prompt="So?", answer=True, quotes=(quote_of(source, "sea"),))
    phases = (Phase(id="p", title="P"),)
    bank = Bank(id="b", title="B", sources=(source,), phases=phases, questions=(question,))
    async with at_home(study_of(bank, home)) as pilot:
        await press(pilot, "s", "c")
        assert "The sea is salt. [1] The sky is blue. [none]" in written(pilot)


@awaited
async def test_a_single_text_has_no_next_one(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "s")
        before = picture(pilot.app)
        await press(pilot, "tab")
        assert before == picture(pilot.app)
        assert "tab" not in lines(pilot)[-1]


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (160, 50)])
@pytest.mark.parametrize("number", [1, 30, 60])
@awaited
async def test_the_passage_is_in_view_at_once(home: Path, size: tuple[int, int], number: int) -> None:
    bank: Bank = long_bank()
    async with taking(study_of(bank, home), ids=[f"q{number}"], size=size) as pilot:
        await press(pilot, "t", "s")
        assert in_view(pilot, f"needle {number}")


@awaited
async def test_the_passage_stays_in_view_when_the_terminal_changes_its_size(home: Path) -> None:
    async with taking(study_of(long_bank(), home), ids=["q60"], size=(160, 50)) as pilot:
        await press(pilot, "t", "s")
        for size in ((40, 15), (80, 24), (60, 20)):
            await resize(pilot, size)
            assert in_view(pilot, "needle 60"), size


def answered(study: Study, *, right: tuple[str, ...] = (), wrong: tuple[str, ...] = ()) -> None:
    """Answer questions."""
    run = study.begin([*right, *wrong], 1)
    while run.question:
        run.submit(run.question.key if run.question.id in right else ("?",), 1)


@awaited
async def test_o_shows_after_every_quoted_sentence_how_it_was_answered(study: Study) -> None:
    answered(study, right=("rebuilt", "numbers"), wrong=("city", "year"))
    async with at_home(study) as pilot:
        await press(pilot, "s")
        before = written(pilot)
        await press(pilot, "o")
        text = " ".join(written(pilot).split())
        assert "first time in 1822. [not asked] It burned whale oil" in text
        assert "four times a night. [1 of 1 right] A fire" in text
        assert "lens from Paris. [2 of 3 right] The new lamp" in text
        assert "left in 1968. [0 of 1 right] Since then" in text
        assert "2 of 4 right, 4 not asked" in lines(pilot)[0]
        styles = [styles_at(pilot, f"[{words}]") for words in ("1 of 1 right", "2 of 3 right", "0 of 1 right")]
        assert [{"$success"}, {"$warning"}, {"$error"}] == styles
        await press(pilot, "o")
        assert before == written(pilot)


@awaited
async def test_one_shading_takes_the_place_of_the_other(study: Study) -> None:
    async with taking(study, ids=["fuel"]) as pilot:
        await press(pilot, "4", "s", "o")
        assert "[0 of 1 right]" in written(pilot)
        assert "0 of 1 right, 7 not asked" in lines(pilot)[0]
        await press(pilot, "c")
        assert "[0 of 1 right]" not in written(pilot)
        assert "[2]" in written(pilot)
        await press(pilot, "o", "o")
        assert "[" not in written(pilot)
        assert "paragraph 1, sentence 2" in lines(pilot)[0]


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (160, 50)])
@awaited
async def test_n_goes_to_what_was_missed_while_the_shading_is_on(home: Path, size: tuple[int, int]) -> None:
    study = study_of(long_bank(), home)
    answered(study, right=("q1", "q30"), wrong=("q20", "q40", "q60"))
    async with at_home(study, size=size) as pilot:
        await press(pilot, "s", "o")
        for key, number in (("n", 20), ("n", 40), ("N", 20), ("n", 40), ("n", 60), ("n", 20)):
            await press(pilot, key)
            assert in_view(pilot, f"needle {number},"), (number, picture(pilot.app))
            assert "of 1 right]" in prose(pilot)
        await press(pilot, "o", "end", "o", "N")
        assert in_view(pilot, "needle 40,") or in_view(pilot, "needle 60,")


@awaited
async def test_where_nothing_was_missed_n_goes_nowhere(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "s", "o")
        before = picture(pilot.app)
        assert "n next" not in lines(pilot)[-1]
        await press(pilot, "n")
        assert before == picture(pilot.app)
        assert "not asked" in lines(pilot)[0]
