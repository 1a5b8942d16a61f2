"""Banks for the tests of the commands."""

from pathlib import Path

from quiz.banks.reader import read_bank
from quiz.core.questions.base import Layout
from quiz.core.session import Session

EIGHT = Path(__file__).parent.parent / "data" / "eight"
"""A bank with one question of every type."""

HEAD = """id: small
title: A small bank
source: {file: source.txt, title: A short text}
phases: [{id: one, title: Phase one}, {id: two, title: Phase two}]
questions:
"""
SOURCE = "The sea is salt. The sky is blue.\n"


def question(ident: str, phase: str = "one", more: str = "") -> str:
    """Return a true-or-false question, true, without an explanation."""
    body = "type: true-false, prompt: The sea is salt., answer: true, quote: The sea is salt"
    return f"  - {{id: {ident}, phase: {phase}, {body}{more}}}\n"


def bank_file(folder: Path, text: str = HEAD + question("salt"), source: str = SOURCE) -> Path:
    """Write a bank into a folder, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bank.yaml").write_text(text, "utf-8")
    (folder / "source.txt").write_text(source, "utf-8")
    return folder


def layout(ident: str, seed: int = 1) -> Layout:
    """Return how a question of the bank of eight is laid out in an attempt with a seed."""
    bank = read_bank(EIGHT).bank
    assert bank is not None
    return Session.begin((), seed).layout(bank.by_id[ident])


def options(ident: str, seed: int = 1) -> tuple[str, ...]:
    """Return the options of a question of the bank of eight, as they are numbered."""
    return layout(ident, seed).items
