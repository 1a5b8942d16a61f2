"""Word lists by language: what counts as a negation, an absolute, a vague frequency, a stop word."""

import re
from functools import cache
from typing import NamedTuple

from quiz.check.words.phrases import Phrases


class Words(NamedTuple):
    """The lists of one language, all in lower case. Entries of several words are matched as runs of words."""

    stop: frozenset[str]
    negations: frozenset[str]
    strong_absolutes: frozenset[str]
    weak_absolutes: frozenset[str]
    vague: frozenset[str]
    hedges: frozenset[str]
    imperatives: frozenset[str]
    pronouns: frozenset[str]
    phrases: Phrases
    numbers: tuple[str, ...] = ()
    """The words for 1, 2, 3 and so on."""
    tens: tuple[str, ...] = ()
    """The words for 10, 20, 30 and so on, to 90; with one of 1 to 9 they make the numbers between."""
    asks_number: frozenset[str] = frozenset()
    """Words of a prompt that asks for a number or a date."""
    choose_all: tuple[str, ...] = ()
    """Ways to say that every right option is to be chosen."""
    articles: tuple[str, str] | None = None
    """The articles before a consonant and before a vowel, where there are two."""
    like_vowel: tuple[str, ...] = ()
    """Beginnings that take the second article though they are spelt with a consonant."""
    like_consonant: tuple[str, ...] = ()
    """Beginnings that take the first article though they are spelt with a vowel."""
    singular_cues: frozenset[str] = frozenset()
    """Words before a gap that want one thing in it."""
    plural_cues: frozenset[str] = frozenset()
    """Words before a gap that want several things in it."""
    determiners: frozenset[str] = frozenset()
    """Words that one thing begins with."""
    plurals: frozenset[str] = frozenset()
    """Words for several things that do not look it."""
    points_to_option: re.Pattern[str] | None = None
    """How a text names an option by its letter or its place."""


@cache
def words_of(language: str) -> Words | None:
    """Return the lists for a language ("en", "en-GB"), or None when there are none."""
    if language.casefold().replace("_", "-").partition("-")[0] == "en":
        from quiz.check.words.english import ENGLISH

        return ENGLISH
    return None
