"""Text from outside, made safe to show: nothing in it can steer the terminal."""

import re
from functools import cache

_CONTROL = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""Control characters, line and paragraph separators, bidirectional overrides and invisible signs.

The joiners U+200C and U+200D stay: Persian, several Indian scripts and emoji need them.
"""
_BEYOND = "\U000e0000"
"""From here on a character may be invisible though Python calls it printable."""


@cache
def _control() -> re.Pattern[str]:
    """Return the pattern; compiling it takes 2 ms, and few texts need it."""
    return re.compile(_CONTROL)


def _harmless(text: str) -> bool:
    """Return whether a text certainly has no character to be replaced, nor a line break or a tab."""
    return text.isprintable() and (text.isascii() or max(text) < _BEYOND)


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return f"⟨U+{code:04X}⟩"


def visible(text: str) -> str:
    """Return `text` with every control or invisible character replaced by a picture of it.

    Line breaks and tabs stay (a tab becomes four blanks); ESC becomes ␛, a bidirectional override ⟨U+202E⟩.
    """
    if _harmless(text):
        return text
    return _control().sub(_picture, text.replace("\r\n", "\n").replace("\t", "    "))


def one_line(text: str) -> str:
    """Return `text` visible and on one line, for lists and for output that is read line by line."""
    return " ".join(visible(text).split())


def first_hidden(text: str) -> int | None:
    """Return the index of the first character that `visible` would replace, or None."""
    if _harmless(text):
        return None
    match = _control().search(text)
    return match.start() if match else None


def shorten(text: str, limit: int) -> str:
    """Return `text` on one line and in at most `limit` characters, cut at a word with an ellipsis."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    head = cut.rpartition(" ")[0] if " " in cut[limit // 2 :] else cut
    return (head + "…")[:limit]
