"""Worked examples, computed independently of the package."""

import json
from pathlib import Path
from typing import Any

SCORING: dict[str, list[dict[str, Any]]] = json.loads(Path(__file__).with_name("scoring.json").read_text("utf-8"))
"""Intervals and partial credit, as computed with scipy and by hand."""
