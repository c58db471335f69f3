"""Brings a study day that was read earlier up to date: only the rows that a Change names are read again."""

from __future__ import annotations

from typing import Any

from studydag.model.store import schema
from studydag.model.store.library import Library
from studydag.model.values.changes import Change
from studydag.model.values.description import with_changes
from studydag.model.values.study_day import StudyDay


def refreshed(library: Library, day: StudyDay, change: Change) -> StudyDay | None:
    """Return the day as it stands after a change, equal to reading it anew; None when it was deleted.

    Where the change touches nothing of the day, the same value comes back.
    """
    if day.id in change.rows.get("study_day", ()):
        found = library.some(StudyDay, (day.id,))
        return found[0] if found else None
    fields: dict[str, tuple[Any, ...]] = {}
    for child in schema.entity_of(StudyDay).children:
        if child.kind in change.rows:
            before = getattr(day, child.field)
            after = _with_rows(library, child.kind, before, change.rows[child.kind], day.id)
            if after != before:
                fields[child.field] = after
    return with_changes(day, fields)


def _with_rows(
    library: Library, kind: str, things: tuple[Any, ...], ids: frozenset[int], day_id: int
) -> tuple[Any, ...]:
    entity = schema.entities()[kind]
    fresh = library.some_of_day(entity.value, day_id, tuple(ids))
    kept = [thing for thing in things if thing.id not in ids]
    if entity.has_position:
        return tuple(sorted([*kept, *fresh], key=lambda thing: (thing.position, thing.id)))
    return tuple(sorted([*kept, *fresh], key=lambda thing: thing.id))
