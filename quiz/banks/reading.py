"""What came of reading a bank, whether from its text or from its compiled copy."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.core.finding import Finding, Severity

if TYPE_CHECKING:
    from quiz.banks.nodes import Mapping
    from quiz.core.bank import Bank

BANK_FILE = "bank.yaml"
_HEAD_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a bank: the bank with all that is good in it, and the findings.

    `bank` is None when nothing of it can be used; `left_out` counts the questions with an error; `lines` has
    the line in which each question begins, by id. `nodes` has, when asked for, what was read of each question
    by id, and of the bank itself under ""; `allowed` has the rules that these silence, with the reasons.
    """

    path: Path
    bank: Bank | None
    findings: tuple[Finding, ...] = ()
    left_out: int = 0
    lines: dict[str, int] = field(default_factory=dict)
    nodes: dict[str, Mapping] = field(default_factory=dict)
    allowed: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def trouble(self) -> str:
        """What the first error is, in a sentence, or "" when there is none."""
        said = next((finding.message for finding in self.findings if finding.severity is Severity.ERROR), "")
        return said if not said or said.endswith("?") else f"{said}."


def folder_and_file(path: Path) -> tuple[Path, Path]:
    """Return the folder and the file of the bank that a path names: its folder, or the file itself."""
    is_file = path.suffix in (".yaml", ".yml") and not path.is_dir()
    return (path.parent, path) if is_file else (path, path / BANK_FILE)


def exists(path: Path) -> bool:
    """Return whether there is something at a path; False for what cannot be a path."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def peek_id(path: Path) -> str:
    """Return the id at the head of a bank's file without reading the whole, or "" when it is not found there."""
    try:
        with folder_and_file(path)[1].open("rb") as file:
            head = file.read(_HEAD_BYTES).decode("utf-8-sig", "replace")
    except OSError:
        return ""
    match = re.search(r"^id:[ \t]*(['\"]?)([\w.-]+)\1[ \t\r]*(?:#.*)?$", head, re.MULTILINE)
    return match[2] if match else ""
