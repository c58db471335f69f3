"""Learning forms put to work. Trajectories, activities and cards of one's own are made with the plain verbs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from studydag.model.operations import editing, study_days
from studydag.model.operations.soundness import sound
from studydag.model.rules.calendar.dates import MoveReport, first_date, moved_between, resolve_between
from studydag.model.rules.follow_up.form_steps import begin_of, begin_of_moment
from studydag.model.store import whereabouts
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.follow_up import Moment
from studydag.model.values.references import Reference
from studydag.model.values.study_day import Decision, StudyDay
from studydag.model.values.trajectory import Activity, ActivityStep, Trajectory


def choose_form(
    library: Library,
    decision: Decision | None = None,
    *,
    day: int | None = None,
    activity: Activity | None = None,
    trajectory: int | Trajectory | None = None,
    meetings: Moment | None = None,
) -> int | None:
    """Choose a learning form as one step: keep why in the decisions of a day, and put the form into a trajectory.

    A trajectory that is given whole is made, and the day becomes part of it. `meetings` is the series of the activity.
    Returns the id of the activity, if one was made. Raises InvalidValue, NotFound.
    """
    kept = None if decision is None or day is None else sound(library, decision, ("study_day", day))
    if isinstance(trajectory, Trajectory):
        return _in_a_new_one(library, kept, day, trajectory, activity, meetings)
    whole = None if trajectory is None else ("trajectory", trajectory)
    planned = None if activity is None or whole is None else sound(library, replace(activity, id=0), whole)
    series = None if meetings is None or planned is None else sound(library, replace(meetings, id=0), whole)
    if kept is None and planned is None:
        return None
    number = None
    with library.change(Op.CHOOSE_FORM) as writer:
        if kept is not None and day is not None:
            of_day = ("study_day", day)
            row = writer.add(editing.last(library, kept, of_day), of_day)
            writer.place = Place(day, "decision", row)
        if planned is not None:
            number = writer.add(editing.last(library, planned, whole), whole)
            writer.place = writer.place or Place(None, "activity", number)
        if series is not None:
            writer.add(editing.last(library, replace(series, activity=number), whole), whole)
    return number


def _in_a_new_one(
    library: Library,
    decision: Decision | None,
    day: int | None,
    trajectory: Trajectory,
    activity: Activity | None,
    meetings: Moment | None,
) -> int | None:
    fresh = sound(library, replace(trajectory, id=0, activities=(), moments=()), None)
    with library.change(Op.CHOOSE_FORM) as writer:
        number = writer.add(fresh, None)
        whole = ("trajectory", number)
        writer.place = Place(None, "trajectory", number)
        if decision is not None and day is not None:
            row = writer.add(editing.last(library, decision, ("study_day", day)), ("study_day", day))
            writer.place = Place(day, "decision", row)
        if day is not None:
            writer.set(StudyDay, day, trajectory=number)
        made = None if activity is None else writer.add(sound(library, replace(activity, id=0), None), whole)
        if meetings is not None and made is not None:
            writer.add(replace(sound(library, replace(meetings, id=0), None), activity=made), whole)
    return made


def days_of(library: Library, trajectory: int) -> tuple[StudyDay, ...]:
    """Return the study days of a trajectory, whole; it only reads."""
    return tuple(library.some(StudyDay, day_ids_of(library, trajectory)))


def day_ids_of(library: Library, trajectory: int) -> list[int]:
    """Return the ids of the study days of a trajectory; it only reads."""
    return whereabouts.days_in(library, trajectory)


def put_later(library: Library, reference: Reference, days: int, *, gesture: int | None = None) -> MoveReport:
    """Make a step, a moment (with all meetings of its series) or a study day so many days later, or earlier.

    Relative dates go on counting from where they did, as far as they can say it. For a study day it is said what moved
    along and what stayed, and moves of one `gesture` are one step. Raises InvalidValue, NotFound.
    """
    kind, number = reference
    by = dt.timedelta(days=days)
    if kind == "study_day":
        first = first_date(library.get(StudyDay, number))
        return MoveReport() if first is None else study_days.move(library, number, first + by, gesture=gesture)
    value, field = _DATED[kind]
    start, due = _begin(library, reference), getattr(library.get(value, number), field)
    on = resolve_between(due, start, start)
    if on is not None:
        editing.change(library, value, number, **{field: moved_between(due, on + by, start, start)})
    return MoveReport()


_DATED: dict[str, tuple[type[Any], str]] = {"activity_step": (ActivityStep, "due"), "moment": (Moment, "first_date")}


def _begin(library: Library, reference: Reference) -> dt.date | None:
    """Return the day from which the date of a step or moment of a trajectory counts."""
    kind, number = reference
    if kind == "moment":
        home = library.owner_of(Moment, number)
        assert home is not None
        return begin_of_moment(library.get(Moment, number), library.get(Trajectory, home[1]))
    activity = library.owner_of(ActivityStep, number)
    assert activity is not None
    home = library.owner_of(Activity, activity[1])
    assert home is not None
    return begin_of(library.get(Activity, activity[1]), library.get(Trajectory, home[1]))
