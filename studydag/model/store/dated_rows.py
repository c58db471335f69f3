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
    (SELECT min(date) FROM part WHERE study_day_id = day.id), (SELECT max(date) FROM part WHERE study_day_id = day.id),
    coalesce((SELECT sentence FROM goal JOIN {kind}_goals link ON link.target_id = goal.id
        WHERE link.owner_id = thing.id ORDER BY link.position LIMIT 1), ''),
    coalesce((SELECT title FROM trajectory WHERE id = day.trajectory), '')
FROM "{kind}" thing JOIN study_day day ON day.id = thing.study_day_id
WHERE day.status <> 'archived' AND {where}
"""
_MOMENTS = """
SELECT thing.id, NULL, '', thing.title, coalesce((SELECT name FROM person WHERE id = thing.leader), ''),
    thing.first_date, thing.rhythm, {begin}, {begin}, '', trajectory.title
FROM moment thing JOIN trajectory ON trajectory.id = thing.trajectory_id
LEFT JOIN activity ON activity.id = thing.activity WHERE thing.first_date IS NOT NULL
"""
_STEPS = """
SELECT thing.id, NULL, activity.title, thing.title, coalesce((SELECT name FROM person WHERE id = thing.person), ''),
    thing.due, '', {begin}, {begin}, '', trajectory.title
FROM activity_step thing JOIN activity ON activity.id = thing.activity_id
JOIN trajectory ON trajectory.id = activity.trajectory_id WHERE thing.due IS NOT NULL AND NOT thing.done
"""
_BEGIN = "coalesce(activity.begins_on, trajectory.period_start)"
"""From where the dates of a trajectory count, as `form_steps.begin_of` says it."""
_OPEN = "thing.state IN ('open', 'busy')"
_NO_RESULT = "NOT EXISTS (SELECT 1 FROM result WHERE result.measure = thing.id)"
_OWNER = "coalesce((SELECT name FROM person WHERE id = thing.{person}), {otherwise})"
_GROUP = "(SELECT name FROM \"group\" WHERE id = thing.owner_group), ''"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedRow:
    """A thing with a date: of which study day (with that one's first and last date), whose, and when.

    `rhythm` says that it comes again. What belongs to a trajectory alone has no `day`, and counts from its period.
    `goal` is the first goal that it serves.
    """

    kind: str
    id: int
    day: int | None
    day_title: str
    first: dt.date | None
    last: dt.date | None
    title: str
    owner: str
    due: Due
    rhythm: str
    goal: str = ""
    trajectory: str = ""


def dated_rows(library: Library) -> Iterator[DatedRow]:
    """Give the open actions, the moments, and the measures without a result of all study days but archived ones.

    With them come the meetings of trajectories, and the steps of activities that are still to be done.
    """
    group = f"coalesce({_GROUP})"
    action = f"thing.what, {_OWNER.format(person='owner', otherwise=group)}, thing.due, ''"
    moment = f"thing.title, {_OWNER.format(person='leader', otherwise=_EMPTY)}, thing.first_date, thing.rhythm"
    measure = f"thing.title, {_OWNER.format(person='who', otherwise=_EMPTY)}, thing.\"when\", ''"
    yield from _rows(library, "action", action, f"{_OPEN} AND thing.due IS NOT NULL", "due")
    yield from _rows(library, "moment", moment, "thing.first_date IS NOT NULL", "first_date")
    yield from _rows(library, "measure", measure, f'{_NO_RESULT} AND thing."when" IS NOT NULL', "when")
    yield from _written(library, "moment", _MOMENTS.format(begin=_BEGIN), "first_date")
    yield from _written(library, "activity_step", _STEPS.format(begin=_BEGIN), "due")


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
    yield from _written(library, kind, _DAY.format(kind=kind, columns=columns, where=where), field)


def _written(library: Library, kind: str, query: str, field: str) -> Iterator[DatedRow]:
    read = schema.entities()[kind].by_field[field].read
    assert read is not None
    for row in library.rows(query):
        number, day, day_title, title, owner, due, rhythm, first, last, goal, trajectory = row
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
            goal=goal,
            trajectory=trajectory,
        )


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
