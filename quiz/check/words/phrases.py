"""Turns of phrase, by language: what the word lists cannot tell."""

import re
from collections.abc import Collection
from typing import NamedTuple


class Phrase(NamedTuple):
    """A turn of phrase. No text has it without one of the words in `needs`: most texts need no closer look."""

    needs: frozenset[str]
    pattern: re.Pattern[str]

    def find(self, text: str, words: Collection[str]) -> str:
        """Return the phrase as it stands in a text with these words, or ""."""
        if self.needs.isdisjoint(words):
            return ""
        found = self.pattern.search(text)
        return " ".join(found[0].split()) if found else ""


class Phrases(NamedTuple):
    """The turns of phrase of one language.

    Negations: `picking` asks for one of those offered ("which of these"), `clause` opens a clause of its own,
    `content_negation` is about the matter and not about the question ("decided not to"), `no_negation` only looks
    like one ("at least"), and `untrue` says that a statement is false. Options: `combined` is made of marks of
    other options ("both B and C"), `pointing` are words that point at a place on the page.
    """

    picking: re.Pattern[str]
    clause: re.Pattern[str]
    content_negation: re.Pattern[str]
    no_negation: re.Pattern[str]
    untrue: re.Pattern[str]
    yes_no: frozenset[str]
    no_amount: frozenset[str]
    deictic: Phrase
    settled_vague: re.Pattern[str]
    quantity: Phrase
    span: Phrase
    all_of_them: Phrase
    none_of_them: Phrase
    pointing: frozenset[str]
    by_position: Phrase
    combined: re.Pattern[str]
