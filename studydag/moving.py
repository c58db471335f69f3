"""Moves a file that was written whole into its place, and waits for a moment where the system won't let it.

Windows neither replaces nor moves a file while anybody has it open, and programs that look for viruses, or keep a
folder in step, open each new file for a moment.
"""

from __future__ import annotations

import errno
import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.8) if sys.platform == "win32" else ()
"""Seconds between two tries; elsewhere what is refused once is refused for good."""
LEFT_BEHIND_AFTER: Final = 600
"""Seconds without a change after which nobody is writing any more what was not moved into its place."""
_FRESH: Final = re.compile(r"~sdag[0-9a-f]{4}\.tmp(-journal|-wal|-shm)?")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a file that somebody has open: seconds between the tries, and by what to wait for them."""

    pauses: Sequence[float] = PAUSES
    wait: Callable[[float], None] = time.sleep


PATIENCE: Final = Patience()


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


def fresh_beside(path: Path) -> Path:
    """Return a name under which to write what is then moved to `path`; what others left behind there goes away.

    Short: Windows counts all letters of a path, and `path` may be as long as it takes. OneDrive leaves .tmp alone.
    """
    clear_left_behind(path.parent)
    return path.with_name(f"~sdag{os.urandom(2).hex()}.tmp")


def clear_left_behind(folder: Path) -> None:
    """Delete what a program that was killed wrote in a folder and never moved into its place; nothing that is fresh."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _FRESH.fullmatch(entry.name):
                # What another program deletes meanwhile, or still has open, is not for us.
                with suppress(OSError):
                    if entry.stat(follow_symlinks=False).st_mtime < time.time() - LEFT_BEHIND_AFTER:
                        Path(entry).unlink()


def move_into_place(fresh: Path, path: Path, patience: Patience = PATIENCE) -> None:
    """Move a file to `path`, in the place of one that is there. Raises OSError, both files as they were."""
    for pause in patience.pauses:
        try:
            fresh.replace(path)
        except PermissionError:
            patience.wait(pause)
        else:
            return
    fresh.replace(path)
