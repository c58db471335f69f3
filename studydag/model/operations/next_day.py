"""A study day after an earlier one: what it takes over, and what was still open there (R074, R120)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace

from studydag.model.operations.follow_up import of_earlier_day
from studydag.model.operations.soundness import must_have_room, refuse_if_any, root_of
from studydag.model.rules.calendar.moving import dates_from
from studydag.model.rules.effect.editions import by_date, related
from studydag.model.rules.handing_on.copies import copy_of_day
from studydag.model.store.library import Library
from studydag.model.store.lineage import lineage_rows
from studydag.model.values.changes import Op, Place
from studydag.model.values.effect import Insight
from studydag.model.values.follow_up import Action
from studydag.model.values.study_day import DayStatus, StudyDay
from studydag.model.values.validation import clean_text, own_problems


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """What a new study day takes over from an earlier one.

    With the `programme` come goals and all actions but the open ones that are not among `actions`; without it just
    those. `insights` are marked as taken along. `builds_on` says that the one is meant to follow from the other.
    """

    programme: bool = True
    builds_on: bool = True
    actions: Collection[int] = ()
    insights: Collection[int] = ()


def open_actions(day: StudyDay) -> tuple[Action, ...]:
    """Return the actions of a day that are not finished."""
    return tuple(action for action in day.actions if action.state.is_unfinished)


def open_insights(day: StudyDay) -> tuple[Insight, ...]:
    """Return what was learned from a day and not taken along to another one yet."""
    return tuple(insight for insight in day.insights if not insight.taken_along_to)


def editions_of(library: Library, day: StudyDay, most: int) -> list[StudyDay]:
    """Return the study days that belong to the same line as a day, itself among them; the newest `most`, by date."""
    rows = lineage_rows(library)
    uids = set(related(day, {row.uid: (row.builds_on, row.trajectory) for row in rows}))
    days = by_date(library.some(StudyDay, [row.id for row in rows if row.uid in uids]))
    place = next((n for n, each in enumerate(days) if each.id == day.id), len(days))
    first = max(0, min(place - most + 2, len(days) - most))
    return days[first : first + most]


def tick_off(library: Library, insight_id: int, day_id: int, *, taken: bool) -> None:
    """Say that what was learned on another day is taken along to this one, or is not (R120)."""
    uid = library.bare(StudyDay, day_id).uid if taken else ""
    root_of(library, ("insight", insight_id))
    with library.change(Op.TAKE_ALONG, place=Place(day_id, "study_day", day_id)) as writer:
        writer.set(Insight, insight_id, taken_along_to=uid)


def begin_after(library: Library, earlier_id: int, title: str, taken: TakenOver, *, date: dt.date | None = None) -> int:
    """Add a study day after an earlier one, as one step, its first part on `date` or some day; return its id.

    Raises InvalidValue, TooMany, NotFound.
    """
    title = clean_text(title)
    refuse_if_any(own_problems(StudyDay, {"title": title}, ""))
    earlier = library.get(StudyDay, earlier_id)
    for insight in taken.insights:
        root_of(library, ("insight", insight))
    day = taken_over(earlier, title, taken, date)
    must_have_room(library, day, None)
    with library.change(Op.ADD_DAY) as writer:
        number = writer.add(replace(day, builds_on=earlier.uid if taken.builds_on else ""))
        uid = library.bare(StudyDay, number).uid
        for insight in taken.insights:
            writer.set(Insight, insight, taken_along_to=uid)
        writer.place = Place(number, "study_day", number)
    return number


def taken_over(earlier: StudyDay, title: str, taken: TakenOver, date: dt.date | None = None) -> StudyDay:
    """Return the study day as it will be, before it is added."""
    return _with_programme(earlier, title, taken, date) if taken.programme else _bare(earlier, title, taken, date)


def _with_programme(earlier: StudyDay, title: str, taken: TakenOver, date: dt.date | None) -> StudyDay:
    left = {action.id for action in open_actions(earlier)} - set(taken.actions)
    copy = copy_of_day(earlier, title, date)
    return replace(copy, actions=tuple(action for action in copy.actions if action.id not in left))


def _bare(earlier: StudyDay, title: str, taken: TakenOver, date: dt.date | None) -> StudyDay:
    """Return a day at the same times, with nothing but the open actions that come along."""
    dates = {} if date is None else dates_from(earlier, date)
    return StudyDay(
        title=title,
        status=DayStatus.IDEA,
        language=earlier.language,
        expected_number=earlier.expected_number,
        trajectory=earlier.trajectory,
        parts=tuple(replace(part, uid="", date=dates.get(part.id)) for part in earlier.parts),
        actions=tuple(of_earlier_day(each) for each in open_actions(earlier) if each.id in set(taken.actions)),
    )
