"""A record in a file of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.history.record import Record
from tests.history.samples import record_in


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a record, in a folder that is not there yet."""
    return tmp_path / "data" / "history.db"


@pytest.fixture
def record(file: Path) -> Iterator[Record]:
    """A new record in that file."""
    opened = record_in(file)
    yield opened
    opened.close()
