"""Which dates the parts of a study day get when it moves."""

from __future__ import annotations

import datetime as dt

from studydag.model.rules.dates import first_date
from studydag.model.rules.schedule import part_bounds
from studydag.model.values.programme import Part
from studydag.model.values.study_day import StudyDay

_NEXT_DAY = dt.timedelta(days=1)


def dates_from(day: StudyDay, first: dt.date) -> dict[int, dt.date]:
    """Return a date by part id, so that the first part falls on `first` and the others keep their distance (R005).

    Parts without a date keep having none, unless no part has one: then each falls on the date of the one before it,
    or on the next where it starts earlier than that one ends.
    """
    start = first_date(day)
    if start is None:
        return _in_a_row(day.parts, first)
    return {part.id: first + (part.date - start) for part in day.parts if part.date is not None}


def _in_a_row(parts: tuple[Part, ...], first: dt.date) -> dict[int, dt.date]:
    dates: dict[int, dt.date] = {}
    date, reached = first, 0
    for part in parts:
        start, end = part_bounds(part)
        if start < reached:
            date += _NEXT_DAY
        dates[part.id] = date
        reached = end
    return dates
