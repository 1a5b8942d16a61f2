"""Negations in a question: which word, whether it is made to stand out, and whether it turns the question round."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from quiz.check.words import Words
from quiz.core.patterns import late

_WORD = late(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MOST = 20  # no sentence has so many; each needs a look at the whole of it
_ADJECTIVES = frozenset({"false", "incorrect", "untrue"})


class Negation(NamedTuple):
    """A negation. It is `marked` in capitals or bold; with `turns` the question asks for what does not fit."""

    word: str
    marked: bool
    turns: bool


def has_negation(found: tuple[str, ...], words: Words) -> bool:
    """Return whether a word that may negate stands among these."""
    return not words.negations.isdisjoint(found) or "n't" in " ".join(found)


def negation_in(sentence: str, words: Words) -> Negation | None:
    """Return the negation of a sentence without quotations, one that turns the question round before others."""
    plain = words.phrases.no_negation.sub(lambda match: " " * len(match[0]), sentence)
    best: Negation | None = None
    for match in islice(_negating(plain, words), _MOST):
        if match[0].casefold() in _ADJECTIVES and not _within(words.phrases.untrue, plain, match.start()):
            continue
        found = Negation(match[0], _marked(plain, match), _turns(plain, match.start(), words))
        if best is None or (found.turns and not best.turns):
            best = found
    return best


def _negating(text: str, words: Words) -> Iterator[re.Match[str]]:
    for match in _WORD.finditer(text):
        word = match[0].casefold().replace("’", "'")
        if word in words.negations or word.endswith("n't"):
            yield match


def _within(pattern: re.Pattern[str], text: str, place: int) -> bool:
    return any(match.start() <= place < match.end() for match in pattern.finditer(text))


def _marked(text: str, match: re.Match[str]) -> bool:
    capitals = match[0].replace("'", "").replace("’", "").isupper() and not text.isupper()
    return capitals or text.count("**", 0, match.start()) % 2 == 1


def _turns(text: str, place: int, words: Words) -> bool:
    """Return whether a negation belongs to "which of these", and not to a clause or to the matter itself."""
    phrases = words.phrases
    frame = phrases.picking.search(text, 0, place)
    if frame is None:
        frame = next((match for match in phrases.picking.finditer(text) if match.start() < place), None)
    if frame is None or _within(phrases.content_negation, text, place):
        return False
    return not phrases.clause.search(text, frame.end(), place)
