"""The writer's lock: the operating system's own, on `<library>.lock`, with the owner's name in it.

The system lets go of it when the program ends, however it ends.
"""

from __future__ import annotations

import getpass
import json
import platform
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from studydag.model.values.errors import LibraryInUse, cannot_write

LOCKED_BYTE = 1 << 30
"""Windows locks bytes, and a locked byte can't be read: lock one far past the text."""


@dataclass(slots=True)
class WriterLock:
    """Held while a library is open for writing."""

    _file: IO[str]

    @classmethod
    def take(cls, library: Path, now: datetime) -> WriterLock:
        """Lock a library for writing; LibraryInUse names who has it, CannotWrite a folder that takes no file."""
        path = library.with_name(library.name + ".lock")
        try:
            file = path.open("a+", encoding="utf-8")
        except OSError as error:
            raise cannot_write(library, error) from error
        try:
            _lock(file)
        except OSError:
            with file:
                raise LibraryInUse(path=str(library), **_owner(file)) from None
        file.seek(0)
        file.truncate()
        owner = {"owner": _user(), "machine": platform.node(), "since": now.isoformat(" ", "minutes")}
        json.dump(owner, file)
        file.flush()
        return cls(file)

    def release(self) -> None:
        """Let go; the file stays, empty, so that two programs never lock two files of one name."""
        if not self._file.closed:
            self._file.seek(0)
            self._file.truncate()
            self._file.close()


def _owner(file: IO[str]) -> dict[str, str]:
    unknown = {"owner": "?", "machine": "?", "since": "?"}
    try:
        file.seek(0)
        found = json.load(file)
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

    def _lock(file: IO[str]) -> None:
        file.seek(LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
