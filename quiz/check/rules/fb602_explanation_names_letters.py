"""The explanation speaks of options by letter or place.

## What it finds
"Option B", "answer 2", "B is right", "both A and C", "the second option is", "the options above" and the like, in the
explanation or in what is said of a wrong option. Types without options to choose are left alone, and so are words that
stand in the prompt or in an option.

## Why it matters
Options are shuffled for every student: what was the second is the fourth on their screen, and the explanation sends
them to the wrong one. Numbers and dates always stand in the same order; there it is a warning.

## Example
Option B is wrong, because the fire came later.

## Better
The new lens is wrong, because it came after the fire.

## When to ignore it
When the letter belongs to the subject, such as a plan, a bomb or a document that is called by a letter.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity
from quiz.core.patterns import late

CODE = "FB602"
NAME = "explanation-names-letters"
SEVERITY = Severity.ERROR
WORDED = True
BAD = (
    """
    prompt: What happened in 1822?
    answer: A lamp was lit
    distractors: [A ship was wrecked, A bridge fell]
    explanation: B is right because the text says so.
    """,
    """
    prompt: What happened in 1822?
    answer: A lamp was lit
    distractors:
      - text: A ship was wrecked
        why: Like option C, this came later.
      - A bridge fell
    """,
    """
    prompt: What happened in 1822?
    answer: A lamp was lit
    distractors: [A ship was wrecked, A bridge fell]
    explanation: The second option is wrong since no ship is named in the text.
    """,
)
GOOD = (
    """
    prompt: What happened in 1822?
    answer: A lamp was lit
    distractors: [A ship was wrecked, A bridge fell]
    explanation: A lamp is the right answer. The choice was made by a board, whose first answer had been no.
    """,
    """
    prompt: Which of the plans was chosen?
    answer: Option B
    distractors: [Option A, Option C]
    explanation: The board took Option B because it was cheap.
    """,
)
_HINT = late(r"[A-H](?: (?:is|was|and|or|nor|are|cannot|would) |, [A-H])")
_NOUNS = ("option", "Option", "answer", "Answer", "choice", "Choice", "lternative", "istractor")
_FIXED = ("true-false", "short-answer", "number")


def check(item: Item) -> Iterable[Note]:
    """Look for letters and places of options in all that explains."""
    question = item.question
    if item.words is None or item.words.points_to_option is None or item.kind in _FIXED:
        return
    texts = (question.explanation, *(option.why for option in question.distractors))
    whole = " ".join(texts)
    if not any(noun in whole for noun in _NOUNS) and not _HINT.search(whole):
        return
    for place, text in enumerate(texts):
        for found in item.words.points_to_option.finditer(text):
            said = found.group().strip(".;:!?, ")
            if not _of_the_subject(item, said):
                yield _note(item, said, place)
                return


def _of_the_subject(item: Item, said: str) -> bool:
    """Return whether the words stand in the question itself."""
    shown = (item.question.task, *item.key_texts, *(option.text for option in item.question.distractors))
    return any(said.casefold() in text.casefold() for text in shown)


def _note(item: Item, said: str, place: int) -> Note:
    is_sorted = bool(item.options) and all(item.numeric)
    return Note(
        f"“{said}” depends on the order of the options, which are shuffled",
        "Name the option by what it says.",
        "distractors" if place else "explanation",
        place - 1 if place else None,
        Severity.WARNING if is_sorted else None,
    )
