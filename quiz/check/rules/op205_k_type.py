"""The options are combinations of a numbered list: "I and II", "II only".

## What it finds
A prompt that numbers statements (I, II, III or A, B, C or 1, 2, 3), and two or more options that combine these numbers.

## Why it matters
Who knows one of the statements can strike out half of the combinations; the rest is logic, and a long question for
little knowledge.

## Example
Which were causes: I debt, II famine, III plague? – I and II. (right) / II and III. / I only.

## Better
Which of these were causes? Choose all that apply. – Debt. (right) / Famine. (right) / Plague.

## When to ignore it
When the combination itself is what is to be known, as with pairs of allies.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.marks import combined_marks, enumerates
from quiz.check.rule import Note
from quiz.core.finding import Severity

CODE = "OP205"
NAME = "k-type"
SEVERITY = Severity.WARNING
WORDED = True
BAD = (
    """
    prompt: 'What burned: I the lamp, II the stairs, III the boat?'
    answer: I and II
    distractors: [II and III, I only, 'I, II and III']
    """,
    """
    prompt: 'What burned? (a) the lamp (b) the stairs (c) the boat'
    answer: both a and b
    distractors: [b and c, only c]
    """,
)
GOOD = (
    """
    prompt: What burned?
    answer: The lamp and the stairs
    distractors: [The stairs and the boat, Only the lamp]
    """,
    """
    prompt: Which keys open the tower?
    answer: 1 and 3
    distractors: [2 and 3, 3 and 4]
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Look for options made of marks that the prompt has, too."""
    if not item.keys or item.words is None or min(map(len, item.options)) > 12:
        return
    marks = [combined_marks(option, item.words) for option in item.options]
    pairs = [i for i, found in enumerate(marks) if len(found) > 1]
    if len(pairs) > 1 and enumerates(item.stem_tokens, frozenset(mark for found in marks for mark in found)):
        field, place = item.field_of(pairs[0])
        first, second = (item.options[i] for i in pairs[:2])
        cure = "Make the numbered statements the options of a question with several right ones (type: multiple)."
        yield Note(f"“{first}” and “{second}” combine what the prompt numbers", cure, field, place)
