"""Makes the file of a library, and connections to it: to write, to look, and to bring in what a killed writer left."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Delete, Engine, Executable, Insert, Update, create_engine, event
from sqlalchemy.pool import StaticPool

from studydag.model.store import backups, search, starter
from studydag.model.store.beforehand import faults, must_be_sound, up_to_date_copy
from studydag.model.store.file_check import log_beside
from studydag.model.store.history import Deed, UndoLog
from studydag.model.store.location import is_kept_in_step
from studydag.model.store.lock import WriterLock
from studydag.model.store.migrations import VERSION, migrate
from studydag.model.store.same_file import has_other_names
from studydag.model.store.sqlite_errors import WrittenOutsideChange, known_errors
from studydag.model.store.uri import uri_of
from studydag.model.values.errors import CannotWrite, LibraryDamaged, LibraryInUse, cannot_write
from studydag.model.values.languages import DocumentLanguage
from studydag.moving import PATIENCE, Patience, clear_left_behind, fresh_beside, move_into_place, place_of

LIBRARY_PRAGMAS = (
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "synchronous=FULL",
    "busy_timeout=5000",
)
STATEMENTS = 512
"""How many statements are kept ready: to read a study day with all that lies around it takes more than Python's 128."""


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(
        uri_of(path.absolute(), f"mode={mode}"),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=5,
        cached_statements=STATEMENTS,
    )


def _set_up(raw: sqlite3.Connection) -> None:
    for pragma in LIBRARY_PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")


def alchemy(raw: sqlite3.Connection, log: UndoLog) -> Connection:
    """Put SQLAlchemy on a connection that is in autocommit mode; what it writes is logged.

    It writes only within a transaction that was begun for it, and raises WrittenOutsideChange elsewhere.
    """
    known = _known_to_alchemy()

    def connected() -> Any:
        return raw

    engine = Engine(StaticPool(connected), known.dialect, known.url)

    @event.listens_for(engine, "begin")
    def _within_a_change(_: Connection) -> None:
        if not raw.in_transaction:
            raise WrittenOutsideChange

    @event.listens_for(engine, "before_execute")
    def _logged(_: Connection, statement: Executable, *_rest: object) -> None:
        for kind, deed in _DEEDS.items():
            if isinstance(statement, kind):
                log.expect(deed, statement.entity_description["name"])

    return engine.connect().execution_options(compiled_cache=_COMPILED)


_DEEDS: dict[type[Insert] | type[Update] | type[Delete], Deed] = {
    Insert: Deed.INSERT,
    Update: Deed.UPDATE,
    Delete: Deed.DELETE,
}
_COMPILED: dict[Any, Any] = {}
"""The statements that SQLAlchemy has put into words: to do so takes longer than to carry them out."""


@cache
def _known_to_alchemy() -> Engine:
    """What SQLAlchemy finds out of SQLite, once for all libraries."""
    engine = create_engine("sqlite://")
    with engine.connect():
        return engine


def open_for_writing(path: Path, now: datetime, patience: Patience = PATIENCE) -> sqlite3.Connection:
    """Connect to a library that is locked for writing: after a backup if it changed, brought up to date.

    Raises CannotWrite where it may only be read.
    """
    try:
        # SQLite would say so at the first change only.
        path.open("rb+").close()
    except OSError as error:
        raise cannot_write(path, error) from error
    for folder in (place_of(path).parent, backups.folder_of(path)):
        clear_left_behind(folder)
    # Before it is connected: who closes a file takes the locks from it that SQLite has, see `same_file`.
    is_kept = backups.holds_the_same(path, now)
    raw = _with_sound_search(path)
    with known_errors(path, raw):
        _set_up(raw)
        if not is_kept:
            backups.make(path, raw, now, "start", patience)
        if migrate(raw, path) or starter.is_incomplete(raw):
            starter.complete(raw)
    return raw


def _with_sound_search(path: Path) -> sqlite3.Connection:
    """Connect to a library; what search goes by, in which nobody's work is, is made anew where it is damaged."""
    raw = _connect(path, "rw")
    with known_errors(path, raw):
        if search.is_sound(raw):
            return raw
        raw.close()
        with closing(_connect(path, "rw")) as other:
            search.make_anew(other)
        return _connect(path, "rw")


def start_log(raw: sqlite3.Connection, path: Path) -> bool:
    """Have changes written into a log beside the file, so that others read on.

    Not in a folder kept in step elsewhere, nor for a file of two names: who opens it by the other has another log.
    Return whether that is settled: while somebody reads for long it can't be.
    """
    with suppress(sqlite3.OperationalError, OSError):
        is_alone = not is_kept_in_step(path) and not has_other_names(path)
        raw.execute(f"PRAGMA journal_mode={'WAL' if is_alone else 'DELETE'}")
        return True
    return False


def open_to_look(path: Path, now: datetime, *, check: bool) -> sqlite3.Connection:
    """Connect to a library to look only.

    One of an older version stays as it is: a copy in memory is brought up to date. Raises LibraryDamaged, with `check`
    after SQLite looked the whole file through.
    """
    _recover(path, now)
    raw = _connect(path, "ro")
    with known_errors(path, raw):
        _set_up(raw)
        if check:
            _quick_check(path, raw)
        if raw.execute("PRAGMA user_version").fetchone()[0] < VERSION:
            with closing(raw) as older:
                raw = up_to_date_copy(older, path)
            _set_up(raw)
            if check:
                _quick_check(path, raw)
        raw.execute("PRAGMA query_only=ON")
    return raw


def _recover(path: Path, now: datetime) -> None:
    """Bring in what a writer left behind that was killed: a reader may not do so. Not while somebody writes."""
    if not log_beside(path):
        return
    with suppress(LibraryInUse, CannotWrite, sqlite3.Error):
        lock = WriterLock.take(path, now)
        raw = None
        try:
            must_be_sound(path)
            raw = _connect(path, "rw")
            raw.execute("SELECT count(*) FROM sqlite_master")
            put_log_away(raw)
        finally:
            if raw is not None:
                raw.close()
            lock.release()


def put_log_away(raw: sqlite3.Connection) -> None:
    """Leave one file that needs no log, or fail at once: with a reader attached it stays, and the next writer tries."""
    raw.execute("PRAGMA busy_timeout=0")
    raw.execute("PRAGMA journal_mode=DELETE")


def _quick_check(path: Path, raw: sqlite3.Connection) -> None:
    found = next(faults(raw), None)
    if found is not None:
        raw.close()
        raise LibraryDamaged(path=str(path), detail=found)


def make_folder(path: Path) -> None:
    """Make the folder in which a new library is to stand. Raises CannotWrite."""
    try:
        place_of(path).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error


def make(path: Path, uid: str, language: DocumentLanguage) -> None:
    """Make a new library beside its place and move it there whole, so that no half one is ever found.

    Raises CannotWrite, and NoRoom on a full disk.
    """
    place = place_of(path)
    fresh = fresh_beside(place)
    try:
        # Of a place where nothing can be written SQLite says less than the system.
        fresh.open("xb").close()
        raw = sqlite3.connect(fresh, isolation_level=None)
    except (sqlite3.Error, OSError) as error:
        raise backups.unwritten(path, error) from error
    try:
        raw.execute("PRAGMA foreign_keys=ON")
        raw.execute("PRAGMA journal_mode=DELETE")
        migrate(raw, fresh)
        starter.fill(raw, uid, language)
    except sqlite3.Error as error:
        raw.close()
        with suppress(OSError):
            fresh.unlink()
        raise backups.unwritten(path, error) from error
    raw.close()
    try:
        move_into_place(fresh, place)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink()
        raise cannot_write(path, error) from error
