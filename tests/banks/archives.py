"""Banks as folders and as archives, good and bad ones, and what is in the user's own folder."""

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.banks.conftest import GOOD, HEAD, SOURCE

BANK = HEAD + GOOD
Archive = Callable[..., Path]
"""Writes a .zip of a good bank and of what it is given: names, and texts or entries."""
ADDED = ["small", "small/bank.yaml", "small/source.txt"]
"""What is in the user's banks when the good one is added."""


def write(folder: Path, bank: str = BANK) -> Path:
    """Write a bank into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bank.yaml").write_text(bank)
    (folder / "source.txt").write_text(SOURCE)
    return folder


def in_home(home: Path) -> list[str]:
    """Return all that is in the user's own banks, folders too."""
    return sorted(str(path.relative_to(home / "banks")) for path in home.glob("banks/**/*"))


def entry(name: str, mode: int) -> zipfile.ZipInfo:
    """Return an entry of an archive with a file mode."""
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, mode << 16
    return info


def many(path: Path, count: int) -> Path:
    """Write an archive of a bank and so many empty files, without the time that `zipfile` takes for them."""
    names = [b"mine/%d" % i for i in range(count)]
    local = b"".join(
        struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0) + name for name in names
    )
    heads = [struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, *[0] * 7, len(name), *[0] * 6) + name for name in names]
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count & 0xFFFF, count & 0xFFFF, len(b"".join(heads)), len(local), 0)
    path.write_bytes(local + b"".join(heads) + end)
    return path


def patched(path: Path, old: bytes, new: bytes) -> Path:
    """Replace bytes in an archive, which must be there."""
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))
    return path
