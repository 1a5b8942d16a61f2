"""Quotations: found in the source to the character, placed, and compared when they are not there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from quiz.core.patterns import late
from quiz.core.wordindex import WordIndex

if TYPE_CHECKING:
    from difflib import Match

_LONG, _OFTEN = 200_000, 100
"""From so many characters and quotations on an index pays: a plain search takes 0.1 ms for a megabyte."""

Span = tuple[int, int]
"""Start and end of a stretch of a source text, as indexes into its characters."""

_VOTING = 1000
"""Of a longer quotation only so many words vote for the passage that is most like it."""
_MOST_PAIRS, _FEW = 200_000, 100
"""With more pairs of equal words difflib would take long: then the first few words have to do."""
ELISION = late(r"(?:(?<!\s)\s+)?\[(?:…|\.\.\.)\]\s*")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»‹›″❝❞〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛′`´ʼ＇", "'"),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    }
)
_BLANKS = late(r"\s+")
_WIDE_BLANKS = late(r"\s{2,}|[^\S ]")
_WORD = late(r"\S+")
_NO_BLANK = late(r"\S")
_LONGEST_WORD = 40
_CORE = late(r"\w(?:.*\w)?")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st jr sr vs etc cf ca no vol pp ed fig gen col capt lt sgt rev hon gov sen rep inc ltd co "
    "jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e".split()
)
_SENTENCE_END = late(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s+[\"'“‘«(\[]*[^\W_a-z])|[。！？]+[」』”]*")


def fold(text: str) -> str:
    """Return `text` as quotations are compared: white space, quotation marks and dashes made equal."""
    return " ".join(text.translate(_SIGNS).split())


class Where(NamedTuple):
    """The place of a passage: paragraph and sentences count from 1; paragraph 0 is a heading."""

    paragraph: int
    first_sentence: int
    last_sentence: int
    context: Span

    def __str__(self) -> str:
        if not self.paragraph:
            return "heading"
        if self.first_sentence == self.last_sentence:
            return f"paragraph {self.paragraph}, sentence {self.first_sentence}"
        return f"paragraph {self.paragraph}, sentences {self.first_sentence}–{self.last_sentence}"


class Nearest(NamedTuple):
    """The passage most like a quotation that is not there, and the first words that differ.

    `alike` is the share of the quotation's words that the passage has.
    """

    span: Span
    line: int
    passage: str
    quoted_words: str
    source_words: str
    alike: float = 1.0


class _Words(NamedTuple):
    """The words of a text: as folded, as compared for likeness, and where each stands."""

    folded: list[str]
    bare: list[str]
    spans: list[Span]


def _words(text: str) -> _Words:
    spans = [match.span() for match in _WORD.finditer(text)]
    folded = [text[start:end].translate(_SIGNS) for start, end in spans]
    return _Words(folded, [_core(word).casefold() for word in folded], spans)


def _core(word: str) -> str:
    """Return a word without the signs around it."""
    found = _CORE.search(word)
    return found[0] if found else ""


class SourceText:
    """A source text, indexed once so that quotations are found quickly.

    Its lines end in a line feed. Indexes are built when first needed.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._asked = 0

    def find(self, quotation: str) -> tuple[Span, ...] | None:
        """Return where the parts of `quotation` stand, in order, or None when they do not.

        Parts are separated by `[…]`; without one there is a single part.
        """
        parts = [fold(part) for part in (ELISION.split(quotation) if "[" in quotation else [quotation])]
        parts = [part for part in parts if part]
        starts = self._starts(parts)
        if not starts:
            return None
        return tuple((self._back(s), self._back(s + len(p) - 1) + 1) for s, p in zip(starts, parts, strict=True))

    def _starts(self, parts: list[str]) -> list[int]:
        starts: list[int] = []
        position = 0
        for part in parts:
            start = self._find_part(part, position)
            if start < 0:
                return []
            starts.append(start)
            position = start + len(part)
        for i in range(len(starts) - 2, -1, -1):  # of several occurrences, those closest together
            starts[i] = self._folded.rfind(parts[i], 0, starts[i + 1])
        return starts

    def _find_part(self, part: str, position: int) -> int:
        """Return where a folded part stands; in a long text that is asked often, by an index of its words."""
        self._asked += 1
        if self._asked > _OFTEN and len(self.text) > _LONG:
            return self._index.find(part, position)
        return self._folded.find(part, position)

    @cached_property
    def _index(self) -> WordIndex:
        return WordIndex(self._folded)

    @cached_property
    def _folded(self) -> str:
        return _BLANKS.sub(" ", self.text.translate(_SIGNS))

    @cached_property
    def _breaks(self) -> tuple[list[int], list[int]]:
        """Where folding made the text shorter: positions in the folded text, and the shift from there on."""
        positions, shifts, shift = [0], [0], 0
        for match in _WIDE_BLANKS.finditer(self.text):
            if (lost := len(match.group()) - 1) > 0:
                positions.append(match.start() - shift + 1)
                shift += lost
                shifts.append(shift)
        return positions, shifts

    def _back(self, folded_index: int) -> int:
        positions, shifts = self._breaks
        return folded_index + shifts[bisect_right(positions, folded_index) - 1]

    def line_of(self, index: int) -> int:
        """Return the line, from 1, in which the character at `index` stands."""
        return self.text.count("\n", 0, index) + 1

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs and headings: separated by blank lines, or each a line where there are none."""
        apart = r"\n[^\S\n]*\n" if re.search(r"\n[^\S\n]*\n\s*\S", self.text.strip()) else r"\n"
        spans, start = [], 0
        for match in re.finditer(rf"{apart}\s*|\Z", self.text):
            block = self.text[start : match.start()]
            if block.strip():
                lead = len(block) - len(block.lstrip())
                spans.append((start + lead, start + len(block.rstrip())))
            start = match.end()
        return tuple(spans)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """For every paragraph its number from 1, or 0 for a heading (a short line without a full stop)."""
        numbers, count = [], 0
        for start, end in self.paragraphs:
            heading = self._is_heading(self.text[start:end])
            count += not heading
            numbers.append(0 if heading else count)
        return tuple(numbers) if count else tuple(range(1, len(numbers) + 1))

    @staticmethod
    def _is_heading(block: str) -> bool:
        return len(block) <= 120 and block.rstrip("\"'”’»)]*_")[-1:] not in ".?!…:;,。！？"

    def sentences(self, paragraph: Span) -> list[Span]:
        """Return the sentences of a paragraph, in order."""
        start, end = paragraph
        spans, begin = [], start
        for stop in self._sentence_ends(start, end):
            spans.append((begin, stop))
            found = _NO_BLANK.search(self.text, stop, end)
            begin = found.start() if found else end
        if begin < end:
            spans.append((begin, end))
        return spans

    def _sentence_ends(self, start: int, end: int) -> Iterator[int]:
        for match in _SENTENCE_END.finditer(self.text, start, end):
            before = self.text[max(start, match.start() - _LONGEST_WORD) : match.start()]
            word = before.rpartition(" ")[2].lstrip("(\"'“‘").casefold()
            initial = len(word) == 1 and match.group() == "." and word != "i"
            if match.group() != "." or not (initial or word in _ABBREVIATIONS):
                yield match.end()

    def where(self, spans: tuple[Span, ...]) -> Where:
        """Return the place of a passage given by its parts, with the whole sentences it stands in."""
        start, end = spans[0][0], spans[-1][1]
        starts = [span[0] for span in self.paragraphs]
        index = max(bisect_right(starts, start) - 1, 0)
        paragraph = self.paragraphs[index]
        sentences = self.sentences(paragraph)
        first = max(bisect_right([s for s, _ in sentences], start) - 1, 0)
        last = max(bisect_right([s for s, _ in sentences], end - 1) - 1, first)
        context = (sentences[first][0], max(sentences[last][1], end))
        return Where(self.numbers[index], first + 1, last + 1, context)

    @cached_property
    def _indexed_words(self) -> _Words:
        return _words(self.text)

    @cached_property
    def _shingles(self) -> dict[str, list[int]]:
        """Where every run of one, two or three words begins, by the words."""
        places: dict[str, list[int]] = {}
        bare = self._indexed_words.bare
        for size in (1, 2, 3):
            for i in range(len(bare) - size + 1):
                places.setdefault(" ".join(bare[i : i + size]), []).append(i)
        return places

    def nearest(self, quotation: str) -> Nearest | None:
        """Return the passage most like `quotation`, or None when hardly a word of it is in the text.

        Of a quotation with elisions, its first part that is not there counts. The three-word runs that both
        share vote for a window; difflib compares only that.
        """
        parts = [part for part in ELISION.split(quotation) if part.strip()]
        missing = next((part for part in parts if self.find(part) is None), quotation)
        sought = _words(missing)
        begin = self._vote(sought.bare)
        if begin is None:
            return None
        count = len(sought.bare)
        low, high = max(begin - count, 0), min(begin + 2 * count + 2, len(self._indexed_words.bare))
        return self._compare(sought, low, high)

    def _vote(self, bare: list[str]) -> int | None:
        for size in (3, 2, 1):
            votes: Counter[int] = Counter()
            for i in range(min(len(bare), _VOTING) - size + 1):
                run = " ".join(bare[i : i + size])
                if size > 1 or len(run) >= 5:
                    votes.update(place - i for place in self._shingles.get(run, ())[:200])
            if votes:
                best = max(votes.items(), key=lambda item: (item[1], -item[0]))
                return max(best[0], 0)
        return None

    def _compare(self, sought: _Words, low: int, high: int) -> Nearest | None:
        window = self._indexed_words
        blocks = _common_runs(sought.bare, window.bare[low:high])
        if not blocks:
            return None
        longest = max(blocks, key=lambda block: block.size)
        around = range(low + longest.b - longest.a - 2, low + longest.b - longest.a + 3)
        begin = max((max(place, low) for place in around), key=lambda place: self._likeness(sought, place))
        stop = min(begin + len(sought.bare), len(window.bare))
        span = (window.spans[begin][0], window.spans[stop - 1][1])
        mine, theirs = _first_difference(sought.folded, window.folded[begin : stop + 1])
        shared = (Counter(sought.bare) & Counter(window.bare[begin:stop])).total() / len(sought.bare)
        return Nearest(span, self.line_of(span[0]), self.text[slice(*span)], mine, theirs, shared)

    def _likeness(self, sought: _Words, begin: int) -> tuple[int, int]:
        """Return how many of the words sought the passage from `begin` has, and how many of them before it differs."""
        stop = begin + len(sought.bare)
        passage = self._indexed_words.bare[begin:stop]
        blocks = _common_runs(sought.bare, passage)
        alike = (a == b for a, b in zip(sought.folded, self._indexed_words.folded[begin:stop], strict=False))
        return sum(block.size for block in blocks), sum(takewhile(bool, alike))


def _common_runs(mine: list[str], theirs: list[str]) -> list[Match]:
    """Return the runs of words that two lists share, in order."""
    from difflib import SequenceMatcher  # only where a quotation is not found

    often = Counter(theirs)
    if sum(often[word] for word in mine) > _MOST_PAIRS:
        mine, theirs = mine[:_FEW], theirs[: 3 * _FEW]
    found = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    return [run for run in found if run.size]


def _first_difference(mine: list[str], theirs: list[str]) -> tuple[str, str]:
    """Return the first words that differ, from both sides, with up to two words around them."""
    pairs = zip(mine, theirs, strict=False)
    at = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(mine), len(theirs)))
    around = slice(max(at - 2, 0), at + 3)
    return " ".join(mine[around]), " ".join(theirs[around])
