"""Several banks studied at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from quiz.banks.reading import Reading
from quiz.core.joined import joined, parted, within
from quiz.study.study import Study

if TYPE_CHECKING:
    from quiz.core.knowledge import Knowledge
    from quiz.history.progress import Latest

T = TypeVar("T")


class JoinedStudy(Study):
    """A study of several banks as if they were one; on record each answer belongs to its own bank."""

    def __init__(self, parts: Sequence[Study]) -> None:
        bank = joined([part.bank for part in parts])
        super().__init__(Reading(Path(), bank), parts[0].record, parts[0].clock)
        self.parts = tuple(parts)

    @property
    def principal(self) -> Study:
        """The study of the first bank."""
        return self.parts[0]

    def home(self, ident: str) -> tuple[str, str]:
        """Return under which bank and id a question is on record."""
        return parted(ident)

    def latest(self) -> dict[str, float]:
        """Return the score of every question's latest response that counts."""
        return _together({part.bank.id: part.latest() for part in self.parts})

    def latest_since(self, days: int | None) -> dict[str, Latest]:
        """Return of every question answered in so many days its latest response that counts, and the day."""
        return _together({part.bank.id: part.latest_since(days) for part in self.parts})

    def knowledge(self) -> dict[str, Knowledge]:
        """Return what is known of each question that was ever asked."""
        return _together({part.bank.id: part.knowledge() for part in self.parts})


def _together(parts: Mapping[str, Mapping[str, T]]) -> dict[str, T]:
    return {within(bank, ident): item for bank, items in parts.items() for ident, item in items.items()}
