"""Word lists by language: what counts as a negation, an absolute, a vague frequency, a stop word."""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Words:
    """The lists of one language, all in lower case. Entries of several words are matched as runs of words."""

    stop: frozenset[str]
    negations: frozenset[str]
    strong_absolutes: frozenset[str]
    weak_absolutes: frozenset[str]
    vague: frozenset[str]
    hedges: frozenset[str]
    imperatives: frozenset[str]
    pronouns: frozenset[str]


@cache
def words_of(language: str) -> Words | None:
    """Return the lists for a language ("en", "en-GB"), or None when there are none."""
    if language.casefold().replace("_", "-").partition("-")[0] == "en":
        from quiz.check.words.english import ENGLISH

        return ENGLISH
    return None
