"""`multiple`: several right options, to be chosen all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Self

from quiz.core.questions.base import Fields, Grade, Layout, Misfit, Option, Question, Response, pick
from quiz.core.questions.choice import arranged, check_count

if TYPE_CHECKING:
    from random import Random


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple(Question):
    """Several options are right; the response holds the texts chosen, in any order."""

    kind: ClassVar[str] = "multiple"

    answers: tuple[str, ...]
    wrong: tuple[Option, ...]

    @classmethod
    def read(cls, common: Mapping[str, Any], fields: Fields) -> Self:
        """Read `answers` and `distractors`."""
        question = cls(**common, answers=fields.texts("answers", 1), wrong=fields.options("distractors", 1))
        fields.distinct("answers", "distractors")
        check_count(fields, len(question.answers) + len(question.wrong))
        return question

    @property
    def key(self) -> Response:
        """All right options, in the bank's order."""
        return self.answers

    @property
    def distractors(self) -> tuple[Option, ...]:
        """The wrong options."""
        return self.wrong

    @property
    def chance(self) -> float:
        """One of all the choices of at least one option."""
        return float(1 / (2 ** (len(self.answers) + len(self.wrong)) - 1))

    def layout(self, rng: Random) -> Layout:
        """Show right and wrong options mixed."""
        return Layout(items=arranged((*self.answers, *(option.text for option in self.wrong)), rng))

    def grade(self, response: Response) -> Grade:
        """Give the share of right options chosen less the share of wrong ones, at least 0.

        With K right options and N in all: max(0, tp/K - fp/(N-K)), the balanced score; choosing everything
        earns nothing.
        """
        hits = sum(answer in response for answer in self.answers)
        slips = sum(option.text in response for option in self.wrong)
        score = max(0.0, hits / len(self.answers) - slips / len(self.wrong))
        detail = f"{hits} of the {len(self.answers)} right ones chosen"
        if slips:
            detail += f", and {slips} that {'is' if slips == 1 else 'are'} not"
        parts = tuple(text in self.answers for text in response)
        return Grade(score, "" if score >= 1 else detail, parts=parts)

    def parse(self, reply: str, layout: Layout) -> Response | Misfit:
        """Take numbers or letters, separated by commas or blanks."""
        chosen = [pick(word, layout.items) for word in re.split(r"[\s,;]+", reply.strip(" ,;\t"))]
        if None in chosen:
            return Misfit(self.hint(layout))
        return tuple(text for text in layout.items if text in chosen)

    def hint(self, layout: Layout) -> str:
        """Show the form of a reply."""
        count = len(layout.items)
        return f"Type the numbers of all right answers, 1 to {count}, such as 1,{min(3, count)}."

    def reasons(self, response: Response) -> tuple[Option, ...]:
        """Return the wrong options that were chosen."""
        return tuple(option for option in self.wrong if option.text in response)
