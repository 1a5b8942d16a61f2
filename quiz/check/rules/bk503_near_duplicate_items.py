"""Two questions ask nearly the same.

## What it finds
Two questions whose prompts and right answers have 60 % or more of their words in common, small words aside. From
85 % on, or when the prompts are the same, it is an error; the same prompt with another right answer among other
options is a warning. Prompts such as "Put these events in order" may be repeated as long as the items differ.

## Why it matters
The second one is answered from memory of the first. It adds nothing to what the result says, and makes the
phase look better known than it is.

## Example
Who founded the Comintern in 1919? – Lenin. And: In 1919, who founded the Comintern? – Lenin

## Better
One of the two; or a second that asks for the purpose of the founding.

## When to ignore it
When the same fact is asked for in two ways on purpose, and it is important enough.
"""

from collections.abc import Iterable

from quiz.check.item import Exam, Item
from quiz.check.near import Nearest
from quiz.check.rule import Note
from quiz.core.finding import Severity
from quiz.core.questions.match import Match

CODE = "BK503"
NAME = "near-duplicate-items"
SEVERITY = Severity.WARNING
BAD = (
    """
    - prompt: Who had to climb the steps of the tower each night?
      answer: The keeper
      distractors: [The owner, The sailor]
    - prompt: Each night somebody had to climb the tower's steps. Who was it?
      answer: The keeper
      distractors: [The doctor, The sailor]
    """,
    """
    - prompt: What did the fire destroy?
      answer: The lamp room
      distractors: [The stairs, The harbour]
    - prompt: What did the fire destroy?
      answer: The lamp
      distractors: [The stairs, The harbour]
    """,
)
GOOD = (
    """
    - prompt: When was the lighthouse lit for the first time?
      answer: In 1822
      distractors: [In 1841, In 1860]
    - prompt: When was the lighthouse raised by nine metres?
      answer: In 1841
      distractors: [In 1822, In 1860]
    """,
    """
    - prompt: Put these events in order.
      type: order
      answer: [The lighting, The fire, The raising]
    - prompt: Put these events in order.
      type: order
      answer: [The founding of the port, The visit of the king, The war]
    """,
)
_LIKE, _SAME, _FEWEST = 0.6, 0.85, 4
_WITH_ITEMS = frozenset({"order", "match"})  # their prompts may be general: the items say what is asked
_CURE = "Keep the better one, or ask for something else in one of them."


def check_bank(exam: Exam) -> Iterable[Note]:
    """Look for equal prompts, then for each question's nearest one before it."""
    sets = [_words(item) for item in exam.items]
    equal = _equal_prompts(exam, sets)
    for later, (earlier, severity) in equal.items():
        yield _note(exam, later, f"has the same prompt as '{exam.items[earlier].question.id}'", severity)
    large = [i for i, words in enumerate(sets) if len(words) >= _FEWEST]
    least = _LIKE if exam.words else _SAME  # without a list of small words, much looks alike
    for place, other, part in Nearest([sets[i] for i in large], least).pairs():
        later, earlier = large[place], large[other]
        if later not in equal:
            message = f"has {part:.0%} of its words in common with '{exam.items[earlier].question.id}'"
            yield _note(exam, later, message, Severity.ERROR if part >= _SAME else Severity.WARNING)


def _note(exam: Exam, later: int, what: str, severity: Severity) -> Note:
    return Note(f"this question {what}", _CURE, severity=severity, question=exam.items[later].question.id)


def _words(item: Item) -> frozenset[str]:
    words = item.told_content | (item.key_content if item.kind != "true-false" else frozenset())
    return words | item.content_of(*item.question.lefts) if isinstance(item.question, Match) else words


def _equal_prompts(exam: Exam, sets: list[frozenset[str]]) -> dict[int, tuple[int, Severity]]:
    """Return, for questions with the prompt of an earlier one, that one and how much it matters."""
    first: dict[tuple[str, ...], int] = {}
    found = {}
    for index, item in enumerate(exam.items):
        earlier = first.setdefault(item.told_tokens, index) if item.told_tokens else index
        if earlier == index or (item.kind in _WITH_ITEMS and sets[index] != sets[earlier]):
            continue
        other = bool(item.keys) and item.key_content.isdisjoint(exam.items[earlier].key_content)
        found[index] = (earlier, Severity.WARNING if other else Severity.ERROR)
    return found
