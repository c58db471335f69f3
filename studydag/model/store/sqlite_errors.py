"""Turns what SQLite says, and rows that can't be read, into errors that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from studydag.model.store.reading import UnreadableRow
from studydag.model.values.errors import CannotWrite, DiskFull, LibraryDamaged, NotAllowed, SearchDamaged

_OF_THE_SCHEMA = ("no such", "malformed", "has no column named")


class WrittenOutsideChange(RuntimeError):
    """A statement that writes came outside a change; nothing of it stays."""


@contextmanager
def known_errors(path: Path, close: sqlite3.Connection | None) -> Iterator[None]:
    """Turn what SQLite and unreadable rows say into known errors; close the connection then, if given."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        if close is not None:
            close.close()
        known = _known_error(path, error.orig if isinstance(error, DBAPIError) else error)
        if known is None:
            raise
        raise known from error
    except (UnreadableRow, UnicodeDecodeError) as error:
        if close is not None:
            close.close()
        raise LibraryDamaged(path=str(path), detail=str(error)) from error


def _known_error(path: Path, error: BaseException | None) -> Exception | None:
    code = getattr(error, "sqlite_errorcode", None)
    detail = str(error)
    if code is None:
        return LibraryDamaged(path=str(path), detail=detail) if "decode to UTF-8" in detail else None
    primary = code & 0xFF
    if primary == sqlite3.SQLITE_FULL:
        return DiskFull(path=str(path), detail=detail)
    if code == sqlite3.SQLITE_CORRUPT_VTAB:
        return SearchDamaged(path=str(path), detail=detail)
    if primary in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}:
        return LibraryDamaged(path=str(path), detail=detail)
    if primary in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}:
        return NotAllowed(path=str(path), detail=detail)
    if primary in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}:
        return CannotWrite(path=str(path), detail=detail)
    if primary == sqlite3.SQLITE_ERROR and any(each in detail for each in _OF_THE_SCHEMA):
        return LibraryDamaged(path=str(path), detail=detail)
    return None
