"""Where each phase is told in the sources: its own quotations say where it begins."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from quiz.core.bank import Bank, Phase, Quote


class _Beginning(NamedTuple):
    """A phase begins with the sentence at `inner`, in the paragraph that begins at `outer`."""

    phase: str
    outer: int
    inner: int


class Stretches:
    """The beginnings of the phases in each source, in the order of the phases.

    A source in which they do not follow each other as the phases do is left out: its quotations tell no order.
    """

    def __init__(self, bank: Bank) -> None:
        self._at: dict[tuple[str, str], int] = {}
        self._outer: dict[str, list[int]] = {}
        self._inner: dict[str, list[int]] = {}
        self._phases: dict[str, list[str]] = {}
        for source in bank.sources:
            begun = [_beginning(bank, phase.id, quote) for phase in bank.phases if (quote := _first(phase, source.id))]
            inner = [part.inner for part in begun]
            if all(a < b for a, b in pairwise(inner)):
                self._at |= {(source.id, part.phase): i for i, part in enumerate(begun)}
                self._outer[source.id], self._inner[source.id] = [part.outer for part in begun], inner
                self._phases[source.id] = [part.phase for part in begun]

    def elsewhere(self, phase: str, source: str, place: int) -> tuple[str, bool] | None:
        """Return in which other phase's stretch a place lies, and whether that is the one just before; else None.

        The part of a paragraph before the sentence with which a phase begins counts as its own, and the one before's.
        """
        at = self._at.get((source, phase))
        if at is None:
            return None
        last = bisect_right(self._inner[source], place) - 1
        if last < 0 or last == at or (last == at - 1 and place >= self._outer[source][at]):
            return None
        return self._phases[source][last], last == at - 1


def _first(phase: Phase, source: str) -> Quote | None:
    """Return the phase's quotation that stands first in a source."""
    return min((q for q in phase.quotes if q.source == source), key=lambda quote: quote.spans, default=None)


def _beginning(bank: Bank, phase: str, quote: Quote) -> _Beginning:
    indexed, start = bank.source_by_id[quote.source].indexed, quote.spans[0][0]
    outer = bisect_right(indexed.paragraphs, start, key=lambda span: span[0]) - 1
    return _Beginning(phase, indexed.paragraphs[max(outer, 0)][0], indexed.where(quote.spans).context[0])
