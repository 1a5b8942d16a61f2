"""The picture in the README is what the app shows now."""

import re
from pathlib import Path

from quiz.study import Run, Study
from quiz.tui.app import QuizApp
from tests.tui.drive import awaited, picture, press, settle, study_of
from tests.tui.pictures import compare

BANK = Path(__file__).parent.parent.parent / "question_banks" / "soviet_foreign_policy"
FILE = Path(__file__).parent / "readme.svg"
QUESTION = "uf-focus-cause"
SIZE = (100, 30)


def run_before(study: Study) -> Run:
    """Return a run of twenty questions on two phases, six of them answered; the question of the picture is next."""
    first, second = study.bank.phases[0].id, study.bank.by_id[QUESTION].phase
    before, after = ([q.id for q in study.bank.by_phase[phase] if q.id != QUESTION] for phase in (first, second))
    run = study.begin([*before[:4], *after[:2], QUESTION, *after[2:15]], seed=1)
    for i in range(6):
        assert run.question is not None
        run.submit(run.question.key if i != 2 else ("",), 1)
    return run


async def readme_svg(study: Study) -> tuple[str, str]:
    """Return the verdict on a wrong answer to a question as an SVG, and as text."""
    run = run_before(study)
    question = study.bank.by_id[QUESTION]
    wrong = next(i for i, text in enumerate(run.session.layout(question).items) if (text,) != question.key)
    app = QuizApp(study.record, study, run)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, str(wrong + 1))
        return stable(app.export_screenshot(title="quiz", simplify=True)), picture(app)


def stable(svg: str) -> str:
    """Return an SVG with fixed ids, and with blanks kept by every renderer."""
    for number, ident in enumerate(dict.fromkeys(re.findall(r"terminal-\d+", svg))):
        svg = svg.replace(ident, f"quiz-{number}")
    svg = svg.replace("<text ", '<text xml:space="preserve" ')
    return "\n".join(line.rstrip() for line in svg.strip().split("\n")) + "\n"


@awaited
async def test_the_picture_in_the_readme_is_what_the_app_shows(home: Path) -> None:
    """A question, the wrong option chosen with a cross, the right one with a tick, why, and the passage marked."""
    svg, text = await readme_svg(study_of(BANK, home))
    assert ("✗ Not this one." in text, "The answer:" in text, "⟦" in text) == (True, True, True)
    compare(FILE, svg)


@awaited
async def test_the_picture_is_the_same_each_time(home: Path) -> None:
    """Twice the same, so that a change of the file is a change of the app or the bank."""
    study = study_of(BANK, home)
    assert await readme_svg(study) == await readme_svg(study)
