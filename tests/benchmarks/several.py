"""Several copies of the program answering at once: nothing is lost, and nobody waits longer than a moment.

Run: python -m tests.benchmarks.several [seconds] [copies]; the figures of a run are in results/several.txt.
"""

import json
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
COPY = """
import json, sys, time
from pathlib import Path
from quiz.banks.reader import read_bank
from quiz.history.record import Record
from quiz.study import Study

seconds, pause = float(sys.argv[2]), float(sys.argv[3])
record = Record(Path(sys.argv[1]), lambda: "stamp")
study = Study(read_bank(Path("tests/data/eight")), record)
print("ready", flush=True)
sys.stdin.readline()
end, waits = time.perf_counter() + seconds, []
while time.perf_counter() < end:
    run = study.begin(tuple(study.bank.by_id), 1)
    while run.question and time.perf_counter() < end:
        began = time.perf_counter()
        run.submit(run.question.key, 1.0)
        waits.append(time.perf_counter() - began)
        study.latest()
        time.sleep(pause)
assert record.notice == "" and record.saves, record.notice
record.close()
print(json.dumps(sorted(waits)))
"""


class Outcome(NamedTuple):
    """What came of it: the answers that were confirmed and those on record, and the waits in seconds, sorted."""

    confirmed: int
    kept: int
    waits: list[float]


def answering(file: Path, copies: int, seconds: float, pause: float = 0.0) -> Outcome:
    """Let copies answer at once for so long, each with a pause after an answer; the record must be sound then."""
    command = [sys.executable, "-c", COPY, str(file), str(seconds), str(pause)]
    started = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        for _ in range(copies)
    ]
    for process in started:
        assert process.stdout is not None
        assert "ready\n" == process.stdout.readline()
    for process in started:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    found = [process.communicate(timeout=seconds + 60)[0] for process in started]
    assert [0] * copies == [process.returncode for process in started]
    waits = sorted(wait for text in found for wait in json.loads(text))
    with closing(sqlite3.connect(file)) as database:
        assert [("ok",)] == database.execute("PRAGMA integrity_check").fetchall()
        assert [] == database.execute("PRAGMA foreign_key_check").fetchall()
        kept = database.execute("SELECT count(*) FROM responses").fetchone()[0]
    return Outcome(len(waits), kept, waits)


def main() -> None:
    """Let copies answer as fast as they can, then as a fast student would, and print what came of it."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    copies = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    for pause in (0.0, 0.05):
        with tempfile.TemporaryDirectory() as folder:
            confirmed, kept, waits = answering(Path(folder, "history.db"), copies, seconds, pause)
        middle, most = waits[len(waits) // 2], waits[-1]
        print(
            f"{copies} copies for {seconds:.0f} s, {1000 * pause:.0f} ms between answers: {confirmed:,} answers given,"
            f" {kept:,} on record; {1000 * middle:.1f} ms an answer, the slowest {1000 * most:.0f} ms"
        )
        assert confirmed == kept


if __name__ == "__main__":
    main()
