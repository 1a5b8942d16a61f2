"""An option says "none of the above".

## What it finds
An option such as "None of the above", "None of these" or "Neither" in a single or multiple choice. Where it says
"above" or "below" it is an error, as options are shuffled. After "How many …?" it is left alone, and so is "None" with
other words.

## Why it matters
Where it is right, students only show that they know what is wrong, and nothing true is left to remember. Where it is
wrong, it is a wrong option that teaches nothing.

## Example
Which goods were taxed? – Tea. (right) / Glass. / Paper. / None of these.

## Better
Which goods were taxed? – Tea. (right) / Glass. / Paper.

## When to ignore it
When noticing that nothing fits is the very skill to be tested, as in a sum.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "OP204"
NAME = "none-of-the-above"
SEVERITY = Severity.WARNING
WORDED = True
BAD = (
    """
    prompt: What did the fire destroy?
    answer: The lamp
    distractors: [The boat, The cottage, None of the above]
    """,
    """
    prompt: What did the fire destroy?
    answer: None of these
    distractors: [The boat, The cottage, The quay]
    """,
    """
    prompt: Which of the two keepers saw the fire?
    answer: Ann Hale
    distractors: [Tom Reed, Neither]
    """,
)
GOOD = (
    """
    prompt: What did the fire leave?
    answer: The quay
    distractors: [The lamp, The stairs, None of the walls]
    """,
    """
    prompt: How many of the boats did the storm sink?
    answer: All of them
    distractors: [Half of them, None of them]
    """,
)
_CURE = "Replace it by a wrong option that students might believe, or leave it out."


def check(item: Item) -> Iterable[Note]:
    """Look for the phrase, as a whole option."""
    if not item.keys or item.words is None or item.words.phrases.none_of_them.needs.isdisjoint(item.option_words):
        return
    phrases = item.words.phrases
    for index, words in enumerate(item.option_tokens):
        found = phrases.none_of_them.find(item.options[index], words)
        if not found or phrases.quantity.find(item.stem, item.stem_tokens):
            continue
        points = not phrases.pointing.isdisjoint(words)
        field, place = item.field_of(index)
        message = f"“{found}”" + (" points to a place, but the options are shuffled" if points else " is an option")
        yield Note(message, _CURE, field, place, Severity.ERROR if points else None)
