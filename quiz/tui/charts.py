"""Small pictures of figures, drawn with blocks: each reads without colour, and the figures stand by it in words."""

from collections.abc import Sequence

from rich.cells import cell_len

from quiz.tui.lines import Styled, bar

_BLOCKS = "▁▂▃▄▅▆▇█"
_INK, _NONE, _LABEL = "$accent", "$quiet", "$quiet"
_DAYS = 7
GRID = 61
"""The cells that four weeks of days take with a blank after each day and three between weeks."""


def columns(shares: Sequence[float | None], width: int) -> list[Styled]:
    """Return a column of so many cells for each share from 0 to 1, one line high; a dot where there is none."""
    parts: list[Styled] = []
    for share in shares:
        sign = "·" if share is None else _BLOCKS[round(share * (len(_BLOCKS) - 1))] * width
        parts += [(f"{sign:<{width}}", _NONE if share is None else _INK), (" ", "")]
    return parts[:-1]


def squares(days: Sequence[bool]) -> list[Styled]:
    """Return a filled or an empty square for each day, with more room between weeks."""
    return spaced([("■", _INK) if done else ("□", _NONE) for done in days], " ", "   ")


def spaced(signs: Sequence[Styled], gap: str, wide: str) -> list[Styled]:
    """Return signs with a gap between them, and a wide one after every seventh."""
    parts: list[Styled] = []
    for i, sign in enumerate(signs):
        if i:
            parts.append((wide if i % _DAYS == 0 else gap, ""))
        parts.append(sign)
    return parts


def towers(numbers: Sequence[int], height: int, gap: str, wide: str) -> list[list[Styled]]:
    """Return the lines of a picture of numbers as columns up to `height` lines high, and a dot for none.

    One is never drawn higher than a line.
    """
    most = max(height, *numbers)
    eighths = [max(round(number * height * 8 / most), number > 0) for number in numbers]
    lines = []
    for below in range(height - 1, -1, -1):
        signs = [_piece(eighth - 8 * below, bottom=not below) for eighth in eighths]
        lines.append(spaced(signs, gap, wide))
    return [line for line in lines if any(sign.strip() for sign, _ in line)]


def _piece(eighths: int, *, bottom: bool) -> Styled:
    """Return what stands in one line of a column that reaches so many eighths into it."""
    if eighths > 0:
        return _BLOCKS[min(eighths, 8) - 1], _INK
    return ("·", _NONE) if bottom else (" ", "")


def share_bar(share: float, band: tuple[float, float], width: int) -> tuple[list[Styled], list[Styled]]:
    """Return a bar filled to a share from 0 to 1, and for below it a clasp around a band of shares."""
    low, high = (round(end * width) for end in band)
    clasp = "╰" + "─" * max(high - low - 2, 0) + "╯"
    return bar(share, width), [(" " * low + clasp, _LABEL)]


def ends(left: str, right: str, width: int) -> list[Styled]:
    """Return two labels at both ends of a picture of so many cells; side by side where it is too narrow."""
    room = width - cell_len(left) - cell_len(right)
    return [(f"{left}{' ' * room}{right}" if room > 1 else f"{left} – {right}", _LABEL)]
