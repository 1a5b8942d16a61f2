"""The quotation stands where the source tells of another phase.

## What it finds
Questions all of whose quotations lie outside the part of the source that tells of their phase. The phases' own
quotations say where each part begins: it goes on to the beginning of the next. In the part of the phase just before,
it is information: that boundary is seldom sharp. Where the beginnings do not follow each other as the phases do, and
for a phase without a quotation, nothing is said.

## Why it matters
Results are counted by phase, and a phase is repeated where the student was weak. A question in the wrong phase sends
the student to the wrong part of the source.

## Example
A question of the phase "After the fire", with a quotation from the part on the building of the tower.

## Better
The same question in the phase "The building", or with a quotation from the part on the time after the fire.

## When to ignore it
When the source looks ahead or back, and the quotation tells of the phase although it stands elsewhere.
"""

from collections.abc import Iterable

from quiz.check.item import Exam
from quiz.check.rule import Note
from quiz.check.stretches import Stretches
from quiz.core.finding import Severity

CODE = "EV407"
NAME = "quote-in-other-phase"
SEVERITY = Severity.WARNING
_BANK = """
    source_text: |
      The lighthouse was lit for the first time in 1822. Its keeper climbed the 96 steps four times a night.

      A fire destroyed the lamp room in 1841, and the tower was raised by nine metres.
    phases:
      - {id: one, title: The building, quote: was lit for the first time in 1822}
      - {id: two, title: The fire, quote: A fire destroyed the lamp room in 1841}
    questions:
      - type: number
        prompt: How many metres were added?
        answer: 9
"""
BAD = (
    _BANK + "        phase: one\n        quote: the tower was raised by nine metres",
    _BANK + "        phase: two\n        quote: Its keeper climbed the 96 steps four times a night.",
)
GOOD = (
    _BANK + "        phase: two\n        quote: the tower was raised by nine metres",
    _BANK + "        phase: two\n        quote: [Its keeper climbed the 96 steps, the tower was raised by nine metres]",
)


def check_bank(exam: Exam) -> Iterable[Note]:
    """Compare the places of each question's quotations with the parts of the sources."""
    parts = Stretches(exam.bank)
    titles = {phase.id: phase.title for phase in exam.bank.phases}
    for question in exam.bank.questions:
        others = [parts.elsewhere(question.phase, q.source, q.spans[0][0]) for q in question.quotes]
        outside = [other for other in others if other]
        if outside and len(outside) == len(others):
            message = f"the quotation stands where the source tells of “{titles[outside[0][0]]}”"
            cure = f"Move the question there, or quote from the part on “{titles[question.phase]}”."
            severity = Severity.INFO if any(near for _, near in outside) else Severity.WARNING
            yield Note(message, cure, "quote", severity=severity, question=question.id)
