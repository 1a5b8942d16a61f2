"""What is on record of a bank is known without the bank."""

from quiz.history.kept import Kept, answered_banks, flagged_banks, kept
from quiz.history.record import Record
from quiz.history.values import Flag, Mode
from tests.history.answers import answer, begin, moment


def test_banks_are_named_in_order_and_their_attempts_and_answers_counted(record: Record) -> None:
    begin(record, 1, bank="small", hours=5)
    answer(record, 1, 10, "a")
    answer(record, 1, 11, "b")
    begin(record, 2, Mode.REVIEW, bank="small", hours=3)
    answer(record, 2, 20, "a")
    begin(record, 3, bank="big")
    answer(record, 3, 30, "a")
    assert ["big", "small"] == answered_banks(record)
    assert Kept("small", 2, 3, moment(5)) == kept(record, "small")
    assert kept(record, "none") is None


def test_a_bank_may_be_flagged_without_an_answer(record: Record) -> None:
    record.flag(Flag(1, "small", "a", "content", "Is it?", moment(0)))
    record.flag(Flag(2, "small", "b", "content", "Is it?", moment(0)))
    assert ([], ["small"]) == (answered_banks(record), flagged_banks(record))
