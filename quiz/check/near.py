"""Sets of words that are much alike, found without comparing each with each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import ceil

Words = frozenset[str]
_RARE = 20  # a word in so few sets leads to others by itself; more frequent ones only in pairs
_BUCKET = 40  # of a larger heap only the last so many are compared


def likeness(one: Words, other: Words) -> float:
    """Return the share of the words of both that are in either (Jaccard)."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


class Nearest:
    """For each set in turn, which earlier one is most like it.

    Two sets with a likeness of `least` share that part of their words at least. With words in order of rarity,
    so many from the front are enough to meet in two of them: these are the roads by which sets are found.
    """

    def __init__(self, sets: Sequence[Words], least: float) -> None:
        self._sets = sets
        self._least = least
        self._counts = Counter(word for words in sets for word in words)
        self._heaps: dict[str | tuple[str, str], list[int]] = {}

    def _roads(self, words: Words) -> Iterable[str | tuple[str, str]]:
        counts = self._counts
        ordered = sorted(words, key=lambda word: (counts[word], word))
        front = [word for word in ordered[: len(words) - ceil(self._least * len(words)) + 2] if counts[word] > 1]
        rare = [word for word in front if counts[word] <= _RARE]
        return [*rare, *combinations(front[len(rare) :], 2)]

    def pairs(self) -> list[tuple[int, int, float]]:
        """Return (set, earlier set, likeness) for each set that has an earlier one like it."""
        found = []
        for index, words in enumerate(self._sets):
            others: set[int] = set()
            for road in self._roads(words):
                heap = self._heaps.get(road)
                if heap is None:
                    self._heaps[road] = [index]
                else:
                    others.update(heap[-_BUCKET:])
                    heap.append(index)
            best, other = max(((likeness(words, self._sets[other]), -other) for other in others), default=(0.0, 0))
            if best >= self._least:
                found.append((index, -other, best))
        return found
