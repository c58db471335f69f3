"""Looks a library through before anything writes to it, so that a damaged one stays as it was found."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

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
NO_FAULTS: Final = frozenset({"ok", "*** in database main ***"})
_OF_SEARCH: Final = re.compile(rf"\b{TABLE}\b")


def must_be_sound(path: Path, *, thorough: bool = False) -> None:
    """Raise LibraryDamaged where SQLite finds a fault, or a table or a value in it is not as it should be.

    Thoroughly also where something points to nothing, with which the program gets by. The file stays as it is, and so
    does what an interrupted writer left beside it: then a copy is looked through. Call it while nobody else writes.
    Raises CannotWrite where there is no room for the copy.
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
                found = next(_lost(raw), None)
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


def _lost(raw: sqlite3.Connection) -> Iterator[str]:
    for table, row, target, _number in raw.execute("PRAGMA foreign_key_check"):
        yield f"{table} {row} -> {target}"


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
    """Give what is wrong: what SQLite finds first, then tables and columns of today's schema that are missing.

    Indexes are held against the rows: what one doesn't list is not shown either, and not deleted with what owns it.
    What search goes by is passed over, in which nobody's work is.
    """
    fault = next(_faults_of_the_file(raw), None)
    if fault is not None:
        yield fault
        return
    if raw.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        return
    expected = {table.name: {column.name for column in table.columns} for table in tables().tables.values()}
    found: dict[str, set[str]] = {}
    for name, column in raw.execute(
        "SELECT t.name,c.name FROM sqlite_schema t,pragma_table_info(t.name) c WHERE t.type='table' AND t.name<>?",
        (TABLE,),
    ):
        found.setdefault(name, set()).add(column)
    if not raw.execute("SELECT 1 FROM sqlite_schema WHERE name=?", (TABLE,)).fetchall():
        yield f"{TABLE}: –"
        return
    for name, columns in expected.items():
        there = found.get(name, set())
        if not there or not columns <= there:
            yield f"{name}: {', '.join(sorted(columns - there)) or '–'}"
            return
    if raw.execute("SELECT count(*) FROM school").fetchone()[0] != 1:
        yield "school: –"


def _faults_of_the_file(raw: sqlite3.Connection) -> Iterator[str]:
    for row in said_of_the_file(raw, "quick_check"):
        # Newer SQLite looks into what search goes by as well, which is made anew where it is damaged.
        yield from (line for line in str(row[0]).splitlines() if line not in NO_FAULTS and not _OF_SEARCH.search(line))
    yield from (str(row[0]) for row in _said_of_each_table(raw, "integrity_check") if row[0] != "ok")


def said_of_the_file(raw: sqlite3.Connection, check: str) -> Sequence[tuple[Any, ...]]:
    """Return what SQLite finds, as it gives it, by `quick_check` or another such check. Raises DatabaseError.

    Newer SQLite checks nothing at all where it can't begin with what search goes by: then each other table by itself.
    """
    try:
        return raw.execute(f"PRAGMA {check}").fetchall()
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_CORRUPT_VTAB:
            raise
    return list(_said_of_each_table(raw, check))


def _said_of_each_table(raw: sqlite3.Connection, check: str) -> Iterator[tuple[Any, ...]]:
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall():
        if not name.startswith(TABLE):
            yield from raw.execute(f'PRAGMA {check}("{name}")')
