"""How each value lies in the library, derived from its annotations; knows no SQL statement.

A dataclass with an `id` is a thing with a table of its own. Its fields become columns; a tuple of references
becomes a link table; a tuple of things becomes child rows; other tuples and small values become JSON text.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Annotated, Any

import msgspec

from studydag.model.values.fields import OWNER, SEARCHED, Between, Refers
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


def kind_of(value: type) -> str:
    """Return the name of a value's table and JSON kind: `StudyDay` is `study_day`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", value.__name__).lower()


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


def _collect(value: type, owner: str | None, found: dict[str, Entity]) -> None:
    kind = kind_of(value)
    if kind in found:
        known = found[kind]
        if owner and owner not in known.owners:
            found[kind] = dataclasses.replace(known, owners=(*known.owners, owner))
        return
    entity = _entity(kind, value)
    found[kind] = dataclasses.replace(entity, owners=(owner,) if owner else ())
    for child in _child_types(value):
        _collect(child, kind, found)


def _child_types(value: type) -> Iterator[type]:
    for hint in typing.get_type_hints(value, include_extras=True).values():
        item = _item_of(_bare(hint)[0])
        if item is not None and _is_thing(_bare(item)[0]):
            yield _bare(item)[0]


def _entity(kind: str, value: type) -> Entity:
    columns: list[Column] = []
    links: list[Link] = []
    children: list[Children] = []
    hints = typing.get_type_hints(value, include_extras=True)
    for each in dataclasses.fields(value):
        bare, marks = _bare(hints[each.name])
        item = _item_of(bare)
        if item is not None:
            inner, inner_marks = _bare(item)
            target = _refers(inner_marks)
            if target:
                links.append(Link(each.name, f"{kind}_{each.name}", target))
                continue
            if _is_thing(inner):
                children.append(Children(each.name, kind_of(inner)))
                continue
        columns.append(_column(each.name, bare, marks))
    return Entity(
        kind, value, tuple(columns), tuple(links), tuple(children), by_field={column.name: column for column in columns}
    )


def _column(name: str, hint: Any, marks: tuple[Any, ...]) -> Column:
    optional, bare, inner_marks = _optional(hint)
    marks = (*marks, *inner_marks)
    storage, write, read = _storage(bare)
    refers = _refers(marks)
    return Column(
        name,
        storage,
        optional,
        _or_none(write) if optional else write,
        _or_none(read) if optional else read,
        refers=refers,
        cascades=refers is not None and (not optional or OWNER in marks),
        between=next((mark for mark in marks if isinstance(mark, Between)), None),
        searched=SEARCHED in marks,
    )


def _storage(bare: Any) -> tuple[str, Converter | None, Converter | None]:
    """Return SQLite's type and the two converters of a bare (not optional) annotation."""
    plain: dict[Any, tuple[str, Converter | None, Converter | None]] = {
        int: ("INTEGER", None, None),
        float: ("REAL", float, None),
        str: ("TEXT", None, None),
        bytes: ("BLOB", None, None),
        bool: ("INTEGER", int, bool),
        dt.date: ("TEXT", dt.date.isoformat, dt.date.fromisoformat),
        dt.time: ("TEXT", _write_time, dt.time.fromisoformat),
        dt.datetime: ("TEXT", dt.datetime.isoformat, dt.datetime.fromisoformat),
    }
    if bare in plain:
        return plain[bare]
    if isinstance(bare, type) and issubclass(bare, StrEnum):
        return "TEXT", _enum_value, bare
    decode = msgspec.json.Decoder(bare).decode
    return "TEXT", _write_json, decode


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


def _bare(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """Take the marks off an annotation; nested ones too."""
    if typing.get_origin(hint) is Annotated:
        inner, marks = _bare(hint.__origin__)
        return inner, (*marks, *hint.__metadata__)
    return hint, ()


def _optional(hint: Any) -> tuple[bool, Any, tuple[Any, ...]]:
    if typing.get_origin(hint) not in {types.UnionType, typing.Union}:
        return False, hint, ()
    members = [member for member in typing.get_args(hint) if member is not types.NoneType]
    optional = len(members) < len(typing.get_args(hint))
    if len(members) > 1:
        return optional, typing.Union[tuple(members)], ()  # noqa: UP007 - built at run time
    bare, marks = _bare(members[0])
    return optional, bare, marks


def _item_of(hint: Any) -> Any:
    """Return the annotation of the items of a tuple, or None for anything else."""
    return typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else None


def _is_thing(hint: Any) -> bool:
    return dataclasses.is_dataclass(hint) and any(each.name == "id" for each in dataclasses.fields(hint))


def _refers(marks: tuple[Any, ...]) -> str | None:
    return next((mark.kind for mark in marks if isinstance(mark, Refers)), None)
