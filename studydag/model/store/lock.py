"""The writer's lock: the operating system's own, on `<library>.lock`, with the owner's name in it.

The system lets go of it when the program ends, however it ends.
"""

from __future__ import annotations

import getpass
import json
import platform
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from studydag.model.values.errors import LibraryInUse, cannot_write
from studydag.moving import place_of

MOST_BYTES = 4096
LOCKED_BYTE = 1 << 30
"""Windows locks bytes, and a locked byte can't be read: lock one far past the text."""


@dataclass(slots=True)
class WriterLock:
    """Held while a library is open for writing."""

    _file: BinaryIO

    @classmethod
    def take(cls, library: Path, now: datetime) -> WriterLock:
        """Lock a library for writing; LibraryInUse names who has it, CannotWrite a folder that takes no file."""
        try:
            file = file_of(library).open("ab+", buffering=0)
        except OSError as error:
            raise cannot_write(library, error) from error
        try:
            _lock(file)
        except OSError:
            with file:
                raise LibraryInUse(path=str(library), **_owner(file)) from None
        owner = {"owner": _user(), "machine": platform.node(), "since": now.isoformat(" ", "minutes")}
        _write(file, json.dumps(owner))
        return cls(file)

    def release(self) -> None:
        """Let go; the file stays, empty, so that two programs never lock two files of one name."""
        if not self._file.closed:
            _write(self._file, "")
            self._file.close()


def file_of(library: Path) -> Path:
    """Return the file that is locked: the same one for each link to a library. Raises OSError."""
    place = place_of(library)
    return place.with_name(f"{place.name}.lock")


def _write(file: BinaryIO, text: str) -> None:
    """Write who has the library. On a full disk it is locked without a name."""
    with suppress(OSError):
        file.truncate(0)
        file.write(text.encode())


def _owner(file: BinaryIO) -> dict[str, str]:
    unknown = {"owner": "?", "machine": "?", "since": "?"}
    try:
        file.seek(0)
        found = json.loads(file.read(MOST_BYTES))
    except (OSError, ValueError):
        return unknown
    return {key: str(found.get(key, "?")) for key in unknown} if isinstance(found, dict) else unknown


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        file.seek(LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
