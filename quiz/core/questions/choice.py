"""`choice`: one right option among several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Self

from quiz.core.numbers import in_order
from quiz.core.questions.base import (
    LETTERS,
    Fields,
    Grade,
    Layout,
    Misfit,
    Option,
    Question,
    Response,
    pick,
    shuffled,
    up_to,
)

if TYPE_CHECKING:
    from random import Random


def arranged(texts: tuple[str, ...], rng: Random) -> tuple[str, ...]:
    """Return options as they are shown: numbers and dates in order, all others shuffled."""
    return in_order(texts) or shuffled(texts, rng)


def check_count(fields: Fields, count: int) -> None:
    """Note a problem when there are more options than letters to choose them by."""
    if count > len(LETTERS):
        fields.problem(
            "distractors",
            "TY702",
            f"{count} options are more than can be chosen by a letter",
            f"Keep to {len(LETTERS)} at the most; three to five are best.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Question):
    """One of several options is right; the response is the text chosen."""

    kind: ClassVar[str] = "choice"

    answer: str
    wrong: tuple[Option, ...]

    @classmethod
    def read(cls, common: Mapping[str, Any], fields: Fields) -> Self:
        """Read `answer` and `distractors`."""
        question = cls(**common, answer=fields.text("answer"), wrong=fields.options("distractors", 1))
        fields.distinct("answer", "distractors")
        check_count(fields, 1 + len(question.wrong))
        return question

    @property
    def key(self) -> Response:
        """The right option."""
        return (self.answer,)

    @property
    def distractors(self) -> tuple[Option, ...]:
        """The wrong options."""
        return self.wrong

    @property
    def chance(self) -> float:
        """One of all options."""
        return 1 / (1 + len(self.wrong))

    def layout(self, rng: Random) -> Layout:
        """Show all options."""
        return Layout(items=arranged((self.answer, *(option.text for option in self.wrong)), rng))

    def grade(self, response: Response) -> Grade:
        """Give 1 for the right option, else 0."""
        return Grade(float(response == self.key))

    def parse(self, reply: str, layout: Layout) -> Response | Misfit:
        """Take a number or a letter."""
        chosen = pick(reply, layout.items)
        return (chosen,) if chosen is not None else Misfit(self.hint(layout))

    def hint(self, layout: Layout) -> str:
        """Say which numbers there are."""
        return f"Type the number of your answer, {up_to(len(layout.items))}."

    def reasons(self, response: Response) -> tuple[Option, ...]:
        """Return the chosen wrong option."""
        return tuple(option for option in self.wrong if (option.text,) == response)
