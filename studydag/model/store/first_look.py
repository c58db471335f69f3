"""What is asked of a library before anything else is imported: by the standard library alone.

SQLAlchemy takes longer to import than this takes to answer, and help and complaints must not wait for it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from studydag.model.store.file_check import check_file
from studydag.model.store.migrations import VERSION
from studydag.model.values.errors import CannotRead, LibraryDamaged
from studydag.model.values.school import DocumentLanguage


def school_language(path: Path) -> DocumentLanguage:
    """Return the language of a library's school. Raises CannotRead."""
    check_file(path, VERSION)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema=OFF")
            row = connection.execute("SELECT language FROM school ORDER BY id LIMIT 1").fetchone()
        return DocumentLanguage(row[0] if row else None)
    except sqlite3.OperationalError as error:
        # Such as a writer that was killed, and left a log which only a writer may bring in.
        raise CannotRead(path=str(path)) from error
    except (sqlite3.Error, ValueError) as error:
        raise LibraryDamaged(path=str(path), detail=str(error)) from error
