"""How each value lies in the library, derived from what its annotations say; knows no SQL statement.

A dataclass with an `id` is a thing with a table of its own. Its fields become columns; a tuple of references
becomes a link table; a tuple of things becomes child rows; other tuples and small values become JSON text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from typing import Any

import msgspec

from studydag.model.values.dates import Due
from studydag.model.values.description import Described, described, is_thing, kind_of
from studydag.model.values.fields import SEARCHED, Between
from studydag.model.values.formats import LearningForm, WorkingFormat
from studydag.model.values.questions import QuestionSet
from studydag.model.values.school import Group, Person, Picture, Room, School, SchoolGoal, Template
from studydag.model.values.study_day import StudyDay, Version
from studydag.model.values.trajectory import Trajectory

ROOTS: tuple[type, ...] = (
    School,
    Picture,
    SchoolGoal,
    Person,
    Room,
    Group,
    WorkingFormat,
    LearningForm,
    QuestionSet,
    Template,
    Trajectory,
    StudyDay,
)
Converter = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `storage` is SQLite's type; `write` and `read` convert, None where nothing needs it."""

    name: str
    storage: str
    nullable: bool
    write: Converter | None = None
    read: Converter | None = None
    refers: str | None = None
    cascades: bool = False
    between: Between | None = None
    searched: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A table of references from a thing to things of kind `target`, in order of position."""

    field: str
    table: str
    target: str


@dataclass(frozen=True, slots=True)
class Children:
    """A field whose things live in rows of their own."""

    field: str
    kind: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing with its table: `owners` are the kinds whose deletion deletes it."""

    kind: str
    value: type[Any]
    columns: tuple[Column, ...]
    links: tuple[Link, ...]
    children: tuple[Children, ...]
    owners: tuple[str, ...] = ()
    by_field: Mapping[str, Column] = field(default_factory=dict)

    @property
    def has_position(self) -> bool:
        """Whether its things have an order of their own."""
        return "position" in self.by_field

    @property
    def searched(self) -> tuple[Column, ...]:
        """The columns that full-text search reads, the title first."""
        return tuple(column for column in self.columns if column.searched)


@cache
def entities() -> Mapping[str, Entity]:
    """Return every thing by its kind, owners before what they own."""
    found: dict[str, Entity] = {}
    for root in ROOTS:
        _collect(root, None, found)
    _collect(Version, "study_day", found)
    return found


def entity_of(value: type) -> Entity:
    """Return the thing that a dataclass describes."""
    return entities()[kind_of(value)]


def owner_column(kind: str) -> str:
    """Return the name of the column that holds the owner of that kind."""
    return f"{kind}_id"


def _collect(value: type, owner: str | None, found: dict[str, Entity]) -> None:
    kind = kind_of(value)
    if kind in found:
        known = found[kind]
        if owner and owner not in known.owners:
            found[kind] = replace(known, owners=(*known.owners, owner))
        return
    found[kind] = replace(_entity(kind, value), owners=(owner,) if owner else ())
    for each in described(value):
        if _is_children(each):
            _collect(each.holds, kind, found)


def _entity(kind: str, value: type) -> Entity:
    fields = described(value)
    columns = tuple(_column(each) for each in fields if not _is_link(each) and not _is_children(each))
    return Entity(
        kind,
        value,
        columns,
        tuple(Link(each.name, f"{kind}_{each.name}", each.refers or "") for each in fields if _is_link(each)),
        tuple(Children(each.name, kind_of(each.holds)) for each in fields if _is_children(each)),
        by_field={column.name: column for column in columns},
    )


def _is_link(each: Described) -> bool:
    return each.many and each.refers is not None


def _is_children(each: Described) -> bool:
    return each.many and is_thing(each.holds)


def _column(each: Described) -> Column:
    storage, write, read = _storage(each)
    return Column(
        each.name,
        storage,
        each.optional,
        _or_none(write) if each.optional else write,
        _or_none(read) if each.optional else read,
        refers=each.refers,
        cascades=each.refers is not None and (each.owns or not each.optional),
        between=None if each.many else each.between,
        searched=SEARCHED in each.marks,
    )


def _storage(each: Described) -> tuple[str, Converter | None, Converter | None]:
    """Return SQLite's type and the two converters of a field."""
    plain: dict[type[Any], tuple[str, Converter | None, Converter | None]] = {
        int: ("INTEGER", None, None),
        float: ("REAL", float, None),
        str: ("TEXT", None, None),
        bytes: ("BLOB", None, None),
        bool: ("INTEGER", int, bool),
        dt.date: ("TEXT", dt.date.isoformat, dt.date.fromisoformat),
        dt.time: ("TEXT", _write_time, dt.time.fromisoformat),
        dt.datetime: ("TEXT", dt.datetime.isoformat, dt.datetime.fromisoformat),
    }
    if each.many:
        return "TEXT", _write_json, msgspec.json.Decoder(tuple[each.holds, ...]).decode  # type: ignore[name-defined]
    if each.is_due:
        return "TEXT", _write_json, msgspec.json.Decoder(Due).decode
    if each.is_enum:
        return "TEXT", _enum_value, {member.value: member for member in each.holds}.__getitem__
    return plain[each.holds]


def _write_time(value: dt.time) -> str:
    return value.strftime("%H:%M")


def _enum_value(value: StrEnum) -> str:
    return value.value


def _write_json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _or_none(convert: Converter | None) -> Converter | None:
    if convert is None:
        return None

    def converted(value: Any) -> Any:
        return None if value is None else convert(value)

    return converted
