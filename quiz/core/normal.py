"""Unicode's normal forms, in a time that grows with the text and not with its square."""

import re
import unicodedata
from functools import partial
from typing import Literal

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]
_SHORT = 200


def normalized(form: Form, text: str) -> str:
    """Return a text in a normal form.

    Python puts a run of combining marks in order by insertion: 100,000 marks in disorder take it half a minute. A
    text never has so many, but a broken or hostile file may; so long runs are put in order here first.
    """
    if text.isascii():
        return text
    if len(text) > _SHORT:
        decomposed: Form = "NFKD" if "K" in form else "NFD"
        marks = [c for c in set(text) if unicodedata.combining(unicodedata.normalize(decomposed, c)[0])]
        if marks:
            text = re.sub(f"[{re.escape(''.join(marks))}]{{31,}}", partial(_in_order, decomposed), text)
    return unicodedata.normalize(form, text)


def _in_order(decomposed: Form, run: re.Match[str]) -> str:
    """Return a run of combining marks in Unicode's canonical order (UAX 15: stable, by their class)."""
    marks = "".join(unicodedata.normalize(decomposed, c) for c in run.group())
    return "".join(sorted(marks, key=unicodedata.combining))
