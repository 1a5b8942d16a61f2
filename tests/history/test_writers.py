"""Several copies at once, and a copy that is killed: no answer that was confirmed is lost."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

from quiz.history.record import Record
from tests.history.samples import attempt, given, record_in, rows

WRITER = """
import sys
from contextlib import closing
from pathlib import Path
from tests.history.samples import attempt, given, record_in

file, first, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
with closing(record_in(file)) as record:
    record.begin(attempt(first))
    print("ready", flush=True)
    sys.stdin.readline()
    for uid in range(first, first + count):
        record.answer(first, given(uid, f"q{uid}"))
        print(uid, flush=True)
    assert record.notice == "", record.notice
"""
ROOT = Path(__file__).parent.parent.parent


def writer(file: Path, first: int, count: int) -> subprocess.Popen[str]:
    """Start a process that confirms every answer with a line once it is told to begin."""
    command = [sys.executable, "-c", WRITER, str(file), str(first), str(count)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout is not None
    assert "ready\n" == process.stdout.readline()
    return process


def test_two_processes_that_write_at_once_lose_nothing(file: Path) -> None:
    record_in(file).close()
    writers = [writer(file, first, 200) for first in (1000, 2000)]
    for process in writers:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    confirmed = [uid for process in writers for uid in process.communicate(timeout=60)[0].split()]
    assert [0, 0] == [process.returncode for process in writers]
    assert (
        sorted(map(int, confirmed))
        == sorted(uid for uid, _, _ in rows(file))
        == [*range(1000, 1200), *range(2000, 2200)]
    )
    with closing(record_in(file)) as record:
        assert 400 == len(record.latest("bank"))


def test_two_records_in_one_process_see_what_the_other_writes(record: Record, file: Path) -> None:
    with closing(record_in(file)) as other:
        for uid, one in enumerate((record, other, record, other), 1):
            one.begin(attempt(uid))
            one.answer(uid, given(uid, f"q{uid}"))
            assert record.latest("bank") == other.latest("bank")
        assert 4 == len(other.latest("bank"))


def test_an_answer_can_be_written_by_another_thread(record: Record, file: Path) -> None:
    record.begin(attempt(1))
    thread = threading.Thread(target=record.answer, args=(1, given(10, "a")))
    thread.start()
    thread.join()
    assert [(10, "a", 1.0)] == rows(file)


def test_what_a_killed_process_confirmed_is_there(file: Path) -> None:
    process = writer(file, 200_000, 100_000)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    confirmed = [int(process.stdout.readline()) for _ in range(50)]
    os.kill(process.pid, signal.SIGKILL)
    confirmed += [int(line) for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    assert -signal.SIGKILL == process.wait(30)
    process.communicate()
    with closing(record_in(file)) as record:
        assert "" == record.notice
        kept = [uid for uid, _, _ in rows(file)]
        assert confirmed == kept[: len(confirmed)]
        assert len(kept) <= len(confirmed) + 1
        assert record.load(200_000) is not None
        record.answer(200_000, given(1, "after"))
        assert 1.0 == record.latest("bank")["after"]
