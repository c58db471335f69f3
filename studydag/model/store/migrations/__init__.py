"""Brings a library to today's schema: numbered steps of raw SQL, which never read today's tables.

All steps and the version stamp are one transaction. A step that adds a kind that search reads needs nothing more:
the index is built again after every migration.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from studydag.model.store.file_check import APPLICATION_ID
from studydag.model.values.errors import LibraryDamaged

VERSION = 3
"""The schema that this program writes."""


def migrate(connection: sqlite3.Connection, path: Path) -> bool:
    """Bring a library (or an empty database) to VERSION; return whether there was anything to do.

    The connection must be in autocommit mode. On any error everything is as it was. Raises LibraryDamaged where rows
    break a rule of the newer schema.
    """
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found >= VERSION:
        return False
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number in range(found + 1, VERSION + 1):
            for statement in statements(number):
                connection.execute(statement)
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise LibraryDamaged(path=str(path), detail=f"{broken[0]} {broken[1]}")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute("COMMIT")
    except sqlite3.IntegrityError as error:
        connection.execute("ROLLBACK")
        raise LibraryDamaged(path=str(path), detail=str(error)) from error
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys=ON")
    return True


def statements(number: int) -> list[str]:
    """Return the statements of one step, in order."""
    text = Path(__file__).with_name(f"{number:04}.sql").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("--")]
    return [statement.strip() for statement in "\n".join(lines).split(";\n") if statement.strip(" \n;")]
