"""A record of a million responses: how long home takes to open, and a review to be built.

Run: python -m tests.benchmarks.long_record [responses] [rounds]

The record holds answers of five years, spread over the first bank and one of 10,000 questions that is not open.
The first opening after such a record was brought in folds it once; `quiz merge` and `quiz restore` do that
themselves. That time is printed, too.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.app_speed import home, start
from tests.benchmarks.records import FIRST, folded
from tests.benchmarks.terminal import PYTHON, compiled, median

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
    with tempfile.TemporaryDirectory() as empty, tempfile.TemporaryDirectory() as full:
        file = Path(full) / "history.db"
        seconds = folded(file, responses)
        print(f"{responses:,} responses, {file.stat().st_size / 1e6:,.0f} MB")
        print(f"folding all of it, once: {seconds:.1f} s")
        command = [PYTHON, "-m", "quiz"]
        pairs = [(start(command, home, empty), start(command, home, full)) for _ in range(rounds)]
        none, many = median([pair[0] for pair in pairs]), median([pair[1] for pair in pairs])
        print(f"home, none on record {1000 * none:.0f} ms, all on record {1000 * many:.0f} ms: {many / none:.2f} ×")
        times = [review_time(full) for _ in range(rounds)]
        print(f"a review is built in {1000 * median(times):.0f} ms (worst {1000 * max(times):.0f})")


if __name__ == "__main__":
    main()
