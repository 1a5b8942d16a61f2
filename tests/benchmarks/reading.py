"""Reading a bank against yaml.load with PyYAML's own C loader, on the same file in one run.

Run: python -m tests.benchmarks.reading [questions]
"""

import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import yaml

from quiz.banks.reader import read_bank
from tests.benchmarks.terminal import median

HEAD = """id: big
title: Generated
source: {file: source.txt}
phases: [{id: one, title: One}, {id: two, title: Two}]
questions:
"""
QUESTION = """  - id: q{i}
    phase: {phase}
    level: recall
    prompt: What does sentence {i} say of the number {n}?
    answer: That it stands in line {n}
    distractors:
      - text: That it is missing in line {m}
        why: The line is there, and holds more than line {m}.
      - text: That it is doubled in line {m}
        why: No number stands twice in the text.
      - Nothing at all of line {m}
    explanation: The sentence names the number together with the line in which it stands.
    quote: number {n} stands in line {n} of the text
"""


def write(folder: Path, count: int, lines: int = 170) -> None:
    """Write a bank of so many questions and its source of about 8 KB."""
    text = "\n\n".join(f"The number {n} stands in line {n} of the text." for n in range(lines))
    (folder / "source.txt").write_text(text, "utf-8")
    questions = (
        QUESTION.format(i=i, n=i % lines, m=(i + 1) % lines, phase=("one", "two")[i % 2]) for i in range(count)
    )
    (folder / "bank.yaml").write_text(HEAD + "".join(questions), "utf-8")


def timed(work: Callable[[], object], rounds: int) -> float:
    """Return the median time of a piece of work, in seconds."""
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return median(times)


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, count)
        text = (folder / "bank.yaml").read_text("utf-8")
        ours = timed(lambda: read_bank(folder), 5)
        theirs = timed(lambda: yaml.load(text, yaml.CSafeLoader), 3)
        tracemalloc.start()
        reading = read_bank(folder)
        peak = tracemalloc.get_traced_memory()[1]
        assert reading.bank is not None
        assert count == len(reading.bank.questions)
        print(f"{count:,} questions: read in {ours:.2f} s, yaml.load {theirs:.2f} s: {ours / theirs:.2f} ×")
        print(f"peak while reading {peak / 2**20:.0f} MB")


if __name__ == "__main__":
    main()
