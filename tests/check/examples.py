"""Small banks made from the examples in a rule's file."""

from pathlib import Path
from textwrap import dedent
from typing import Any

import yaml

from quiz.banks.reader import Reading, read_bank

SOURCE = """The history of Rook Point

The lighthouse at Rook Point was lit for the first time in 1822. Its keeper climbed the 96 steps four times a night.
A fire destroyed the lamp room in 1841, and the tower was raised by nine metres. The lamp was seen from twenty miles.
"""
COMMON: dict[str, Any] = {
    "phase": "one",
    "prompt": "What happened at Rook Point?",
    "explanation": "The text names the event together with the year in which it took place, and so settles it.",
    "quote": "was lit for the first time in 1822",
}


def bank_of(folder: Path, example: str, language: str = "en") -> Reading:
    """Return the reading of a bank with the questions of an example: YAML of one question, or of a list.

    A question needs no id, phase, explanation or quote: they are filled in. A mapping with `questions` is a bank,
    in which `source_text` may give the source's words.
    """
    data = yaml.safe_load(dedent(example))
    bank: dict[str, Any] = {
        "id": "example",
        "title": "An example",
        "language": language,
        "source": {"file": "source.txt"},
        "phases": [{"id": "one", "title": "One"}, {"id": "two", "title": "Two"}],
    }
    questions = data
    if isinstance(data, dict) and "questions" in data:
        questions = data.pop("questions")
        bank |= data
    text = bank.pop("source_text", SOURCE)
    questions = questions if isinstance(questions, list) else [questions]
    bank["questions"] = [{"id": f"q{i}"} | COMMON | question for i, question in enumerate(questions, 1)]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "source.txt").write_text(text, "utf-8")
    (folder / "bank.yaml").write_text(yaml.safe_dump(bank, allow_unicode=True, sort_keys=False), "utf-8")
    return read_bank(folder, keep_nodes=True)
