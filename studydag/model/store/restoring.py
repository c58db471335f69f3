"""Puts a backup in the place of a library, after keeping what was there."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from studydag.model.store import backups
from studydag.model.store.beforehand import must_be_sound
from studydag.model.store.file_check import check_file
from studydag.model.store.lock import WriterLock
from studydag.model.store.migrations import VERSION
from studydag.model.store.uri import uri_of
from studydag.model.values.errors import CannotRead, CannotWrite, FileDenied, LibraryDamaged, LibraryInUse, cannot_write
from studydag.moving import PATIENCE, Patience, fresh_beside, move_into_place, place_of

_LOGS = ("-wal", "-shm", "-journal")


def restore(path: Path, backup: Path, now: datetime, patience: Patience = PATIENCE) -> Path | None:
    """Put a backup in the place of a library that is closed; return where what was there is kept, if anything was.

    Nothing changes unless the backup is sound. Raises CannotRead for one that is not, LibraryInUse when the library is
    open elsewhere, CannotWrite.
    """
    check_file(backup, VERSION)
    must_be_sound(backup, thorough=True)
    lock = WriterLock.take(path, now)
    try:
        # First the copy: thinning may take the backup itself away.
        place = place_of(path)
        fresh = fresh_beside(place)
        try:
            _copy_sound(backup, fresh, patience)
        except CannotWrite as error:
            # Nobody knows the name under which it is written first.
            raise type(error)(**(error.figures | {"path": str(path)})) from error
        try:
            kept = _keep(path, now, patience)
            move_into_place(fresh, place, patience)
        except OSError as error:
            raise cannot_write(path, error) from error
        finally:
            with suppress(OSError):
                fresh.unlink()
    finally:
        lock.release()
    return kept


def holding(library: Path, uid: str) -> list[backups.Backup]:
    """Return the backups in which a person still is, or of which that can't be said."""
    return [backup for backup in backups.backups_of(library) if _holds(backup.path, uid)]


def _copy_sound(backup: Path, fresh: Path, patience: Patience) -> None:
    try:
        with closing(_opened(backup, "ro")) as raw:
            backups.copy(raw, fresh, page_by_page=True, patience=patience)
    except sqlite3.DatabaseError as error:
        raise LibraryDamaged(path=str(backup), detail=str(error)) from error


def _keep(path: Path, now: datetime, patience: Patience) -> Path | None:
    """Make a backup of what is there; what can't be read any more is kept aside as it is."""
    if not path.exists():
        return None
    try:
        check_file(path, VERSION)
        with closing(_opened(path, "rw")) as raw:
            # A log that stays behind would be brought into the file that comes instead.
            if raw.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
                raise LibraryInUse(path=str(path), owner="?", machine="?", since="?")
            if raw.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok":
                return backups.make(path, raw, now, "restore", patience)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise LibraryInUse(path=str(path), owner="?", machine="?", since="?") from error
    except FileDenied:
        # A folder, or what is no file at all: that is not put away for a library.
        raise
    except (CannotRead, sqlite3.DatabaseError, UnicodeDecodeError):
        # Not even what SQLite says of a damaged file need be text.
        pass
    return _keep_aside(path, now)


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(uri_of(path.absolute(), f"mode={mode}"), uri=True, isolation_level=None, timeout=1)


def _keep_aside(path: Path, now: datetime) -> Path:
    """Keep a file under another name as well: it stays where it is until another one takes its place."""
    folder = backups.folder_of(path)
    folder.mkdir(parents=True, exist_ok=True)
    # What was kept within the same second may be this very file, where going back was broken off.
    aside = backups.free_path(folder, f"{path.stem} {now:%Y-%m-%d %H%M%S}", ".damaged")
    place = place_of(path)
    try:
        aside.hardlink_to(place)
    except OSError:
        # Elsewhere than a link may lead, on another disk perhaps, or where files have one name only.
        shutil.copyfile(place, aside)
    for end in _LOGS:
        log = place.with_name(place.name + end)
        if log.exists():
            shutil.move(log, aside.with_name(aside.name + end))
    return aside


def _holds(backup: Path, uid: str) -> bool:
    query = "SELECT 1 FROM person WHERE uid=:uid UNION ALL SELECT 1 FROM version WHERE instr(content,:uid) LIMIT 1"
    try:
        with closing(_opened(backup, "ro")) as raw:
            return raw.execute(query, {"uid": uid}).fetchone() is not None
    except sqlite3.Error:
        return True
