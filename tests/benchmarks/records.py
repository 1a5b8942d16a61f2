"""Long records to measure with: answers of five years."""

import json
import time
from pathlib import Path
from random import Random

from quiz.banks.reader import read_bank
from quiz.history.knowledge import DAY_MS, fold
from quiz.history.record import Record
from quiz.study import Study

FIRST = "question_banks/soviet_foreign_policy"
YEARS_MS = 5 * 365 * DAY_MS
_OTHER = 10_000
_IN_ATTEMPT = 20


def fill(file: Path, questions: list[str], responses: int) -> None:
    """Write so many responses, half of them to `questions` of the first bank, up to an hour ago."""
    record = Record(file, lambda: "stamp")
    database = record._readable()
    rng = Random(1)
    now = int(time.time() * 1000)
    first, step = now - YEARS_MS, (YEARS_MS - 3_600_000) // responses
    others = [f"q{i}" for i in range(_OTHER)]
    database.execute("PRAGMA synchronous = OFF")
    database.execute("BEGIN")
    for attempt in range(responses // _IN_ATTEMPT):
        bank, ids = ("soviet-foreign-policy", questions) if attempt % 2 else ("another", others)
        asked = rng.sample(ids, _IN_ATTEMPT)
        at = first + attempt * _IN_ATTEMPT * step
        database.execute(
            "INSERT INTO attempts (id, uid, bank, seed, selection, size, started, utc_offset) VALUES (?,?,?,1,?,?,?,0)",
            (attempt + 1, attempt, bank, json.dumps(asked), _IN_ATTEMPT, at),
        )
        rows = [
            (attempt * _IN_ATTEMPT + i, attempt + 1, bank, ident, rng.random() < 0.8, 10 + rng.random(), at + i * step)
            for i, ident in enumerate(asked)
        ]
        database.executemany(
            "INSERT INTO responses (uid, attempt, bank, question, content, response, score, seconds, answered,"
            " utc_offset, kind, words) VALUES (?,?,?,?,'c','[]',?,?,?,0,'choice',30)",
            rows,
        )
    database.execute("COMMIT")
    record.close()


def folded(file: Path, responses: int) -> float:
    """Write a record of so many responses that is ready for use; return the seconds that folding it took."""
    reading = read_bank(Path(FIRST))
    assert reading.bank is not None
    fill(file, [question.id for question in reading.bank.questions], responses)
    record = Record(file, lambda: "stamp")
    begin = time.perf_counter()
    fold(record)
    seconds = time.perf_counter() - begin
    Study(reading, record).standings()
    record.close()
    return seconds
