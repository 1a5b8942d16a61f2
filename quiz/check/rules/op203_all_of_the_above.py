"""An option says "all of the above".

## What it finds
An option such as "All of the above", "All of these" or "All are correct" in a single or multiple choice. Where it says
"above" or "below" it is an error, as options are shuffled. After "How many …?" it is left alone, and so is "All" with
other words.

## Why it matters
Who sees that two options are right knows that it must be "all", and need not know the others. Such questions tell
good students from weak ones less well.

## Example
Which goods were taxed? – Tea. / Glass. / Paper. / All of the above. (right)

## Better
Which goods were taxed? Choose all that apply. – Tea. (right) / Glass. (right) / Salt. / Wool.

## When to ignore it
Hardly ever: a question of the type `multiple` does the same, and does it better.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "OP203"
NAME = "all-of-the-above"
SEVERITY = Severity.WARNING
WORDED = True
BAD = (
    """
    prompt: What did the fire destroy?
    answer: All of the above
    distractors: [The lamp, The stairs, The clock]
    """,
    """
    prompt: What did the fire destroy?
    answer: The lamp
    distractors: [The boat, The cottage, All of these things]
    """,
    """
    prompt: What did the fire destroy?
    answer: The lamp
    distractors: [The boat, All are correct]
    """,
)
GOOD = (
    """
    prompt: What did the fire destroy?
    answer: The lamp
    distractors: [The boat, The cottage, All of the harbour]
    """,
    """
    prompt: How many of the boats did the storm sink?
    answer: All of them
    distractors: [Half of them, None of them]
    """,
)
_CURE = "Make it a question with several right options (type: multiple), or replace this option."


def check(item: Item) -> Iterable[Note]:
    """Look for the phrase, as a whole option."""
    if not item.keys or item.words is None or item.words.phrases.all_of_them.needs.isdisjoint(item.option_words):
        return
    phrases = item.words.phrases
    for index, words in enumerate(item.option_tokens):
        found = phrases.all_of_them.find(item.options[index], words)
        if not found or phrases.quantity.find(item.stem, item.stem_tokens):
            continue
        points = not phrases.pointing.isdisjoint(words)
        field, place = item.field_of(index)
        message = f"“{found}”" + (" points to a place, but the options are shuffled" if points else " is an option")
        yield Note(message, _CURE, field, place, Severity.ERROR if points else None)
