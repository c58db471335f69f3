"""The clock of practice: it begins when a part is to begin, and goes on as the clock on the wall does.

The date stays that of the wall, another one than the plan's: a part that is practised is practised on another date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from studydag.model.rules.on_the_day.running import run, second_of
from studydag.model.rules.on_the_day.running_steps import Note
from studydag.model.values.study_day import StudyDay

_ANY_DAY: Final = dt.date(2000, 1, 2)
_TIMES: Final = frozenset({"actual_start", "actual_end"})


def ahead_from(day: StudyDay, part: int, now: dt.datetime) -> dt.timedelta:
    """Return how far the clock of a part goes ahead of the wall where practice begins now.

    It begins when what comes next is to start, else with the part; that may lie behind (below nought). Nought where the
    day has no such part.
    """
    found = run(day, part, now)
    if found is None:
        return dt.timedelta()
    begins = found.part.start if found.next is None else found.next.start
    return dt.timedelta(seconds=begins * 60 - second_of(found.part, now))


def at_practice(now: dt.datetime, ahead: dt.timedelta) -> dt.datetime:
    """Return the moment by the clock of practice, on the date of the wall."""
    return dt.datetime.combine(now.date(), (now + ahead).time())


def by_the_wall(notes: Iterable[Note], ahead: dt.timedelta) -> tuple[Note, ...]:
    """Return notes of practice with the minutes in which they were made by the clock on the wall."""

    def earlier(name: str, value: Any) -> Any:
        if name not in _TIMES or value is None:
            return value
        return (dt.datetime.combine(_ANY_DAY, value) - ahead).time().replace(second=0, microsecond=0)

    return tuple(
        replace(note, fields={name: earlier(name, value) for name, value in note.fields.items()}) for note in notes
    )
