"""`short-answer`: a word or a few, typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from quiz.core.questions.base import Fields, Grade, Layout, Misfit, Question, Response
from quiz.core.typed import judge


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAnswer(Question):
    """The response is a typed text; `accept` lists other right answers."""

    kind: ClassVar[str] = "short-answer"

    answer: str
    accept: tuple[str, ...] = ()
    exact: bool = False

    @classmethod
    def read(cls, common: Mapping[str, Any], fields: Fields) -> Self:
        """Read `answer`, `accept` and `exact`."""
        return cls(
            **common,
            answer=fields.text("answer"),
            accept=fields.texts("accept", 0),
            exact=fields.flag("exact", False),
        )

    @property
    def key(self) -> Response:
        """The answer as the bank gives it."""
        return (self.answer,)

    def grade(self, response: Response) -> Grade:
        """Give 1 for an accepted text, else 0."""
        given = response[0] if response else ""
        judged = judge(given, (self.answer, *self.accept), self.language, self.exact)
        return Grade(float(judged.accepted), taken_as=self.answer if judged.taken_as else "")

    def parse(self, reply: str, layout: Layout) -> Response | Misfit:
        """Take the line as it is."""
        return (reply.strip(),) if reply.strip() else Misfit(self.hint(layout))

    def hint(self, layout: Layout) -> str:  # noqa: ARG002
        """Say that words are wanted, and what does not count."""
        if self.exact:
            return "Type your answer; here the exact spelling counts."
        return "Type your answer; capitals, accents and punctuation do not count."
