"""Banks made of values: with two sources, with a long source, and with the same text in every field."""

from dataclasses import replace
from decimal import Decimal

from quiz.core.bank import Bank, Phase, Quote, Source
from quiz.core.questions.base import Option, Question
from quiz.core.questions.choice import Choice
from quiz.core.questions.cloze import Cloze, Gap
from quiz.core.questions.match import Match
from quiz.core.questions.multiple import Multiple
from quiz.core.questions.number import Number
from quiz.core.questions.order import Order
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.true_false import TrueFalse


def quote_of(source: Source, text: str) -> Quote:
    """Return the first place of a text in a source as a quotation."""
    start = source.text.index(text)
    return Quote(text, source.id, ((start, start + len(text)),))


def two_sources() -> Bank:
    """Return a bank with two texts, each quoted by a question."""
    first = Source(id="a", title="First text", text="One\n\nThis is the first paragraph, with a broken\nline in it.\n")
    second = Source(id="b", title="Second text", text="This is the second text and not the first of them.\n")
    questions = (
        TrueFalse(id="one", phase="p", prompt="One?", answer=True, quotes=(quote_of(first, "broken\nline"),)),
        TrueFalse(id="two", phase="p", prompt="Two?", answer=True, quotes=(quote_of(second, "not the first"),)),
    )
    phases = (Phase(id="p", title="Only phase"),)
    return Bank(id="two", title="Two texts", sources=(first, second), phases=phases, questions=questions)


def long_bank(count: int = 60) -> Bank:
    """Return a bank with a text of many paragraphs, and a question q1, q2, … on each, in a few phases."""
    filler = "and so it goes on for a while, " * 6
    text = "\n\n".join(f"In paragraph {i} there is a needle {i}, {filler}until it ends." for i in range(1, count + 1))
    source = Source(id="s", title="A long text", text=text)
    questions = tuple(
        TrueFalse(
            id=f"q{i}",
            phase="abc"[i % 3],
            prompt=f"Question {i}?",
            answer=True,
            quotes=(quote_of(source, f"a needle {i},"),),
        )
        for i in range(1, count + 1)
    )
    phases = tuple(Phase(id=sign, title=f"Phase {sign.upper()}") for sign in "abc")
    return Bank(id="long", title="A long bank", sources=(source,), phases=phases, questions=questions)


def bank_with(text: str) -> Bank:
    """Return a bank with one question of each type, and the same text in every field but the ids."""
    source = Source(id="s", title=text, text=f"{text}\n\nBefore. Quoted {text} words. After {text}.\n")
    quote = quote_of(source, f"Quoted {text} words")
    phases = (Phase(id="p", title=text, years=text, summary=text, quotes=(quote,)), Phase(id="r", title=text))
    questions = tuple(replace(question, quotes=(quote,), explanation=text) for question in _questions(text))
    return Bank(
        id="hostile",
        title=text,
        license=text,
        author=text,
        description=text,
        sources=(source,),
        phases=phases,
        questions=questions,
    )


def _questions(text: str) -> list[Question]:
    a, b, c = f"{text} a", f"{text} b", f"{text} c"
    option = Option(b, text)
    gaps = (Gap(a, (b,)), Gap(a))
    return [
        Choice(id="choice", phase="p", prompt=text, answer=a, wrong=(option, Option(c, text))),
        Multiple(id="multiple", phase="p", prompt=text, answers=(a, c), wrong=(option,)),
        TrueFalse(id="true-false", phase="p", prompt=text, answer=True, why=text),
        ShortAnswer(id="short-answer", phase="p", prompt=text, answer=a),
        Number(id="number", phase="p", prompt=text, answer=Decimal(7), unit=text),
        Order(id="order", phase="p", prompt=text, answer=(a, b, c)),
        Match(id="match", phase="p", prompt=text, pairs=((a, b), (b, a)), spare=(Option(c, text),)),
        Cloze(id="cloze", phase="p", prompt=text, pieces=(text, text, text), gaps=gaps),
    ]
