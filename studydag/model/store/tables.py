"""The tables of today's schema, made from the values' annotations (see schema.py)."""

from __future__ import annotations

from functools import cache

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, Table, UniqueConstraint
from sqlalchemy.types import UserDefinedType

from studydag.model.store import schema


class Storage(UserDefinedType[object]):
    """A column of one of SQLite's own types, written and read as it is."""

    cache_ok = True

    def __init__(self, name: str) -> None:
        """Take the name of SQLite's type, such as TEXT."""
        self.name = name

    def get_col_spec(self, **_: object) -> str:
        """Return the type as CREATE TABLE writes it."""
        return self.name


@cache
def tables() -> MetaData:
    """Return every table of the model; full-text search has its own."""
    metadata = MetaData()
    for entity in schema.entities().values():
        _thing_table(metadata, entity)
        for link in entity.links:
            _link_table(metadata, entity, link)
    return metadata


def table_of(kind: str) -> Table:
    """Return the table of a kind of thing or of a link."""
    return tables().tables[kind]


def _thing_table(metadata: MetaData, entity: schema.Entity) -> None:
    several = len(entity.owners) > 1
    owners = [
        Column(schema.owner_column(owner), Integer, ForeignKey(f"{owner}.id", ondelete="CASCADE"), nullable=several)
        for owner in entity.owners
    ]
    own = [_column(column) for column in entity.columns if column.name != "id"]
    constraints = [
        CheckConstraint(f'"{column.name}" BETWEEN {column.between.low:g} AND {column.between.high:.0f}')
        for column in entity.columns
        if column.between is not None and column.name != "position"
    ]
    table = Table(entity.kind, metadata, Column("id", Integer, primary_key=True), *owners, *own, *constraints)
    for owner in entity.owners:
        Index(f"ix_{entity.kind}_{schema.owner_column(owner)}", table.c[schema.owner_column(owner)])
    for column in entity.columns:
        if column.refers is not None:
            Index(f"ix_{entity.kind}_{column.name}", table.c[column.name])


def _column(column: schema.Column) -> Column[object]:
    extra: list[ForeignKey] = []
    if column.refers is not None:
        extra.append(ForeignKey(f"{column.refers}.id", ondelete="CASCADE" if column.cascades else "SET NULL"))
    return Column(
        column.name,
        Storage(column.storage),
        *extra,
        nullable=column.nullable,
        unique=True if column.name == "uid" else None,
    )


def _link_table(metadata: MetaData, entity: schema.Entity, link: schema.Link) -> None:
    table = Table(
        link.table,
        metadata,
        Column("id", Integer, primary_key=True),
        Column("owner_id", Integer, ForeignKey(f"{entity.kind}.id", ondelete="CASCADE"), nullable=False),
        Column("target_id", Integer, ForeignKey(f"{link.target}.id", ondelete="CASCADE"), nullable=False),
        Column("position", Integer, nullable=False),
        UniqueConstraint("owner_id", "target_id"),
    )
    Index(f"ix_{link.table}_target_id", table.c.target_id)
