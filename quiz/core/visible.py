"""Text from outside, made safe to show: nothing in it can steer the terminal."""

import re

from quiz.core.patterns import late

_CONTROL = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    "\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Control characters, line and paragraph separators, bidirectional overrides and invisible signs.

The non-joiner U+200C stays: Persian and several Indian scripts need it. So does the joiner U+200D, but only in
these scripts and between pictographs: Rich takes what follows one for part of the sign before, which elsewhere
makes a line as long as one likes count as a single cell. A skin tone counts as none, and stays after a pictograph.
"""
JOINING = "\u0620-\u180a\u180f-\u1cff\ua800-\uabff\U00010900-\U00011fff"
"""The scripts that have joiners: Arabic, those of India, and others around these."""
_PICTOGRAPHS = (
    "\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001f3fa\U0001f400-\U0001faff"
)
_TONES = "\U0001f3fb-\U0001f3ff"
_HIDDEN = late(
    f"[{_CONTROL}\u200d{_TONES}](?:(?<=[{_CONTROL}])|(?<=[{_TONES}])(?<![{_PICTOGRAPHS}][{_TONES}])|(?<=\u200d)"
    f"(?:(?<![{_PICTOGRAPHS}{JOINING}]\u200d)(?<![{_PICTOGRAPHS}][\ufe0f{_TONES}]\u200d)"
    f"|(?<![{JOINING}]\u200d)(?![{_PICTOGRAPHS}])))"
)
"""One class of signs first, which is quick to search for; then what must stand around the joiner and the tones."""
_BEYOND = "\U0001f3fb"
"""From here on a character may be invisible though Python calls it printable."""


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
    if _harmless(text.replace("\n", "")):
        return text
    return _HIDDEN.sub(_picture, text.replace("\r\n", "\n").replace("\t", "    "))


def without_hidden(text: str) -> str:
    """Return `text` without every control or invisible character: what was meant, of what was pasted with them."""
    return text if _harmless(text) else _HIDDEN.sub("", text.replace("\t", " "))


def one_line(text: str) -> str:
    """Return `text` visible and on one line, for lists and for output that is read line by line."""
    return " ".join(visible(text).split())


def file_name(path: object) -> str:
    """Return the path or name of a file visible and on one line, with every blank as it is."""
    return visible(str(path)).replace("\n", "␊")


def first_hidden(text: str) -> int | None:
    """Return the index of the first character that `visible` would replace, or None."""
    if _harmless(text.replace("\n", "")):
        return None
    match = _HIDDEN.search(text)
    return match.start() if match else None


def shorten(text: str, limit: int) -> str:
    """Return `text` on one line and in at most `limit` characters, cut at a word with an ellipsis."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    head = cut.rpartition(" ")[0] if " " in cut[limit // 2 :] else cut
    return (head + "…")[:limit]
