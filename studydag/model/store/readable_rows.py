"""Whether what stands in a library's rows can be read: each different value once, without building a thing.

That a number stands where a number belongs SQLite sees to, whose tables are strict.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import msgspec

from studydag.model.store import schema


def unreadable(raw: sqlite3.Connection) -> Iterator[str]:
    """Give the columns in which something stands that no library holds, each with an example."""
    for entity in schema.entities().values():
        for column in entity.columns:
            if column.storage == "TEXT":
                yield from _not_to_be_read(raw, entity, column)
    yield from out_of_range(raw)


def out_of_range(raw: sqlite3.Connection) -> Iterator[str]:
    """Give the columns with a number below or above what it may be: SQLite passes over those in what it only reads."""
    for entity in schema.entities().values():
        for column in entity.columns:
            if column.between is None or column.name == "position":
                continue
            name = _quoted(column.name)
            outside = f"{name} NOT BETWEEN {column.between.low:g} AND {column.between.high:.0f}"
            found = raw.execute(f"SELECT {name} FROM {_quoted(entity.kind)} WHERE {outside} LIMIT 1").fetchone()
            if found is not None:
                yield f"{entity.kind}.{column.name}: {found[0]}"


def _not_to_be_read(raw: sqlite3.Connection, entity: schema.Entity, column: schema.Column) -> Iterator[str]:
    name = _quoted(column.name)
    # Free texts all at once: one by one would take many times as long.
    chosen = f"group_concat({name}, char(10))" if column.read is None else f"DISTINCT {name}"
    rows = raw.execute(f"SELECT CAST(value AS BLOB) FROM (SELECT {chosen} AS value FROM {_quoted(entity.kind)})")
    for (value,) in rows:
        try:
            if value is not None:
                (column.read or str)(value.decode())
        except (KeyError, ValueError, TypeError, msgspec.MsgspecError) as error:
            yield f"{entity.kind}.{column.name}: {error}"
            return


def _quoted(name: str) -> str:
    return f'"{name}"'
