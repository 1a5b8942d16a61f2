"""What a type takes from the fields of a bank, and which of them it objects to."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from quiz.core.questions import types
from quiz.core.questions.base import Option

COMMON: dict[str, object] = {"id": "q", "phase": "p", "prompt": "?"}
LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")
PAIRS = tuple((str(i), letter) for i, letter in enumerate(LETTERS))


class Given:
    """Fields as they are given; `problems` are the key and the code of each objection."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values = values
        self.problems: list[tuple[str, str]] = []

    def text(self, key: str) -> str:
        return str(self.values.get(key, ""))

    def optional(self, key: str) -> str:
        return str(self.values.get(key, ""))

    def texts(self, key: str, least: int) -> tuple[str, ...]:
        found = tuple(self.values.get(key, ()))
        if len(found) < least:
            self.problems.append((key, "too few"))
        return found

    def options(self, key: str, least: int) -> tuple[Option, ...]:
        return tuple(Option(text) for text in self.texts(key, least))

    def flag(self, key: str, default: bool) -> bool:
        return bool(self.values.get(key, default))

    def number(self, key: str, default: Decimal | None) -> Decimal:
        return Decimal(self.values.get(key, default))

    def pairs(self, key: str, least: int) -> tuple[tuple[str, str], ...]:
        self.texts(key, least)
        return tuple(self.values.get(key, ()))

    def variants(self, key: str) -> Mapping[str, tuple[str, ...]]:
        return dict(self.values.get(key, {}))

    def distinct(self, *keys: str) -> None:
        given = [text for key in keys for text in self.texts(key, 0) or [self.text(key)]]
        if len(set(given)) < len(given):
            self.problems.append((keys[-1], "the same"))

    def problem(self, key: str, code: str, message: str, cure: str) -> None:
        assert message[0].islower() or message[0].isdigit() or message[0] == "'"
        assert cure.endswith(".")
        self.problems.append((key, code))


def read(kind: str, **values: object) -> Any:
    """Return a question that is read from fields in which there is nothing to object to."""
    given = Given(values)
    question = types()[kind].read(COMMON, given)
    assert [] == given.problems
    return question


@pytest.mark.parametrize(
    ("kind", "values", "problems"),
    [
        ("choice", {"answer": "A", "distractors": ()}, [("distractors", "too few")]),
        ("choice", {"answer": "A", "distractors": LETTERS[:25]}, []),
        ("choice", {"answer": "A", "distractors": LETTERS}, [("distractors", "TY702")]),
        ("multiple", {"answers": "A", "distractors": "ba"}, []),
        ("multiple", {"answers": "ab", "distractors": "bc"}, [("distractors", "the same")]),
        ("multiple", {"answers": "AB", "distractors": LETTERS[:24]}, []),
        ("multiple", {"answers": "AB", "distractors": LETTERS[:25]}, [("distractors", "TY702")]),
        ("order", {"answer": "a"}, [("answer", "too few")]),
        ("order", {"answer": "abcdefghi"}, []),
        ("order", {"answer": "abcdefghij"}, [("answer", "TY703")]),
        ("order", {"answer": "aba"}, [("answer", "the same")]),
        ("match", {"pairs": PAIRS[:1]}, [("pairs", "too few")]),
        ("match", {"pairs": PAIRS[:9], "distractors": LETTERS[9:]}, []),
        ("match", {"pairs": PAIRS[:10]}, [("pairs", "TY702")]),
        ("match", {"pairs": PAIRS[:9], "distractors": (*LETTERS[9:], "more")}, [("pairs", "TY702")]),
        ("match", {"pairs": PAIRS[:2], "distractors": ("b", "c")}, [("distractors", "OP210")]),
        ("match", {"pairs": PAIRS[:2], "distractors": ("c", "c")}, [("distractors", "the same")]),
        ("number", {"answer": 5, "tolerance": -1}, [("tolerance", "FM205")]),
        ("cloze", {"text": "No gap."}, [("text", "FM203")]),
        ("cloze", {"text": "A {{gap."}, [("text", "FM205")]),
        ("cloze", {"text": "A gap}} and {{one}}."}, [("text", "FM205")]),
        ("cloze", {"text": "A {gap}."}, [("text", "FM205")]),
        ("cloze", {"text": "A {{ }}."}, [("text", "FM205")]),
        ("cloze", {"text": "A {{gap | }}."}, [("text", "FM205")]),
        ("cloze", {"text": "A {{gap | Gap}}."}, [("text", "OP210")]),
        ("cloze", {"text": "A {{gap}}.", "accept": {"hole": ("pit",)}}, [("accept", "FM205")]),
    ],
)
def test_what_cannot_be_asked_is_objected_to(
    kind: str, values: dict[str, Any], problems: list[tuple[str, str]]
) -> None:
    given = Given(values)
    types()[kind].read(COMMON, given)
    assert problems == given.problems


def test_what_is_not_given_is_the_usual() -> None:
    number = read("number", answer=5)
    assert (Decimal(5), Decimal(0), "") == (number.answer, number.tolerance, number.unit)
    typed = read("short-answer", answer="Rapallo")
    assert ("Rapallo", (), False) == (typed.answer, typed.accept, typed.exact)
    assert False is read("cloze", text="At {{Rapallo}}.").exact
    said = read("true-false", answer=True, why="It was.")
    assert (True, "It was.") == (said.answer, said.why)


def test_a_gap_holds_its_answer_its_options_and_what_else_is_accepted() -> None:
    question = read("cloze", text="At {{ Ra\n pallo | Genoa}} in {{1922}}.", accept={"1922": ("MCMXXII",)}, exact=True)
    assert ("At ", " in ", ".") == question.pieces
    assert (("Ra pallo", ("Genoa",), ()), ("1922", (), ("MCMXXII",))) == question.gaps
    assert question.exact
