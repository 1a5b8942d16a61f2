"""Keys: how they are named on the screen, and which of them work just now."""

from typing import Any, NamedTuple

from textual.binding import ActiveBinding
from textual.screen import Screen
from textual.widgets import Input

_NAMES = {
    "escape": "esc",
    "question_mark": "?",
    "slash": "/",
    "pageup": "pg up",
    "pagedown": "pg dn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "exclamation_mark": "!",
}


class KeyNote(NamedTuple):
    """A key as it is told on the screen: its label, what it does, and the key to press for it."""

    label: str
    what: str
    key: str


def label(key: str) -> str:
    """Return how a key is named on the screen."""
    return "+".join(_NAMES.get(part, part) for part in key.split("+"))


def notes(screen: Screen[Any], hidden: bool = False) -> list[KeyNote]:
    """Return the keys that work on a screen just now, each action once; with `hidden`, also those not on its bar."""
    found: dict[str, KeyNote] = {}
    for key, active in screen.active_bindings.items():
        binding = active.binding
        if isinstance(active.node, Input):
            continue  # how to edit a line is no news
        if active.enabled and binding.description and (binding.show or hidden) and binding.description not in found:
            found[binding.description] = _note(key, active)
    return list(found.values())


def _note(key: str, active: ActiveBinding) -> KeyNote:
    return KeyNote(active.binding.key_display or label(key), active.binding.description, key)
