"""Banks whose questions quote sentences of a source, for the tests of what depends on passages."""

from collections.abc import Sequence

from hypothesis import strategies as st

from quiz.core.bank import Bank, Phase, Quote, Source
from quiz.core.questions.base import Option
from quiz.core.questions.choice import Choice

_SENTENCE = "Sentence has this many words. "
_LENGTH = len(_SENTENCE)


def quoting(*questions: tuple[str, Sequence[int]], ident: str = "bank") -> Bank:
    """Return a bank with a question for each phase and the sentences (from 0) it quotes: a0, b1, a2, ….

    A question quotes two words of each sentence, so that questions on one sentence quote the same.
    """
    last = max((i for _, sentences in questions for i in sentences), default=0)
    source = Source(id="text", title="A text", text=(_SENTENCE * (last + 1)).strip())
    phases = tuple(Phase(id=phase, title=phase.upper()) for phase in sorted({phase for phase, _ in questions}))
    asked = tuple(
        Choice(
            id=f"{phase}{i}",
            phase=phase,
            prompt=f"Question {i}?",
            answer="this",
            wrong=(Option("that"),),
            quotes=tuple(Quote("Sentence has", "text", ((at * _LENGTH, at * _LENGTH + 12),)) for at in sentences),
        )
        for i, (phase, sentences) in enumerate(questions)
    )
    return Bank(id=ident, title=f"The {ident}", sources=(source,), phases=phases, questions=asked)


def quoting_banks(most: int = 24, sentences: int = 9) -> st.SearchStrategy[Bank]:
    """Draw banks of three phases, whose questions quote up to two of so many sentences, or none."""
    quoted = st.lists(st.integers(0, sentences - 1), max_size=2, unique=True)
    return st.lists(st.tuples(st.sampled_from("abc"), quoted), max_size=most).map(lambda rows: quoting(*rows))
