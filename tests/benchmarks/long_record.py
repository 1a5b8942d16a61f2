"""A record of a million responses: how long home takes to open, and a review to be built.

Run: python -m tests.benchmarks.long_record [responses] [rounds]

The record holds answers of five years, spread over the first bank and one of 10,000 questions that is not open.
The first opening after such a record was brought in folds it once; `quiz merge` and `quiz restore` do that
themselves. That time is printed, too.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from quiz.banks.reader import read_bank
from quiz.history.knowledge import DAY_MS, fold
from quiz.history.record import Record
from quiz.study import Study
from tests.benchmarks.app_speed import FIRST, home, start
from tests.benchmarks.terminal import PYTHON, compiled, median

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


REVIEW = """
import sys, time
from pathlib import Path
from quiz.banks.reader import read_bank
from quiz.study import Study, open_record
study = Study(read_bank(Path(sys.argv[1])), open_record())
begin = time.perf_counter()
import quiz.study.review
found = quiz.study.review.review([study], 1)
print(time.perf_counter() - begin, len(found.plan.selection))
"""


def review_time(folder: str) -> float:
    """Return the seconds that building a review takes, in a process of its own."""
    done = subprocess.run(
        [PYTHON, "-c", REVIEW, FIRST],
        env={"QUIZ_HOME": folder, "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, size = done.stdout.split()
    assert int(size) > 0
    return float(seconds)


def main() -> None:
    """Measure and print."""
    responses = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 11
    compiled()
    bank = read_bank(Path(FIRST)).bank
    assert bank is not None
    questions = [question.id for question in bank.questions]
    with tempfile.TemporaryDirectory() as empty, tempfile.TemporaryDirectory() as full:
        file = Path(full) / "history.db"
        fill(file, questions, responses)
        print(f"{responses:,} responses, {file.stat().st_size / 1e6:,.0f} MB")
        record = Record(file, lambda: "stamp")
        begin = time.perf_counter()
        fold(record)
        print(f"folding all of it, once: {time.perf_counter() - begin:.1f} s")
        Study(read_bank(Path(FIRST)), record).standings()
        record.close()
        command = [PYTHON, "-m", "quiz"]
        pairs = [(start(command, home, empty), start(command, home, full)) for _ in range(rounds)]
        none, many = median([pair[0] for pair in pairs]), median([pair[1] for pair in pairs])
        print(f"home, none on record {1000 * none:.0f} ms, all on record {1000 * many:.0f} ms: {many / none:.2f} ×")
        times = [review_time(full) for _ in range(rounds)]
        print(f"a review is built in {1000 * median(times):.0f} ms (worst {1000 * max(times):.0f})")


if __name__ == "__main__":
    main()
