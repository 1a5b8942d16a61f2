"""Questions of every type, built directly and drawn, and replies in a layout's own numbering."""

from collections.abc import Callable
from string import ascii_letters

from hypothesis import strategies as st

from quiz.core.questions.base import LETTERS, Layout, Option, Question, Response
from quiz.core.questions.choice import Choice
from quiz.core.questions.cloze import Cloze, Gap
from quiz.core.questions.match import Match
from quiz.core.questions.multiple import Multiple
from quiz.core.questions.number import Number
from quiz.core.questions.order import Order
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.true_false import TrueFalse

TEXTS = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters=";"), min_size=1, max_size=8)
NAMES = st.text(ascii_letters + "éß", min_size=2, max_size=8)


def distinct(texts: st.SearchStrategy[str], least: int, most: int) -> st.SearchStrategy[tuple[str, ...]]:
    """Draw texts that differ by more than case."""
    return st.lists(texts, min_size=least, max_size=most, unique_by=str.casefold).map(tuple)


def options(*texts: str) -> tuple[Option, ...]:
    """Return wrong options, each with why it is wrong."""
    return tuple(Option(text, f"why not {text}") for text in texts)


def choice(*texts: str) -> Choice:
    """Return a choice whose first text is right."""
    return Choice(id="q", phase="p", prompt="Which?", answer=texts[0], wrong=options(*texts[1:]))


def multiple(answers: str, wrong: str) -> Multiple:
    """Return a question with one-letter options."""
    return Multiple(id="q", phase="p", prompt="Which ones?", answers=tuple(answers), wrong=options(*wrong))


def order(*items: str) -> Order:
    """Return items to order, given in the right order."""
    return Order(id="q", phase="p", prompt="In which order?", answer=items)


def match(*pairs: tuple[str, str], spare: tuple[str, ...] = ()) -> Match:
    """Return pairs to put together."""
    return Match(id="q", phase="p", prompt="What belongs together?", pairs=pairs, spare=options(*spare))


def cloze(*gaps: Gap, language: str = "en", exact: bool = False) -> Cloze:
    """Return gaps, each followed by a full stop."""
    pieces = ("", *(". " for _ in gaps[1:]), ".")
    return Cloze(id="q", phase="p", prompt="Fill in.", pieces=pieces, gaps=gaps, language=language, exact=exact)


@st.composite
def _multiples(draw: st.DrawFn) -> Multiple:
    texts = draw(distinct(TEXTS, 2, 8))
    cut = draw(st.integers(1, len(texts) - 1))
    return Multiple(id="q", phase="p", prompt="?", answers=texts[:cut], wrong=options(*texts[cut:]))


@st.composite
def _matches(draw: st.DrawFn) -> Match:
    lefts = draw(distinct(TEXTS, 2, 9))
    rights = draw(distinct(TEXTS, 1, 9))
    pairs = tuple((left, draw(st.sampled_from(rights))) for left in lefts)
    used = {right for _, right in pairs}
    return match(*pairs, spare=tuple(right for right in rights if right not in used))


def _gap(texts: tuple[str, ...], chosen: bool) -> Gap:
    return Gap(texts[0], texts[1:]) if chosen else Gap(texts[0], accept=texts[1:])


GENERATED: dict[str, st.SearchStrategy[Question]] = {
    "choice": distinct(TEXTS, 2, 9).map(lambda texts: choice(*texts)),
    "cloze": st.lists(st.builds(_gap, distinct(NAMES, 1, 4), st.booleans()), min_size=1, max_size=4).map(
        lambda gaps: cloze(*gaps)
    ),
    "match": _matches(),
    "multiple": _multiples(),
    "number": st.builds(
        Number,
        id=st.just("q"),
        phase=st.just("p"),
        prompt=st.just("?"),
        answer=st.decimals(-(10**9), 10**9, places=3),
        tolerance=st.decimals(0, 10, places=1),
    ),
    "order": distinct(TEXTS, 2, 9).map(lambda texts: order(*texts)),
    "short-answer": st.builds(
        ShortAnswer,
        id=st.just("q"),
        phase=st.just("p"),
        prompt=st.just("?"),
        answer=TEXTS,
        accept=distinct(TEXTS, 0, 3),
        exact=st.booleans(),
    ),
    "true-false": st.builds(
        TrueFalse, id=st.just("q"), phase=st.just("p"), prompt=st.just("?"), answer=st.booleans(), why=TEXTS
    ),
}
"""For every type its questions, drawn."""


def _match_reply(question: Question, response: Response, layout: Layout) -> str:
    assert isinstance(question, Match)
    given = dict(zip(question.lefts, response, strict=True))
    letters = [LETTERS[layout.targets.index(given[left])] for left in layout.items]
    return " ".join(f"{i + 1}{letter}" for i, letter in enumerate(letters))


def _cloze_reply(_: Question, response: Response, layout: Layout) -> str:
    parts = zip(response, layout.gaps, strict=True)
    return "; ".join(str(gap.index(text) + 1) if gap else text for text, gap in parts)


def _numbers_reply(_: Question, response: Response, layout: Layout) -> str:
    return " ".join(str(layout.items.index(text) + 1) for text in response)


def _text_reply(_: Question, response: Response, __: Layout) -> str:
    return response[0]


_REPLIES: dict[str, Callable[[Question, Response, Layout], str]] = {
    "cloze": _cloze_reply,
    "match": _match_reply,
    "number": _text_reply,
    "short-answer": _text_reply,
}


def reply(question: Question, response: Response, layout: Layout) -> str:
    """Return a response as a student would type it, in the layout's numbering."""
    return _REPLIES.get(question.kind, _numbers_reply)(question, response, layout)


def shown(question: Question, layout: Layout) -> tuple[str, ...]:
    """Return every text that can be part of a response."""
    inside = [text for gap in layout.gaps for text in gap]
    return (*layout.items, *layout.targets, *inside, *question.key)
