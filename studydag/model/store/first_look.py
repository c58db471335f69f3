"""What is asked of a library before anything else is imported: by the standard library alone.

SQLAlchemy takes longer to import than this takes to answer, and help and complaints must not wait for it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from studydag.model.store.file_check import check_file
from studydag.model.store.migrations import VERSION
from studydag.model.store.uri import uri_of
from studydag.model.values.errors import LibraryDamaged


def school_language(path: Path) -> str:
    """Return the code of the language of a library's school, as in `School.language`. Raises CannotRead."""
    with looking_at(path) as connection:
        return language_in(connection)


@contextmanager
def looking_at(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a library to read from. Writes nothing.

    Raises CannotRead as `file_check.check_file` does, and LibraryDamaged for what is wrong with it within.
    """
    check_file(path, VERSION)
    try:
        with closing(sqlite3.connect(uri_of(path.absolute(), "mode=ro"), uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema=OFF")
            yield connection
    except (sqlite3.Error, ValueError) as error:
        raise LibraryDamaged(path=str(path), detail=str(error)) from error


def language_in(connection: sqlite3.Connection) -> str:
    """Return the code of the language of the school; empty where there is no school yet."""
    row = connection.execute("SELECT language FROM school ORDER BY id LIMIT 1").fetchone()
    return str(row[0]) if row else ""
