"""Statements to accept or reject are true too often, or false too often.

## What it finds
Ten or more questions of the type true-false, and so uneven a share of true ones as chance would give less than once
in twenty times.

## Why it matters
Students who notice it guess better than half. Most authors write more true statements, since these are easier to find.

## Example
Of 20 statements, 17 are true.

## Better
About as many false as true ones, each false one wrong in a single point.

## When to ignore it
When the statements are spread over a large bank, and few of them come in one session.
"""

from collections.abc import Iterable

from quiz.check.chance import even_odds
from quiz.check.item import Exam
from quiz.check.rule import Note
from quiz.core.finding import Severity
from quiz.core.questions.true_false import TrueFalse

CODE = "BK505"
NAME = "tf-balance"
SEVERITY = Severity.INFO


def _bank(right: int, wrong: int) -> str:
    """Return so many true, and so many false statements."""
    answers = ["true"] * right + ["false"] * wrong
    return "\n".join(
        f"- type: true-false\n  prompt: Lamp {number} was lit in 1822.\n  answer: {answer}"
        for number, answer in enumerate(answers)
    )


BAD = (_bank(10, 0), _bank(2, 12))
GOOD = (_bank(5, 5), _bank(8, 3), _bank(9, 0))
_LEAST, _RARE = 10, 0.05


def check_bank(exam: Exam) -> Iterable[Note]:
    """Test the number of true statements."""
    answers = [item.question.answer for item in exam.items if isinstance(item.question, TrueFalse)]
    right = sum(answers)
    if len(answers) >= _LEAST and even_odds(right, len(answers)) < _RARE:
        cure = f"Turn some of the {'true' if 2 * right > len(answers) else 'false'} ones round."
        yield Note(f"{right} of the {len(answers)} statements are true", cure, "questions")
