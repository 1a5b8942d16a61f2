"""Lines of text as they are painted: wrapped, styled, and safe whatever a bank holds.

Every text from a bank goes through `Writer`, which makes control characters visible and never reads markup.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len, chop_cells
from textual.content import Content

from quiz.core.visible import JOINING, one_line, visible

Styled = tuple[str, str]
"""A text and the style it is painted in."""

_ROW = 2000
"""More characters than any row has room for."""
_TOKEN = re.compile(r"\S+\s*|\s+")


class Line(NamedTuple):
    """A line on the screen; `target` is what a click on it means."""

    content: Content
    target: int | None = None


def breaks(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line of `text` when it is wrapped to `width` cells at blanks.

    A word longer than the width is cut.
    """
    start = 0
    for line in text.split("\n"):
        if cell_len(line) <= width:
            yield start, start + len(line)
        else:
            yield from ((start + a, start + b) for a, b in _wrapped(line, max(width, 2)))
        start += len(line) + 1


def _wrapped(line: str, width: int) -> Iterator[tuple[int, int]]:
    begin, used = 0, 0
    for match in _TOKEN.finditer(line):
        word = match.group().rstrip()
        cells = cell_len(word)
        if begin < match.start() and used + cells > width:
            yield begin, begin + len(line[begin : match.start()].rstrip())
            begin, used = match.start(), 0
        if cells > width:
            *whole, _ = pieces = chop_cells(word, width)
            for piece in whole:
                yield begin, begin + len(piece)
                begin += len(piece)
            used = cell_len(pieces[-1]) + cell_len(match.group()) - cells
        else:
            used += cell_len(match.group())
    yield begin, begin + len(line[begin:].rstrip())


class Writer:
    """Writes lines of a given width, one after the other, into `lines`."""

    def __init__(self, width: int) -> None:
        self.width = max(width, 8)
        self.lines: list[Line] = []

    def blank(self, count: int = 1) -> None:
        """Leave lines empty."""
        self.lines += [Line(Content(""))] * count

    def rule(self) -> None:
        """Draw a thin line across."""
        self.lines.append(Line(Content.styled("─" * self.width, "$faint")))

    def text(self, text: str, style: str = "", lead: str = "", target: int | None = None) -> None:
        """Write a text in one style; `lead` stands before its first line, and blanks before the others."""
        self.styled([(text, style)], [(lead, style)], target)

    def styled(
        self,
        parts: Iterable[Styled],
        lead: Iterable[Styled] = (),
        target: int | None = None,
        rest: Iterable[Styled] | None = None,
    ) -> None:
        """Write a text of several styles; `lead` stands before its first line, `rest` before the others."""
        first = assembled(lead)
        others = Content(" " * first.cell_length) if rest is None else assembled(rest)
        whole = assembled(parts)
        for i, (start, end) in enumerate(breaks(whole.plain, self.width - first.cell_length)):
            self.lines.append(Line((others if i else first) + whole[start:end], target))

    def row(self, left: Iterable[Styled], right: Iterable[Styled], target: int | None = None) -> None:
        """Write one line with something at both ends; where both do not fit, the left is shortened."""
        self.lines.append(Line(spread(left, right, self.width), target))


def as_shown(text: str) -> str:
    """Return a text made safe, in a form that is measured right.

    Rich takes the sign after a joiner for part of the one before, which is so in emoji but not in letters; the sign
    after two joiners it measures.
    """
    text = visible(text)
    return re.sub(rf"(?<=[{JOINING}])\u200d", "\u200d\u200d", text) if "\u200d" in text else text


def assembled(parts: Iterable[Styled]) -> Content:
    """Return texts of several styles as one content, every text made safe."""
    contents = [Content.styled(as_shown(text), style) if style else Content(as_shown(text)) for text, style in parts]
    return Content("").join(contents) if len(contents) != 1 else contents[0]


def fitted(content: Content, width: int) -> Content:
    """Return a content in at most `width` cells, with an ellipsis where something is left out."""
    if content.cell_length <= width:
        return content
    return content.truncate(max(width, 1), ellipsis=True)


def spread(left: Iterable[Styled], right: Iterable[Styled], width: int) -> Content:
    """Return one line with something at both ends; a line break in it becomes a blank."""
    end = fitted(assembled(_unbroken(right)), width)
    room = max(width - end.cell_length - 2, 0) if end.plain else width
    begin = fitted(assembled(_unbroken(left)), room) if room else Content("")
    return begin + Content(" " * max(width - begin.cell_length - end.cell_length, 0)) + end


def _unbroken(parts: Iterable[Styled]) -> Iterator[Styled]:
    return ((text[:_ROW].replace("\n", " "), style) for text, style in parts)


def flat(text: str) -> str:
    """Return a text on one line, for titles in rows; made safe first, as some control characters count as blanks."""
    return one_line(text)


def cut(text: str, width: int) -> str:
    """Return a text on one line in at most `width` cells, with an ellipsis where something is left out."""
    line = flat(text)[:1000]
    return line if cell_len(line) <= width else chop_cells(line, max(width - 1, 1))[0] + "…"


def bar(share: float, width: int) -> list[Styled]:
    """Return a bar of blocks that is filled to `share` (0 to 1)."""
    full = round(share * width)
    return [("█" * full, "$accent"), ("░" * (width - full), "$faint")]
