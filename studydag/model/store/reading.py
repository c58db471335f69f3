"""Reads things from the library as frozen values: all of an owner, or some by id.

One statement a table; what a thing owns is read along with it. Statements are made once and kept as text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, Table, bindparam, func, select
from sqlalchemy.dialects import sqlite

from studydag.model.store import schema
from studydag.model.store.tables import owner_column, table_of

Run = Callable[[str, Any], Sequence[Sequence[Any]]]
"""Runs a statement with its parameters, by position or by name, and returns the rows."""


class UnreadableRow(Exception):
    """A row whose value is not one of ours: the file was damaged, or changed by another program."""


class Chosen(Enum):
    """Which rows of a table are read."""

    ALL = "all"
    BY_ID = "by id"


@dataclass(frozen=True, slots=True)
class _Plan:
    value: type[Any]
    statement: str
    columns: tuple[tuple[str, schema.Converter | None], ...]
    links: tuple[tuple[str, str], ...]
    children: tuple[tuple[str, _Plan], ...]


def read_all(run: Run, kind: str) -> list[Any]:
    """Return every thing of a kind, in order."""
    return _read(run, _plan(kind, Chosen.ALL), {})


def read_owned(run: Run, kind: str, owner: str, owner_id: int) -> list[Any]:
    """Return the things of a kind that one owner has, in order."""
    return _read(run, _plan(kind, owner), {"key": owner_id})


def read_some(run: Run, kind: str, ids: Iterable[int]) -> list[Any]:
    """Return the things with these ids that are there, in order."""
    return _read(run, _plan(kind, Chosen.BY_ID), {"key": msgspec.json.encode(sorted(ids)).decode()})


def _read(run: Run, plan: _Plan, key: dict[str, Any]) -> list[Any]:
    return [thing for _, thing in _read_with_owner(run, plan, key)]


def _read_with_owner(run: Run, plan: _Plan, key: dict[str, Any]) -> list[tuple[int, Any]]:
    rows = run(plan.statement, key)
    if not rows:
        return []
    owned: list[tuple[str, dict[int, list[Any]]]] = []
    for field, statement in plan.links:
        targets: dict[int, list[Any]] = defaultdict(list)
        for owner_id, target_id in run(statement, key):
            targets[owner_id].append(target_id)
        owned.append((field, targets))
    for field, child in plan.children:
        things: dict[int, list[Any]] = defaultdict(list)
        for owner_id, thing in _read_with_owner(run, child, key):
            things[owner_id].append(thing)
        owned.append((field, things))
    return [(row[-1], _build(plan, row, owned)) for row in rows]


def _build(plan: _Plan, row: Sequence[Any], owned: list[tuple[str, dict[int, list[Any]]]]) -> Any:
    try:
        values = {
            name: value if read is None else read(value) for (name, read), value in zip(plan.columns, row, strict=False)
        }
    except (ValueError, TypeError, msgspec.MsgspecError) as error:
        raise UnreadableRow(f"{plan.value.__name__} {row[0]}: {error}") from error
    for field, by_owner in owned:
        values[field] = tuple(by_owner.get(row[0], ()))
    return plan.value(**values)


@cache
def _plan(kind: str, chosen: Chosen | str) -> _Plan:
    """Make the statements for one kind: all rows, rows by id, or (a kind of owner as `chosen`) an owner's rows."""
    table = table_of(kind)
    if chosen is Chosen.ALL:
        return _plan_where(kind, None, None)
    if chosen is Chosen.BY_ID:
        listed = func.json_each(bindparam("key")).table_valued("value")
        return _plan_where(kind, table.c.id.in_(select(listed.c.value)), None)
    return _plan_where(kind, table.c[owner_column(str(chosen))] == bindparam("key"), None)


def _plan_where(kind: str, where: ColumnElement[bool] | None, owner: str | None) -> _Plan:
    entity = schema.entities()[kind]
    table = table_of(kind)
    columns = [table.c[column.name] for column in entity.columns]
    shown = columns if owner is None else [*columns, table.c[owner_column(owner)]]
    statement = select(*shown)
    ids = select(table.c.id)
    if where is not None:
        statement = statement.where(where)
        ids = ids.where(where)
    order = [table.c.position, table.c.id] if entity.has_position else [table.c.id]
    return _Plan(
        entity.value,
        _text(statement.order_by(*order)),
        tuple((column.name, column.read) for column in entity.columns),
        tuple((link.field, _text(_links(table_of(link.table), ids, where))) for link in entity.links),
        tuple((child.field, _children(child.kind, kind, ids, where)) for child in entity.children),
    )


def _links(table: Table, ids: Select[Any], where: ColumnElement[bool] | None) -> Select[Any]:
    statement = select(table.c.owner_id, table.c.target_id).order_by(table.c.position, table.c.id)
    return statement if where is None else statement.where(table.c.owner_id.in_(ids))


def _children(kind: str, owner: str, ids: Select[Any], where: ColumnElement[bool] | None) -> _Plan:
    column = table_of(kind).c[owner_column(owner)]
    return _plan_where(kind, column.is_not(None) if where is None else column.in_(ids), owner)


def _text(statement: Select[Any]) -> str:
    return str(statement.compile(dialect=sqlite.dialect(paramstyle="named")))
