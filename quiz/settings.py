"""What is remembered between runs: how the program looks, what it asks, and the examinations ahead."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from datetime import date

from quiz import places
from quiz.core.windows import WINDOW_DAYS

ALL_TIME = "all"
ASK, ON = "ask", "on"
_MOST_DIGITS = 5


@dataclass(slots=True)
class Settings:
    """The settings; all are texts, as they stand in the file.

    `window` is the number of days whose answers count for a standing, or "all"; `certainty` is "ask" when an
    answer waits for how sure the student is; `marks` is "on" for certainty-based marks; `exams` has the date of
    the examination on each bank.
    """

    theme: str = "ink"
    bank: str = ""
    window: str = str(WINDOW_DAYS)
    certainty: str = ""
    marks: str = ""
    exams: dict[str, str] = field(default_factory=dict)

    @property
    def days(self) -> int | None:
        """The days of the window; None for all time."""
        if self.window == ALL_TIME:
            return None
        few = self.window.isdecimal() and len(self.window) <= _MOST_DIGITS
        return int(self.window) if few and int(self.window) else WINDOW_DAYS

    @property
    def exam_days(self) -> dict[str, int]:
        """The ordinal of the day of the examination on each bank."""
        found = {}
        for bank, text in self.exams.items():
            with suppress(ValueError):
                found[bank] = date.fromisoformat(text).toordinal()
        return found


def load() -> Settings:
    """Return the settings kept on this machine; what cannot be read is as if it were not there."""
    try:
        data = json.loads(places.settings_file().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    found = Settings()
    for name in (entry.name for entry in fields(Settings)) if isinstance(data, dict) else ():
        value, default = data.get(name), getattr(found, name)
        if isinstance(value, type(default)):
            setattr(found, name, _texts(value) if isinstance(value, dict) else value)
    return found


def _texts(mapping: dict[object, object]) -> dict[str, str]:
    return {key: value for key, value in mapping.items() if isinstance(key, str) and isinstance(value, str)}


def _changed(settings: Settings) -> dict[str, object]:
    """Return the settings that are not what they are at first."""
    usual = asdict(Settings())
    return {name: value for name, value in asdict(settings).items() if value != usual[name]}


def save(settings: Settings) -> None:
    """Keep the settings, swapped in whole; where that is not possible, go on without."""
    places.write_whole(places.settings_file(), json.dumps(_changed(settings), indent=2) + "\n")
