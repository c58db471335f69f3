"""The list of study days, without reading what is in them."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from studydag.model.store.library import Library
from studydag.model.values.errors import LibraryDamaged
from studydag.model.values.study_day import DayStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """A study day in a list; `dates` are those of its parts, each once, earliest first."""

    id: int
    uid: str
    title: str
    dates: tuple[dt.date, ...]
    status: DayStatus


def list_days(library: Library) -> list[DayLine]:
    """Return the study days of a library by their dates, those without a date at the end. Raises LibraryDamaged."""
    rows = library.rows(
        "SELECT d.id,d.uid,d.title,d.status,json_group_array(DISTINCT p.date) FILTER (WHERE p.date IS NOT NULL) "
        "FROM study_day d LEFT JOIN part p ON p.study_day_id=d.id GROUP BY d.id"
    )
    try:
        days = [_line(*row) for row in rows]
    except (TypeError, ValueError) as error:
        raise LibraryDamaged(path=str(library.path), detail=str(error)) from error
    return sorted(days, key=lambda day: (not day.dates, day.dates, day.id))


def _line(row_id: int, uid: str, title: str, status: str, dates: str) -> DayLine:
    found = sorted(dt.date.fromisoformat(date) for date in json.loads(dates))
    return DayLine(id=row_id, uid=uid, title=title, dates=tuple(found), status=DayStatus(status))
