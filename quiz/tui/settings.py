"""What is remembered between runs: the theme, and the bank last used."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from quiz import places


@dataclass(slots=True)
class Settings:
    """The settings of the app; all are texts."""

    theme: str = "ink"
    bank: str = ""


def load() -> Settings:
    """Return the settings kept on this machine; what cannot be read is as if it were not there."""
    try:
        data = json.loads(places.settings_file().read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    names = {field.name for field in fields(Settings)}
    known = data.items() if isinstance(data, dict) else ()
    return Settings(**{key: value for key, value in known if key in names and isinstance(value, str)})


def save(settings: Settings) -> None:
    """Keep the settings, swapped in whole; where that is not possible, go on without."""
    file = places.settings_file()
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(f"{file}.{os.getpid()}")
        draft.write_text(json.dumps(asdict(settings), indent=2) + "\n", "utf-8")
        draft.replace(file)
