"""An index of the words of a long text: a stretch of it is found by its rarest word."""

from bisect import bisect_left
from collections import defaultdict

_TELLING = 5
"""Words of fewer letters are too frequent to be worth a place in the index."""


class WordIndex:
    """Where every longer word of a text stands, punctuation and all. The text has single blanks between its words."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        position = 0
        for word in text.split(" "):
            if len(word) >= _TELLING:
                self._places[word].append(position)
            position += len(word) + 1

    def find(self, part: str, position: int) -> int:
        """Return where `part` first stands at or after `position`, or -1, as `str.find` does.

        Its first and last words may be pieces of longer words in the text, so a word between them is looked up.
        """
        rarest: list[int] | None = None
        offset = at = 0
        words = part.split(" ")
        for word in words[:-1]:
            if at and len(word) >= _TELLING and (rarest is None or len(self._places.get(word, ())) < len(rarest)):
                rarest, offset = self._places.get(word, []), at
            at += len(word) + 1
        if rarest is None:
            return self._text.find(part, position)
        for place in rarest[bisect_left(rarest, position + offset) :]:
            if self._text.startswith(part, place - offset):
                return place - offset
        return -1
