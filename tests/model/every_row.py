"""Every row of a library, to be held against what it was and will be again."""

from collections.abc import Collection

from studydag.model.store import history
from studydag.model.store.library import Library

Rows = dict[str, list[tuple[object, ...]]]


def every_row(library: Library, *, without: Collection[str] = ()) -> Rows:
    """Return every row by its table, search included, in the order of their ids; some tables are left out."""
    tables = [table for table in (*history.logged_tables(), "search_text") if table not in without]
    return {table: list(map(tuple, library.rows(f'SELECT rowid, * FROM "{table}" ORDER BY rowid'))) for table in tables}
