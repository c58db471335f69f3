"""Where a user's own files lie on this system, apart from Qt and before anything else is imported."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "StudyDAG"
LIBRARY_NAME = "library.studydag"
"""What the file of one's own library is called, where nobody chose another."""


def data_folder(
    system: str = sys.platform, environment: Mapping[str, str] = os.environ, home: Path | None = None
) -> Path:
    """Return the folder of the library: in AppData/Local on Windows, in ~/.local/share on Linux.

    `system` is a name as in `sys.platform`. The folder need not be there.
    """
    return _base(system, environment, home, "XDG_DATA_HOME", Path(".local", "share")) / NAME


def settings_folder(
    system: str = sys.platform, environment: Mapping[str, str] = os.environ, home: Path | None = None
) -> Path:
    """Return the folder of what the window remembers: that of the data, but ~/.config on Linux; as `data_folder`."""
    return _base(system, environment, home, "XDG_CONFIG_HOME", Path(".config")) / NAME


def _base(system: str, environment: Mapping[str, str], home: Path | None, chosen: str, usual: Path) -> Path:
    if system == "win32":
        local = environment.get("LOCALAPPDATA", "")
        return Path(local) if local else (home or Path.home()) / "AppData" / "Local"
    # As the XDG rules say: what does not begin at the root counts as not said.
    if (named := environment.get(chosen, "")).startswith("/"):
        return Path(named)
    return (home or Path.home()) / (Path("Library", "Application Support") if system == "darwin" else usual)
