"""Moves a file that was written whole into its place, and waits for a moment where the system won't let it.

Windows neither replaces nor moves a file while anybody has it open, and programs that look for viruses, or keep a
folder in step, open each new file for a moment.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.8) if sys.platform == "win32" else ()
"""Seconds between two tries; elsewhere what is refused once is refused for good."""


def place_of(path: Path) -> Path:
    """Return where a file stands, or is to stand: a link is followed, and stays. Raises OSError for links in a circle.

    What lies beside a file, such as its lock, is one and the same by whatever link the file is named.
    """
    if not path.is_symlink():
        return path
    place = Path(os.path.realpath(path))
    if place.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return place


def move_into_place(fresh: Path, path: Path, pauses: Sequence[float] = PAUSES) -> None:
    """Move a file to `path`, in the place of one that is there. Raises OSError, both files as they were."""
    for pause in pauses:
        try:
            fresh.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    fresh.replace(path)
