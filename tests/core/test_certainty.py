"""`!` and `?` at the end of a reply: how sure the student is."""

import pytest

from quiz.core.certainty import of_fields, parted, remark
from quiz.core.questions.cloze import Gap
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.rating import Certainty
from tests.core.questions.samples import choice, cloze

CITY = ShortAnswer(id="a", phase="p", prompt="Where?", answer="Paris")
CRY = ShortAnswer(id="a", phase="p", prompt="What?", answer="Unite!", exact=True)


@pytest.mark.parametrize(
    ("expected", "reply"),
    [
        (("2", Certainty.SURE), "2!"),
        (("2", Certainty.GUESS), "2 ?"),
        (("1,3", Certainty.SURE), "1,3! "),
        (("Paris", None), "Paris"),
        (("!", None), "!"),
        (("?", None), "?"),
        (("??", None), "??"),
        (("", None), ""),
        (("2?", Certainty.SURE), "2?!"),
    ],
)
def test_the_sign_at_the_end_is_taken_off(expected: tuple[str, Certainty | None], reply: str) -> None:
    assert expected == parted(reply, CITY)


def test_where_every_character_counts_a_sign_that_ends_the_answer_belongs_to_it() -> None:
    assert ("Unite!", None) == parted("Unite!", CRY)
    assert ("Unite", Certainty.GUESS) == parted("Unite?", CRY)
    gaps = cloze(Gap("Unite!"), Gap("now"), exact=True)
    assert ("Unite!; now!", None) == parted("Unite!; now!", gaps)
    assert ("Unite", Certainty.SURE) == parted("Unite!", choice("Unite!", "Divide!"))


def test_only_what_is_worth_saying_is_said() -> None:
    assert "You were sure: look twice." == remark(Certainty.SURE, 0.5)
    assert remark(Certainty.GUESS, 1).startswith("A guess")
    assert "You were sure." == remark(Certainty.SURE, 1)
    assert ["", "", ""] == [remark(None, 0), remark(None, 1), remark(Certainty.GUESS, 0)]


def test_in_fields_every_sign_is_taken_off_and_a_sign_alone_is_nothing() -> None:
    assert (("Paris",), None) == of_fields(("Paris",), CITY)
    assert (("a", "b"), Certainty.SURE) == of_fields(("a!", "b"), CITY)
    assert (("a", "b"), Certainty.GUESS) == of_fields(("a!", "b?"), CITY)
    assert (("", ""), None) == of_fields(("?", " ! "), CITY)
