"""`number`: a number or a year, typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Self

from quiz.core.numbers import number_in, number_typed
from quiz.core.questions.base import Fields, Grade, Layout, Misfit, Question, Response

ONE_NUMBER = "Type one number and nothing else, such as 12 or 3.5."
"""Said to a reply in which there are other words, or several numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Question):
    """The response is a typed number; within `tolerance` of `answer` it is right."""

    kind: ClassVar[str] = "number"

    answer: Decimal
    tolerance: Decimal = Decimal(0)
    unit: str = ""

    @classmethod
    def read(cls, common: Mapping[str, Any], fields: Fields) -> Self:
        """Read `answer`, `tolerance` (0 without it) and `unit`."""
        question = cls(
            **common,
            answer=fields.number("answer", None),
            tolerance=fields.number("tolerance", Decimal(0)),
            unit=fields.optional("unit"),
        )
        if question.tolerance < 0:
            fields.problem("tolerance", "FM205", "a tolerance below 0", "Give a number of 0 or more.")
        return question

    @property
    def key(self) -> Response:
        """The number as it is written."""
        return (f"{self.answer:f}",)

    @property
    def answer_text(self) -> str:
        """The number with its unit and, if there is one, the tolerance."""
        text = f"{self.answer:f} {self.unit}".strip()
        return f"{text} (within {self.tolerance:f})" if self.tolerance else text

    def grade(self, response: Response) -> Grade:
        """Give 1 for a number within the tolerance, else 0.

        A number among other words, which `parse` does not take, may stand on record from earlier; it counts.
        """
        text = response[0] if response else ""
        value = number_typed(text, self.unit)
        value = number_in(text) if value is None else value
        return Grade(float(value is not None and abs(value - self.answer) <= self.tolerance))

    def parse(self, reply: str, layout: Layout) -> Response | Misfit:
        """Take a line that is one number, as `number_typed` reads it."""
        if number_typed(reply, self.unit) is not None:
            return (reply.strip(),)
        has_digit = any(sign.isdigit() for sign in reply)
        return Misfit(ONE_NUMBER if has_digit else self.hint(layout))

    def hint(self, layout: Layout) -> str:  # noqa: ARG002
        """Say that digits are wanted."""
        return "Type a number in digits."
