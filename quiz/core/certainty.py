"""How sure the student is, said with the answer: `!` sure, `?` a guess."""

from quiz.core.questions.base import Question
from quiz.core.rating import Certainty

SIGNS = {"!": Certainty.SURE, "?": Certainty.GUESS}


def parted(reply: str, question: Question) -> tuple[str, Certainty | None]:
    """Return a typed reply without the sign at its end, and the certainty that the sign tells.

    A sign alone is a reply like any other; and where every character counts, one that ends the right answer is
    part of it.
    """
    text = reply.rstrip()
    certainty = SIGNS.get(text[-1:])
    rest = text[:-1].rstrip()
    if certainty is None or not rest.strip("!?"):
        return reply, None
    if getattr(question, "exact", False) and any(part.endswith(text[-1]) for part in question.key):
        return reply, None
    return rest, certainty


def of_fields(texts: tuple[str, ...], question: Question) -> tuple[tuple[str, ...], Certainty | None]:
    """Return what was typed into fields without the signs at their ends, and the certainty that the last sign tells.

    A field with nothing but a sign is empty.
    """
    found = [parted(text, question) for text in texts]
    bare = tuple("" if text.strip() in SIGNS else text for text, _ in found)
    return bare, next((certainty for _, certainty in reversed(found) if certainty), None)


def remark(certainty: int | None, score: float) -> str:
    """Return what there is to say of a certainty once the verdict is known; "" when nothing."""
    if certainty == Certainty.SURE:
        return "You were sure." if score >= 1 else "You were sure: look twice."
    if certainty == Certainty.GUESS and score >= 1:
        return "A guess: it counts as right, and it will be asked again soon."
    return ""
