"""Where a user's own files lie on this system, apart from Qt."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

NAME = "StudyDAG"
LIBRARY_NAME = "library.studydag"
"""What the file of one's own library is called, where nobody chose another."""


def data_folder() -> Path:
    """Return the folder of the library: in AppData/Local on Windows, in ~/.local/share on Linux. Perhaps not there.

    It is the user's own where Python came from the Store of Windows: what that writes in AppData is kept elsewhere, and
    deleted together with that Python.
    """
    return Path.home() / NAME if _is_from_store() else platformdirs.user_data_path(NAME, appauthor=False)


def settings_folder() -> Path:
    """Return the folder of what the window remembers: that of the data, but ~/.config on Linux. Perhaps not there."""
    return data_folder() if _is_from_store() else platformdirs.user_config_path(NAME, appauthor=False)


def _is_from_store() -> bool:
    return "WindowsApps" in Path(sys.base_prefix).parts
