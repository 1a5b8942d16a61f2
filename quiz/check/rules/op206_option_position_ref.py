"""An option speaks of other options by their letter, number or place.

## What it finds
Options such as "Both B and C", "Options 1 and 2" or "The above except the first" in a single or multiple choice.

## Why it matters
Options are shuffled for every student. What was C for the writer is A for one student and D for the next, and the
option says something else each time.

## Example
Which was a cause? – The war. / The garrison. / Both A and B. (right)

## Better
Which was a cause? – The war alone. / The garrison alone. / The war and the garrison. (right)

## When to ignore it
Only when the letter is no option's letter but a name, as in "Option B" of a historical plan.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.marks import combined_marks, enumerates
from quiz.check.rule import Note
from quiz.check.words.phrases import Phrases
from quiz.core.finding import Severity

CODE = "OP206"
NAME = "option-position-ref"
SEVERITY = Severity.ERROR
WORDED = True
BAD = (
    """
    prompt: What burned?
    answer: Both B and C
    distractors: [The boat, The lamp, The stairs]
    """,
    """
    prompt: What burned?
    answer: The lamp
    distractors: [The boat, The quay, Options 1 and 2]
    """,
    """
    prompt: What burned?
    answer: The lamp
    distractors: [The boat, The quay, 'The above, but for the quay']
    """,
)
GOOD = (
    """
    prompt: What burned?
    answer: The lamp and the stairs
    distractors: [The boat, The quay, Both the boat and the quay]
    """,
    """
    prompt: Which vitamins did the sailors lack?
    answer: C and D
    distractors: [A and B, B and C, A and D]
    """,
    """
    prompt: What did the keeper do when the boats came?
    answer: He left them a choice
    distractors: [He gave answers, He took the options]
    """,
)

_LETTERS, _NUMBERS = "abcdefgh", "12345678"
_LONGEST = 25  # characters of an option that is made of letters and joining words only


def check(item: Item) -> Iterable[Note]:
    """Look for letters, numbers and places of options."""
    if not item.keys or item.words is None:
        return
    places = not item.words.phrases.by_position.needs.isdisjoint(item.option_words)
    if not places and min(map(len, item.options)) > _LONGEST:
        return
    for index, option in enumerate(item.options):
        found = _place(item.words.phrases, option, item.option_tokens[index]) if places else ""
        if not found and _combines(item, option):
            found = option
        if found:
            field, place = item.field_of(index)
            message = f"“{found}” names other options by their place, but options are shuffled"
            yield Note(message, "Say in words what is meant.", field, place)


def _place(phrases: Phrases, option: str, words: tuple[str, ...]) -> str:
    if phrases.all_of_them.find(option, words) or phrases.none_of_them.find(option, words):
        return ""  # OP203 and OP204 say this
    return phrases.by_position.find(option, words)


def _combines(item: Item, option: str) -> bool:
    """Return whether an option is made of letters of options, among others that say something."""
    if item.words is None or len(option) > _LONGEST or not (marks := combined_marks(option, item.words)):
        return False
    count = len(item.options)
    if not frozenset(_LETTERS[:count] + _NUMBERS[:count]).issuperset(marks):
        return False
    if marks[0].isdigit() and not option[0].isalpha():
        return False
    others = [other for other in item.options if len(other) > 3 and not combined_marks(other, item.words)]
    return bool(others) and not enumerates(item.stem_tokens, frozenset(marks))
