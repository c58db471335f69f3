"""Looks at a file's first bytes before SQLite touches it: is it a library, whole, and of a version we know?"""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from studydag.model.store.same_file import is_held
from studydag.model.values.errors import (
    CannotRead,
    FileDenied,
    FileMissing,
    LibraryEmpty,
    LibraryForeign,
    LibraryNewer,
    LibraryTruncated,
)
from studydag.moving import place_of

APPLICATION_ID = int.from_bytes(b"SDAG", "big")
HEADER_BYTES = 100
MAGIC = b"SQLite format 3\x00"
_NAMES = tuple(f".studydag{end}" for end in ("", "-wal", "-shm", "-journal", ".lock"))


def check_file(path: Path, known_version: int) -> None:
    """Look whether a file is a library; each other kind of file raises its own CannotRead. Writes nothing.

    One that this program has open was checked then, and is left to SQLite, see `same_file`.
    """
    if is_held(path):
        return
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode) or not stat.S_ISREG(status.st_mode):
            raise FileDenied(path=str(path))
        with path.open("rb") as file:
            raw = file.read(HEADER_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        raise FileMissing(path=str(path)) from None
    except (OSError, ValueError) as error:
        raise FileDenied(path=str(path)) from error
    if not raw:
        raise LibraryEmpty(path=str(path))
    _check(path, raw, status.st_size, known_version)


def is_library(path: Path) -> bool:
    """Whether a file is a library, of whatever version. Writes nothing."""
    try:
        check_file(path, sys.maxsize)
    except LibraryTruncated:
        return True
    except CannotRead:
        return False
    return True


def is_named_as_library(path: Path) -> bool:
    """Whether a file has the name of a library, or of what SQLite and the program put beside one."""
    return path.name.casefold().endswith(_NAMES)


def _check(path: Path, raw: bytes, size: int, known_version: int) -> None:
    if not raw.startswith(MAGIC[: len(raw)]):
        raise LibraryForeign(path=str(path))
    if len(raw) < HEADER_BYTES:
        raise LibraryTruncated(path=str(path), size=size, expected=HEADER_BYTES)
    if _number(raw, 68) != APPLICATION_ID:
        raise LibraryForeign(path=str(path))
    version = _number(raw, 60)
    if version > known_version:
        raise LibraryNewer(path=str(path), found=version, known=known_version)
    if version < 1:
        raise LibraryForeign(path=str(path))
    expected = _page_size(raw) * _number(raw, 28)
    if size < expected and not log_beside(path):
        raise LibraryTruncated(path=str(path), size=size, expected=expected)


def _number(raw: bytes, offset: int) -> int:
    return int.from_bytes(raw[offset : offset + 4], "big")


def _page_size(raw: bytes) -> int:
    size = int.from_bytes(raw[16:18], "big")
    return 65536 if size == 1 else size


def log_beside(path: Path) -> bool:
    """Return whether a log lies beside the file that SQLite has yet to bring in: then its size says nothing."""
    place = place_of(path)
    return any(
        log.exists() and log.stat().st_size > 0
        for log in (place.with_name(place.name + end) for end in ("-wal", "-journal"))
    )
