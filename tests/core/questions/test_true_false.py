"""True-false: a statement to accept or reject."""

from random import Random

import pytest

from quiz.core.questions.base import Layout, Misfit, Option
from quiz.core.questions.true_false import TrueFalse

RIGHT = TrueFalse(id="q", phase="p", prompt="The pact was signed in 1935.", answer=True, why="It was.")
WRONG = TrueFalse(id="q", phase="p", prompt="The pact was signed in 1936.", answer=False)
LAYOUT = RIGHT.layout(Random(1))


@pytest.mark.parametrize("seed", range(5))
def test_true_is_always_shown_first(seed: int) -> None:
    assert Layout(items=("True", "False")) == WRONG.layout(Random(seed))


@pytest.mark.parametrize(
    ("line", "word"),
    [("t", "True"), ("TRUE", "True"), (" 1 ", "True"), ("f", "False"), ("False", "False"), ("2", "False")],
)
def test_letters_words_and_numbers_are_understood(line: str, word: str) -> None:
    assert (word,) == RIGHT.parse(line, LAYOUT)


@pytest.mark.parametrize("line", ["", "yes", "a", "b", "3", "0", "tf"])
def test_other_lines_are_answered_with_what_to_type(line: str) -> None:
    assert Misfit("Type t for true or f for false.") == RIGHT.parse(line, LAYOUT)


@pytest.mark.parametrize(("word", "of_right", "of_wrong"), [("True", 1, 0), ("False", 0, 1), ("", 0, 0)])
def test_the_right_word_counts(word: str, of_right: float, of_wrong: float) -> None:
    assert (of_right, of_wrong) == (RIGHT.grade((word,)).score, WRONG.grade((word,)).score)


def test_the_reason_is_given_to_the_wrong_word_when_there_is_one() -> None:
    assert (Option("False", "It was."),) == RIGHT.reasons(("False",))
    assert RIGHT.reasons(("True",)) == ()
    assert WRONG.reasons(("True",)) == ()


def test_the_other_word_is_the_distractor() -> None:
    assert (RIGHT.distractors[0].text, WRONG.distractors[0].text) == ("False", "True")
