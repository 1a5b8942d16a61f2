"""At which place the right option comes where numbers and dates are shown in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from quiz.check.chance import uneven
from quiz.check.item import Exam, Item
from quiz.core.numbers import in_order


@dataclass(frozen=True)
class Ranks:
    """How often the right option comes at each place, in questions with equally many options.

    `first` is the id of the first question in which it comes at the leading place.
    """

    counts: tuple[int, ...]
    leading: int
    first: str

    @property
    def options(self) -> int:
        """The number of options of each question."""
        return len(self.counts)

    @property
    def total(self) -> int:
        """The number of questions."""
        return sum(self.counts)

    @cached_property
    def chance(self) -> float:
        """The probability of a count as uneven as this."""
        return uneven(self.counts)


def key_ranks(exam: Exam) -> Iterator[Ranks]:
    """Yield the places of the right options, by the number of options."""
    groups: dict[int, list[tuple[int, str]]] = {}
    for item in exam.items:
        if item.kind == "choice" and (rank := _rank(item)) is not None:
            groups.setdefault(len(item.options), []).append((rank, item.question.id))
    for size, found in sorted(groups.items()):
        places = [rank for rank, _ in found]
        counts = tuple(places.count(rank) for rank in range(size))
        leading = counts.index(max(counts))
        yield Ranks(counts, leading, next(ident for rank, ident in found if rank == leading))


def _rank(item: Item) -> int | None:
    ordered = in_order(item.options) if all(item.numeric) else None
    return ordered.index(item.key) if ordered else None
