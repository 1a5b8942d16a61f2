"""A small bank whose file a test writes as text."""

from pathlib import Path

SOURCE = """A Short History

The treaty was signed at Rapallo in 1922. It was Lenin's idea – "his own," as he said.

In Genoa nothing was signed. The delegates went home.
"""
HEAD = """id: small
title: A small bank
source:
  file: source.txt
phases:
  - id: early
    title: Early years
questions:
"""


def bank_file(folder: Path, text: str | bytes, source: str = SOURCE) -> Path:
    """Write a bank and its source into a folder, and return the bank's file."""
    folder.mkdir(exist_ok=True)
    (folder / "source.txt").write_text(source, "utf-8")
    file = folder / "bank.yaml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file
