"""The garbage collector waits until the program has begun, and leaves alone what was made by then."""

import subprocess
import sys

START = """
import gc
from quiz.garbage import begin_lightly, settle
before, runs = gc.get_threshold(), []
begin_lightly()
gc.callbacks.append(lambda phase, info: runs.append(info["generation"]))
kept = [[] for _ in range(50_000)]
print(len(runs), gc.get_threshold() > before, gc.get_freeze_count() == 0)
settle()
print(gc.get_freeze_count() > 50_000, gc.get_threshold()[0] > before[0])
more = [[] for _ in range(50_000)]
print(len(runs) > 0)
"""


def test_nothing_is_collected_at_the_start_and_what_was_made_then_not_later() -> None:
    done = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True, timeout=60)
    assert ["0 True True", "True True", "True"] == done.stdout.splitlines()
