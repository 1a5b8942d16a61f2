"""The prompt is copied from the source.

## What it finds
Seven words or more in a row that stand in the source just so and make up at least half of the prompt. What stands in
quotation marks is meant to be a copy and does not count, nor does a long name or title.

## Why it matters
Such a question can be answered by finding the sentence, without understanding it.

## Example
Who was the first person to fly solo across the Atlantic Ocean? (The source: "Lindbergh was the first person to fly …")

## Better
Which pilot crossed the Atlantic alone before anyone else?

## When to ignore it
When the exact words matter, as in a law or a definition; then put them in quotation marks.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import tokens, without_quotations
from quiz.core.finding import Severity

CODE = "EV404"
NAME = "stem-copies-source"
SEVERITY = Severity.WARNING
BAD = (
    """
    prompt: What was seen when the tower was raised by nine metres?
    answer: The lamp
    distractors: [The harbour, The keeper]
    """,
    """
    type: true-false
    prompt: Its keeper climbed the 96 steps four times a night.
    answer: true
    """,
)
GOOD = (
    """
    prompt: By how much did the tower grow after the fire?
    answer: Nine metres
    distractors: [Three metres, Six metres]
    """,
    """
    prompt: What does “was lit for the first time in 1822” tell of the lamp?
    answer: When it was new
    distractors: [How far it shone, Who lit it]
    """,
)
_LEAST = 7
_CURE = "Ask in words of your own, so that it takes understanding to answer."


def check(item: Item) -> Iterable[Note]:
    """Look for the longest run of the prompt's words in the source."""
    if len(item.stem_tokens) < _LEAST:
        return ()
    own = without_quotations(item.stem)
    words = item.stem_tokens if own == item.stem else tokens(own)
    run = item.exam.source_words.longest(words, _LEAST)
    if len(run) < _LEAST or 2 * len(run) < len(item.stem_tokens) or _is_name(item, run):
        return ()
    part = f"{len(run)} of its {len(item.stem_tokens)} words in a row"
    return (Note(f"the prompt has {part} from the source: “{' '.join(run)}”", _CURE),)


def _is_name(item: Item, run: tuple[str, ...]) -> bool:
    """Return whether all longer words of a run are written with a capital in the prompt."""
    long = {word for word in run if len(word) > 3 and word.isalpha()}
    capital = {word.casefold() for word in item.stem.replace("-", " ").split() if word[:1].isupper()}
    return bool(long) and long <= {word.strip(".,;:?!'’\"”“()") for word in capital}
