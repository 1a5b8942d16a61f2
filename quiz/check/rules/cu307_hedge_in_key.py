"""The right option is the only cautious one.

## What it finds
Usually, often, most, some, may and the like in the right option of a single choice, and in no wrong option. The month
of May, "the most" before an adjective, "might" as a noun and words in quotation marks do not count.

## Why it matters
What is said with care is hardly ever wrong, and students know it. It is the other side of "always" in wrong options.

## Example
What did the tax do to the villages? – It usually made them poorer (right) / It emptied them / It made them rich

## Better
What did the tax do to the villages? – It made most of them poorer (right) / It emptied most of them / It made some rich

## When to ignore it
When the text itself is so careful that the right option would be false without the word.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import tokens, without_quotations
from quiz.core.finding import Severity

CODE = "CU307"
NAME = "hedge-in-key"
SEVERITY = Severity.INFO
WORDED = True
BAD = (
    """
    prompt: What did the tax do to the villages?
    answer: It usually made them poorer
    distractors: [It emptied them, It made them rich]
    """,
    """
    prompt: Who paid for the lamp?
    answer: Most of the owners of ships
    distractors: [The keeper, The harbour town]
    """,
)
GOOD = (
    """
    prompt: What did the tax do to the villages?
    answer: It made most of them poorer
    distractors: [It emptied most of them, It made some of them rich]
    """,
    """
    prompt: When was the most costly lens fitted?
    answer: In May 1841, at the most costly time
    distractors: [In June 1841, In July 1850]
    """,
)
_BEFORE_SHARE = frozenset("in for by to with from of that as than on and but".split())


def check(item: Item) -> Iterable[Note]:
    """Look for hedges that only the right option has."""
    if item.kind != "choice" or item.words is None:
        return
    hedges = item.words.hedges
    if hedges.isdisjoint(item.option_tokens[0]) or any(
        not hedges.isdisjoint(words) for words in item.option_tokens[1:]
    ):
        return
    words = tokens(without_quotations(item.key))
    found = next((word for i, word in enumerate(words) if word in hedges and _hedges(words, i, item.key)), "")
    if found:
        yield Note(
            f"“{found}” stands in the right option and in no wrong one",
            "Leave the word out, or make the wrong options as careful.",
            "answer",
        )


def _hedges(words: tuple[str, ...], i: int, text: str) -> bool:
    """Return whether the word at `i` makes the statement a careful one."""
    word, after = words[i], words[i + 1 : i + 2]
    if word == "most":
        return bool(after) and (i == 0 or after == ("of",) or words[i - 1] in _BEFORE_SHARE)
    if word in ("may", "might"):
        return i > 0 and word in text and bool(after) and after[0] not in ("of", "and") and words[i - 1] != "the"
    return True
