"""The two themes of the app: ink on a dark page, and paper."""

from textual.color import Color
from textual.theme import Theme

INK = Theme(
    name="ink",
    primary="#d7a65a",
    secondary="#8fa3ad",
    accent="#e0a94f",
    success="#7cc0b0",
    warning="#dcc06a",
    error="#e58e62",
    foreground="#e4dfd3",
    background="#17181b",
    surface="#1c1e22",
    panel="#26292e",
    dark=True,
    variables={"quiet": "#918c80", "faint": "#3d4046", "marked": "#f4dca8", "marked-ground": "#3a3122"},
)
PAPER = Theme(
    name="paper",
    primary="#8a5410",
    secondary="#4c6470",
    accent="#8f5a12",
    success="#146a5e",
    warning="#7d6200",
    error="#a33d12",
    foreground="#2a2823",
    background="#faf6ec",
    surface="#f3eddf",
    panel="#e9e1cf",
    dark=False,
    variables={"quiet": "#706a5d", "faint": "#d3cab6", "marked": "#5a3403", "marked-ground": "#f6e3b4"},
)
THEMES = (INK, PAPER)


def own_variables(variables: dict[str, str]) -> dict[str, str]:
    """Return values for our own colour roles that fit a theme which does not define them."""
    try:
        ink, page = Color.parse(variables["foreground"]), Color.parse(variables["background"])
        accent = Color.parse(variables["accent"])
    except Exception:  # a terminal's own colours cannot be mixed
        return {"quiet": "ansi_bright_black", "faint": "ansi_bright_black", "marked": "ansi_default"} | {
            "marked-ground": "ansi_default"
        }
    return {
        "quiet": page.blend(ink, 0.62).hex,
        "faint": page.blend(ink, 0.25).hex,
        "marked": ink.hex,
        "marked-ground": page.blend(accent, 0.25).hex,
    }
