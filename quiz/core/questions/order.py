"""`order`: steps or events to put in their order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from math import factorial
from typing import TYPE_CHECKING, Any, ClassVar, Self

from quiz.core.questions.base import Fields, Grade, Layout, Misfit, Question, Response, pick, shuffled

if TYPE_CHECKING:
    from random import Random


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Question):
    """The response holds all items, in the order that the student gave them."""

    kind: ClassVar[str] = "order"

    answer: tuple[str, ...]

    @classmethod
    def read(cls, common: Mapping[str, Any], fields: Fields) -> Self:
        """Read `answer`, a list of at least two items in the right order."""
        question = cls(**common, answer=fields.texts("answer", 2))
        fields.distinct("answer")
        if len(question.answer) > 9:
            fields.problem("answer", "TY703", "more than nine items to order", "Keep to three to seven items.")
        return question

    @property
    def key(self) -> Response:
        """The items in the right order."""
        return self.answer

    @property
    def chance(self) -> float:
        """One of all orders."""
        return 1 / factorial(len(self.answer))

    def layout(self, rng: Random) -> Layout:
        """Show the items shuffled, and never in the right order already."""
        mixed = shuffled(self.answer, rng)
        return Layout(items=mixed if mixed != self.answer else (*mixed[1:], mixed[0]))

    def grade(self, response: Response) -> Grade:
        """Give Kendall's tau between the given and the right order, at least 0.

        With C of the n(n-1)/2 pairs in the right order: max(0, 2C/(n(n-1)/2) - 1).
        """
        if sorted(response) != sorted(self.answer):
            return Grade(0.0)
        place = {item: i for i, item in enumerate(response)}
        pairs = list(combinations(self.answer, 2))
        wrong = [(a, b) for a, b in pairs if place[a] > place[b]]
        detail = f"“{wrong[0][0]}” comes before “{wrong[0][1]}”" if wrong else ""
        parts = tuple(a == b for a, b in zip(response, self.answer, strict=True))
        return Grade(max(0.0, 1 - 2 * len(wrong) / len(pairs)), detail, parts=parts)

    def parse(self, reply: str, layout: Layout) -> Response | Misfit:
        """Take every number once, in the order meant."""
        marks = reply.strip(" ,;\t")
        marks = " ".join(marks) if marks.isdecimal() else marks
        chosen = [pick(word, layout.items) for word in re.split(r"[\s,;>→-]+", marks)]
        if sorted(text or "" for text in chosen) != sorted(layout.items):
            return Misfit(self.hint(layout))
        return tuple(text or "" for text in chosen)

    def hint(self, layout: Layout) -> str:
        """Show the form of a reply."""
        count = len(layout.items)
        example = " ".join(str(i) for i in (*range(2, count + 1), 1))
        return f"Type all {count} numbers in the right order, each once, such as {example}."

    def spoken(self, response: Response) -> str:
        """Join the items by arrows."""
        return " → ".join(response)
