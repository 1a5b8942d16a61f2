"""Where things are kept on this machine."""

import os
from contextlib import suppress
from pathlib import Path

APP = "sourcequiz"
HOME_VARIABLE = "QUIZ_HOME"


def data_folder() -> Path:
    """Return the folder of the history and of the user's own banks."""
    if home := os.environ.get(HOME_VARIABLE):
        try:
            return Path(home).expanduser()
        except (RuntimeError, ValueError):  # ~somebody who is not known here
            return Path(home)
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def settings_folder() -> Path:
    """Return the folder of the settings: the data folder itself when `QUIZ_HOME` is set."""
    if os.environ.get(HOME_VARIABLE):
        return data_folder()
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False)


def cache_folder() -> Path:
    """Return the folder of what can be made again at any time: within the data folder when `QUIZ_HOME` is set."""
    if os.environ.get(HOME_VARIABLE):
        return data_folder() / "cache"
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False)


def history_file() -> Path:
    """Return the file in which every answer is kept."""
    return data_folder() / "history.db"


def user_banks() -> Path:
    """Return the folder of the user's own banks."""
    return data_folder() / "banks"


def elsewhere_file() -> Path:
    """Return the file in which the places of banks are remembered that were taken by their path."""
    return data_folder() / "elsewhere.json"


def settings_file() -> Path:
    """Return the file of the settings."""
    return settings_folder() / "settings.json"


def write_whole(file: Path, text: str) -> None:
    """Put a small file in place, whole or not at all; where that is not possible, go on without."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(f"{file}.{os.getpid()}")
        try:
            draft.write_text(text, "utf-8")
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
