"""A walk through every screen, and what the terminal is sent meanwhile."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import PropertyMock, patch

from textual.drivers.headless_driver import HeadlessDriver

from quiz.banks.reader import read_bank
from quiz.core.bank import Bank
from quiz.history.values import Mode
from quiz.study import Study, Wish
from quiz.tui.app import QuizApp
from quiz.tui.widgets.page import Page
from tests.hostile import Say, everything, unguarded, write_bank
from tests.tui.drive import NOW, Driver, after_work, picture, press, study_of

ALL = Wish(count=None, in_order=True)


class Place(NamedTuple):
    """A screen: how to come to it from home, else the one before; the keys to press there; the fields that it shows."""

    go: Callable[[QuizApp], Any] | None
    keys: str
    fields: str


def _asks(ident: str) -> Callable[[QuizApp], Any]:
    """Return what begins a quiz of one question."""

    def begin(app: QuizApp) -> None:
        assert app.study is not None
        app.go_on(app.study.begin([ident], 1))

    return begin


def _exam(app: QuizApp) -> None:
    app.begin(ALL, Mode.EXAM, 5)


def _tell(app: QuizApp) -> None:
    app.tell(everything("notice"))


PLACES = {
    "home": Place(QuizApp.go_home, "", "title, phase title, other phase"),
    "help": Place(None, "question_mark", ""),
    "setup": Place(None, "escape p", "phase title, other phase"),
    "palette": Place(None, "ctrl+p", ""),
    "banks": Place(QuizApp.show_banks, "", "title"),
    "scores": Place(QuizApp.show_scores, "", "phase title, other phase"),
    "progress": Place(None, "g", "phase title"),
    "progress in a table": Place(None, "t", "phase title"),
    "weak spots": Place(QuizApp.show_weak, "", "choice prompt, order prompt"),
    "missed": Place(None, "end enter", "choice prompt, choice answer, choice explanation, choice wrong"),
    "choice": Place(_asks("choice"), "", "choice prompt, choice answer, choice wrong, choice wrong too, phase title"),
    "flag": Place(None, "f", "choice prompt, phase title, flag"),
    "choice, wrong": Place(None, "escape 1 2 3 4 w", "choice explanation, choice why, quoted, source title"),
    "source": Place(None, "s", "heading, quoted, paragraph"),
    "search": Place(None, "slash m enter", "quoted"),
    "multiple": Place(_asks("multiple"), "1", "multiple prompt, multiple a, multiple b, multiple wrong"),
    "multiple, wrong": Place(None, "enter w", "multiple explanation, multiple why"),
    "true-false": Place(_asks("true-false"), "f", "true-false prompt, true-false why, true-false explanation"),
    "short-answer": Place(
        _asks("short-answer"), "x enter", "short-answer prompt, short answer, short-answer explanation"
    ),
    "number": Place(_asks("number"), "8 enter", "number prompt, unit, number explanation"),
    "match": Place(_asks("match"), "", "match prompt, left a, right a, left b, right b, match wrong"),
    "match, wrong": Place(None, "a a enter w", "left a, right a, match explanation"),
    "cloze": Place(_asks("cloze"), "", "cloze prompt, gap before, gap option, gap wrong, gap between"),
    "cloze, wrong": Place(None, "b enter x enter", "gap typed, cloze explanation"),
    "order": Place(_asks("order"), "", "order prompt, order a, order b, order c"),
    "order, wrong": Place(None, "space down enter", "order a, order explanation"),
    "results": Place(None, "enter", "phase title, order prompt"),
    "an answer again": Place(None, "enter", "order prompt, order explanation"),
    "results, saved": Place(None, "escape x", "order prompt"),
    "examination": Place(_exam, "", "choice prompt, choice answer"),
    "typed in the examination": Place(None, "right right right a", "short-answer prompt"),
    "all its questions": Place(None, "f6", "choice prompt, cloze prompt"),
    "handing in": Place(None, "f9", ""),
    "handed in": Place(None, "down enter", ""),
    "missed in the examination": Place(None, "enter", "choice prompt, choice explanation"),
    "reading": Place(QuizApp.read_source, "r", "heading, quoted, paragraph"),
    "review": Place(QuizApp.begin_review, "", ""),
    "notice": Place(_tell, "", "notice"),
}
"""Every screen and every form of question, in the bank that `hostile_study` makes."""


def hostile_bank(folder: Path, say: Say = everything) -> Bank:
    """Return the hostile bank, written into a folder, as a reader without its guard reads it."""
    with unguarded():
        bank = read_bank(write_bank(folder, say)).bank
    assert bank is not None
    assert 8 == len(bank.questions)
    return bank


def hostile_study(bank: Bank, home: Path, say: Say = everything) -> Study:
    """Return a study of the hostile bank, of which much was answered wrongly, and a question flagged."""
    for ago in (40, 12, 3, 0):
        study = study_of(bank, home, lambda ago=ago: NOW - timedelta(days=ago))  # type: ignore[misc]
        run = study.begin([question.id for question in bank.questions], 1)
        while question := run.question:
            wrong = {"choice": (say("choice wrong"),), "order": tuple(reversed(question.key))}.get(question.id)
            run.submit(wrong or question.key, 1, 3)
        study.record.close()
    study = study_of(bank, home)
    study.flag("choice", say("flag"))
    return study


async def go(pilot: Driver, place: Place) -> None:
    """Go to a screen."""
    assert isinstance(pilot.app, QuizApp)
    if place.go:
        pilot.app.clear_notifications()
        pilot.app._pop_to_first()
        place.go(pilot.app)
        await after_work(pilot)
    await press(pilot, *place.keys.split())
    await after_work(pilot)


# what the terminal is sent

SEQUENCES = (
    r"\x1b\[(?:\d+(?:;\d+)*)?m"  # colours and the like
    r"|\x1b\[\d+;\d+H"  # the place of what follows
    r"|\x1b\[\?(?:25|1000|1002|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl]"  # what the terminal is to do
    r"|\x1b\[\?(?:2026|2048)\$p"  # what it can do
    r"|\x1b\[[<>=]\d*(?:;\d+)*u"  # how it tells keys
    r"|\x1b\]22;(?:default|pointer|text)\x07"  # the shape of the mouse's pointer
)
"""All that Textual sends beside text."""
_SEQUENCE = re.compile(SEQUENCES)


def text_of(stream: str) -> str:
    """Return what is left of a stream without its sequences."""
    return _SEQUENCE.sub("", stream)


@contextmanager
def sent() -> Iterator[list[str]]:
    """Have the app believe in a terminal, and collect what it is sent."""
    written: list[str] = []
    with (
        patch.object(HeadlessDriver, "is_headless", PropertyMock(return_value=False)),
        patch.object(HeadlessDriver, "write", lambda _, data: written.append(data)),
        patch("quiz.tui.app.end_in_order"),
    ):
        yield written


def painted(pilot: Driver) -> str:
    """Return the screen, and all of its page as it is painted when it is scrolled there."""
    parts = [picture(pilot.app)]
    for page in pilot.app.screen.query(Page):
        strips = (page.render_line(y - page.scroll_offset.y) for y in range(len(page.lines)))
        parts += ["".join(segment.text for segment in strip) for strip in strips]
    return "\n".join(parts)
