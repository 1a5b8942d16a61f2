"""Every response can be taken elsewhere, also those that do not count."""

import tracemalloc
from collections import deque
from itertools import islice

import pytest

from quiz.history.export import Exported, every_response
from quiz.history.record import Record
from quiz.history.values import Attempt, Given, Mode
from tests.history.carried import given, taken
from tests.history.samples import at


def test_all_of_a_response_is_there(record: Record) -> None:
    record.begin(Attempt(7, "bank", 7, ("a",), at(0), Mode.REVIEW))
    record.answer(7, Given(10, "a", "content", ("x", "“é”"), 0.5, 1.25, at(2), 1, "multiple", 9))
    answered = "2023-11-14T23:13:22.000+01:00"
    texts = ("x", "“é”")
    expected = Exported(
        "bank", 7, "review", "a", "content", "multiple", texts, 0.5, "guess", 1.25, answered, True, False
    )
    assert [expected] == list(every_response(record))


@pytest.mark.parametrize(("certainty", "word"), [(None, ""), (1, "guess"), (2, "fairly"), (3, "sure")])
def test_certainty_is_a_word(record: Record, certainty: int | None, word: str) -> None:
    taken(record, 1)
    record.answer(1, given(10, "a")._replace(certainty=certainty))
    assert [word] == [row.certainty for row in every_response(record)]


def test_nothing_is_hidden_and_the_order_is_that_of_time(record: Record) -> None:
    for uid, mode in enumerate((Mode.PRACTICE, Mode.PRETEST, Mode.EXAM, Mode.EXAM), 1):
        taken(record, uid, mode)
        record.answer(uid, given(10 + uid, "a", seconds=10 - uid))
    record.hand_in(4, at(99))
    record.answer(1, given(20, "a", 0.0, 30))
    record.withdraw(11, at(31))
    found = [(row.attempt, row.mode, row.score, row.counted, row.withdrawn) for row in every_response(record)]
    assert [
        (4, "exam", 1.0, True, False),
        (3, "exam", 1.0, False, False),
        (2, "pretest", 1.0, False, False),
        (1, "practice", 1.0, False, True),
        (1, "practice", 0.0, True, False),
    ] == found


def test_one_bank_can_be_chosen(record: Record) -> None:
    for uid, bank in ((1, "one"), (2, "two")):
        record.begin(Attempt(uid, bank, 7, ("a",), at(0)))
        record.answer(uid, given(10 + uid, "a"))
    assert [["one", "two"], ["two"], []] == [
        [row.bank for row in every_response(record, bank)] for bank in (None, "two", "three")
    ]


def test_a_long_record_takes_no_more_memory_than_a_short_one(record: Record) -> None:
    taken(record, 1)
    record.answer(1, given(10, "a"))
    many = (
        "INSERT INTO responses (uid, attempt, bank, question, content, response, score, seconds, answered, utc_offset)"
        " WITH n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
        " SELECT i, 1, 'bank', 'q' || i, 'content', '[\"text\"]', 1.0, 1.0, i, 0 FROM n"
    )
    record.keep([(many, ())])
    rows = every_response(record)
    deque(islice(rows, 100), maxlen=0)
    tracemalloc.start()
    try:
        assert 2802 == sum(1 for _ in rows)
        assert tracemalloc.get_traced_memory()[1] < 200_000
    finally:
        tracemalloc.stop()
