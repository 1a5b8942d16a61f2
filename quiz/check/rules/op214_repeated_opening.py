"""All options begin with the same three words or more.

## What it finds
Three or more words with which every option of a single or multiple choice begins. This is information only.

## Why it matters
Students read the same words again and again before they come to what matters.

## Example
What was granted? – The right to vote in shires. / The right to vote in towns. / The right to vote at court.

## Better
Where was the right to vote granted? – In shires. / In towns. / At court.

## When to ignore it
When the words belong to a name, or the prompt would become clumsy with them.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "OP214"
NAME = "repeated-opening"
SEVERITY = Severity.INFO
BAD = (
    """
    prompt: What did the keeper see?
    answer: The light of a ship
    distractors: [The light of a fire, The light of the moon]
    """,
    """
    prompt: Which two did the town build?
    type: multiple
    answers: [A new harbour wall, A new harbour light]
    distractors: [A new harbour office, A new harbour inn]
    """,
)
GOOD = (
    """
    prompt: What did the keeper see by its light?
    answer: A ship
    distractors: [A fire, The moon]
    """,
    """
    prompt: What did the keeper see?
    answer: The light of a ship
    distractors: [The light of a fire, The glow of the moon]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Compare the first words of all options."""
    if not item.keys:
        return
    opening = item.option_tokens[0][:3]
    if len(opening) < 3 or any(words[:3] != opening for words in item.option_tokens):
        return
    size = 3
    while len({words[: size + 1] for words in item.option_tokens}) == 1 and size < len(item.option_tokens[0]):
        size += 1
    shared = " ".join(item.option_tokens[0][:size])
    yield Note(f"all options begin “{shared}”", "Move these words into the prompt.", *item.field_of(0))
