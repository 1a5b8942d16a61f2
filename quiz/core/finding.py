"""Findings: what the reader or the checker has to say, with a code, a place and a cure."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding matters: errors make `quiz check` fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Place(NamedTuple):
    """A place in a text file; lines and columns count from 1."""

    line: int
    column: int


class Finding(NamedTuple):
    """One thing that is wrong, where it is, and what to do about it.

    `path` is as the user would name the file; `text` is the line itself; `cure` says what to do.
    """

    code: str
    message: str
    path: str
    place: Place
    cure: str = ""
    text: str = ""
    severity: Severity = Severity.ERROR
    question: str = ""


CODES: dict[str, str] = {
    "RD101": "the file is empty",
    "RD102": "the file is not UTF-8 text",
    "RD103": "the file is too large",
    "RD104": "the file is not well-formed YAML",
    "RD105": "an anchor or alias",
    "RD106": "a tag",
    "RD107": "nesting too deep",
    "RD108": "a second document in the file",
    "RD109": "a control character",
    "RD110": "no bank here",
    "RD111": "the file cannot be read",
    "RD112": "a text cut off by #",
    "RD113": "typographic quotation marks around a text",
    "FM201": "a repeated key",
    "FM202": "an unknown key",
    "FM203": "a missing field",
    "FM204": "a field of the wrong shape",
    "FM205": "a value that is not possible here",
    "FM206": "an unknown phase",
    "FM207": "an unknown question type",
    "FM208": "a text that is too long",
    "FM209": "an unknown source",
    "SO301": "a source outside the bank's folder",
    "SO302": "a source that is missing",
    "SO303": "a source that is not a text file",
    "SO304": "a source that has changed since it was locked",
    "EV401": "a quotation that is not in the source",
    "AL901": "an allowance that silences nothing",
    "AL902": "an allowance of something that is no rule",
    "BK510": "an id used twice",
    "OP210": "two options that are the same",
    "TY702": "a question of this type needs other numbers of options",
    "TY703": "an order of too few items",
}
"""Every code of the reader, and what it stands for. Codes are never renumbered."""
