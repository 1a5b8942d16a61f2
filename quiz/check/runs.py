"""Runs of words that stand in the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

Run = tuple[str, ...]
_BETWEEN = ""  # stands after each source, and is no word
_STEP = 3  # of the runs of three words every third is known: five words in a row have one of these
_SURE = 5
_MOST_BEGINS, _MOST_WORDS = 1000, 100_000  # only texts that say the same again and again come near these


class SourceWords:
    """All words of the sources in a row, and where runs of three of them stand."""

    def __init__(self, sources: Iterable[Run]) -> None:
        self._row = [word for words in sources for word in (*words, _BETWEEN)]
        row = self._row
        self._known: dict[Run, int] = {}
        self._repeats: dict[Run, list[int]] = {}
        threes = zip(row[::_STEP], row[1::_STEP], row[2::_STEP], strict=False)
        for place, three in zip(range(0, len(row), _STEP), threes, strict=False):
            if self._known.setdefault(three, place) != place:
                self._repeats.setdefault(three, []).append(place)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each word stands: for runs too short for the others."""
        places: dict[str, list[int]] = {}
        for place, word in enumerate(self._row):
            places.setdefault(word, []).append(place)
        return places

    def _meetings(self, words: Run, least: int) -> Iterator[tuple[int, int]]:
        """Yield which word of `words` meets which of the sources, so that each run of `least` words has one."""
        if least >= _SURE:
            for i in range(len(words) - 2):
                three = words[i : i + 3]
                if three in self._known:
                    yield i, self._known[three]
                    yield from ((i, place) for place in self._repeats.get(three, ()))
            return
        counts, begin = [len(self._places.get(word, ())) for word in words], 0
        while begin + least <= len(words):
            rarest = min(range(begin, begin + least), key=counts.__getitem__)
            yield from ((rarest, place) for place in self._places.get(words[rarest], ()))
            begin = rarest + 1  # a run that begins before has this word in it

    def twice(self, run: Run) -> bool:
        """Return whether a run of words stands in the sources more than once."""
        begins = {place - i for i, place in self._meetings(run[:_SURE], min(len(run), _SURE)) if place >= i}
        if len(begins) < 2:
            return False
        wanted, few = list(run), islice(begins, _MOST_BEGINS)
        same = (begin for begin in few if self._row[begin : begin + len(run)] == wanted)
        return len(list(islice(same, 2))) > 1

    def longest(self, words: Run, least: int) -> Run:
        """Return the longest run of `words`, of `least` or more, that stands in the sources just so; else ()."""
        best: Run = ()
        left = _MOST_WORDS
        for i, place in self._meetings(words, least):
            run = self._around(words, i, place)
            left -= len(run) + 1
            if left < 0:
                break
            if len(run) >= max(least, len(best) + 1):
                best = run
        return best

    def _around(self, words: Run, i: int, place: int) -> Run:
        """Return the run around a word that both have."""
        row, first, last, shift = self._row, i, i + 1, place - i
        while first and row[first + shift - 1] == words[first - 1]:
            first -= 1
        while last < len(words) and row[last + shift] == words[last]:
            last += 1
        return words[first:last]
