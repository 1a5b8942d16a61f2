"""Where things are kept: the platform's folders, or one folder for all of it."""

from pathlib import Path

import pytest

from quiz import places


def test_with_quiz_home_set_all_is_there(home: Path) -> None:
    assert (home, home) == (places.data_folder(), places.settings_folder())
    assert home / "history.db" == places.history_file()
    assert home / "banks" == places.user_banks()
    assert home / "settings.json" == places.settings_file()
    assert home / "elsewhere.json" == places.elsewhere_file()
    assert home / "cache" == places.cache_folder()


def test_a_home_may_begin_with_a_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    monkeypatch.setenv("QUIZ_HOME", "~/quiz")
    assert Path("/home/ada/quiz/history.db") == places.history_file()


@pytest.mark.parametrize("value", ["", None])
def test_without_it_they_are_where_the_platform_has_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: str | None
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("QUIZ_HOME")
    if value is not None:
        monkeypatch.setenv("QUIZ_HOME", value)
    assert tmp_path / "data" / "sourcequiz" / "history.db" == places.history_file()
    assert tmp_path / "data" / "sourcequiz" / "banks" == places.user_banks()
    assert tmp_path / "config" / "sourcequiz" / "settings.json" == places.settings_file()
    assert tmp_path / "cache" / "sourcequiz" == places.cache_folder()


def test_naming_a_place_makes_nothing(home: Path) -> None:
    for place in (places.history_file, places.user_banks, places.settings_file, places.cache_folder):
        place()
    assert not home.exists()
