"""The broken banks themselves, each made from a seed and its number."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.benchmarks.broken.damaged import damaged, encoded
from tests.benchmarks.broken.drawn import drawn
from tests.benchmarks.broken.written import written

KINDS = ("written", "damaged", "drawn", "damaged", "written", "damaged", "written", "drawn", "damaged", "written")
"""The kinds of ten banks in a row."""


@dataclass(frozen=True)
class Case:
    """One broken bank: its number, how it was made, and its files by name."""

    number: int
    kind: str
    files: dict[str, bytes]

    def write(self, folder: Path) -> Path:
        """Write the bank into a folder, in place of what was there; return the folder."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name, data in self.files.items():
            (folder / name).write_bytes(data)
        return folder


def case(seed: int, number: int) -> Case:
    """Return the bank of a number; it is the same whenever it is asked for with the same seed."""
    kind = KINDS[number % len(KINDS)]
    rng = Random(f"{seed}:{number}")
    if kind == "written":
        files = written(rng)
        files["bank.yaml"] = encoded(rng, files["bank.yaml"].decode())
    elif kind == "drawn":
        tens, ones = divmod(number, len(KINDS))
        files = drawn(Random(seed), tens * KINDS.count(kind) + KINDS[:ones].count(kind))
    else:
        files = damaged(rng)
    return Case(number, kind, files)
