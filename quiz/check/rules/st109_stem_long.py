"""The prompt is long.

## What it finds
A prompt of more than 40 words, as information, and of more than 60, as a warning. Words within quotation marks are not
counted: a quoted passage is there to be read.

## Why it matters
What is not needed to answer hides what is. Slow readers lose time and heart, and nothing more is learnt of what they
know.

## Example
A prompt that tells the life of a queen in five sentences, and then asks for the year of her birth.

## Better
In which year was the queen born?

## When to ignore it
When the prompt sets out a case, and finding what matters in it is the task.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import tokens, without_quotations
from quiz.core.finding import Severity

CODE = "ST109"
NAME = "stem-long"
SEVERITY = Severity.INFO
BAD = (
    """
    prompt: >-
      The lighthouse at Rook Point was built by the town, which had lost many of its ships on the rocks,
      and it was lit for the first time in the spring, when the fleet came home from the winter fishing, with all
      the families on the quay. In which year was it lit?
    answer: In 1822
    distractors: [In 1841, In 1850]
    """,
    """
    prompt: >-
      The keeper of Rook Point climbed the stairs four times a night, carried the oil, trimmed the wick, wound the
      clock, wrote the log, swept the glass, fed the hens, mended the nets, painted the rail, and looked out for
      ships that had lost their way in the fog, which came often in the winter months. Then a fire destroyed
      the lamp room. In which year was that, as the log tells us?
    answer: In 1841
    distractors: [In 1822, In 1850]
    """,
)
GOOD = (
    """
    prompt: In which year was the lighthouse at Rook Point lit?
    answer: In 1822
    distractors: [In 1841, In 1850]
    """,
    """
    prompt: >-
      “The lighthouse at Rook Point was built by the town, which had lost many of its ships on the rocks,
      and it was lit for the first time in the spring, when the fleet came home from the winter fishing, with all
      the families on the quay.” What does this entry in the log show of the town?
    answer: Its losses
    distractors: [Its wealth, Its pride]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Count the words outside quotations."""
    if len(item.stem_tokens) <= 40:
        return
    count = len(tokens(without_quotations(item.stem)))
    if count > 40:
        severity = Severity.WARNING if count > 60 else Severity.INFO
        cure = "Leave out what is not needed to answer, or ask two questions."
        yield Note(f"the prompt has {count} words", cure, severity=severity)
