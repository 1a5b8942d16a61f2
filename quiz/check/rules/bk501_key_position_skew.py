"""Where options stand in a fixed order, the right one is too often the first, or the last.

## What it finds
The program shuffles options at each attempt, so there is nothing to balance in the file. Only numbers and dates are
shown in their order: for questions with equally many of these it counts at which place the right one comes, from
eight questions on. It speaks when chance would hardly ever (less than once in a hundred) give so uneven a count and
the first or the last place leads; BK506 does so when it is one in the middle.

## Why it matters
Students notice, and guess accordingly.

## Example
Ten questions that ask for a year, and the earliest is right in nine of them.

## Better
Wrong years before and after the right one: how many of each, let chance decide, and not a plan.

## When to ignore it
When the subject asks for it, for instance for the first event of its kind each time.
"""

from collections.abc import Iterable

from quiz.check.item import Exam
from quiz.check.ranks import key_ranks
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "BK501"
NAME = "key-position-skew"
SEVERITY = Severity.INFO


def _bank(keys: str, options: str = "1800 1822 1841 1860") -> str:
    """Return as many questions as `keys` has digits, each the place of the right one among the options."""
    years = options.split()
    return "\n".join(
        f"- prompt: In which year did ship {number} pass by?\n"
        f"  answer: '{years[int(key)]}'\n"
        f"  distractors: {[year for year in years if year != years[int(key)]]}"
        for number, key in enumerate(keys)
    )


BAD = (_bank("0000000000"), _bank("2222222220", "96 104 112"))
GOOD = (_bank("0123012301"), _bank("0000000"), _bank("1111111111"))
_RARE = 0.01


def check_bank(exam: Exam) -> Iterable[Note]:
    """Test the places of the right options among numbers and dates."""
    for ranks in key_ranks(exam):
        if ranks.leading in (0, ranks.options - 1) and ranks.chance < _RARE:
            place = "first" if ranks.leading == 0 else "last"
            message = (
                f"in {ranks.counts[ranks.leading]} of {ranks.total} questions with {ranks.options} numbers or dates in "
                f"order the {place} one is right (chance: about {ranks.total / ranks.options:.0f})"
            )
            cure = "Put wrong numbers on both sides of the right one, sometimes more below, sometimes more above."
            yield Note(message, cure, "distractors", question=ranks.first)
