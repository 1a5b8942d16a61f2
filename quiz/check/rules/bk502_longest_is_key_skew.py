"""The longest option is the right one too often, over the whole bank.

## What it finds
Among the questions in which one option is longer than all others it counts those in which that is the right one. It
speaks, from eight such questions on, when chance would give so many less than once in a hundred times.

## Why it matters
No single question may look bad, but a student who always takes the longest option passes.

## Example
Of 40 questions with four options, the longest one is right in 25; chance would give 10.

## Better
Shorten right options: what the explanation says need not stand in them. Make some wrong ones as precise as they are.

## When to ignore it
When the lengths differ by a letter or two only, and nobody could see it.
"""

from collections.abc import Iterable

from quiz.check.chance import binomial_tail
from quiz.check.item import Exam, Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "BK502"
NAME = "longest-is-key-skew"
SEVERITY = Severity.WARNING


def _bank(longest_right: int, longest_wrong: int) -> str:
    """Return questions of which the longest option is right in some, and wrong in the others."""
    right = "answer: All through the night\n  distractors: [At dawn, At dusk, At noon]"
    wrong = "answer: At dawn\n  distractors: [All through the night, At dusk, At noon]"
    kinds = [right] * longest_right + [wrong] * longest_wrong
    return "\n".join(f"- prompt: When did lamp {number} burn?\n  {kind}" for number, kind in enumerate(kinds))


BAD = (_bank(8, 0), _bank(12, 8))
GOOD = (_bank(5, 5), _bank(7, 0), _bank(2, 10))
_LEAST, _RARE = 8, 0.01


def check_bank(exam: Exam) -> Iterable[Note]:
    """Test the number of right options that are the longest."""
    shares, hits = [], 0
    for item in exam.items:
        if item.kind == "choice" and (longest := _longest(item)) is not None:
            shares.append(1 / len(item.options))
            hits += longest == 0
    if len(shares) < _LEAST:
        return
    share = sum(shares) / len(shares)
    if binomial_tail(hits, len(shares), share) < _RARE:
        message = (
            f"the longest option is the right one in {hits} of the {len(shares)} questions that have a longest one "
            f"(chance: about {share * len(shares):.0f})"
        )
        cure = "Shorten right options, or make wrong ones as precise, until it is no more than chance gives."
        yield Note(message, cure, "questions")


def _longest(item: Item) -> int | None:
    """Return which option is the longest; None when two are."""
    lengths = [len(option) for option in item.options]
    most = max(lengths)
    return lengths.index(most) if lengths.count(most) == 1 else None
