"""`true-false`: a statement to accept or reject."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Self

from quiz.core.questions.base import Fields, Grade, Layout, Misfit, Option, Question, Response, pick

if TYPE_CHECKING:
    from random import Random

TRUE, FALSE = "True", "False"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse(Question):
    """The prompt is a statement; the response is `True` or `False`."""

    kind: ClassVar[str] = "true-false"

    answer: bool
    why: str = ""

    @classmethod
    def read(cls, common: Mapping[str, Any], fields: Fields) -> Self:
        """Read `answer` (true or false) and, if given, `why` (why the wrong choice is wrong)."""
        if not fields.text("answer"):
            return cls(**common, answer=False)
        return cls(**common, answer=fields.flag("answer", False), why=fields.optional("why"))

    @property
    def key(self) -> Response:
        """The right one of the two words."""
        return (TRUE if self.answer else FALSE,)

    @property
    def distractors(self) -> tuple[Option, ...]:
        """The wrong one of the two words."""
        return (Option(FALSE if self.answer else TRUE, self.why),)

    @property
    def chance(self) -> float:
        """One of two."""
        return 0.5

    def layout(self, rng: Random) -> Layout:  # noqa: ARG002
        """Show true first, always."""
        return Layout(items=(TRUE, FALSE))

    def grade(self, response: Response) -> Grade:
        """Give 1 for the right word, else 0."""
        return Grade(float(response == self.key))

    def parse(self, reply: str, layout: Layout) -> Response | Misfit:
        """Take t, f, true, false, or a number."""
        word = reply.strip().casefold()
        if word in ("t", "true", "f", "false"):
            return (TRUE if word[0] == "t" else FALSE,)
        chosen = pick(word, layout.items) if word.isdecimal() else None
        return (chosen,) if chosen else Misfit(self.hint(layout))

    def hint(self, layout: Layout) -> str:  # noqa: ARG002
        """Name the two letters."""
        return "Type t for true or f for false."

    def reasons(self, response: Response) -> tuple[Option, ...]:
        """Return the wrong word, when it was chosen."""
        return self.distractors if self.why and response and response != self.key else ()
