"""The user's own files lie where each system wants them."""

import sys
from pathlib import Path

import pytest

from studydag.folders import data_folder, settings_folder


@pytest.mark.skipif(sys.platform != "linux", reason="The names of the folders are those of Linux.")
def test_folders_lie_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_folder() == tmp_path / ".local/share/StudyDAG"
    assert settings_folder() == tmp_path / ".config/StudyDAG"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    assert data_folder() == tmp_path / "data/StudyDAG"
    assert settings_folder() == tmp_path / "settings/StudyDAG"


def test_what_a_python_of_the_store_writes_is_not_deleted_with_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr(sys, "base_prefix", "C:/Program Files/WindowsApps/PythonSoftwareFoundation.Python.3.13_x64")
    assert data_folder() == settings_folder() == tmp_path / "StudyDAG"
