"""Another question gives the answer to this one away.

## What it finds
A prompt that has all words of this question's right answer, among them one that this question does not say itself,
and two more that both prompts share, and that names none of this question's wrong options. Words of the titles and
those of many prompts do not count. Looked at are answers to choose singly, to write, and numbers.

## Why it matters
When both stand in one session, the student copies the answer instead of remembering it.

## Example
Who lit the lamp of the lighthouse in 1822? – Ida Brown. And: Why did Ida Brown, who lit the lamp of the lighthouse,
leave?

## Better
Why did the first keeper leave?

## When to ignore it
When the second question cannot be asked without the words, and the two do not come close to each other.
"""

from collections.abc import Iterable

from quiz.check.item import Exam, Item
from quiz.check.rule import Note
from quiz.core.finding import Severity
from quiz.core.questions.true_false import TrueFalse

CODE = "BK504"
NAME = "answer-given-away"
SEVERITY = Severity.WARNING
WORDED = True
BAD = (
    """
    - prompt: Who lit the lamp of the lighthouse for the first time?
      answer: Matthew Brown
      distractors: [Ida Green, Peter Black]
    - prompt: Why did Matthew Brown, who had lit the lamp of the lighthouse, leave the coast?
      answer: He was ill
      distractors: [He was poor, He was called up]
    """,
    """
    - prompt: What destroyed the lamp room of the tower?
      type: short-answer
      answer: lightning
    - prompt: After lightning had destroyed the lamp room, how was the tower changed?
      answer: It was raised
      distractors: [It was painted, It was sold]
    """,
)
GOOD = (
    """
    - prompt: Who lit the lamp of the lighthouse for the first time?
      answer: Matthew Brown
      distractors: [Ida Green, Peter Black]
    - prompt: Why did the first man to light the lamp of the lighthouse leave the coast?
      answer: He was ill
      distractors: [He was poor, He was called up]
    """,
    """
    - prompt: Who lit the lamp of the lighthouse for the first time?
      answer: Matthew Brown
      distractors: [Ida Green, Peter Black]
    - prompt: Which was the trade of Matthew Brown, who lit the lamp of the lighthouse, and of Ida Green?
      answer: Fishing
      distractors: [Farming, Sailing]
    """,
)
_KINDS = frozenset({"choice", "short-answer", "number"})
_SHARED, _FEW, _PART = 2, 20, 0.01


def check_bank(exam: Exam) -> Iterable[Note]:
    """Note each question whose answer another prompt tells."""
    for item, other in given_away(exam):
        yield _note(item, other)


def given_away(exam: Exam) -> Iterable[tuple[Item, Item]]:
    """Yield each item whose answer is told, and the one that tells it: the prompts with all words of the answer."""
    prompts: dict[str, set[int]] = {}
    for index, item in enumerate(exam.items):
        if not (isinstance(item.question, TrueFalse) and not item.question.answer):
            for word in item.told_content:
                prompts.setdefault(word, set()).add(index)
    most, shown = max(_FEW, int(_PART * len(exam.items))), exam.phase_content
    frequent = {word for word, places in prompts.items() if len(places) > 5 * most} | shown
    for index, item in enumerate(exam.items):
        key = item.key_content
        if item.kind in _KINDS and key <= prompts.keys() and not key <= item.told_content | shown:
            found = set.intersection(*sorted((prompts[word] for word in key), key=len)) - {index}
            if 0 < len(found) <= most and (other := _teller(item, [exam.items[i] for i in sorted(found)], frequent)):
                yield item, other


def _teller(item: Item, found: list[Item], frequent: set[str]) -> Item | None:
    mine = item.told_content - item.key_content - frequent
    tellers = [other for other in found if len(mine & other.told_content) >= _SHARED and not _weighs(other, item)]
    return max(tellers, key=lambda teller: len(mine & teller.told_content), default=None)


def _note(item: Item, other: Item) -> Note:
    mine = item.told_content - item.key_content
    shared = ", ".join(sorted(mine & other.told_content)[:4])
    message = f"the prompt of '{other.question.id}' has this answer: “{'; '.join(item.key_texts)}” (both: {shared})"
    cure = f"Say it in other words in '{other.question.id}', or ask for something else here."
    return Note(message, cure, "answer", question=item.question.id)


def _weighs(other: Item, item: Item) -> bool:
    """Return whether another prompt names a wrong option of this question as well."""
    return any(words and words <= other.told_content for words in item.option_content[1:])
