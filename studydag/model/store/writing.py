"""Writes values into the library, inside one change: add, set, delete. Validation is the operations' work."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from studydag.model.store import reading, schema
from studydag.model.store.schema import owner_column
from studydag.model.store.tables import table_of
from studydag.model.values.changes import Place
from studydag.model.values.description import kind_of
from studydag.model.values.errors import NotFound
from studydag.model.values.study_day import Acceptance

ROWS_AT_ONCE = 200
"""So many rows are written in one go, before others may have their turn."""
Known = Mapping[tuple[str, int], int]
"""Which provisional id of a kind stands for which row: {("goal", 3): 41}."""


class Writer:
    """The one way to write. `new_uid` makes a uid for a row that has none, or whose own is taken.

    `last_ids` has by kind the id after which new ones come, also where the rows up to it are gone.
    `place` is where the edit happens; who adds a thing knows it only afterwards, and sets it then.
    `come_on` is told how many of how many rows are written, while many are.
    """

    def __init__(
        self,
        connection: Connection,
        run: reading.Run,
        new_uid: Callable[[], str],
        last_ids: Mapping[str, int],
        place: Place | None = None,
    ) -> None:
        """Write over `connection`, within the transaction that is under way."""
        self.place = place
        self.come_on: Callable[[int, int], None] | None = None
        self._connection = connection
        self._run = run
        self._new_uid = new_uid
        self._last_ids = last_ids

    def add(self, thing: Any, owner: tuple[str, int] | None = None) -> int:
        """Insert a thing with all that it owns; return its id. Its references must be ids of rows."""
        return self.add_all([thing], owner, {})[kind_of(type(thing)), thing.id]

    def add_all(self, things: Iterable[Any], owner: tuple[str, int] | None, known: Known) -> dict[tuple[str, int], int]:
        """Insert things whose references to each other are provisional ids.

        Return the row of each provisional id, those of `known` included. A uid that is free is kept.
        """
        insertion = _Insertion(self._connection, self._run, self._new_uid, known, self._last_ids)
        for thing in things:
            insertion.take(thing, owner)
        insertion.write(self.come_on)
        return insertion.ids

    def set(self, value: type[Any], row_id: int, /, **fields: Any) -> None:
        """Change fields of a thing. Links and owned things are given whole: what is missing is deleted.

        Owned things keep their row if they carry its id. Raises NotFound.
        """
        entity = schema.entity_of(value)
        plain = {name: written(entity.by_field[name], new) for name, new in fields.items() if name in entity.by_field}
        self._must_exist(entity.kind, row_id)
        if plain:
            table = table_of(entity.kind)
            self._connection.execute(
                update(table).where(table.c.id == bindparam("the_id")).values(plain), {"the_id": row_id}
            )
        for link in entity.links:
            if link.field in fields:
                self._set_links(link, row_id, fields[link.field])
        for child in entity.children:
            if child.field in fields:
                self._set_children(child, entity.kind, row_id, fields[child.field])

    def delete(self, kind: str, *ids: int) -> None:
        """Delete things with all that they own; what referred to them is unlinked. Raises NotFound."""
        table = table_of(kind)
        self._must_exist(kind, *ids)
        self._connection.execute(delete(table).where(table.c.id.in_(ids)))

    def reposition(self, kind: str, positions: Mapping[int, int]) -> None:
        """Set the position of several things at once, by id."""
        if not positions:
            return
        table = table_of(kind)
        statement = update(table).where(table.c.id == bindparam("the_id")).values(position=bindparam("the_rank"))
        self._connection.execute(statement, [{"the_id": row, "the_rank": rank} for row, rank in positions.items()])

    def _must_exist(self, kind: str, *ids: int) -> None:
        table = table_of(kind)
        there = set(self._connection.execute(select(table.c.id).where(table.c.id.in_(ids))).scalars())
        missing = next((row_id for row_id in ids if row_id not in there), None)
        if missing is not None:
            raise NotFound(kind=kind, id=missing)

    def _set_links(self, link: schema.Link, owner_id: int, targets: Iterable[int]) -> None:
        table = table_of(link.table)
        rows = self._connection.execute(
            select(table.c.target_id, table.c.id, table.c.position).where(table.c.owner_id == owner_id)
        ).all()
        wanted = {target: position for position, target in enumerate(dict.fromkeys(targets))}
        gone = [row.id for row in rows if row.target_id not in wanted]
        if gone:
            self._connection.execute(delete(table).where(table.c.id.in_(gone)))
        kept = {row.target_id: row for row in rows if row.target_id in wanted}
        for target, position in wanted.items():
            if target not in kept:
                values = {"owner_id": owner_id, "target_id": target, "position": position}
                self._connection.execute(insert(table), values)
            elif kept[target].position != position:
                row = kept[target].id
                self._connection.execute(update(table).where(table.c.id == row).values(position=position))

    def _set_children(self, child: schema.Children, owner: str, owner_id: int, things: Iterable[Any]) -> None:
        table = table_of(child.kind)
        column = table.c[owner_column(owner)]
        standing = set(self._connection.execute(select(table.c.id).where(column == owner_id)).scalars())
        ranked = _ranked(child.kind, tuple(things))
        gone = standing - {thing.id for thing in ranked}
        if gone:
            self._connection.execute(delete(table).where(table.c.id.in_(sorted(gone))))
        entity = schema.entities()[child.kind]
        for thing in ranked:
            if thing.id in standing:
                names = [name for name in _field_names(entity) if name not in {"id", "uid"}]
                self.set(entity.value, thing.id, **{name: getattr(thing, name) for name in names})
            else:
                self.add(replace(thing, id=0), (owner, owner_id))


def written(column: schema.Column, value: Any) -> Any:
    """Return a value as its column keeps it."""
    return value if column.write is None else column.write(value)


def _field_names(entity: schema.Entity) -> list[str]:
    return [
        *entity.by_field,
        *(link.field for link in entity.links),
        *(child.field for child in entity.children),
    ]


def _ranked(kind: str, things: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the things with positions that keep their order, unless they have such positions."""
    if not schema.entities()[kind].has_position:
        return things
    positions = [thing.position for thing in things]
    if all(before < after for before, after in itertools.pairwise(positions)):
        return things
    return tuple(replace(thing, position=rank) for rank, thing in enumerate(things))


class _Steps:
    """Counts what is done of the whole, and tells who wants to know some times in between."""

    def __init__(self, come_on: Callable[[int, int], None] | None, whole: int) -> None:
        self._come_on, self._whole = come_on, whole
        self._done = self._told = 0

    def come_on(self, count: int = 1) -> None:
        self._done += count
        if self._come_on is not None and self._done - self._told >= ROWS_AT_ONCE:
            self._told = self._done
            self._come_on(min(self._done, self._whole), self._whole)


class _Insertion:
    """Collects rows by table, then writes each table with one statement."""

    def __init__(
        self,
        connection: Connection,
        run: reading.Run,
        new_uid: Callable[[], str],
        known: Known,
        last_ids: Mapping[str, int],
    ) -> None:
        self.ids: dict[tuple[str, int], int] = dict(known)
        self._connection = connection
        self._run = run
        self._new_uid = new_uid
        self._last_ids = last_ids
        self._next: dict[str, int] = {}
        self._taken: list[tuple[str, int, Any, tuple[str, int] | None]] = []
        self._uids: dict[str, dict[str, str]] = {}

    def take(self, thing: Any, owner: tuple[str, int] | None) -> None:
        """Note a thing and what it owns, and give each its row id."""
        entity = schema.entity_of(type(thing))
        row_id = self._next_id(entity.kind)
        self.ids[entity.kind, thing.id] = row_id
        self._taken.append((entity.kind, row_id, thing, owner))
        for child in entity.children:
            for each in _ranked(child.kind, getattr(thing, child.field)):
                self.take(each, (entity.kind, row_id))

    def write(self, come_on: Callable[[int, int], None] | None = None) -> None:
        """Insert all rows; foreign keys are checked when the change commits. `come_on` is told how far it is."""
        self._connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        uids = self._free_uids()
        rows: dict[str, list[dict[str, Any]]] = {}
        # Half of the way is to find out what is written.
        steps = _Steps(come_on, 2 * len(self._taken))
        for kind, row_id, thing, owner in self._taken:
            steps.come_on()
            entity = schema.entities()[kind]
            row = {column.name: self._value(column, thing) for column in entity.columns}
            row["id"] = row_id
            row["uid"] = uids[kind, row_id]
            row.update({owner_column(each): None for each in entity.owners})
            if owner is not None:
                row[owner_column(owner[0])] = owner[1]
            rows.setdefault(kind, []).append(row)
            for link in entity.links:
                # Two things of a file may be one here, such as school goals of one name.
                targets = dict.fromkeys(self._row_of(link.target, target) for target in getattr(thing, link.field))
                rows.setdefault(link.table, []).extend(
                    {"owner_id": row_id, "target_id": target, "position": position}
                    for position, target in enumerate(targets)
                )
        for table, values in rows.items():
            for place in range(0, len(values), ROWS_AT_ONCE):
                some = values[place : place + ROWS_AT_ONCE]
                self._connection.execute(insert(table_of(table)), some)
                steps.come_on(len(some))

    def _value(self, column: schema.Column, thing: Any) -> Any:
        value = getattr(thing, column.name)
        if column.refers is not None and value is not None:
            return self._row_of(column.refers, value)
        if isinstance(thing, Acceptance) and column.name == "concerns":
            renamed = {old: new for by_uid in self._uids.values() for old, new in by_uid.items()}
            return written(column, tuple(renamed.get(uid, uid) for uid in value))
        return written(column, value)

    def _row_of(self, kind: str, provisional: int) -> int:
        return self.ids.get((kind, provisional), provisional)

    def _next_id(self, kind: str) -> int:
        if kind not in self._next:
            newest = self._connection.execute(select(func.max(table_of(kind).c.id))).scalar()
            self._next[kind] = max(newest or 0, self._last_ids.get(kind, 0)) + 1
        self._next[kind] += 1
        return self._next[kind] - 1

    def _free_uids(self) -> dict[tuple[str, int], str]:
        """Return each row's uid: its own where it is free, else a new one."""
        wanted: dict[str, list[str]] = {}
        for kind, _, thing, _ in self._taken:
            wanted.setdefault(kind, []).append(thing.uid)
        used = {kind: self._used(kind, uids) for kind, uids in wanted.items()}
        free: dict[tuple[str, int], str] = {}
        for kind, row_id, thing, _ in self._taken:
            uid = thing.uid
            if not uid or uid in used[kind]:
                uid = self._new_uid()
                self._uids.setdefault(kind, {})[thing.uid] = uid
            used[kind].add(uid)
            free[kind, row_id] = uid
        return free

    def _used(self, kind: str, uids: list[str]) -> set[str]:
        listed = json.dumps([uid for uid in uids if uid])
        return {
            row[0]
            for row in self._run(f'SELECT uid FROM "{kind}" WHERE uid IN (SELECT value FROM json_each(?))', (listed,))
        }
