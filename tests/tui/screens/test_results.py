"""Results, the answers looked at again, and the scores over all attempts."""

from datetime import timedelta
from pathlib import Path

from quiz.study import Study
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
    study_of,
    taking,
    written,
)

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
        attempts = [" ".join(line.split()).removeprefix("▸ ") for line in lines(pilot) if " right" in line]
        assert attempts == [
            "Today, 14:30 1 of 1 right, left at 2 of 3; Enter goes on with it",
            "Tuesday, 09:30 0 of 3 right",
            "29 January 2025, 14:30 3 of 3 right",
        ]
        assert "3 attempts, the last first:" in picture(pilot.app)
        assert "Total" in picture(pilot.app)
        assert "1 of 3" in next(line for line in written(pilot).split("\n") if "████" in line and "1 of 3" in line)


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
