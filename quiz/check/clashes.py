"""Questions that must not be asked together, because one tells the answer of the other."""

from quiz.check.item import Exam
from quiz.check.rules.bk504_answer_given_away import given_away
from quiz.core.bank import Bank


def clashes(bank: Bank) -> list[tuple[str, str]]:
    """Return the pairs of questions of a bank of which the second gives the answer of the first away (BK504)."""
    return [(item.question.id, other.question.id) for item, other in given_away(Exam(bank))]
