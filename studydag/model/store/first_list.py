"""The list of study days for the window's first frame: one read, with nothing but Python's own library.

SQLAlchemy is imported after the first paint; this file must not import it, nor what does. It does without
`dataclasses` and `json` too, which nothing else in the first frame needs.
"""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path
from typing import NamedTuple

from studydag.model.store.file_check import check_file
from studydag.model.store.migrations import VERSION
from studydag.model.values.day_status import DayStatus
from studydag.model.values.errors import LibraryDamaged

_STATEMENT = """
SELECT day.id, day.uid, day.title, day.status,
    (SELECT group_concat(date, ' ') FROM (SELECT DISTINCT date FROM part
     WHERE study_day_id = day.id AND date IS NOT NULL ORDER BY date)),
    (SELECT count(*) FROM action WHERE study_day_id = day.id AND state IN ('open', 'busy'))
FROM study_day day ORDER BY day.id
"""


class DayLine(NamedTuple):
    """A study day in a list: `dates` of its parts in order, `open_actions` the number still to be done."""

    id: int
    uid: str
    title: str
    status: DayStatus
    dates: tuple[date, ...]
    open_actions: int


def day_lines(path: Path) -> tuple[DayLine, ...]:
    """Return a line for each study day of a library, by date, those without a date last. Writes nothing.

    Raises CannotRead as `file_check.check_file` does, and LibraryDamaged.
    """
    check_file(path, VERSION)
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            lines = [_line(row) for row in connection.execute(_STATEMENT)]
        finally:
            connection.close()
    except (sqlite3.Error, ValueError) as error:
        raise LibraryDamaged(path=str(path), detail=str(error)) from error
    return tuple(sorted(lines, key=lambda line: (line.dates or (date.max,), line.id)))


def _line(row: tuple[int, str, str, str, str | None, int]) -> DayLine:
    day_id, uid, title, status, dates, open_actions = row
    parsed = tuple(date.fromisoformat(each) for each in (dates or "").split())
    return DayLine(day_id, uid, title, DayStatus(status), parsed, open_actions)
