"""The list of study days for the window's first frame: one read, with nothing but Python's own library.

SQLAlchemy is imported after the first paint; this file must not import it, nor what does. It does without
`dataclasses` and `json` too, which nothing else in the first frame needs.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from studydag.model.store.first_look import language_in, looking_at
from studydag.model.values.day_status import DayStatus

_STATEMENT = """
SELECT day.id, day.uid, day.title, day.status,
    (SELECT group_concat(date, ' ') FROM (SELECT DISTINCT date FROM part
     WHERE study_day_id = day.id AND date IS NOT NULL ORDER BY date)),
    (SELECT count(*) FROM action WHERE study_day_id = day.id AND state IN ('open', 'busy'))
FROM study_day day ORDER BY day.id
"""

_TRAJECTORIES = """
SELECT trajectory.id, trajectory.title,
    (SELECT count(*) FROM study_day WHERE study_day.trajectory = trajectory.id),
    (SELECT count(*) FROM activity WHERE trajectory_id = trajectory.id)
FROM trajectory ORDER BY trajectory.period_start IS NULL, trajectory.period_start, trajectory.id
"""


class TrajectoryLine(NamedTuple):
    """A trajectory in a list, with the number of its study days and that of its other activities."""

    id: int
    title: str
    days: int
    activities: int


class DayLine(NamedTuple):
    """A study day in a list: `dates` of its parts in order, `open_actions` the number still to be done."""

    id: int
    uid: str
    title: str
    status: DayStatus
    dates: tuple[date, ...]
    open_actions: int


class FirstList(NamedTuple):
    """What the window shows first of a library: its study days, in the `language` (a code) of its school."""

    days: tuple[DayLine, ...]
    language: str


def first_list(path: Path) -> FirstList:
    """Return a line for each study day of a library, by date, those without a date last. Writes nothing.

    Raises CannotRead as `file_check.check_file` does, and LibraryDamaged.
    """
    with looking_at(path) as connection:
        lines = [_line(row) for row in connection.execute(_STATEMENT)]
        language = language_in(connection)
    return FirstList(tuple(sorted(lines, key=lambda line: (line.dates or (date.max,), line.id))), language)


def day_lines(path: Path) -> tuple[DayLine, ...]:
    """Return the days of the first list of a library. Raises CannotRead."""
    return first_list(path).days


def trajectory_lines(path: Path) -> tuple[TrajectoryLine, ...]:
    """Return a line for each trajectory of a library. Raises CannotRead."""
    with looking_at(path) as connection:
        return tuple(TrajectoryLine(*row) for row in connection.execute(_TRAJECTORIES))


def _line(row: tuple[int, str, str, str, str | None, int]) -> DayLine:
    day_id, uid, title, status, dates, open_actions = row
    parsed = tuple(date.fromisoformat(each) for each in (dates or "").split())
    return DayLine(day_id, uid, title, DayStatus(status), parsed, open_actions)
