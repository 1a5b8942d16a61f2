"""Only the right option is copied from the source.

## What it finds
Five words or more in a row that the right option has from the source, where no wrong option has more than three.

## Why it matters
Whoever remembers the sound of the sentence recognises the right option without understanding the question.

## Example
What did the keeper do? – He climbed the 96 steps four times a night (right) / He slept in the harbour

## Better
What did the keeper do? – He went up several times each night (right) / He spent his nights at the harbour

## When to ignore it
When the words are a name, a title or a number that cannot be said in another way.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "EV405"
NAME = "key-copied-only"
SEVERITY = Severity.INFO
BAD = (
    """
    prompt: What did the keeper do each night?
    answer: He climbed the 96 steps four times
    distractors: [He slept in the harbour below, He counted all ships on the sea]
    """,
    """
    prompt: What is told of the lamp?
    answer: It was seen from twenty miles
    distractors: [It was too weak for the bay, It was painted red and white]
    """,
)
GOOD = (
    """
    prompt: What did the keeper do each night?
    answer: He went up the tower again and again
    distractors: [He slept in the harbour below, He counted all ships on the sea]
    """,
    """
    prompt: What happened in 1841?
    answer: A fire destroyed the lamp room
    distractors: [The tower was raised by nine metres and painted, A storm broke the stairs]
    """,
)
_KEY, _WRONG = 5, 3


def check(item: Item) -> Iterable[Note]:
    """Compare the runs that the options have from the source."""
    if not item.keys:
        return
    count, source = len(item.keys), item.exam.source_words
    for index, words in enumerate(item.option_tokens[:count]):
        run = source.longest(words, _KEY) if len(words) >= _KEY else ()
        if run:
            if not any(source.longest(wrong, _WRONG + 1) for wrong in item.option_tokens[count:]):
                cure = "Put the right option in words of your own, or take the wrong ones from the source as well."
                message = f"only the right option is copied from the source: “{' '.join(run)}”"
                yield Note(message, cure, *item.field_of(index))
            return
