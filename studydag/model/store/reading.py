"""Reads things from the library as frozen values: all of an owner, or some by id.

One statement a table; what a thing owns is read along with it. Statements are made once and kept as text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import Any

import msgspec

from studydag.model.store import schema
from studydag.model.store.schema import owner_column

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
    columns: tuple[str, ...]
    converted: tuple[tuple[str, schema.Converter], ...]
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


def read_bare(run: Run, kind: str, number: int) -> Any | None:
    """Return a thing with its plain fields only: what it owns and links to is left out. None: not there."""
    plan = replace(_plan(kind, Chosen.BY_ID), links=(), children=())
    return next(iter(_read(run, plan, {"key": f"[{number}]"})), None)


def read_fields_owned(run: Run, kind: str, owner: str, owner_id: int, names: tuple[str, ...]) -> list[Any]:
    """Return the things of a kind that one owner has, in order, with these plain fields alone; the others are empty."""
    return _read(run, _plan_of_fields(kind, owner, names), {"key": owner_id})


@cache
def _plan_of_fields(kind: str, owner: str, names: tuple[str, ...]) -> _Plan:
    plan = _plan(kind, owner)
    order = "position,id" if schema.entities()[kind].has_position else "id"
    shown = ",".join(map(_quoted, names))
    statement = f"SELECT {shown} FROM {_quoted(kind)} WHERE {_quoted(owner_column(owner))}=:key ORDER BY {order}"
    converted = tuple(each for each in plan.converted if each[0] in names)
    return _Plan(plan.value, statement, names, converted, links=(), children=())


def read_some_owned(run: Run, kind: str, owner: str, owner_id: int, ids: Iterable[int]) -> list[Any]:
    """Return those of the things with these ids that one owner has, in order."""
    listed = msgspec.json.encode(sorted(ids)).decode()
    return _read(run, _plan(kind, Chosen.BY_ID, owner), {"key": listed, "owner": owner_id})


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
    values = dict(zip(plan.columns, row, strict=False))
    try:
        for name, read in plan.converted:
            values[name] = read(values[name])
    except (KeyError, ValueError, TypeError, msgspec.MsgspecError) as error:
        raise UnreadableRow(f"{plan.value.__name__} {row[0]}: {error}") from error
    for field, by_owner in owned:
        values[field] = tuple(by_owner.get(row[0], ()))
    return plan.value(**values)


@cache
def _plan(kind: str, chosen: Chosen | str, owner: str | None = None) -> _Plan:
    """Make the statements for one kind: all rows, rows by id (of one owner), or an owner's rows."""
    if chosen is Chosen.BY_ID and owner is not None:
        of_owner = f"{_quoted(owner_column(owner))}=:owner"
        return _plan_where(kind, f"id IN (SELECT value FROM json_each(:key)) AND {of_owner}", None)
    if chosen is Chosen.ALL:
        return _plan_where(kind, "1", None)
    if chosen is Chosen.BY_ID:
        return _plan_where(kind, "id IN (SELECT value FROM json_each(:key))", None)
    return _plan_where(kind, f"{_quoted(owner_column(str(chosen)))}=:key", None)


def _plan_where(kind: str, where: str, owner: str | None) -> _Plan:
    """Make the statements for the rows that `where` chooses, as text: compiling them takes longer than reading."""
    entity = schema.entities()[kind]
    names = [column.name for column in entity.columns]
    shown = names if owner is None else [*names, owner_column(owner)]
    order = "position,id" if entity.has_position else "id"
    ids = f"SELECT id FROM {_quoted(kind)} WHERE {where}"
    return _Plan(
        entity.value,
        f"SELECT {','.join(map(_quoted, shown))} FROM {_quoted(kind)} WHERE {where} ORDER BY {order}",
        tuple(names),
        tuple((column.name, column.read) for column in entity.columns if column.read is not None),
        tuple(
            (
                link.field,
                f"SELECT owner_id,target_id FROM {_quoted(link.table)} WHERE owner_id IN ({ids}) ORDER BY position,id",
            )
            for link in entity.links
        ),
        tuple(
            (child.field, _plan_where(child.kind, f"{_quoted(owner_column(kind))} IN ({ids})", kind))
            for child in entity.children
        ),
    )


def _quoted(name: str) -> str:
    return f'"{name}"'
