"""Learning forms put to work. Trajectories, activities and cards of one's own are made with the plain verbs."""

from __future__ import annotations

from dataclasses import replace

from studydag.model.operations import editing
from studydag.model.operations.soundness import sound
from studydag.model.store import whereabouts
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.follow_up import Moment
from studydag.model.values.study_day import Decision, StudyDay
from studydag.model.values.trajectory import Activity, Trajectory


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
    return tuple(library.some(StudyDay, whereabouts.days_in(library, trajectory)))
