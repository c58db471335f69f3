"""Looks a library through before anything writes to it, so that a damaged one stays as it was found."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from studydag.model.store import starter
from studydag.model.store.file_check import log_beside
from studydag.model.store.migrations import VERSION, migrate
from studydag.model.store.readable_rows import unreadable
from studydag.model.store.search import TABLE
from studydag.model.store.tables import tables
from studydag.model.store.uri import uri_of
from studydag.model.values.errors import LibraryDamaged, cannot_write
from studydag.moving import place_of
from studydag.scratch import scratch_folder

BESIDE = ("-wal", "-journal")


def must_be_sound(path: Path, *, thorough: bool = False) -> None:
    """Raise LibraryDamaged where SQLite finds a fault, or a table or a value in it is not as it should be.

    Thoroughly its indexes are held against the rows as well, and what points to nothing is found: that takes longer.
    The file stays as it is, and so does what an interrupted writer left beside it: then a copy is looked through. Call
    it while nobody else writes. Raises CannotWrite where there is no room for the copy.
    """
    if not log_beside(path):
        _look_through(path, path, "mode=ro&immutable=1", thorough=thorough)
        return
    with scratch_folder() as folder:
        copy = folder / path.name
        try:
            place = place_of(path)
            for end in ("", *BESIDE):
                if (own := place.with_name(place.name + end)).exists():
                    shutil.copyfile(own, copy.with_name(copy.name + end))
        except OSError as error:
            raise cannot_write(copy, error) from error
        _look_through(path, copy, "mode=rw", thorough=thorough)


def _look_through(path: Path, looked_at: Path, mode: str, *, thorough: bool) -> None:
    try:
        with closing(sqlite3.connect(uri_of(looked_at.absolute(), mode), uri=True)) as raw:
            found = next(faults(raw), None)
            if found is None and thorough:
                found = next(_hidden_faults(raw), None)
            if found is None:
                found = _first_unreadable(raw, path)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        # What can't be read as text, be it SQLite's own words on it, bears no number.
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CANTOPEN:
            # Whoever opens it next will say why.
            return
        raise LibraryDamaged(path=str(path), detail=str(error)) from error
    if found is not None:
        raise LibraryDamaged(path=str(path), detail=found)


def _hidden_faults(raw: sqlite3.Connection) -> Iterator[str]:
    checked = str(raw.execute("PRAGMA integrity_check(1)").fetchone()[0])
    if checked != "ok":
        yield checked.splitlines()[-1]
    lost = raw.execute("PRAGMA foreign_key_check").fetchone()
    if lost is not None:
        yield f"{lost[0]} {lost[1]} -> {lost[2]}"


def _first_unreadable(raw: sqlite3.Connection, path: Path) -> str | None:
    if raw.execute("PRAGMA user_version").fetchone()[0] == VERSION:
        return next(unreadable(raw), None)
    with closing(up_to_date_copy(raw, path)) as copy:
        return next(faults(copy), None) or next(unreadable(copy), None)


def up_to_date_copy(raw: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """Return a copy in memory of a library of an older version, brought up to date. Raises LibraryDamaged."""
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        raw.backup(copy)
        migrate(copy, path)
        starter.complete(copy)
    except BaseException:
        copy.close()
        raise
    return copy


def faults(raw: sqlite3.Connection) -> Iterator[str]:
    """Give what is wrong: what SQLite finds first, then tables and columns of today's schema that are missing."""
    checked = str(raw.execute("PRAGMA quick_check(1)").fetchone()[0])
    if checked != "ok":
        yield checked.splitlines()[-1]
        return
    if raw.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        return
    expected = {table.name: {column.name for column in table.columns} for table in tables().tables.values()}
    found: dict[str, set[str]] = {}
    for name, column in raw.execute(
        "SELECT t.name,c.name FROM sqlite_schema t,pragma_table_info(t.name) c WHERE t.type='table'"
    ):
        found.setdefault(name, set()).add(column)
    for name, columns in [*expected.items(), (TABLE, set[str]())]:
        there = found.get(name, set())
        if not there or not columns <= there:
            yield f"{name}: {', '.join(sorted(columns - there)) or '–'}"
            return
    if raw.execute("SELECT count(*) FROM school").fetchone()[0] != 1:
        yield "school: –"
