"""Broken banks by the thousand: no traceback, no hang, no flood of memory, and every finding's place is in its file.

Run: python -m tests.benchmarks.broken_banks [--count 20000] [--seed 1] [--only N]; the figures of a run are in
results/broken_banks.txt. Every bank is read, checked, reported on in every form and asked, two in three are fixed
(in memory).
With --only one bank is tried in this process, and kept in the folder that is named.
"""

import sys
import tempfile
import time
from argparse import ArgumentParser
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.broken.cases import Case, case
from tests.benchmarks.broken.worker import MEGABYTES, SECONDS, Tried, Worker, measured

_TOLD = 25
"""So many banks with trouble are told of in full."""


@dataclass
class Tally:
    """What has come of the banks so far."""

    done: Counter[str] = field(default_factory=Counter)
    readable: Counter[str] = field(default_factory=Counter)
    sums: Counter[str] = field(default_factory=Counter)
    troubled: list[int] = field(default_factory=list)
    slowest: list[tuple[float, int, str]] = field(default_factory=list)
    seconds: float = 0.0
    megabytes: tuple[float, int] = (0.0, 0)

    def add(self, bank: Case, found: Tried) -> None:
        """Count one bank."""
        self.done[bank.kind] += 1
        self.seconds += found.seconds
        self.megabytes = max(self.megabytes, (found.megabytes, bank.number))
        self.slowest = sorted([*self.slowest, (found.seconds, bank.number, bank.kind)], reverse=True)[:3]
        if found.trouble:
            self.troubled.append(bank.number)
        if outcome := found.outcome:
            self.readable[bank.kind] += outcome.readable
            self.sums["asked"] += bool(outcome.answers)
            for name in ("findings", "questions", "answers", "fixes"):
                self.sums[name] += getattr(outcome, name)

    def lines(self) -> list[str]:
        """Return the summary."""
        count, sums = self.done.total(), self.sums
        kinds = ", ".join(f"{n:,} {kind} ({self.readable[kind]:,} readable)" for kind, n in self.done.most_common())
        slowest = ", ".join(f"{1000 * seconds:.0f} ms (no. {n}, {kind})" for seconds, n, kind in self.slowest)
        return [
            kinds,
            f"{sums['findings']:,} findings, {sums['fixes']:,} fixes; {sums['questions']:,} questions could be asked, "
            f"{sums['answers']:,} of them in {sums['asked']:,} banks were answered",
            f"{1000 * self.seconds / max(count, 1):.0f} ms a bank; the slowest {slowest}; at most {SECONDS:.0f} s",
            f"{self.megabytes[0]:.0f} MB at the peak (no. {self.megabytes[1]}); at most {MEGABYTES} MB",
            f"{len(self.troubled)} of {count:,} banks gave trouble" + "".join(f" {n}" for n in self.troubled[:_TOLD]),
        ]


def run(count: int, seed: int, first: int = 0) -> Tally:
    """Try so many banks in a process of their own, and tell of those that give trouble."""
    tally, worker = Tally(), Worker()
    with tempfile.TemporaryDirectory() as name:
        for number in range(first, first + count):
            bank = case(seed, number)
            found = worker.tried(bank.write(Path(name, "bank")), number)
            tally.add(bank, found)
            if found.trouble and len(tally.troubled) <= _TOLD:
                print(f"\nno. {number} of seed {seed}, {bank.kind}:\n{found.trouble}", flush=True)
            if sys.stderr.isatty() or number % 500 == 499:
                print(f"\r{number + 1 - first:,} of {count:,}", end="", file=sys.stderr, flush=True)
    worker.end()
    print(file=sys.stderr)
    return tally


def one(number: int, seed: int) -> int:
    """Try one bank in this process, and say where it is."""
    bank = case(seed, number)
    folder = bank.write(Path(tempfile.gettempdir(), f"broken-{seed}-{number}"))
    found = measured(folder, number)
    print(f"{folder}, {bank.kind}: {found.outcome}\n{1000 * found.seconds:.0f} ms, {found.megabytes:.0f} MB")
    print(found.trouble)
    return 1 if found.trouble else 0


def main() -> int:
    """Run, and print what was found; 1 when any bank gave trouble."""
    parser = ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number of the first bank")
    parser.add_argument("--only", type=int, metavar="N", help="try only the bank of this number")
    options = parser.parse_args()
    if options.only is not None:
        return one(options.only, options.seed)
    begin = time.perf_counter()
    tally = run(options.count, options.seed, options.first)
    last, seconds = options.first + options.count - 1, time.perf_counter() - begin
    print(f"seed {options.seed}: {options.count:,} broken banks, no. {options.first:,} to {last:,}, in {seconds:.0f} s")
    print("\n".join(tally.lines()))
    return 1 if tally.troubled else 0


if __name__ == "__main__":
    sys.exit(main())
