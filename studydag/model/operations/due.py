"""What is due over all study days: the one list that looks beyond the day in view. It only reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from studydag.model.rules.calendar.dates import resolve_between
from studydag.model.rules.calendar.rhythm import series_from
from studydag.model.rules.calendar.school_calendar import holidays_for
from studydag.model.store.dated_rows import DatedRow, dated_rows
from studydag.model.store.library import Library
from studydag.model.values.follow_up import Moment
from studydag.model.values.school import School
from studydag.model.values.setting import Holidays

SCHOOL = 1
FORGOTTEN = dt.timedelta(days=92)
"""A measurement that was not done is asked after for a quarter of a year; an open action stays until it is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """Something that is due: a thing of a study day, on a date, with the name of who sees to it.

    What belongs to a trajectory alone has no `day`; `goal` is the first goal that it serves.
    """

    kind: str
    id: int
    day: int | None
    day_title: str
    title: str
    owner: str
    date: dt.date
    goal: str = ""
    trajectory: str = ""


def due_until(library: Library, today: dt.date, last: dt.date) -> tuple[DueLine, ...]:
    """Return what is overdue on `today`, and what is due from then until `last`, by date."""
    rows = list(dated_rows(library))
    moments = _recurring(library, rows)
    holidays = _holidays(library, today, last) if moments else Holidays()
    lines = [
        _line(row, date)
        for row in rows
        for date in _dates(row, moments, holidays)
        if date <= last and (date >= today or _is_missed(row, date, today))
    ]
    return tuple(sorted(lines, key=lambda line: (line.date, line.day or 0, line.kind, line.id)))


def _holidays(library: Library, today: dt.date, last: dt.date) -> Holidays:
    school = library.get(School, SCHOOL)
    years = range(today.year - 1, last.year + 2)
    return holidays_for(school.holiday_region, school.country, years, school.closed_days, language=school.language)


def _recurring(library: Library, rows: list[DatedRow]) -> dict[int, Moment]:
    numbers = [row.id for row in rows if row.rhythm.strip()]
    return {moment.id: moment for moment in library.some(Moment, numbers)} if numbers else {}


def _dates(row: DatedRow, moments: dict[int, Moment], holidays: Holidays) -> Iterator[dt.date]:
    date = resolve_between(row.due, row.first, row.last)
    moment = moments.get(row.id) if row.kind == "moment" else None
    if moment is not None:
        yield from series_from(moment, date, holidays).dates
    elif date is not None:
        yield date


def _is_missed(row: DatedRow, date: dt.date, today: dt.date) -> bool:
    return row.kind in {"action", "activity_step"} or (row.kind == "measure" and today - date <= FORGOTTEN)


def _line(row: DatedRow, date: dt.date) -> DueLine:
    return DueLine(
        kind=row.kind,
        id=row.id,
        day=row.day,
        day_title=row.day_title,
        title=row.title,
        owner=row.owner,
        date=date,
        goal=row.goal,
        trajectory=row.trajectory,
    )
