"""Whether what stands in a library's rows can be read: each different value once, without building a thing.

That a number stands where a number belongs SQLite sees to, whose tables are strict.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from studydag.model.store import schema


def unreadable(raw: sqlite3.Connection) -> Iterator[str]:
    """Give the columns in which something stands that no library holds, each with an example."""
    for entity in schema.entities().values():
        # Free texts all at once: one by one would take many times as long.
        texts = [column for column in entity.columns if column.storage == "TEXT"]
        joined = ",".join(f"CAST(group_concat({_quoted(column.name)},char(10)) AS BLOB)" for column in texts)
        row = raw.execute(f"SELECT {joined} FROM {_quoted(entity.kind)}").fetchone() if texts else ()
        for column, value in zip(texts, row, strict=True):
            values = (value,) if column.read is None or value is None else _different_values(raw, entity, column)
            yield from _not_to_be_read(entity, column, values)
    yield from out_of_range(raw)


def out_of_range(raw: sqlite3.Connection) -> Iterator[str]:
    """Give the columns with a number below or above what it may be: SQLite passes over those in what it only reads."""
    for entity in schema.entities().values():
        bound = [(each.name, each.between) for each in entity.columns if each.between and each.name != "position"]
        if not bound:
            continue
        extremes = ",".join(f"min({_quoted(name)}),max({_quoted(name)})" for name, _ in bound)
        row = raw.execute(f"SELECT {extremes} FROM {_quoted(entity.kind)}").fetchone()
        for (name, between), least, most in zip(bound, row[::2], row[1::2], strict=True):
            outside = [each for each in (least, most) if each is not None and not between.low <= each <= between.high]
            if outside:
                yield f"{entity.kind}.{name}: {outside[0]}"


def _different_values(raw: sqlite3.Connection, entity: schema.Entity, column: schema.Column) -> Iterator[bytes | None]:
    name = _quoted(column.name)
    rows = raw.execute(f"SELECT CAST(value AS BLOB) FROM (SELECT DISTINCT {name} AS value FROM {_quoted(entity.kind)})")
    return (value for (value,) in rows)


def _not_to_be_read(entity: schema.Entity, column: schema.Column, values: Iterable[bytes | None]) -> Iterator[str]:
    for value in values:
        try:
            if value is not None:
                (column.read or str)(value.decode())
        except (KeyError, ValueError, TypeError, msgspec.MsgspecError) as error:
            yield f"{entity.kind}.{column.name}: {error}"
            return


def _quoted(name: str) -> str:
    return f'"{name}"'
