"""What is written can be read again: by another connection at once, and as it was."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from quiz.history.migrations import migrate
from quiz.history.record import Record
from quiz.history.values import Moment, Saved, Summary
from tests.history.samples import NOON, at, attempt, given, record_in, rows


def test_an_answer_can_be_read_by_another_connection_when_the_call_returns(record: Record, file: Path) -> None:
    record.begin(attempt(1))
    assert [] == rows(file, "SELECT uid FROM attempts")
    for i, question in enumerate("abc"):
        record.answer(1, given(10 + i, question, i / 2))
        assert [(10 + k, "abc"[k], k / 2) for k in range(i + 1)] == rows(file)
    assert [(1, "bank", 7, '["a", "b", "c"]', 3, NOON.milliseconds, 60)] == rows(
        file, "SELECT uid, bank, seed, selection, size, started, utc_offset FROM attempts"
    )


def test_every_answer_is_synced_to_the_disk(record: Record) -> None:
    database = record._database
    assert database is not None
    assert [("wal",), (2,)] == [
        database.execute(f"PRAGMA {name}").fetchone() for name in ("journal_mode", "synchronous")
    ]
    assert (True, "") == (record.saves, record.notice)


def test_an_attempt_that_was_only_begun_is_not_written(record: Record, file: Path) -> None:
    record.begin(attempt(1))
    record.close()
    with closing(record_in(file)) as again:
        assert (0, []) == (again.attempt_count("bank"), again.attempts("bank"))


def test_an_attempt_is_read_back_as_it_was(record: Record, file: Path) -> None:
    record.begin(attempt(1))
    record.answer(1, given(10, "a", 0.5, 3))
    record.skip(20, 1, "b", at(4))
    record.answer(1, given(11, "c", 1.0, 5))
    record.withdraw(11, at(6))
    record.skip(21, 1, "c", at(7))
    record.close()
    with closing(record_in(file)) as again:
        expected = Saved(attempt(1), (given(10, "a", 0.5, 3),), ("b", "c"), 1)
        assert expected == again.load(1)
        assert again.load(2) is None


def test_only_the_first_response_to_a_question_in_an_attempt_counts(record: Record) -> None:
    record.begin(attempt(1))
    record.answer(1, given(10, "a", 0.0, 1))
    record.answer(1, given(11, "a", 1.0, 2))
    assert {"a": 0.0} == record.latest("bank")
    assert ["a"] == [row.question for row in (record.load(1) or pytest.fail()).given]


def test_of_several_attempts_the_latest_first_response_counts(record: Record) -> None:
    for uid, score in ((1, 1.0), (2, 0.0), (3, 0.5)):
        record.begin(attempt(uid, started=uid))
        record.answer(uid, given(10 * uid, "a", score, uid))
        record.answer(uid, given(10 * uid + 1, "a", 1.0, uid))
    assert {"a": 0.5} == record.latest("bank")


def test_an_answer_withdrawn_makes_way_for_the_one_before_or_after_it(record: Record) -> None:
    record.begin(attempt(1))
    record.answer(1, given(10, "a", 0.5, 1))
    record.begin(attempt(2))
    record.answer(2, given(20, "a", 0.0, 2))
    record.withdraw(20, at(3))
    assert {"a": 0.5} == record.latest("bank")
    record.answer(2, given(21, "a", 1.0, 4))
    assert {"a": 1.0} == record.latest("bank")
    record.withdraw(21, at(5))
    record.withdraw(10, at(6))
    assert {} == record.latest("bank")


def test_banks_are_kept_apart(record: Record) -> None:
    record.begin(attempt(1))
    record.begin(attempt(2, bank="other"))
    record.answer(1, given(10, "a", 1.0))
    record.answer(2, given(20, "a", 0.0))
    assert ({"a": 1.0}, {"a": 0.0}, {}) == tuple(record.latest(bank) for bank in ("bank", "other", "none"))
    assert [1, 1, 0] == [record.attempt_count(bank) for bank in ("bank", "other", "none")]


def test_attempts_are_listed_with_their_sums_the_last_begun_first(record: Record) -> None:
    for uid in (1, 2, 3):
        record.begin(attempt(uid, started=100 * uid))
    record.answer(1, given(10, "a", 1.0, 101))
    record.answer(1, given(11, "b", 0.5, 102))
    record.answer(1, given(12, "c", 0.0, 103))
    record.answer(2, given(20, "a", 1.0, 201))
    record.withdraw(20, at(202))
    record.skip(30, 3, "a", at(301))
    expected = [
        Summary(3, at(300), 3, 0, 0, 0.0, at(300)),
        Summary(2, at(200), 3, 0, 0, 0.0, at(200)),
        Summary(1, at(100), 3, 3, 1, 1.5, at(103)),
    ]
    assert expected == record.attempts("bank")
    assert expected[:2] == record.attempts("bank", 2)
    assert [False, False, True] == [summary.finished for summary in expected]
    assert expected[:2] == record.interrupted("bank")
    assert [] == record.interrupted("other")


def test_an_answer_written_twice_is_there_once(record: Record, file: Path) -> None:
    record.begin(attempt(1))
    for _ in range(2):
        record.answer(1, given(10, "a", 0.0))
        record.withdraw(10, at(1))
        record.skip(20, 1, "b", at(2))
    record.begin(attempt(1))
    record.answer(1, given(11, "a", 1.0))
    assert [(10, "a", 0.0), (11, "a", 1.0)] == rows(file)
    assert [(1, 1, 1)] == rows(
        file,
        "SELECT (SELECT count(*) FROM attempts), (SELECT count(*) FROM withdrawals), (SELECT count(*) FROM skips)",
    )


def test_an_answer_to_an_attempt_that_is_not_there_is_not_written(record: Record, file: Path) -> None:
    record.answer(99, given(10, "a"))
    record.withdraw(99, at(1))
    assert [] == rows(file)


def test_any_text_can_be_an_answer(record: Record) -> None:
    strange = ("", "\0", "\ud800", "🙂", "'; DROP TABLE responses; --", "\u202e")
    record.begin(attempt(1))
    response = given(10, "a")
    record.answer(1, type(response)(10, "a", "", strange, 1.0, 0.0, Moment(-1, -720), 3))
    saved = record.load(1)
    assert saved is not None
    assert (strange, Moment(-1, -720), 3) == (saved.given[0].response, saved.given[0].at, saved.given[0].certainty)


# latest is kept by triggers: it must be what is computed from all rows

STEPS = st.lists(
    st.tuples(
        st.sampled_from(("answer", "answer", "withdraw")),
        st.integers(1, 3),  # attempt
        st.sampled_from("ab"),  # question
        st.sampled_from((0.0, 0.5, 1.0)),
        st.integers(0, 4),  # time: may go back, or be the same
    ),
    max_size=25,
)
COMPUTED = """
    SELECT question, score FROM counted c WHERE NOT EXISTS (
        SELECT 1 FROM counted d WHERE (d.bank, d.question) = (c.bank, c.question)
        AND (d.answered, d.id) > (c.answered, c.id))
"""


@for_all(STEPS)
def test_the_latest_kept_are_the_latest_computed(steps: list[tuple[str, int, str, float, int]]) -> None:
    record = record_in(Path("/dev/null/nowhere"))
    database = record._mirror
    assert database is not None
    by_hand: dict[int, tuple[int, str, float, int]] = {}
    for i, (step, run, question, score, seconds) in enumerate(steps):
        if step == "answer":
            database.execute(
                "INSERT OR IGNORE INTO attempts (uid, bank, seed, selection, size, started, utc_offset)"
                " VALUES (?, 'bank', 1, '[]', 0, 0, 0)",
                (run,),
            )
            database.execute(
                "INSERT OR IGNORE INTO responses (uid, attempt, bank, question, content, response, score, seconds,"
                " answered, utc_offset) SELECT ?, id, bank, ?, '', '[]', ?, 0, ?, 0 FROM attempts WHERE uid = ?",
                (i, question, score, seconds, run),
            )
            by_hand[i] = (run, question, score, seconds)
        elif by_hand:
            slip = sorted(by_hand)[seconds % len(by_hand)]
            del by_hand[slip]
            database.execute("INSERT OR IGNORE INTO withdrawals SELECT id, 0 FROM responses WHERE uid = ?", (slip,))
        assert dict(database.execute(COMPUTED).fetchall()) == record.latest("bank") == _latest(by_hand)
    record.close()


def _latest(given: dict[int, tuple[int, str, float, int]]) -> dict[str, float]:
    """Return the score of every question's latest first response, computed in the plainest way."""
    firsts: dict[tuple[int, str], int] = {}
    for i in sorted(given):
        firsts.setdefault(given[i][:2], i)
    found: dict[str, tuple[int, int, float]] = {}
    for i in firsts.values():
        _, question, score, seconds = given[i]
        found[question] = max(found.get(question, (-1, -1, 0.0)), (seconds, i, score))
    return {question: score for question, (_, _, score) in found.items()}


def test_the_statements_of_the_record_keep_latest_as_the_rows_have_it(record: Record, file: Path) -> None:
    uid = 0
    for run in range(1, 6):
        record.begin(attempt(run, started=run))
        for question in "abcab":
            uid += 1
            record.answer(run, given(uid, question, uid % 3 / 2, -uid if run == 3 else uid))
            if uid % 4 == 0:
                record.withdraw(uid - 1, at(uid))
            assert dict(rows(file, COMPUTED)) == record.latest("bank")


def test_migrating_makes_the_same_schema_each_time() -> None:
    schemas = []
    for _ in range(2):
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
            migrate(database)
            migrate(database)
            schemas.append(database.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY name").fetchall())
    assert schemas[0] == schemas[1]
    tables = {"attempts", "responses", "withdrawals", "skips", "latest", "counted"}
    assert tables <= {name for _, name, _ in schemas[0]}


def test_the_bank_of_the_last_attempt_is_known(record: Record) -> None:
    assert "" == record.last_bank()
    record.begin(attempt(1, bank="one"))
    record.answer(1, given(10, "a"))
    record.begin(attempt(2, bank="two"))
    record.answer(2, given(11, "a"))
    assert "two" == record.last_bank()
