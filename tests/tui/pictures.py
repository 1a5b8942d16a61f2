"""Pictures of screens: compared with those on file, and drawn anew with UPDATE_PICTURES=1."""

import os
from difflib import unified_diff
from pathlib import Path

FOLDER = Path(__file__).parent / "pictures"


def compare(file: Path, now: str) -> None:
    """Compare a text with that of a file; on a difference fail with it, or rewrite the file when asked to."""
    was = file.read_text("utf-8") if file.exists() else ""
    if was == now:
        return
    if os.environ.get("UPDATE_PICTURES"):
        file.write_text(now, "utf-8")
        return
    difference = "\n".join(unified_diff(was.split("\n"), now.split("\n"), "on file", "now", lineterm=""))
    raise AssertionError(f"{file.name} is not as it was; UPDATE_PICTURES=1 rewrites it.\n{difference}")


def compare_picture(name: str, picture: str) -> None:
    """Compare a picture with the one of that name."""
    compare(FOLDER / f"{name}.txt", picture + "\n")
