"""A phase asks for little but facts.

## What it finds
A phase with ten or more questions that have a level, in which more than 70 % are recall, or in which none asks for
more than to understand (apply, analyse, evaluate).

## Why it matters
Answering questions on facts makes one better at facts only. Those who are to use what they know must be asked to.

## Example
A phase with twelve questions, eleven of them on dates and names.

## Better
Some that ask why, what follows, which of two cases is like it, or what a source is worth.

## When to ignore it
When facts are the aim: vocabulary, dates for a test, the names of bones.
"""

from collections.abc import Iterable

from quiz.check.item import Exam
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "BK508"
NAME = "level-mix"
SEVERITY = Severity.WARNING


def _bank(levels: str) -> str:
    """Return a question for each of the levels, in the first phase."""
    return "\n".join(f"- {{type: true-false, answer: true, level: {level}}}" for level in levels.split())


BAD = (_bank("recall " * 8 + "apply apply"), _bank("recall " * 5 + "understand " * 5))
GOOD = (_bank("recall " * 7 + "apply " * 3), _bank("recall " * 9), _bank("understand " * 9 + "analyse"))
_LEAST, _MOST = 10, 0.7
_HIGH = frozenset({"apply", "analyse", "evaluate"})


def check_bank(exam: Exam) -> Iterable[Note]:
    """Count the levels of each phase."""
    for index, phase in enumerate(exam.bank.phases):
        levels = [exam.bank.by_id[entry.id].level for entry in exam.bank.by_phase[phase.id]]
        levels = [level for level in levels if level]
        if len(levels) < _LEAST:
            continue
        recall = levels.count("recall")
        if recall > _MOST * len(levels):
            message = f"{recall} of the {len(levels)} questions on “{phase.title}” ask only for facts"
        elif _HIGH.isdisjoint(levels):
            message = f"no question on “{phase.title}” asks for more than to understand"
        else:
            continue
        yield Note(message, "Add questions that ask why, what follows, or what it means for a case.", "phases", index)
