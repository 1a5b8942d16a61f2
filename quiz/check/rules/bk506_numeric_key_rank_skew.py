"""Among numbers and dates, the right one is too often one in the middle.

## What it finds
Numbers and dates are shown in their order. For questions with equally many of them it counts at which place the
right one comes, from eight questions on, and speaks when a place in the middle leads and chance would hardly ever
(less than once in a hundred times) give so uneven a count.

## Why it matters
Authors like to put wrong numbers on both sides of the right one, in some tests three times as often as chance would.
Students take the middle when they do not know.

## Example
Of 20 questions that ask for a year, the second or third of four years is right in 18.

## Better
Let a coin decide how many of the wrong years come before the right one.

## When to ignore it
When the range is given by the subject, and no sensible wrong number lies beyond.
"""

from collections.abc import Iterable

from quiz.check.item import Exam
from quiz.check.ranks import key_ranks
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "BK506"
NAME = "numeric-key-rank-skew"
SEVERITY = Severity.WARNING


def _bank(keys: str, options: str = "1800 1822 1841 1860") -> str:
    """Return as many questions as `keys` has digits, each the place of the right one among the options."""
    years = options.split()
    return "\n".join(
        f"- prompt: In which year did ship {number} pass by?\n"
        f"  answer: '{years[int(key)]}'\n"
        f"  distractors: {[year for year in years if year != years[int(key)]]}"
        for number, key in enumerate(keys)
    )


BAD = (_bank("1111111111"), _bank("121112112112121112112"), _bank("11111111", "96 104 112"))
GOOD = (_bank("0123012301"), _bank("1111111"), _bank("0000000000"))
_RARE = 0.01


def check_bank(exam: Exam) -> Iterable[Note]:
    """Test the places of the right options among numbers and dates."""
    for ranks in key_ranks(exam):
        if 0 < ranks.leading < ranks.options - 1 and ranks.chance < _RARE:
            inner = sum(ranks.counts[1:-1])
            message = (
                f"in {inner} of {ranks.total} questions with {ranks.options} numbers or dates the right one is neither "
                f"the first nor the last (chance: about {ranks.total * (ranks.options - 2) / ranks.options:.0f})"
            )
            cure = "Let chance decide how many of the wrong numbers lie below the right one."
            yield Note(message, cure, "distractors", question=ranks.first)
