"""Small banks for the tests of the core."""

from hypothesis import strategies as st

from quiz.core.bank import Bank, Phase
from quiz.core.questions.true_false import TrueFalse


def bank_of(*counts: int) -> Bank:
    """Return a bank with so many questions in each phase: a0, a1, …, b0, …."""
    phases = [Phase(id=letter, title=letter.upper()) for letter, _ in zip("abcdefgh", counts, strict=False)]
    questions = [
        TrueFalse(id=f"{phase.id}{i}", phase=phase.id, prompt=f"{phase.id}{i}?", answer=True)
        for phase, count in zip(phases, counts, strict=True)
        for i in range(count)
    ]
    return Bank(id="bank", title="A bank", phases=tuple(phases), questions=tuple(questions))


def banks() -> st.SearchStrategy[Bank]:
    """Draw banks of one to five phases with up to eight questions each."""
    return st.lists(st.integers(0, 8), min_size=1, max_size=5).map(lambda counts: bank_of(*counts))
