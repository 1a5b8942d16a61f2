"""`match`: pairs to put together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import perm
from typing import TYPE_CHECKING, Any, ClassVar, Self

from quiz.core.questions.base import (
    LETTERS,
    Fields,
    Grade,
    Layout,
    Misfit,
    Option,
    Question,
    Response,
    shuffled,
)

if TYPE_CHECKING:
    from random import Random


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(Question):
    """The response holds, for every left side in the bank's order, the right side that it was given."""

    kind: ClassVar[str] = "match"

    pairs: tuple[tuple[str, str], ...]
    spare: tuple[Option, ...] = ()

    @classmethod
    def read(cls, common: Mapping[str, Any], fields: Fields) -> Self:
        """Read `pairs` and, for the right side, `distractors`."""
        question = cls(**common, pairs=fields.pairs("pairs", 2), spare=fields.options("distractors", 0))
        fields.distinct("distractors")
        rights = {right for _, right in question.pairs}
        if any(option.text in rights for option in question.spare):
            fields.problem(
                "distractors",
                "OP210",
                "a distractor is also the right side of a pair",
                "Change or remove one of them.",
            )
        if len(question.pairs) > 9 or len(rights) + len(question.spare) > len(LETTERS):
            fields.problem("pairs", "TY702", "more pairs than keys to choose them by", "Keep to nine pairs or fewer.")
        return question

    @property
    def key(self) -> Response:
        """The right sides, in the order of the left ones."""
        return tuple(right for _, right in self.pairs)

    @property
    def lefts(self) -> tuple[str, ...]:
        """The left sides, in the bank's order."""
        return tuple(left for left, _ in self.pairs)

    @property
    def distractors(self) -> tuple[Option, ...]:
        """The right sides that belong to no pair."""
        return self.spare

    @property
    def chance(self) -> float:
        """One of all ways to give every left side a right side: of its own, unless some share one."""
        lefts, rights = len(self.pairs), len({*self.key, *(option.text for option in self.spare)})
        shared = len(set(self.key)) < lefts
        return 1 / (rights**lefts if shared else perm(rights, lefts))

    def layout(self, rng: Random) -> Layout:
        """Show both sides shuffled, each text once."""
        targets = dict.fromkeys((*self.key, *(option.text for option in self.spare)))
        return Layout(items=shuffled(self.lefts, rng), targets=shuffled(tuple(targets), rng))

    def grade(self, response: Response) -> Grade:
        """Give the share of right pairs."""
        given = (*response, *[""] * len(self.pairs))
        parts = tuple(a == b for a, b in zip(self.key, given, strict=False))
        right = sum(parts)
        detail = "" if all(parts) else f"{right} of {len(parts)} pairs"
        return Grade(right / len(parts), detail, parts=parts)

    def parse(self, reply: str, layout: Layout) -> Response | Misfit:
        """Take pairs of a number and a letter, in any order; every left side needs one."""
        line = reply.strip().casefold()
        found = re.fullmatch(r"(?:\d{1,4}\s*(?:[-.:)=]\s*)?[a-z]\b[\s,;]*)+", line)
        pairs = [(int(mark), letter) for mark, letter in re.findall(r"(\d{1,4})\s*(?:[-.:)=]\s*)?([a-z])", line)]
        chosen = dict(pairs)
        fits = sorted(mark for mark, _ in pairs) == list(range(1, len(layout.items) + 1))
        if not found or not fits or any(letter not in LETTERS[: len(layout.targets)] for letter in chosen.values()):
            return Misfit(self.hint(layout))
        return self.arranged(
            {left: layout.targets[LETTERS.index(chosen[i + 1])] for i, left in enumerate(layout.items)}
        )

    def arranged(self, chosen: Mapping[str, str]) -> Response:
        """Return the response that gives every left side the right side in `chosen`."""
        return tuple(chosen.get(left, "") for left in self.lefts)

    def hint(self, layout: Layout) -> str:
        """Show the form of a reply."""
        count = len(layout.items)
        example = " ".join(f"{i + 1}{LETTERS[(i + 1) % len(layout.targets)]}" for i in range(count))
        return f"Type a letter for every number, such as {example}."

    def spoken(self, response: Response) -> str:
        """Join the two sides of every pair by a dash."""
        return "; ".join(f"{left} – {right or '(none)'}" for left, right in zip(self.lefts, response, strict=False))

    def reasons(self, response: Response) -> tuple[Option, ...]:
        """Return the spare right sides that were used."""
        return tuple(option for option in self.spare if option.why and option.text in response)
