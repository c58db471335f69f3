"""What a new library begins with: the school's row, the built-in working formats, learning forms and question sets."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import msgspec

from studydag.model.store import schema, search
from studydag.model.store.writing import written
from studydag.model.values.description import kind_of
from studydag.model.values.formats import LearningForm, WorkingFormat
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.questions import QuestionSet
from studydag.model.values.school import School
from studydag.resources import resource

BUILT_IN: tuple[tuple[str, type[Any]], ...] = (
    ("working_formats.json", WorkingFormat),
    ("learning_forms.json", LearningForm),
    ("question_sets.json", QuestionSet),
)


def fill(connection: sqlite3.Connection, school_uid: str, language: DocumentLanguage) -> None:
    """Put the starter things into a new library, in one transaction; the school speaks `language`."""
    connection.execute("BEGIN IMMEDIATE")
    _insert(connection, School(id=1, uid=school_uid, language=language), None)
    _add_missing(connection)
    connection.execute("COMMIT")


def is_incomplete(connection: sqlite3.Connection) -> bool:
    """Whether this version of the program brings built-in things that the library does not have yet."""
    return any(_missing(connection, value) for _, value in BUILT_IN)


def complete(connection: sqlite3.Connection) -> None:
    """Add the built-in things that are missing, and index all texts again, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    _add_missing(connection)
    connection.execute("COMMIT")


def built_in(value: type[Any]) -> tuple[Any, ...]:
    """Return the built-in things of one kind; their uid is their key."""
    return _all_built_in()[value]


@cache
def _all_built_in() -> Mapping[type[Any], tuple[Any, ...]]:
    return {value: _read(file, value) for file, value in BUILT_IN}


def _read(file: str, value: type[Any]) -> tuple[Any, ...]:
    things = msgspec.json.decode(resource("formats", file).read_bytes(), type=tuple[value, ...])  # type: ignore[valid-type]
    return tuple(_with_uids(thing, position) for position, thing in enumerate(things))


def _with_uids(thing: Any, position: int) -> Any:
    changed: dict[str, Any] = {"uid": thing.key}
    if isinstance(thing, LearningForm):
        changed["position"] = position
    if isinstance(thing, QuestionSet):
        changed["questions"] = tuple(
            replace(question, uid=f"{thing.key}-{number}", position=number)
            for number, question in enumerate(thing.questions, 1)
        )
    return replace(thing, **changed)


def _add_missing(connection: sqlite3.Connection) -> None:
    for _, value in BUILT_IN:
        for thing in _missing(connection, value):
            _insert(connection, thing, None)
    search.rebuild(lambda statement, parameters: connection.execute(statement, parameters).fetchall())


def _missing(connection: sqlite3.Connection, value: type[Any]) -> list[Any]:
    known = {row[0] for row in connection.execute(f'SELECT "key" FROM "{kind_of(value)}"')}
    return [thing for thing in built_in(value) if thing.key not in known]


def _insert(connection: sqlite3.Connection, thing: Any, owner: tuple[str, int] | None) -> None:
    entity = schema.entity_of(type(thing))
    row = {
        column.name: written(column, getattr(thing, column.name)) for column in entity.columns if column.name != "id"
    }
    if owner is not None:
        row[f"{owner[0]}_id"] = owner[1]
    names = ",".join(f'"{name}"' for name in row)
    marks = ",".join("?" for _ in row)
    row_id = connection.execute(f'INSERT INTO "{entity.kind}"({names}) VALUES({marks})', tuple(row.values())).lastrowid
    for child in entity.children:
        for each in getattr(thing, child.field):
            _insert(connection, each, (entity.kind, row_id or 0))
