"""Where a user's own files lie on this system, apart from Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from pathlib import Path

NAME = "StudyDAG"
LIBRARY_NAME = "library.studydag"
"""What the file of one's own library is called, where nobody chose another."""


def data_folder() -> Path:
    """Return the folder of the library: in AppData/Local on Windows, in ~/.local/share on Linux. Perhaps not there."""
    return platformdirs.user_data_path(NAME, appauthor=False)


def settings_folder() -> Path:
    """Return the folder of what the window remembers: that of the data, but ~/.config on Linux. Perhaps not there."""
    return platformdirs.user_config_path(NAME, appauthor=False)
