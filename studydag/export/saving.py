"""Bytes to a file, whole or not at all."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from studydag.model.values.errors import CannotWrite, cannot_write
from studydag.moving import PATIENCE, Patience, fresh_beside, move_into_place, place_of


def save(path: Path, data: bytes, patience: Patience = PATIENCE) -> None:
    """Write a file; one that was there is replaced whole, or stays as it was. Raises CannotWrite.

    A link is followed. What is no file, such as a pipe, is written to as it is.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(place_of(path), data, patience)
    except OSError as error:
        raise cannot_write(path, error) from error
    except ValueError as error:
        raise CannotWrite(path=str(path), detail=str(error)) from error


def _replace(path: Path, data: bytes, patience: Patience) -> None:
    fresh = fresh_beside(path)
    try:
        with fresh.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if os.name == "posix" and path.exists():
            shutil.copymode(path, fresh)
        move_into_place(fresh, path, patience)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
