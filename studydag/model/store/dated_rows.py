"""Reads over all study days what has a date that is still to come: columns only, for a list that opens at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from studydag.model.store import schema
from studydag.model.store.library import Library
from studydag.model.values.dates import Due

_DAY = """
SELECT thing.id, thing.study_day_id, day.title, {columns},
    (SELECT min(date) FROM part WHERE study_day_id = day.id), (SELECT max(date) FROM part WHERE study_day_id = day.id)
FROM "{kind}" thing JOIN study_day day ON day.id = thing.study_day_id
WHERE day.status <> 'archived' AND {where}
"""
_OPEN = "thing.state IN ('open', 'busy')"
_NO_RESULT = "NOT EXISTS (SELECT 1 FROM result WHERE result.measure = thing.id)"
_OWNER = "coalesce((SELECT name FROM person WHERE id = thing.{person}), {otherwise})"
_GROUP = "(SELECT name FROM \"group\" WHERE id = thing.owner_group), ''"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedRow:
    """A thing with a date: of which study day (with that one's first and last date), whose, and when.

    `rhythm` says that it comes again.
    """

    kind: str
    id: int
    day: int
    day_title: str
    first: dt.date | None
    last: dt.date | None
    title: str
    owner: str
    due: Due
    rhythm: str


def dated_rows(library: Library) -> Iterator[DatedRow]:
    """Give the open actions, the moments, and the measures without a result of all study days but archived ones."""
    group = f"coalesce({_GROUP})"
    action = f"thing.what, {_OWNER.format(person='owner', otherwise=group)}, thing.due, ''"
    moment = f"thing.title, {_OWNER.format(person='leader', otherwise=_EMPTY)}, thing.first_date, thing.rhythm"
    measure = f"thing.title, {_OWNER.format(person='who', otherwise=_EMPTY)}, thing.\"when\", ''"
    yield from _rows(library, "action", action, f"{_OPEN} AND thing.due IS NOT NULL", "due")
    yield from _rows(library, "moment", moment, "thing.first_date IS NOT NULL", "first_date")
    yield from _rows(library, "measure", measure, f'{_NO_RESULT} AND thing."when" IS NOT NULL', "when")


def days_with_open_actions(library: Library) -> tuple[int, ...]:
    """Return the study days (but archived ones) in which an action is not finished, by their first date."""
    query = f"""
SELECT day.id FROM study_day day WHERE day.status <> 'archived'
AND EXISTS (SELECT 1 FROM action thing WHERE thing.study_day_id = day.id AND {_OPEN})
ORDER BY (SELECT min(date) FROM part WHERE study_day_id = day.id), day.id
"""
    return tuple(row[0] for row in library.rows(query))


_EMPTY = "''"


def _rows(library: Library, kind: str, columns: str, where: str, field: str) -> Iterator[DatedRow]:
    read = schema.entities()[kind].by_field[field].read
    assert read is not None
    for row in library.rows(_DAY.format(kind=kind, columns=columns, where=where)):
        number, day, day_title, title, owner, due, rhythm, first, last = row
        yield DatedRow(
            kind=kind,
            id=number,
            day=day,
            day_title=day_title,
            first=_date(first),
            last=_date(last),
            title=title,
            owner=owner,
            due=read(due),
            rhythm=rhythm,
        )


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
