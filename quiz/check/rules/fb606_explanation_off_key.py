"""The explanation does not mention the answer.

## What it finds
An explanation without a single word that carries meaning from the right answer, or from another answer that is
accepted. Related forms of a word count as the word. An answer that is not a name, and not to be typed, can be said in
other words: there it is found only if the explanation takes up next to nothing of the prompt and the quotation either.
Numbers, and statements to be judged true or false, are left alone.

## Why it matters
Mostly it explains something else: it was written for another question, or the right answer was changed later.

## Example
What did the lamp burn? – Whale oil. Explanation: The keeper climbed the steps four times a night.

## Better
Explanation: The oil came from whales, until electric light took its place.

## When to ignore it
When it says the same in other words.
"""

from collections.abc import Iterable

from quiz.check.item import Exam, Item
from quiz.check.rule import Note
from quiz.check.text import content, tokens
from quiz.core.finding import Severity
from quiz.core.questions.short_answer import ShortAnswer

CODE = "FB606"
NAME = "explanation-off-key"
SEVERITY = Severity.INFO
WORDED = True
BAD = (
    """
    prompt: What did the first lamp burn?
    answer: Whale oil
    distractors: [Coal gas, Candles]
    explanation: The keeper climbed the steps four times in a night.
    """,
    """
    type: short-answer
    prompt: From which city did the lens come?
    answer: Paris
    accept: [the French capital]
    explanation: The tower was raised by nine metres.
    """,
)
GOOD = (
    """
    prompt: What did the first lamp burn?
    answer: Whale oil
    distractors: [Coal gas, Candles]
    explanation: Whales were hunted off the coast, and the lamp was fed from them.
    """,
    """
    type: short-answer
    prompt: From which city did the lens come?
    answer: Paris
    accept: [the French capital]
    explanation: Such lenses were a French craft.
    """,
    """
    type: number
    prompt: How many steps had the tower?
    answer: 96
    explanation: The keeper climbed them every night.
    """,
)
_TYPED = ("short-answer", "cloze")
_ALIKE = 4
"""Words with so many letters in common at the beginning are taken for forms of one word."""
_ON_TOPIC = 2
"""An explanation with so many words of the prompt and the quotation may say a long answer in other words."""


def check(item: Item) -> Iterable[Note]:
    """Look for a word of the answer in the explanation."""
    question = item.question
    if item.words is None or not question.explanation or item.kind in ("true-false", "number"):
        return
    key = item.key_content
    if isinstance(question, ShortAnswer) and question.accept:
        key |= content(tuple(word for text in question.accept for word in tokens(text)), item.words.stop)
    if not key or all(word.isdecimal() for word in key):
        return
    said = {word[:_ALIKE] for word in content(tokens(question.explanation), item.words.stop)}
    if not said.isdisjoint(word[:_ALIKE] for word in key):
        return
    if item.kind in _TYPED or all(_is_name(text, item.exam) for text in item.key_texts) or not _on_topic(item, said):
        yield Note(
            f"the explanation has no word of the answer: “{'; '.join(item.key_texts)}”",
            "See that it explains this answer, and name the answer in it.",
            "explanation",
        )


def _is_name(text: str, exam: Exam) -> bool:
    """Return whether all longer words of an answer are names: these cannot be said in other words."""
    words = [word.strip(".,;'’\"()") for word in text.split()]
    return all(word in exam.names or (i and word[:1].isupper()) for i, word in enumerate(words) if len(word) > 3)


def _on_topic(item: Item, said: set[str]) -> bool:
    """Return whether the explanation takes up words of the prompt or the quotation."""
    return sum(part in said for part in {word[:_ALIKE] for word in item.stem_content | item.quote_content}) >= _ON_TOPIC
