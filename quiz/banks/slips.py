"""Slips of those to whom YAML is new: what a text or a line that reads wrongly was meant to be."""

from __future__ import annotations

import re
from typing import NamedTuple

from quiz.banks.nodes import List, Mapping, Node, Text
from quiz.banks.problems import Problems
from quiz.core.finding import Place
from quiz.core.normal import normalized
from quiz.core.patterns import late

_FIELDS = (
    "id title language license author description exact allow source sources phases questions years summary quote "
    "file origin phase prompt answer answers distractors explanation level tags type text why accept pairs tolerance "
    "unit"
).split()
_NAME = f"(?:{'|'.join(_FIELDS)})"
_NO_BREAK = late(rf"^[ \xa0]*(?:-[ \xa0]+)?{_NAME}:\xa0*(?=[ \xa0\n]|(?<=\xa0))", re.MULTILINE)
_BLANK_LINE = late(r"^[ \t]+$", re.MULTILINE)
_FIELD = late(rf"( *(?:- +)*)({_NAME}):(?:\s|$)")
_ANY_FIELD = late(r"\s*(?:- +)*[^\s#'\"][^:]*:(?:\s|$)")
_NO_COLON = late(rf"( *(?:- +)*)({_NAME})(?:(:)(?=[^\s:/])|(?=\s|$))")
_GLUED = late(rf" *(-){_NAME}:(?:\s|$)")
LIST_SIGN = late(r"[–—•·‣◦▪*−](?=[ \t\xa0](?![\s\d])|$)")
_SIGNED_LINE = late(rf"\s*({LIST_SIGN.pattern})")
_LOOSE = late("expected ':'|mapping values|expected '-'|expected key|an alias|document start")
_ABOVE = 5
_LISTS = "answers answer distractors accept tags quote phases sources questions".split()
PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "‚": "‘’"}
_OPENED = late(rf"(?:^|[:-] )\s*[{''.join(PAIRS)}]")
LOOK_AT = "".join(PAIRS) + "–—•·‣◦▪*−"
"""A text that begins with one of these may be a slip."""

AFTER_DASH = "Put a blank after the dash."
_HYPHEN = "Begin each item with a hyphen and a blank, - …, in a line of its own."
_STRAIGHT = "Put straight quotation marks around the whole text, '…' or \"…\"; typographic ones do not protect it."


class Slip(NamedTuple):
    """Where it is, what it is, what to do; `new_item`: what stood above it has come to its end."""

    place: Place
    message: str
    cure: str
    new_item: bool = False


# before the text is read


def without_blanks(text: str) -> str:
    """Return a text in which lines of blanks or tabs alone are empty."""
    return _BLANK_LINE.sub("", text) if "\t" in text or " \n" in text else text


def without_no_breaks(text: str, problems: Problems) -> str:
    """Return a text with blanks for the no-break spaces around the names of fields, each noted."""

    def mend(match: re.Match[str]) -> str:
        found = match.group()
        if (at := found.find("\xa0")) >= 0 and problems.count < 20:
            line = problems.line_at(match.start())
            message = "an invisible no-break space stands here"
            problems.add("RD104", message, Place(line, at + 1), "Replace it by an ordinary blank.")
        return found.replace("\xa0", " ")

    return _NO_BREAK.sub(mend, text) if "\xa0" in text else text


# a line that cannot be read


def slip_at(said: str, place: Place, problems: Problems, first: int) -> Slip | None:
    """Return the slip behind an error in the YAML, of which the parser has `said` something.

    `first` is the line in which the question, or the key of the bank, begins.
    """
    line = problems.line(place.line)
    before = line[: place.column - 1]
    if line[place.column - 1 : place.column] == "\t" and before.strip() == "-":
        return Slip(place, "a tab stands here after the dash", AFTER_DASH)
    if not _LOOSE.search(said):
        return None
    slip = _item(place.line, problems)
    if not slip and "mapping values" not in said:
        slip = _no_colon(place.line, problems, first)
    if slip or "mapping values" not in said:
        return slip or _indented(place.line, before, problems)
    for number in range(place.line - 1, max(place.line - _ABOVE, first - 1), -1):
        above = problems.line(number)
        slip = _item(number, problems) or _no_colon(number, problems, first)
        if slip or not above.strip() or _ANY_FIELD.match(above):
            break
    return slip or _indented(place.line, before, problems) or _typographic(place, before)


def _item(number: int, problems: Problems) -> Slip | None:
    """Return the slip of an item that begins with another sign, or has no blank after its hyphen."""
    line = problems.line(number)
    if (signed := _SIGNED_LINE.match(line)) and _in_list(number, problems):
        return Slip(Place(number, signed.start(1) + 1), _begins_with(signed[1]), _HYPHEN)
    if glued := _GLUED.match(line):
        return Slip(Place(number, glued.start(1) + 1), "a blank is missing after the dash", AFTER_DASH, True)
    return None


def _in_list(number: int, problems: Problems) -> bool:
    """Return whether the field that a line stands below is a list."""
    for at in range(number - 1, max(number - 30, 0), -1):
        if field := _FIELD.match(problems.line(at)):
            return field[2] in _LISTS or "-" in field[1]
    return False


def _no_colon(number: int, problems: Problems, first: int) -> Slip | None:
    """Return the slip of a field without its colon, or without the blank after that."""
    line = problems.line(number)
    missing = _NO_COLON.match(line)
    if not missing or _has_field(missing[2], number, problems, first):
        return None
    name = missing[2]
    if missing[3]:
        return Slip(Place(number, missing.end(3)), f"a blank is missing after '{name}:'", f"Write {name}: … instead.")
    what = "a colon and a blank are" if line[missing.end() :].strip() else "a colon is"
    return Slip(Place(number, missing.end(2) + 1), f"{what} missing after '{name}'", f"Write {name}: … instead.")


def _begins_with(sign: str) -> str:
    return f"this item begins with {sign}; a list needs a hyphen and a blank"


def _has_field(name: str, number: int, problems: Problems, first: int) -> bool:
    """Return whether the question, or the bank, has a field of this name: then the word is one of a text."""
    if name in ("text", "why"):
        return False
    own = re.compile(rf"\s*(?:- +)?{name}:(?:\s|$)")
    begin = re.match(r" *-(?= )", problems.line(first))
    for at in range(first, number + 40):
        line = problems.line(at)
        if at > first and begin and re.match(rf"{begin.group()}(?:\s|$)", line):
            return False
        if own.match(line) and (at < number or begin):
            return True
    return False


def _indented(number: int, before: str, problems: Problems) -> Slip | None:
    """Return the slip of a field that is indented further than the field above it."""
    field, above = _FIELD.match(problems.line(number)), _FIELD.match(problems.line(number - 1))
    if not field or not above or "-" in field[1] or len(field[1]) <= len(above[1]):
        return None
    deep, level = len(field[1]), len(above[1])
    if before.strip() and len(before) > field.end():
        return None  # the error is in the text after the field
    blanks = "1 blank" if deep == 1 else f"{deep} blanks"
    message = f"this line is indented by {blanks}, the one above by {level}"
    return Slip(Place(number, deep + 1), message, "Line it up with the fields above it.")


def _typographic(place: Place, before: str) -> Slip | None:
    if not _OPENED.search(before):
        return None
    return Slip(place, "a colon stands here where no new 'key: value' can begin", _STRAIGHT)


# a text that was read otherwise than it was meant


def plain_from(node: Text, problems: Problems) -> str:
    """Return the rest of the line from where a text without straight quotation marks begins, or ""."""
    rest = problems.line(node.line)[node.place.column - 1 :]
    return "" if rest[:1] in ("'", '"', ">", "|") else rest.strip()


def quoted_oddly(node: Text, problems: Problems) -> bool:
    """Return whether a text was put in typographic quotation marks as a whole, and in no others."""
    text = node.text.strip()
    closing = PAIRS.get(text[0], "")
    if len(text) < 3 or not closing or text[-1] not in closing:
        return False
    inner = text[1:-1]
    within = text[0] in inner or (text[0] not in "‘‚" and any(sign in inner for sign in closing))
    return not within and plain_from(node, problems)[:1] == text[0]


def signed_item(node: Text, problems: Problems) -> Slip | None:
    """Return the slip of an item that begins with a dash or bullet."""
    sign = LIST_SIGN.match(node.text)
    if not sign or plain_from(node, problems)[:1] != sign.group():
        return None
    return Slip(node.place, _begins_with(sign.group()), "Remove it; if it belongs to the text, put that in '…'.")


def melted(key: str, node: Node, problems: Problems) -> Slip | None:
    """Return the slip of a list whose items have no hyphens, so that they were read as one text."""
    if isinstance(node, Mapping):
        slips = (signed_item(first, problems) for first, _ in node.entries.values())
        return next((slip._replace(cure=_HYPHEN) for slip in slips if slip), None)
    if not isinstance(node, Text):
        return None
    rest, text = plain_from(node, problems), " ".join(node.text.split())
    if not rest or not text:
        return None
    if sign := LIST_SIGN.match(text):
        return Slip(node.place, _begins_with(sign.group()), _HYPHEN)
    if len(text) <= len(normalized("NFC", " ".join(rest.partition(" #")[0].split()))):
        return None
    if re.match(r"-\w", text):
        return Slip(node.place, "a blank is missing after the dash", AFTER_DASH)
    return Slip(node.place, f"the lines below '{key}' have no dash and are read as one text", _HYPHEN)


# questions without the line questions:


def first_question(node: Node | None) -> int | None:
    """Return which item of a list of phases or sources is a question, or None."""
    items = node.items if isinstance(node, List) else []
    asks = (isinstance(item, Mapping) and item.entries.keys() & {"prompt", "answer"} for item in items)
    return next((number for number, is_one in enumerate(asks) if is_one), None)


def question_begins(number: int, problems: Problems) -> bool:
    """Return whether in a line a list of questions begins: an item with a prompt."""
    if not re.match(r" *- +[a-z]+:", problems.line(number)):
        return False
    for line in (problems.line(at) for at in range(number, number + 12)):
        if re.match(r"\s*(?:- +)?(?:prompt|answer):", line):
            return True
    return False
