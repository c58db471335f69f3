"""Whether a file is still where it was opened, and whether this program has it open.

Who writes on in one that was moved or deleted saves nothing. One that this program has open may be touched by SQLite
alone: POSIX takes all locks on a file from a program that closes it once, and another one that looks in then takes the
log for left behind, and deletes it with all that is in it.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

FileId = tuple[int, int] | str
"""What a file system calls a file by, whatever its name: its device and number; where it stands if it has none."""


def file_at(path: Path) -> FileId | None:
    """Return what stands at a path now; None for nothing."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found.st_ino else os.path.normcase(os.path.realpath(path))


def has_other_names(path: Path) -> bool:
    """Whether a file stands under another name as well, not by a link to it but as itself. Raises OSError."""
    return path.stat().st_nlink > 1


_HELD: Counter[FileId | None] = Counter()


def hold(file: FileId | None) -> None:
    """Note that this program has a file open once more."""
    _HELD[file] += 1


def let_go(file: FileId | None) -> None:
    """Note that this program has closed it once."""
    _HELD[file] -= 1


def is_held(path: Path) -> bool:
    """Whether this program has the file at a path open, by whatever name."""
    file = file_at(path)
    return file is not None and _HELD[file] > 0
