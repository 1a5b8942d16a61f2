"""What belongs to no screen: the command palette, the theme, what is remembered, and a terminal without colours."""

import json
from pathlib import Path

import pytest
from textual.color import Color
from textual.filter import Monochrome
from textual.theme import Theme

from quiz import settings
from quiz.history.record import Record
from quiz.study import Study
from quiz.tui import app as app_module
from quiz.tui.app import QuizApp, run_app
from quiz.tui.theme import INK, PAPER, own_variables
from tests.tui.drive import Driver, at_home, awaited, picture, press, prose, screen_name, settle, taking, type_text


async def command(pilot: Driver, name: str) -> None:
    """Choose a command of the palette by its name."""
    await press(pilot, "ctrl+p")
    await type_text(pilot, name)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await press(pilot, "enter")
    await pilot.app.workers.wait_for_complete()
    await settle(pilot)


@awaited
async def test_the_palette_opens_over_a_question_and_closes(study: Study) -> None:
    async with taking(study) as pilot:
        before = picture(pilot.app)
        await press(pilot, "ctrl+p")
        assert "CommandPalette" == screen_name(pilot)
        await press(pilot, "escape")
        assert before == picture(pilot.app)


@pytest.mark.parametrize(
    ("name", "screen"), [("Home", "Home"), ("Read the source", "Reading"), ("Scores", "Scores"), ("Banks", "Banks")]
)
@awaited
async def test_the_palette_leads_to_our_own_places(study: Study, name: str, screen: str) -> None:
    async with taking(study) as pilot:
        await command(pilot, name)
        assert screen == screen_name(pilot)


def test_the_palette_offers_our_places_only_with_a_bank(home: Path, study: Study) -> None:
    def titles(app: QuizApp) -> set[str]:
        return {found.title for found in app.get_system_commands(app.get_default_screen())}

    ours = {"Home", "Read the source", "Scores", "Banks"}
    assert ours <= titles(QuizApp(study.record, study))
    assert "Maximize" not in titles(QuizApp(study.record, study))
    assert not ours & titles(QuizApp(Record(home / "history.db", lambda: "stamp")))


@awaited
async def test_the_theme_changes_and_is_kept_between_runs(study: Study) -> None:
    async with at_home(study) as pilot:
        assert "ink" == pilot.app.theme
        await press(pilot, "t")
        assert "paper" == pilot.app.theme
    async with at_home(study) as pilot:
        assert "paper" == pilot.app.theme
        await press(pilot, "t")
    assert "ink" == settings.load().theme


@awaited
async def test_every_theme_shows_the_same_text(study: Study) -> None:
    async with taking(study) as pilot:
        await press(pilot, "4")
        before = picture(pilot.app)
        for theme in pilot.app.available_themes:
            pilot.app.theme = theme
            await settle(pilot)
            assert before == picture(pilot.app), theme
    async with at_home(study) as pilot:
        assert pilot.app.theme == list(pilot.app.available_themes)[-1]


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = Color.parse(colour).normalized
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [INK, PAPER], ids=lambda theme: str(theme.name))
def test_words_can_be_read_against_their_ground(theme: Theme) -> None:
    inks = {name: str(getattr(theme, name)) for name in ("foreground", "accent", "success", "warning", "error")}
    inks |= {name: theme.variables[name] for name in ("quiet", "marked")}
    ratios = {name: contrast(ink, str(theme.background)) for name, ink in inks.items()}
    assert {} == {name: round(ratio, 2) for name, ratio in ratios.items() if ratio < 4.5}
    assert contrast(theme.variables["marked"], theme.variables["marked-ground"]) >= 4.5


def test_a_theme_with_colours_that_cannot_be_mixed_has_our_roles_too() -> None:
    ansi = own_variables({"foreground": "ansi_default", "background": "ansi_default"})
    mixed = own_variables({"foreground": "#ffffff", "background": "#000000", "accent": "#ff0000"})
    assert {"quiet", "faint", "marked", "marked-ground"} == set(ansi) == set(mixed)


@pytest.mark.parametrize(
    ("text", "theme"),
    [("", "ink"), ("{", "ink"), ("[1]", "ink"), ('{"theme": 3}', "ink"), ('{"theme": "no such"}', "no such")],
)
@awaited
async def test_settings_that_make_no_sense_are_as_if_not_there(study: Study, home: Path, text: str, theme: str) -> None:
    (home / "settings.json").write_text(text)
    assert theme == settings.load().theme
    async with at_home(study) as pilot:
        assert "ink" == pilot.app.theme


@awaited
async def test_settings_that_cannot_be_kept_are_no_trouble(study: Study, home: Path) -> None:
    (home / "settings.json").mkdir()
    async with at_home(study) as pilot:
        await press(pilot, "t")
        assert "paper" == pilot.app.theme


def test_settings_are_kept_as_plain_json(home: Path) -> None:
    settings.save(settings.Settings(theme="paper", bank="eight"))
    assert {"theme": "paper", "bank": "eight"} == json.loads((home / "settings.json").read_text())
    assert ["settings.json"] == [file.name for file in home.iterdir()]


@awaited
async def test_without_colour_words_and_signs_carry_the_verdict(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with taking(study, ids=["fuel", "sequence"]) as pilot:
        await press(pilot, "4")
        shown = picture(pilot.app)
        assert "✗ Not this one." in shown
        assert "✗ your answer" in shown
        assert "⟦It burned whale oil⟧" in shown
        await press(pilot, "enter", "space", "down", "enter")
        assert "◐ Partly right" in picture(pilot.app)
        assert any(isinstance(line_filter, Monochrome) for line_filter in pilot.app._filters)


@awaited
async def test_signs_and_words_are_the_same_with_and_without_colour(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = []
    for value in ("", "1"):
        monkeypatch.setenv("NO_COLOR", value) if value else monkeypatch.delenv("NO_COLOR", raising=False)
        async with taking(study, ids=["fuel"]) as pilot:
            await press(pilot, "4")
            pictures.append(picture(pilot.app))
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("with_run", [True, False], ids=["run", "home"])
def test_the_program_opens_on_a_run_or_at_home_and_closes_its_record(
    study: Study, monkeypatch: pytest.MonkeyPatch, with_run: bool
) -> None:
    opened: list[str] = []

    def run(self: QuizApp) -> None:
        opened.append(type(self.get_default_screen()).__name__)

    monkeypatch.setattr(QuizApp, "run", run)
    closed: list[bool] = []
    monkeypatch.setattr(Record, "close", lambda _: closed.append(True))
    assert 0 == run_app(study.begin(["fuel"], 1) if with_run else None)
    assert (["QuestionScreen" if with_run else "HomeScreen"], [True]) == (opened, closed)
    assert app_module.QuizApp.TITLE == "Quiz"


@awaited
async def test_a_notice_takes_the_place_of_the_one_before_and_a_warning_stays(study: Study) -> None:
    async with at_home(study) as pilot:
        app = pilot.app
        assert isinstance(app, QuizApp)
        app.notify("This was so.", markup=False)
        await settle(pilot)
        app.notify("Now it is otherwise.", markup=False)
        await settle(pilot)
        assert ("This was so" in prose(pilot), "Now it is otherwise." in prose(pilot)) == (False, True)
        app.tell("Nothing can be kept.")
        await settle(pilot)
        app.notify("Saved.", markup=False)
        await settle(pilot)
        assert "Nothing can be kept." in prose(pilot)
        assert "Saved." in prose(pilot)
