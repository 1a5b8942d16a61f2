"""Worked examples, computed independently of the package."""

import json
from pathlib import Path
from typing import Any

Vectors = dict[str, list[dict[str, Any]]]


def _read(name: str) -> Vectors:
    vectors: Vectors = json.loads(Path(__file__).with_name(name).read_text("utf-8"))
    return vectors


SCORING = _read("scoring.json")
"""Intervals and partial credit, as computed with scipy and by hand."""
SCHEDULE = _read("schedule.json")
"""Reviews by py-fsrs on the day each was due, and the forgetting curve after one Good; days are ordinals."""
STANDING = _read("standing.json")
"""Labels of phases; differences of two shares (Newcombe 1998, table II, method 10); the share expected right."""
CERTAINTY = _read("certainty.json")
"""Certainty-based marks and judgements, as Moodle's question_cbm gives them."""
