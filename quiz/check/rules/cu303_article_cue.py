"""The article before the gap fits the right option, but not every wrong one.

## What it finds
A prompt that ends in "a" or "an", or has it before the blank, where the right option goes with the article and at
least one wrong option does not. Sound counts as far as it can be told from the spelling (an hour, a union); for
abbreviations such as NATO both are taken to fit.

## Why it matters
Grammar rules the wrong options out, not knowledge.

## Example
After the vote the general became an – emperor (right) / consul / tribune

## Better
After the vote the general became – an emperor (right) / a consul / a tribune

## When to ignore it
When the wrong options all go with the article, and the program misjudged how one of them sounds.
"""

from collections.abc import Iterable

from quiz.check.item import Item
from quiz.check.rule import Note
from quiz.check.text import before_gap
from quiz.check.words import Words
from quiz.core.finding import Severity
from quiz.core.patterns import late

CODE = "CU303"
NAME = "article-cue"
SEVERITY = Severity.WARNING
WORDED = True
BAD = (
    """
    prompt: After the vote the general became an
    answer: emperor
    distractors: [consul, tribune]
    """,
    """
    prompt: The envoy was a ____ from the coast.
    answer: merchant
    distractors: [engineer, lawyer]
    """,
)
GOOD = (
    """
    prompt: After the vote the general became
    answer: an emperor
    distractors: [a consul, a tribune]
    """,
    """
    prompt: "The guild was a:"
    answer: union of weavers
    distractors: [European league, one-day fair, NATO of its time]
    """,
)
_ABBREVIATION = late(r"[A-Z][A-Z.]+\b|[A-Z]\b")
_OPEN = late(r"[aeiou]")


def check(item: Item) -> Iterable[Note]:
    """Try the article of the prompt on every option."""
    if item.kind != "choice" or item.words is None or item.words.articles is None:
        return
    article = before_gap(item.stem)
    if article not in item.words.articles or not _fits(article, item.key, item.words):
        return
    for index, option in enumerate(item.wrong):
        if not _fits(article, option, item.words):
            yield Note(
                f"“{article}” before the gap fits the right option, but not “{option}”",
                "Move the article into the options.",
                "distractors",
                index,
            )
            return


def _fits(article: str, option: str, words: Words) -> bool:
    """Return whether an option goes with the article, as far as can be told."""
    if _ABBREVIATION.match(option) or words.articles is None:
        return True
    plain = option.lstrip("\"'“‘(").casefold()
    if plain.startswith(words.like_consonant):
        return article == words.articles[0]
    sounds_open = bool(_OPEN.match(plain)) or plain.startswith(words.like_vowel)
    return article == words.articles[sounds_open]
