"""A wrong option does not say why it is wrong.

## What it finds
Wrong options without `why`, for questions with options to choose (one right or several). For questions above recall it
is a warning: there a wrong choice has a reason, and is not just a fact forgotten.

## Why it matters
A student who chose it learns that it is wrong, but not what was wrong in the thinking that led there.

## Example
distractors: [The keeper left]

## Better
distractors:
  - text: The keeper left
    why: The keeper stayed until 1968, long after the fire.

## When to ignore it
When the explanation deals with all wrong options already, or they are plain numbers.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.core.finding import Severity
from quiz.core.words import count

CODE = "FB603"
NAME = "why-wrong-missing"
SEVERITY = Severity.INFO
BAD = (
    """
    prompt: What followed the fire?
    answer: The tower was raised
    distractors:
      - text: The keeper left
        why: The keeper stayed for many years.
      - The lamp was sold
    """,
    """
    prompt: Which conclusion does the text allow?
    level: analyse
    answer: The fire was an occasion to build
    distractors: [The fire was an end]
    """,
)
GOOD = (
    """
    prompt: What followed the fire?
    answer: The tower was raised
    distractors:
      - text: The keeper left
        why: The keeper stayed for many years.
    """,
    """
    type: true-false
    prompt: "True or false: the tower was raised."
    answer: true
    """,
)


def check(item: Item) -> Iterable[Note]:
    """Look for wrong options without a reason."""
    if not item.wrong:
        return
    bare = [i for i, option in enumerate(item.question.distractors) if not option.why]
    if bare:
        of = "the" if len(bare) == len(item.wrong) else f"{len(bare)} of {len(item.wrong)}"
        verb = "does" if len(bare) == 1 else "do"
        named = count(len(bare), "wrong option") if of == "the" else of + " wrong options"
        yield Note(
            f"{named} {verb} not say why: “{item.wrong[bare[0]]}”{' and others' if len(bare) > 1 else ''}",
            "Write why: with the mistake that leads there, or the fact that speaks against it.",
            "distractors",
            bare[0],
            Severity.WARNING if item.question.level not in ("", "recall") else None,
        )
