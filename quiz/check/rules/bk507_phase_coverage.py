"""A phase has too few questions.

## What it finds
A phase with fewer than eight questions; it is an error when there is none.

## Why it matters
With fewer than eight answers nothing certain can be said of what a student knows of the phase: even with all of
them right, it may have been luck.

## Example
A phase "The fire" with three questions.

## Better
Eight or more; or the phase joined with the one before or after it.

## When to ignore it
While the bank is being written, and when the source says hardly anything of the phase.
"""

from collections.abc import Iterable

from quiz.check.item import Exam
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "BK507"
NAME = "phase-coverage"
SEVERITY = Severity.WARNING


def _bank(one: int, two: int) -> str:
    """Return a bank with so many questions in each of its two phases."""
    phases = ["one"] * one + ["two"] * two
    return "\n".join(f"- {{type: true-false, answer: true, phase: {phase}}}" for phase in phases)


BAD = (_bank(8, 7), _bank(8, 0))
GOOD = (_bank(8, 8), _bank(9, 20))
_LEAST = 8


def check_bank(exam: Exam) -> Iterable[Note]:
    """Count the questions of each phase."""
    for index, phase in enumerate(exam.bank.phases):
        count = len(exam.bank.by_phase[phase.id])
        if count < _LEAST:
            few = f"only {count} question{'s' * (count > 1)}" if count else "no question"
            cure = f"Write at least {_LEAST - count} more, or join the phase with another one."
            severity = Severity.WARNING if count else Severity.ERROR
            yield Note(f"the phase “{phase.title}” has {few}", cure, "phases", index, severity)
