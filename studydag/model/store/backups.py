"""Backups beside the library, thinned, and closed copies of it.

A backup is a whole library of its own, named by its time: `school 2027-03-11 142530 start.studydag`.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from studydag.model.store import search
from studydag.model.store.file_check import HEADER_BYTES, log_beside
from studydag.model.values.errors import CannotWrite, NoRoom, cannot_write
from studydag.moving import PATIENCE, Patience, fresh_beside, move_into_place

LAST = 10
DAILY = 7
WEEKLY = 8
ENDING = ".studydag"
CHUNK = 1 << 20
_NAME = re.compile(r"(?P<time>\d{4}-\d\d-\d\d \d{6})(?: (?P<reason>[a-z-]+))?(?: (?P<number>\d+))?\.studydag$")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: when and why it was made, and its size in bytes."""

    path: Path
    made: datetime
    reason: str
    size: int


def folder_of(library: Path) -> Path:
    """Return the folder in which a library's backups lie."""
    return library.with_name(f"{library.stem} backups")


def backups_of(library: Path) -> list[Backup]:
    """Return the backups of a library, newest first; none where its folder can't be looked into."""
    found = []
    for path in _files_in(folder_of(library)):
        match = _NAME.search(path.name)
        if match is not None:
            made = datetime.strptime(match["time"], "%Y-%m-%d %H%M%S")
            # Another program may have taken it away meanwhile.
            with suppress(FileNotFoundError):
                status = path.stat()
                order = (made, status.st_mtime_ns, int(match["number"] or 1), path.name)
                found.append((order, Backup(path, made, match["reason"] or "", status.st_size)))
    # Several may be made within the second that a name tells.
    return [backup for _order, backup in sorted(found, key=lambda each: each[0], reverse=True)]


def _files_in(folder: Path) -> list[Path]:
    try:
        return list(folder.glob(f"*{ENDING}"))
    except OSError:
        return []


def make(
    library: Path, connection: sqlite3.Connection, now: datetime, reason: str, patience: Patience = PATIENCE
) -> Path:
    """Make a backup and thin the older ones; raises CannotWrite."""
    folder = folder_of(library)
    stamp = f"{now:%Y-%m-%d %H%M%S} {reason}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = free_path(folder, f"{library.stem} {stamp}", ENDING)
    except OSError as error:
        raise cannot_write(folder, error) from error
    copy(connection, path, page_by_page=True, patience=patience)
    thin(library, keep=path)
    return path


def free_path(folder: Path, stem: str, ending: str) -> Path:
    """Return where a file of this name can lie, with a number where there is one: that of the same second stays."""
    path, number = folder / f"{stem}{ending}", 2
    while path.exists():
        path, number = folder / f"{stem} {number}{ending}", number + 1
    return path


def holds_the_same(library: Path, now: datetime) -> bool:
    """Whether the newest backup of a library that nobody has open holds the same; one of a clock gone wrong apart."""
    found = backups_of(library)
    newest = next((backup for backup in found if backup.made <= now), next(iter(found), None))
    return newest is not None and not log_beside(library) and _same(newest.path, library)


def copy(
    connection: sqlite3.Connection, path: Path, *, page_by_page: bool = False, patience: Patience = PATIENCE
) -> None:
    """Write a closed copy to `path`, checked, and moved into place whole. Raises CannotWrite.

    Page by page keeps every byte; otherwise VACUUM INTO leaves no trace of what was deleted.
    """
    fresh = fresh_beside(path)
    try:
        # Of a place where nothing can be written SQLite says less than the system.
        fresh.open("xb").close()
        if page_by_page:
            _copy_pages(connection, fresh)
        else:
            _copy_without_traces(connection, fresh)
        _close_and_check(fresh)
        move_into_place(fresh, path, patience)
    except (sqlite3.Error, OSError) as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise unwritten(path, error) from error


def unwritten(path: Path, error: sqlite3.Error | OSError) -> CannotWrite:
    """Return what to tell people about a copy, or a new library, that could not be written."""
    if isinstance(error, OSError):
        return cannot_write(path, error)
    is_full = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
    return (NoRoom if is_full else CannotWrite)(path=str(path), detail=str(error))


def _copy_without_traces(connection: sqlite3.Connection, path: Path) -> None:
    """VACUUM leaves deleted rows behind; full-text search keeps their words until it is rebuilt."""
    closed = connection.execute("PRAGMA query_only").fetchone()[0]
    connection.execute("PRAGMA query_only=OFF")
    try:
        connection.execute("VACUUM INTO ?", (str(path),))
    finally:
        connection.execute(f"PRAGMA query_only={closed}")
    copied = sqlite3.connect(path, isolation_level=None)
    try:
        copied.execute(f"INSERT INTO {search.TABLE}({search.TABLE}) VALUES('rebuild')")
        copied.execute("VACUUM")
    finally:
        copied.close()


def _copy_pages(connection: sqlite3.Connection, path: Path) -> None:
    target = sqlite3.connect(path)
    try:
        connection.backup(target)
    finally:
        target.close()


def _close_and_check(path: Path) -> None:
    copied = sqlite3.connect(path, isolation_level=None)
    try:
        copied.execute("PRAGMA journal_mode=DELETE")
        found = copied.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise sqlite3.DatabaseError(found)
    finally:
        copied.close()
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def thin(library: Path, *, keep: Path) -> None:
    """Delete backups that are neither among the last 10, nor the last of 7 days, nor of 8 weeks.

    Those that were made while the clock ran ahead of the one to keep, the newest, push out none of the others.
    """
    backups = backups_of(library)
    made = next((backup.made for backup in backups if backup.path == keep), None)
    ahead = [backup for backup in backups if made is not None and backup.made > made]
    kept = {keep}
    for stretch in (ahead, backups[len(ahead) :]):
        kept |= {backup.path for backup in stretch[:LAST]}
        kept |= set(_newest_by((f"{backup.made:%Y-%m-%d}", backup) for backup in stretch)[:DAILY])
        kept |= set(_newest_by((f"{backup.made:%G-%V}", backup) for backup in stretch)[:WEEKLY])
    for backup in backups:
        if backup.path not in kept:
            # One that another program has open, such as one that keeps the folder in step, goes the next time.
            with suppress(OSError):
                backup.path.unlink()


def _newest_by(backups: Iterable[tuple[str, Backup]]) -> list[Path]:
    """Return the newest backup of each stretch of time; they come newest first."""
    first: dict[str, Path] = {}
    for stretch, backup in backups:
        first.setdefault(stretch, backup.path)
    return list(first.values())


def _same(backup: Path, library: Path) -> bool:
    """Whether two closed libraries hold the same, the counters of the header apart; not where one can't be read."""
    try:
        return backup.stat().st_size == library.stat().st_size and _same_bytes(backup, library)
    except OSError:
        return False


def _same_bytes(backup: Path, library: Path) -> bool:
    with backup.open("rb") as one, library.open("rb") as other:
        one.seek(HEADER_BYTES)
        other.seek(HEADER_BYTES)
        while chunk := one.read(CHUNK):
            if chunk != other.read(CHUNK):
                return False
    return True
