"""A bank whose questions can be told apart on the screen by a number."""

import json
from pathlib import Path

SIZE = 40


def write_bank(folder: Path, size: int = SIZE) -> Path:
    """Write a bank of choice questions q1, q2, …, and return its folder."""
    folder.mkdir(parents=True)
    source = " ".join(f"At place {n} stands word{n}a." for n in range(1, size + 1))
    (folder / "source.txt").write_text(source + "\n", "utf-8")
    bank = {
        "id": "killed",
        "title": "Forty words",
        "source": {"file": "source.txt", "title": "The words"},
        "phases": [{"id": "one", "title": "All of them"}],
        "questions": [_question(n) for n in range(1, size + 1)],
    }
    (folder / "bank.yaml").write_text(json.dumps(bank), "utf-8")
    return folder


def _question(number: int) -> dict[str, object]:
    return {
        "id": f"q{number}",
        "phase": "one",
        "prompt": f"What stands at place {number}?",
        "answer": f"word{number}a",
        "distractors": [f"word{number}{letter}" for letter in "bcd"],
        "explanation": f"Each word has its place; this one has {number}.",
        "quote": f"At place {number} stands word{number}a",
    }
