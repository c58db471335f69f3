"""Whether a file is still where it was opened: who writes on in one that was moved or deleted saves nothing."""

from __future__ import annotations

from pathlib import Path

FileId = tuple[int, int]
"""What a file system calls a file by, whatever its name: its device and number."""


def file_at(path: Path) -> FileId | None:
    """Return what stands at a path now; None for nothing."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
