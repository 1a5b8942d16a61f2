"""Questions made from any text by rule, as examples to begin with: one of every type."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any

from quiz.core.bank import Quote
from quiz.core.questions.base import Option, Question
from quiz.core.questions.choice import Choice
from quiz.core.questions.cloze import Cloze, Gap
from quiz.core.questions.match import Match
from quiz.core.questions.multiple import Multiple
from quiz.core.questions.number import Number
from quiz.core.questions.order import Order
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.true_false import TrueFalse
from quiz.core.visible import shorten

_ELSEWHERE = "Another place of the text has this."
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Gapped:
    """A sentence of the source and a stretch of it that can be asked for; `is_number` when that is a number."""

    sentence: str
    start: int
    end: int
    is_number: bool = False

    @property
    def word(self) -> str:
        """The words that can be asked for."""
        return self.sentence[self.start : self.end]


def first_question(gap: Gapped, phase: str) -> Cloze:
    """Return a question to begin with: a sentence of the source with a gap."""
    return Cloze(
        **_common("first-question", phase, gap),
        prompt=f"Which {'number' if gap.is_number else 'word'} belongs in the gap?",
        explanation=_told(gap),
        pieces=(gap.sentence[: gap.start], gap.sentence[gap.end :]),
        gaps=(Gap(gap.word),),
    )


def examples(gap: Gapped, others: list[Gapped], sentences: list[str], phase: str) -> Iterator[Question]:
    """Yield a question of every type on a sentence with a gap; `others` are the gaps of other sentences.

    Where the source does not hold what a type needs, the example says what belongs there.
    """
    wrong = _wrong(gap, others)
    blank = f"“{gap.sentence[: gap.start]}____{gap.sentence[gap.end :]}”"

    def common(kind: str) -> dict[str, Any]:
        return _common(f"example-{kind}", phase, gap) | {"explanation": _told(gap)}

    prompt = f"What belongs in the blank: {blank}?"
    options = tuple(Option(text, why) for text, why in wrong)
    yield Choice(**common("choice"), prompt=prompt, answer=gap.word, wrong=options)
    yield _multiple(common("multiple"), gap, others)
    yield _true_false(common("true-false"), gap)
    yield ShortAnswer(**common("short-answer"), prompt=prompt, answer=gap.word, accept=("another right answer",))
    yield _number([gap, *others], phase)
    yield _order(sentences, common("order"))
    yield _match(sentences, common("match"))
    pieces = (gap.sentence[: gap.start], gap.sentence[gap.end :])
    chosen = Gap(
        " ".join(gap.word.replace("|", " ").split()) or "?", tuple(text.replace("|", " ") for text, _ in wrong)
    )
    yield Cloze(**common("cloze"), prompt="What belongs in the gap?", pieces=pieces, gaps=(chosen,))


def _told(gap: Gapped) -> str:
    return f"The sentence of the text has “{gap.word}” in this place."


def _without_bar(text: str) -> str:
    return " ".join(text.replace("|", " ").split()) or "?"


def _common(ident: str, phase: str, gap: Gapped) -> dict[str, Any]:
    return {"id": ident, "phase": phase, "level": "recall", "quotes": (_quote(gap.sentence),)}


def _quote(text: str) -> Quote:
    return Quote(text, "source", ())


def _wrong(gap: Gapped, others: list[Gapped]) -> list[tuple[str, str]]:
    """Return three wrong options, with why they are: words of other sentences, or what to put there."""
    alike = [other.word for other in others if other.is_number is gap.is_number and other.start]
    options = {text.casefold(): (text, _ELSEWHERE) for text in alike if text.casefold() != gap.word.casefold()}
    found = list(islice(options.values(), 3))
    fillers = ("A wrong option", "Another wrong option", "A third wrong option")
    return found + [(text, "Why this one is wrong.") for text in fillers[len(found) :]]


def _true_false(common: dict[str, Any], gap: Gapped) -> TrueFalse:
    statement = f"True or false: {gap.sentence}"
    return TrueFalse(**common, prompt=statement, answer=True, why="The text says just this.")


def _multiple(common: dict[str, Any], gap: Gapped, others: list[Gapped]) -> Multiple:
    found = {other.word.casefold(): other for other in [gap, *others] if other.start and len(other.word) < _SHOWN}
    chosen = list(islice(found.values(), 2))
    answers: tuple[str, ...] = ("One right option", "Another right option")
    if len(chosen) == 2:
        answers = tuple(other.word for other in chosen)
        common["quotes"] = tuple(_quote(other.sentence) for other in chosen)
    wrong = (Option("A wrong option", "Why this one is wrong."), Option("Another wrong option", "Why it is wrong."))
    told = f"The text speaks of “{answers[0]}” and of “{answers[1]}”."
    prompt = "Which two of these does the text speak of?"
    return Multiple(**common | {"explanation": told}, prompt=prompt, answers=answers, wrong=wrong)


def _number(found: list[Gapped], phase: str) -> Number:
    gap = next((gap for gap in found if gap.is_number), None)
    if gap is None:
        size = len(found[0].sentence.split())
        common = _common("example-number", phase, found[0])
        told = "Whoever counts them finds so many."
        prompt = "How many words has the passage, counted from blank to blank?"
        return Number(**common, prompt=prompt, answer=Decimal(size), explanation=told)
    prompt = f"Which number belongs in the blank: “{gap.sentence[: gap.start]}____{gap.sentence[gap.end :]}”?"
    common = _common("example-number", phase, gap) | {"explanation": _told(gap)}
    return Number(**common, prompt=prompt, answer=Decimal(gap.word))


def _order(sentences: list[str], common: dict[str, Any]) -> Order:
    shown = {shorten(sentence, _SHOWN).casefold(): sentence for sentence in sentences}
    chosen = list(islice(shown.values(), 3))
    items = tuple(shorten(sentence, _SHOWN) for sentence in chosen)
    if len(items) < 3:
        items = ("What comes first", "What comes next", "What comes last")
        prompt, told = "Put these events in order, beginning with the earliest.", "Why they come in this order."
    else:
        prompt, told = "In which order does the text say this?", "The text goes from one to the next in this order."
        common |= {"quotes": tuple(_quote(sentence) for sentence in chosen)}
    return Order(**common | {"explanation": told}, prompt=prompt, answer=items)


def _match(sentences: list[str], common: dict[str, Any]) -> Match:
    halves: dict[str, tuple[str, str, str]] = {}
    for sentence in sentences:
        words = sentence.split()
        if 6 <= len(words) <= 30:
            left, right = (" ".join(part) for part in (words[: len(words) // 2], words[len(words) // 2 :]))
            halves.setdefault(left.casefold(), (left, right, sentence))
    chosen = list(islice(halves.values(), 3))
    pairs = tuple((left, right) for left, right, _ in chosen)
    prompt, told = "Match each beginning with the words that follow it.", "So these sentences of the text go on."
    if len(pairs) < 2:
        pairs = (("A left side", "Its right side"), ("Another left side", "The right side of that"))
        prompt, told = "Match each left side with what belongs to it.", "Why they belong together."
    else:
        common |= {"quotes": tuple(_quote(sentence) for _, _, sentence in chosen)}
    spare = (Option("A right side that belongs to no pair", "Why it belongs to none."),)
    return Match(**common | {"explanation": told}, prompt=prompt, pairs=pairs, spare=spare)
