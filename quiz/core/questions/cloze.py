"""`cloze`: a text with gaps to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self

from quiz.core.patterns import late
from quiz.core.questions.base import Fields, Grade, Layout, Misfit, Question, Response, pick
from quiz.core.questions.choice import arranged
from quiz.core.typed import judge
from quiz.core.visible import shorten

if TYPE_CHECKING:
    from random import Random

_GAP = late(r"(?s)\{\{((?:(?!\{\{|\}\}).)*+)\}\}")
_SINGLE = late(r"\{(?=[^{}\n]*+\})[^{}\n]*?[^\W\d_]")
DEFAULT_PROMPT = "Fill in the gaps."


class Gap(NamedTuple):
    """A gap: the right text, the wrong options (none when it is typed), and other right texts."""

    right: str
    wrong: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze(Question):
    """The response holds a text for every gap; `pieces` are the texts around the gaps, one more than these."""

    kind: ClassVar[str] = "cloze"

    pieces: tuple[str, ...]
    gaps: tuple[Gap, ...]
    exact: bool = False

    @classmethod
    def read(cls, common: Mapping[str, Any], fields: Fields) -> Self:
        """Read `text` with its gaps, `accept` by gap, and `exact`."""
        text, accept = fields.text("text"), fields.variants("accept")
        pieces = _GAP.split(text)
        bodies = pieces[1::2]
        gaps = tuple(_gap(body, accept) for body in bodies)
        _check(fields, text, pieces[::2], gaps, accept)
        return cls(**common, pieces=tuple(pieces[::2]), gaps=gaps, exact=fields.flag("exact", False))

    @property
    def key(self) -> Response:
        """The right text of every gap."""
        return tuple(gap.right for gap in self.gaps)

    @property
    def chance(self) -> float:
        """One of all choices of options; nothing when a gap is typed."""
        return prod(1 / (1 + len(gap.wrong)) if gap.wrong else 0.0 for gap in self.gaps)

    @property
    def task(self) -> str:
        """The prompt, and the text with its gaps numbered."""
        blanks = [f"[{i + 1} ____]" if len(self.gaps) > 1 else "[____]" for i in range(len(self.gaps))]
        return f"{self.prompt}\n\n{self.filled(tuple(blanks))}"

    def filled(self, texts: tuple[str, ...]) -> str:
        """Return the whole text with `texts` in its gaps."""
        between = [*texts, ""]
        return "".join(piece + between[i] for i, piece in enumerate(self.pieces))

    def layout(self, rng: Random) -> Layout:
        """Show the options of every gap that has some."""
        return Layout(gaps=tuple(arranged((g.right, *g.wrong), rng) if g.wrong else () for g in self.gaps))

    def grade(self, response: Response) -> Grade:
        """Give the share of gaps filled rightly."""
        given = (*response, *[""] * len(self.gaps))
        judged = [
            judge(text, (gap.right, *gap.accept), self.language, self.exact or bool(gap.wrong))
            for gap, text in zip(self.gaps, given, strict=False)
        ]
        right = sum(j.accepted for j in judged)
        detail = "" if right == len(judged) else f"{right} of {len(judged)} gaps"
        taken = ", ".join(gap.right for gap, j in zip(self.gaps, judged, strict=True) if j.taken_as)
        return Grade(right / len(judged), detail, taken, tuple(j.accepted for j in judged))

    def parse(self, reply: str, layout: Layout) -> Response | Misfit:
        """Take the texts of the gaps, separated by semicolons."""
        texts = [text.strip() for text in reply.split(";")] if len(self.gaps) > 1 else [reply.strip()]
        if len(texts) != len(self.gaps) or not any(texts):
            return Misfit(self.hint(layout))
        return tuple(self.chosen(text, options) for text, options in zip(texts, layout.gaps, strict=True))

    @staticmethod
    def chosen(text: str, options: tuple[str, ...]) -> str:
        """Return the option that a typed text means: itself, however written, or its number; else the text."""
        same = [option for option in options if option.casefold() == text.strip().casefold()]
        return same[0] if same else pick(text, options) or text.strip()

    def hint(self, layout: Layout) -> str:
        """Show the form of a reply."""
        if len(self.gaps) == 1:
            return "Type what belongs in the gap."
        options = " (a text or the number of an option)" if any(layout.gaps) else ""
        return f"Type what belongs in the {len(self.gaps)} gaps{options}, separated by ; in their order."


def _gap(body: str, accept: Mapping[str, tuple[str, ...]]) -> Gap:
    right, *wrong = (" ".join(part.split()) for part in body.split("|"))
    return Gap(right, tuple(wrong), tuple(accept.get(right, ())))


def _check(
    fields: Fields, text: str, pieces: list[str], gaps: tuple[Gap, ...], accept: Mapping[str, tuple[str, ...]]
) -> None:
    """Note what is wrong with the gaps of a text."""
    stray = any("{{" in piece or "}}" in piece for piece in pieces)
    stray |= any("{" in part or "}" in part for gap in gaps for part in (gap.right, *gap.wrong))
    if text and stray:
        fields.problem(
            "text", "FM205", "a gap is not closed", "Write each gap as {{answer}}, with both pairs of braces."
        )
    elif any(_SINGLE.search(piece) for piece in pieces):
        cure = "Write each gap with two braces on each side: {{answer}}."
        fields.problem("text", "FM205", "a gap with a single brace on each side", cure)
    elif text and not gaps:
        fields.problem("text", "FM203", "the text has no gap", "Write each gap as {{answer}}.")
    options = [(gap.right, *gap.wrong) for gap in gaps]
    if any(not option for gap in options for option in gap):
        fields.problem(
            "text", "FM205", "a gap, or an option of it, is empty", "Write {{answer}} or {{answer | wrong}}."
        )
    if any(len({option.casefold() for option in gap}) < len(gap) for gap in options):
        fields.problem("text", "OP210", "a gap has the same option twice", "Change or remove one of them.")
    for unknown in accept.keys() - {gap.right for gap in gaps}:
        fields.problem(
            "accept",
            "FM205",
            f"no gap has the answer '{shorten(unknown, 60)}'",
            "Use the gap's own answer as the key: accept: {answer: [variant]}.",
        )
