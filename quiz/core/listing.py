"""Questions that are made when they are asked for, with a list of what is needed of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol, overload

if TYPE_CHECKING:
    from quiz.core.questions.base import Question


class Listed(Protocol):
    """A question as it is listed: what selections and scores need of it. Every question is one, too."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def phase(self) -> str:
        """The id of its phase."""

    @property
    def chance(self) -> float:
        """The chance, 0 to 1, of guessing it."""


class Entry(NamedTuple):
    """A question as it is listed, without the question."""

    id: str
    phase: str
    chance: float


class Listing(Sequence["Question"]):
    """The questions of a bank, in its order: each is made by `make`, from its place, when first asked for.

    Ten thousand questions take longer to make than the app to start, and a session asks for twenty.
    """

    def __init__(self, listed: tuple[Entry, ...], make: Callable[[int], Question]) -> None:
        self.listed = listed
        self._make = make
        self._made: dict[int, Question] = {}

    def __len__(self) -> int:
        return len(self.listed)

    @overload
    def __getitem__(self, index: int) -> Question: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Question]: ...
    def __getitem__(self, index: int | slice) -> Question | Sequence[Question]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        place = range(len(self))[index]
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]

    def __iter__(self) -> Iterator[Question]:
        return (self[i] for i in range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Listing | tuple):
            return NotImplemented
        return len(self) == len(other) and all(one == another for one, another in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """The questions by their ids; which ids there are is known without making any."""
        return _ById(self)


class _ById(Mapping[str, "Question"]):
    """The questions of a listing by their ids."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing
        self._places = {entry[0]: place for place, entry in enumerate(listing.listed)}

    def __getitem__(self, ident: str) -> Question:
        return self._listing[self._places[ident]]

    def __contains__(self, ident: object) -> bool:
        return ident in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
