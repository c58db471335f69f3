"""When things before and after the day are due: dates of another day, that stay what they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from studydag.model.operations.editing import change, place_of
from studydag.model.operations.soundness import day_of
from studydag.model.rules.calendar.dates import moved, resolve
from studydag.model.store.library import Library
from studydag.model.values.changes import Op
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action, Moment
from studydag.model.values.references import Reference
from studydag.model.values.study_day import StudyDay

DATE_FIELDS: dict[str, tuple[type[Any], str]] = {
    "action": (Action, "due"),
    "moment": (Moment, "first_date"),
    "measure": (Measure, "when"),
}
"""What has a date on the time line, and in which field."""


def put_on_date(library: Library, reference: Reference, to: dt.date) -> None:
    """Put an action, moment or measure on another date (R005): what is relative stays so, as far as it can say it."""
    value, field = DATE_FIELDS[reference[0]]
    day = library.get(StudyDay, day_of(library, reference))
    due = getattr(library.get(value, reference[1]), field)
    change(library, value, reference[1], **{field: moved(due, to, day)})


def postpone(library: Library, ids: Sequence[int], days: int) -> int:
    """Make the dates of several actions so many days later, as one step; return how many have a date.

    Relative dates stay relative, as in `put_on_date`.
    """
    actions = [library.get(Action, each) for each in dict.fromkeys(ids)]
    if not actions:
        return 0
    day = library.get(StudyDay, day_of(library, ("action", actions[0].id)))
    dated = [(action, resolve(action.due, day)) for action in actions]
    moves = [(action, on + dt.timedelta(days=days)) for action, on in dated if on is not None]
    if moves:
        with library.change(Op.CHANGE, place=place_of(library, "action", moves[0][0].id)) as writer:
            for action, to in moves:
                writer.set(Action, action.id, due=moved(action.due, to, day))
    return len(moves)


def make_relative(library: Library, reference: Reference) -> None:
    """Let a fixed date move along with the study day from now on; nothing changes while the day has no date."""
    value, field = DATE_FIELDS[reference[0]]
    day = library.get(StudyDay, day_of(library, reference))
    on = getattr(library.get(value, reference[1]), field)
    if isinstance(on, dt.date):
        change(library, value, reference[1], **{field: moved(RelativeDate(1, DateUnit.MONTHS), on, day)})


def make_fixed(library: Library, reference: Reference) -> None:
    """Let a date stay where it is when the study day moves."""
    value, field = DATE_FIELDS[reference[0]]
    day = library.get(StudyDay, day_of(library, reference))
    on = resolve(getattr(library.get(value, reference[1]), field), day)
    if on is not None:
        change(library, value, reference[1], **{field: on})
