"""What is asked of a library before anything else is imported: by the standard library alone.

SQLAlchemy takes longer to import than this takes to answer, and help and complaints must not wait for it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from studydag.model.store.file_check import check_file
from studydag.model.store.migrations import VERSION
from studydag.model.values.errors import CannotRead

LIBRARY_NAME = "library.studydag"
"""What the file of one's own library is called, where nobody chose another."""


def school_language(path: Path) -> str:
    """Return the code of the language of a library's school, as in `School.language`. Raises CannotRead."""
    check_file(path, VERSION)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema=OFF")
            row = connection.execute("SELECT language FROM school ORDER BY id LIMIT 1").fetchone()
    except (sqlite3.Error, ValueError) as error:
        raise CannotRead(path=str(path)) from error
    return str(row[0]) if row else ""
