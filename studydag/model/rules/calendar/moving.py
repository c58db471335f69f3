"""Which dates the parts of a study day get when it moves, and when one more part is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from studydag.model.rules.calendar.dates import first_date
from studydag.model.rules.time.schedule import clock_time, part_bounds
from studydag.model.values.programme import Part
from studydag.model.values.study_day import StudyDay

_NEXT_DAY = dt.timedelta(days=1)
USUAL_MINUTES = 120
"""How long a part lasts that is put behind another."""


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


def following_part(parts: Sequence[Part], **fields: Any) -> Part:
    """Return one more part, for behind the others: on the date of the last one from its end on, for two hours.

    With another date in `fields` it has the times of the last one; what else `fields` says holds.
    """
    if not parts:
        return replace(Part(), **fields)
    last = parts[-1]
    part = Part(date=last.date, venue=last.venue, start=last.start, end=last.end)
    if fields.get("date", last.date) == last.date and last.date is not None:
        _start, end = part_bounds(last)
        part = replace(part, start=clock_time(end), end=clock_time(end + USUAL_MINUTES))
    return replace(part, **fields)
