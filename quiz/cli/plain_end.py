"""The end of a quiz in lines: scores, what to read again, and how to go on."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quiz.banks.library import ELSEWHERE, every_bank
from quiz.cli.asked import cited
from quiz.core.calibration import levels, marks
from quiz.core.scoring import total
from quiz.core.visible import one_line, visible
from quiz.core.weakness import to_read_again
from quiz.core.words import count, of
from quiz.history.values import Mode
from quiz.settings import ON, load
from quiz.study.review import closing

if TYPE_CHECKING:
    from quiz.study import Run, Study
    from quiz.study.review import Review


def last_lines(attempt: Run, review: Review | None) -> Iterator[str]:
    """Yield what is said when nothing is left to ask, or the student has left."""
    session, bank = attempt.session, attempt.study.bank
    if attempt.scored:
        yield from _scores(attempt)
    if session.withdrawn:
        yield f"{count(session.withdrawn, 'answer was', 'answers were')} taken back."
    for passage in to_read_again(bank, session.points):
        yield f"Read again: {cited(bank, passage.quote)}"
    if session.queue and session.answers:
        yield _left(attempt)
    elif not attempt.scored:
        yield f"A pre-test: nothing was scored. Now read the source: quiz read {bank_name(attempt.study)}"
    if review:
        yield from closing(review, load().exam_days)


def _scores(attempt: Run) -> Iterator[str]:
    rows, session = attempt.scores(), attempt.session
    for row in rows:
        yield f"{one_line(row.title)}: {of(row)}"
    yield f"Total: {of(total(rows))}"
    if session.repeats:
        again = sum(answer.score >= 1 for answer in session.repeats)
        yield f"Asked once more: {again} of {len(session.repeats)} right then."
    given = [(answer.certainty, answer.score) for answer in session.answers]
    for level in levels(given):
        yield f"{level.sentence[0].upper()}{level.sentence[1:]}"
    earned = marks(given) if load().marks == ON and any(certainty for certainty, _ in given) else None
    if earned:
        yield earned.sentence


def _left(attempt: Run) -> str:
    """Return how many questions are left, and how to go on."""
    left = count(len(attempt.session.queue), "question is", "questions are")
    if attempt.mode is Mode.REVIEW:
        return "What is left stays due."
    return f"{left} left: quiz take {bank_name(attempt.study)} --plain --resume"


def bank_name(study: Study) -> str:
    """Return how a bank is named on the command line: by its id where that finds it, else by its path."""
    path = study.reading.path
    found = next((found for found in every_bank() if found.id == study.bank.id), None)
    same = found and found.origin != ELSEWHERE and found.path.resolve() == path.resolve()
    return study.bank.id if same else visible(shlex.quote(str(path)))
