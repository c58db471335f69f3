"""The user's own files lie where each system wants them."""

from pathlib import Path

import pytest

from studydag.folders import data_folder, settings_folder

HOME = Path("/ans")


@pytest.mark.parametrize(
    ("system", "environment", "data", "settings"),
    [
        ("linux", {}, HOME / ".local/share", HOME / ".config"),
        ("linux", {"XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c"}, Path("/d"), Path("/c")),
        ("linux", {"XDG_DATA_HOME": "d", "XDG_CONFIG_HOME": ""}, HOME / ".local/share", HOME / ".config"),
        ("darwin", {}, HOME / "Library/Application Support", HOME / "Library/Application Support"),
        ("darwin", {"XDG_DATA_HOME": "/d"}, Path("/d"), HOME / "Library/Application Support"),
        ("win32", {}, HOME / "AppData/Local", HOME / "AppData/Local"),
        ("win32", {"LOCALAPPDATA": "/local"}, Path("/local"), Path("/local")),
    ],
)
def test_each_system_has_a_place_for_data_and_for_settings(
    system: str, environment: dict[str, str], data: Path, settings: Path
) -> None:
    assert data_folder(system, environment, HOME) == data / "StudyDAG"
    assert settings_folder(system, environment, HOME) == settings / "StudyDAG"
