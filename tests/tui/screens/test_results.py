"""Results, the answers looked at again, and the scores over all attempts."""

import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quiz import settings
from quiz.history.values import Mode
from quiz.study import Run, Study
from quiz.study.markdown import as_markdown
from quiz.tui.screens.results import ResultsScreen
from tests.tui.drive import (
    EIGHT,
    NOW,
    Driver,
    at_home,
    awaited,
    lines,
    picture,
    press,
    prose,
    screen_name,
    settle,
    study_of,
    taking,
    written,
)
from tests.tui.samples import bank_with, long_bank, two_sources
from tests.tui.test_hostile import TEXTS, times_shown
from tests.tui.test_hostile import check as check_hostile

IDS = ["fuel", "keeper-today", "numbers"]


async def finish(pilot: Driver) -> None:
    """Answer fuel wrongly, keeper-today rightly and numbers in part, and go to the results."""
    await press(pilot, "4", "enter", "f", "enter", "d", "c", "a", "enter", "enter")
    assert "Results" == screen_name(pilot)


def submit_all(study: Study, *, right: bool) -> None:
    """Take a whole quiz without the app."""
    run = study.begin(IDS, 1)
    while run.question:
        run.submit(run.question.key if right else ("",), 1)


@awaited
async def test_the_total_the_phases_and_every_answer_in_the_order_given(study: Study) -> None:
    async with taking(study, ids=IDS) as pilot:
        await press(pilot, "tab", "f", "enter", "d", "c", "a", "enter", "enter", "4", "enter")
        assert "1 of 3 right first time" in lines(pilot)[0]
        answers = [" ".join(line.strip("▸ ").split()) for line in lines(pilot) if line[4:5] in ("✓", "✗", "◐")]
        assert answers == [
            "✓ True or false: a keeper switches the light on today.",
            "◐ Match each number with what it counts. 0.67",
            "✗ What did the first lamp burn?",
        ]
        assert "0 of 1  too few to say more" in picture(pilot.app)
        assert "1 of 2, 1 partly  too few to say more" in picture(pilot.app)
        assert "1 answer was partly right." in picture(pilot.app)


@awaited
async def test_enter_shows_an_explanation_again_and_escape_comes_back(study: Study) -> None:
    async with taking(study, ids=IDS) as pilot:
        await finish(pilot)
        before = picture(pilot.app)
        await press(pilot, "enter")
        assert ("Review", True) == (screen_name(pilot), "looking back 1 of 3" in prose(pilot))
        assert "✗ Not this one." in picture(pilot.app)
        assert "Your choice: Gas is not mentioned" in prose(pilot)
        assert "Candles: One keeper could not" in prose(pilot)
        assert "⟦It burned whale oil⟧" in picture(pilot.app)
        await press(pilot, "escape")
        assert before == picture(pilot.app)


@awaited
async def test_the_answers_are_turned_like_pages_and_round(study: Study) -> None:
    async with taking(study, ids=IDS) as pilot:
        await finish(pilot)
        await press(pilot, "down", "enter")
        places = []
        for key in ("right", "n", "enter", "space", "left", "p", "p"):
            await press(pilot, key)
            places.append(lines(pilot)[0].split()[-3])
        assert ["3", "1", "2", "3", "2", "1", "3"] == places
        assert "◐ Partly right: 2 of 3 pairs." in picture(pilot.app)


@awaited
async def test_review_scrolls_and_shows_the_source(study: Study) -> None:
    async with taking(study, ids=IDS, size=(40, 15)) as pilot:
        await finish(pilot)
        await press(pilot, "home", "enter")
        page = pilot.app.screen.query_one("Page")
        for there, back in (("down", "up"), ("j", "k"), ("pagedown", "pageup")):
            await press(pilot, there)
            assert page.scroll_offset.y > 0
            await press(pilot, back)
            assert 0 == page.scroll_offset.y
        await press(pilot, "s")
        assert ("Source", True) == (screen_name(pilot), "burned whale oil" in prose(pilot))
        await press(pilot, "escape")
        assert "Review" == screen_name(pilot)


@awaited
async def test_the_missed_can_be_taken_again_and_only_these(study: Study) -> None:
    async with taking(study, ids=IDS) as pilot:
        await finish(pilot)
        await press(pilot, "m")
        assert ("Question", True) == (screen_name(pilot), "1 of 2" in lines(pilot)[0])
        assert "What did the first lamp burn?" in picture(pilot.app)


@awaited
async def test_with_nothing_missed_nothing_can_be_taken_again(study: Study) -> None:
    async with taking(study, ids=["fuel"]) as pilot:
        await press(pilot, "3", "enter")
        assert "1 of 1 right first time" in lines(pilot)[0]
        assert "missed" not in lines(pilot)[-1]
        await press(pilot, "m")
        assert "Results" == screen_name(pilot)


@awaited
async def test_from_the_results_to_the_source_and_home(study: Study) -> None:
    async with taking(study, ids=IDS) as pilot:
        await finish(pilot)
        await press(pilot, "s")
        assert "Source" == screen_name(pilot)
        await press(pilot, "escape", "escape")
        assert "Home" == screen_name(pilot)
        assert "Last: 1 of 3 right, today" in picture(pilot.app)
        assert "Go on" not in picture(pilot.app)


@awaited
async def test_withdrawn_answers_are_counted(study: Study) -> None:
    async with taking(study, ids=["fuel"]) as pilot:
        await press(pilot, "4", "u", "1", "u", "3", "enter")
        assert "2 answers were taken back as a slip." in picture(pilot.app)


@awaited
async def test_scores_without_any_attempt(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "c")
        assert "No attempt yet. What you answer is kept, and shows here." in picture(pilot.app)
        await press(pilot, "enter", "down")
        assert "Scores" == screen_name(pilot)


@awaited
async def test_scores_over_all_attempts_and_the_attempts_the_last_first(home: Path) -> None:
    submit_all(study_of(EIGHT, home, lambda: NOW - timedelta(days=400)), right=True)
    submit_all(study_of(EIGHT, home, lambda: NOW - timedelta(days=2, hours=5)), right=False)
    study = study_of(EIGHT, home)
    study.begin(IDS, 1).submit(("Whale oil",), 1)
    async with at_home(study) as pilot:
        await press(pilot, "c")
        below = written(pilot).partition("the last first:")[2].strip().split("\n")
        attempts = [" ".join(line.split()).removeprefix("▸ ") for line in below]
        assert attempts == [
            "Today, 14:30 1 of 1 right, left at 2 of 3; Enter goes on with it",
            "Tuesday, 09:30 0 of 3 right",
            "29 January 2025, 14:30 3 of 3 right",
        ]
        assert "3 attempts, the last first:" in written(pilot)
        assert "Total" in picture(pilot.app)
        assert "1 of 3 right" in written(pilot).partition("Total")[2]


@awaited
async def test_an_old_attempt_opens_and_closes_and_one_that_was_left_goes_on(home: Path) -> None:
    submit_all(study_of(EIGHT, home, lambda: NOW - timedelta(days=2)), right=False)
    study = study_of(EIGHT, home)
    study.begin(IDS, 1).submit(("Whale oil",), 1)
    async with at_home(study) as pilot:
        await press(pilot, "c", "down", "enter")
        assert ("Results", True) == (screen_name(pilot), "0 of 3 right first time" in lines(pilot)[0])
        await press(pilot, "escape")
        assert "Scores" == screen_name(pilot)
        await press(pilot, "home", "enter")
        assert ("Question", True) == (screen_name(pilot), "2 of 3" in lines(pilot)[0])


@awaited
async def test_from_the_scores_to_other_banks_and_back(study: Study) -> None:
    async with at_home(study) as pilot:
        await press(pilot, "c", "b")
        await pilot.app.workers.wait_for_complete()
        assert "Banks" == screen_name(pilot)
        await press(pilot, "escape", "escape")
        assert "Home" == screen_name(pilot)


@awaited
async def test_answers_to_questions_that_are_gone_or_changed_can_still_be_looked_at(study: Study, home: Path) -> None:
    submit_all(study, right=False)
    changed = (EIGHT / "bank.yaml").read_text("utf-8").replace("Whale oil", "Oil of whales")
    changed = changed.replace("id: keeper-today", "id: another").replace('"20": The miles', '"21": The miles')
    folder = home / "changed"
    folder.mkdir()
    (folder / "bank.yaml").write_text(changed, "utf-8")
    (folder / "source.txt").write_bytes((EIGHT / "source.txt").read_bytes())
    async with at_home(study_of(folder, home)) as pilot:
        await press(pilot, "c", "enter", "enter")
        assert "looking back 1 of 2" in prose(pilot)
        await press(pilot, "n")
        assert "The right pairs:" in picture(pilot.app)


# what belongs to a run beside its scores

PAIRS = ("The steps of the tower", "The miles at which the lamp was seen", "")
SIZES = [(40, 15), (80, 24), (160, 50)]


def taken(study: Study, mode: Mode = Mode.PRACTICE, certainties: Sequence[int | None] = (None,) * 3) -> Run:
    """Answer fuel wrongly, keeper-today rightly and numbers in part; of what comes once more the first wrongly."""
    run = study.begin(IDS, 1, mode)
    for response, certainty in zip((("Driftwood",), ("False",), PAIRS), certainties, strict=True):
        run.submit(response, 1, certainty)
    while run.question:
        run.submit(run.question.key if run.session.repeats else ("Driftwood",), 1)
    return run


@asynccontextmanager
async def showing(run: Run, closing: Sequence[str] = (), size: tuple[int, int] = (80, 24)) -> AsyncIterator[Driver]:
    """Show the results of a run over the home screen."""
    async with at_home(run.study, size=size) as pilot:
        pilot.app.push_screen(ResultsScreen(run, closing=closing))
        await settle(pilot)
        yield pilot


@awaited
async def test_passages_to_read_again_open_at_their_digits(study: Study) -> None:
    run = study.begin([question.id for question in study.bank.questions], 1)
    while run.question:
        run.submit(("",), 1)
    async with showing(run) as pilot:
        assert "Read again: 1 paragraph 1, sentence 2 2 paragraph 2, sentence" in prose(pilot)
        assert "1–3 read again" in lines(pilot)[-1]
        for key, passage in (("1", "96 steps"), ("3", "switched on by a clock")):
            await press(pilot, key)
            assert "Source" == screen_name(pilot)
            assert passage in prose(pilot)
            await press(pilot, "escape")
            assert "Results" == screen_name(pilot)


@awaited
async def test_the_digits_are_only_as_many_as_there_are_passages(study: Study) -> None:
    async with showing(taken(study)) as pilot:
        assert "Read again:  1 paragraph 1, sentence 2" in written(pilot)
        assert " 1 read again" in lines(pilot)[-1]
        await press(pilot, "2", "3")
        assert "Results" == screen_name(pilot)


@awaited
async def test_with_nothing_missed_nothing_is_to_be_read_again(study: Study) -> None:
    run = study.begin(["fuel"], 1)
    run.submit(run.study.bank.by_id["fuel"].key, 1)
    async with showing(run) as pilot:
        assert "ead again" not in picture(pilot.app)
        await press(pilot, "1")
        assert "Results" == screen_name(pilot)


@awaited
async def test_with_several_sources_their_titles_are_told(home: Path) -> None:
    run = study_of(two_sources(), home).begin(["one", "two"], 1)
    run.submit(("False",), 1)
    run.submit(("False",), 1)
    async with showing(run, size=(160, 50)) as pilot:
        assert "2 paragraph 1, sentence 1, Second text" in prose(pilot)
        await press(pilot, "2")
        assert "Second text" in lines(pilot)[0]


@awaited
async def test_how_sure_one_was_is_told_and_marks_when_they_are_turned_on(study: Study) -> None:
    async with showing(taken(study, certainties=(3, 1, 2))) as pilot:
        assert "Sure: 1 answer, 0 right, too few to say more" in prose(pilot)
        assert "A guess: 1 answer, 1 right, too few to say more" in prose(pilot)
        assert "marks" not in picture(pilot.app)
        await press(pilot, "c")
        assert "on" == settings.load().marks
        assert "Certainty-based marks: " in prose(pilot)
        assert "Sure: right 3, wrong −6. Fairly sure: 2, −2. A guess: 1, 0." in prose(pilot)
        await press(pilot, "f1")
        assert "c marks by certainty, or none" in " ".join(written(pilot).split())
        await press(pilot, "escape", "c")
        assert ("", False) == (settings.load().marks, "marks" in picture(pilot.app))


@awaited
async def test_without_certainty_there_are_no_marks_even_when_they_are_on(study: Study) -> None:
    async with showing(taken(study)) as pilot:
        pilot.app.settings.marks = "on"  # type: ignore[attr-defined]
        await press(pilot, "c")
        assert "marks" not in written(pilot)
        await press(pilot, "f1")
        assert "marks" not in written(pilot)


@awaited
async def test_a_pretest_is_not_scored(study: Study) -> None:
    async with showing(taken(study, Mode.PRETEST, (3, 3, 3))) as pilot:
        assert lines(pilot)[0].split("  ")[1] == "A pre-test"
        assert "A pre-test: nothing is scored. Now read, then quiz yourself again." in prose(pilot)
        shown = written(pilot)
        assert [] == [word for word in ("%", "likely", "too few", " of ", "█", "partly right") if word in shown]
        assert "✗ What did the first lamp burn?" in shown
        assert "Read again:" in shown


@awaited
async def test_a_review_closes_with_what_it_is_given_and_what_came_once_more(study: Study) -> None:
    said = ("[b]1 question[/b] is mastered now that was not.", "12 are due tomorrow.")
    async with showing(taken(study, Mode.REVIEW), said) as pilot:
        assert "1 of 3 right first time" in lines(pilot)[0]
        assert "Asked once more: 1 of 2 right then." in prose(pilot)
        assert f"{said[0]} {said[1]}" in prose(pilot)
        assert "not answered" not in written(pilot)


@awaited
async def test_an_examination_says_what_was_not_answered(study: Study) -> None:
    exam = study.begin_exam(IDS, 1)
    exam.answer(("Whale oil",), 1)
    async with showing(exam.hand_in()) as pilot:
        assert "1 of 3 right  " in lines(pilot)[0]
        assert "first time" not in picture(pilot.app)
        assert "2 questions are not answered." in prose(pilot)
        rows = [" ".join(line.split()) for line in lines(pilot) if line.endswith("not answered")]
        assert ["✗ True or false: a keeper switches the light on today. not answered"] == rows[:1]
        assert 2 == len(rows)
        for _ in IDS:
            await press(pilot, "down", "enter")
            assert "Review" == screen_name(pilot)
            await press(pilot, "escape")


@awaited
async def test_results_are_saved_as_markdown_and_never_over_another_file(study: Study, tmp_path: Path) -> None:
    run = taken(study, certainties=(3, 3, 3))
    async with showing(run) as pilot:
        await press(pilot, "x")
        file = tmp_path / "quiz-results-2026-03-05-1430.md"
        assert as_markdown(run, with_marks=False) == file.read_text("utf-8")
        assert "Saved as" in prose(pilot)
        await press(pilot, "c", "x")
        assert as_markdown(run, with_marks=True) == file.with_stem(f"{file.stem}-2").read_text("utf-8")
        assert as_markdown(run, with_marks=False) == file.read_text("utf-8")


@pytest.mark.parametrize("there", [True, False])
@awaited
async def test_where_the_folder_cannot_be_written_to_they_go_home_or_nowhere(
    study: Study, home: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    monkeypatch.chdir("/proc")
    monkeypatch.setenv("HOME", str(home if there else home / "none"))
    async with showing(taken(study), size=(160, 50)) as pilot:
        await press(pilot, "x")
        assert there == (home / "quiz-results-2026-03-05-1430.md").exists()
        assert ("Saved as" in prose(pilot)) == there
        assert ("The results cannot be saved: the folder of" in prose(pilot)) != there
        assert [] == [name for name in os.listdir("/proc") if name.startswith("quiz")]  # noqa: PTH208


@pytest.mark.parametrize("size", SIZES)
@awaited
async def test_at_every_size_it_begins_at_the_top_and_all_can_be_read(home: Path, size: tuple[int, int]) -> None:
    run = study_of(long_bank(), home).begin([f"q{i}" for i in range(1, 20)], 1, Mode.REVIEW)
    while run.question:
        run.submit(("False",), 1, 1 + len(run.session.answers) % 3)
    said = [f"This is the closing sentence with the number {i}." for i in range(4)]
    async with showing(run, said, size) as pilot:
        seen = picture(pilot.app)
        assert "Phase A" in seen
        assert 0 == pilot.app.screen.query_one("Menu").scroll_offset.y
        for _ in range(30):
            await press(pilot, "down")
            seen += picture(pilot.app)
        for text in (*(f"number {i}." for i in range(4)), "1 paragraph 1, sentence 1", "Asked once more: 0 of 19"):
            assert text in " ".join(seen.split())
        assert "? help" in lines(pilot)[-1]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("size", SIZES)
@awaited
async def test_whatever_stands_in_a_bank_is_text_here_too(home: Path, name: str, size: tuple[int, int]) -> None:
    run = study_of(bank_with(TEXTS[name]), home).begin(["choice", "match", "cloze"], 1, Mode.REVIEW)
    while run.question:
        run.submit((f"{TEXTS[name]} b",), 1, 3)
    async with showing(run, [TEXTS[name]], size) as pilot:
        check_hostile(pilot)
        assert times_shown(pilot, TEXTS[name]) >= 3
        await press(pilot, "c")
        check_hostile(pilot)
        await press(pilot, "x")
        check_hostile(pilot)
        await press(pilot, "1")
        check_hostile(pilot)


@awaited
async def test_looking_back_tells_what_was_changed_since(study: Study, home: Path) -> None:
    submit_all(study, right=False)
    bank = study.bank
    fuel = replace(bank.by_id["fuel"], prompt="What was burnt at first?")
    again = study_of(replace(bank, questions=tuple(fuel if q.id == "fuel" else q for q in bank.questions)), home)
    run = again.resume(again.attempts()[0].uid)
    assert isinstance(run, Run)
    async with at_home(again) as pilot:
        await pilot.app.push_screen(ResultsScreen(run, looking_back=True))
        await settle(pilot)
        assert "1 question has been changed since: what stands below is how it reads now." in prose(pilot)
        assert 1 == sum("changed since" in line and "What was burnt" in line for line in lines(pilot))
