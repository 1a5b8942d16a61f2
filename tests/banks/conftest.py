"""A small bank, written from text into a folder of its own, and what came of reading it."""

import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from quiz.banks import library
from quiz.banks.reader import Reading, read_bank
from quiz.core.finding import Finding

SOURCE = """A Short History

The treaty was signed at Rapallo in 1922. Germany and Russia gave up their claims.

Lenin set out to liberate all of Asia from imperialist and capitalist control. The first priority
for Soviet foreign policy was Europe, above all "Germany" – and its workers' movement.
"""

HEAD = """id: small
title: A small bank
source:
  file: source.txt
  title: A short history
phases:
  - id: early
    title: Early years
questions:
"""
FIRST = HEAD.count("\n") + 1
"""The line in which the first question of a bank with HEAD begins."""

GOOD = """  - id: good
    phase: early
    prompt: Where was the treaty signed?
    answer: Rapallo
    distractors: [Berlin, Moscow]
    quote: The treaty was signed at Rapallo
"""


class Read(Protocol):
    """Write a bank and its source into a folder, and read it."""

    def __call__(self, text: str | bytes, source: str | bytes | None = SOURCE, **files: str | bytes) -> Reading:
        """Return what came of it; further files are named without their suffix, .txt."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the bank that `read` writes."""
    return tmp_path / "small"


@pytest.fixture
def read(folder: Path) -> Read:
    """A function that writes a small bank and reads it; its findings name it as `small/bank.yaml`."""

    def write_and_read(text: str | bytes, source: str | bytes | None = SOURCE, **files: str | bytes) -> Reading:
        folder.mkdir(exist_ok=True)
        texts = {f"{name}.txt": content for name, content in files.items()} | {"bank.yaml": text}
        for name, content in texts.items() if source is None else (*texts.items(), ("source.txt", source)):
            data = content.encode() if isinstance(content, str) else content
            (folder / name).write_bytes(data)
        return read_bank(folder, "small")

    return write_and_read


def ids(reading: Reading) -> list[str]:
    """Return the ids of the questions that can be asked."""
    return [question.id for question in reading.bank.questions] if reading.bank else []


def codes(reading: Reading) -> list[str]:
    """Return the codes of the findings, in their order."""
    return [finding.code for finding in reading.findings]


def shown(finding: Finding) -> tuple[str, int, int, str, str]:
    """Return what a person sees of a finding: code, line, column, message and cure."""
    return finding.code, finding.place.line, finding.place.column, finding.message, finding.cure


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A good bank outside the user's own."""
    from tests.banks.archives import write

    return write(tmp_path / "mine")


@pytest.fixture
def archive(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes a .zip of a good bank and of what it is given: names, and texts or entries."""

    def make(*more: tuple[str | zipfile.ZipInfo, str | bytes], top: str = "mine/", bank: str = HEAD + GOOD) -> Path:
        path = tmp_path / "bank.zip"
        with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
            warnings.simplefilter("ignore")  # of names that are there twice
            for name, text in ((f"{top}bank.yaml", bank), (f"{top}source.txt", SOURCE), *more):
                made.writestr(name, text)
        return path

    return make


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, with a folder of shipped banks of its own."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr(library, "shipped_folder", lambda: tmp_path / "shipped")
    return folder
