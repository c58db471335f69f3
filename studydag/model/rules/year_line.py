"""A trajectory on a line of time: study days, activities, moments, milestones, and when the school is closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from studydag.model.rules.calendar.dates import first_date, last_date, resolve
from studydag.model.rules.calendar.rhythm import series_from
from studydag.model.rules.calendar.school_calendar import is_closed, is_weekend, school_year, school_year_bounds
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.workload import Work, work_of
from studydag.model.rules.follow_up.form_steps import first_of_moment, step_dates
from studydag.model.rules.time.balance import balance
from studydag.model.rules.time.schedule import schedule
from studydag.model.rules.written.written_dates import dated_lines
from studydag.model.values.choices import RegistrationRole
from studydag.model.values.follow_up import Moment
from studydag.model.values.references import Reference
from studydag.model.values.school import Person
from studydag.model.values.setting import Holidays, Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Activity, Trajectory

WEEK = 7
HOUR = 60


class LaneKind(StrEnum):
    """What stands in a lane of the year line."""

    DAYS = "days"
    FORMAL = "formal"
    INFORMAL = "informal"
    MOMENTS = "moments"
    MILESTONES = "milestones"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something on a date, or from one to another; `closed` says that the school is then. It leads to a thing.

    `moves` is what gets another date when the mark is put elsewhere; nothing where that is decided in another place.
    """

    kind: str
    id: int
    title: str
    first: dt.date
    last: dt.date
    closed: bool = False
    day: int | None = None
    moves: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """What belongs together, on one line; without a title it is named by its kind."""

    kind: LaneKind
    id: int = 0
    title: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """A stretch of closed days, weekends in between included."""

    first: dt.date
    last: dt.date
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """A stretch of time with its lanes."""

    first: dt.date
    last: dt.date
    lanes: tuple[Lane, ...] = ()
    closures: tuple[Closure, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks, lane by lane, each by date."""
        return tuple(mark for lane in self.lanes for mark in lane.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """How many study days and activities there are, and which of those are formal (R056)."""

    days: int
    formal: int
    informal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """What a trajectory asks of one person, in minutes, beside the person's hours for a school year (R063)."""

    person: Person
    minutes: int
    budget: int | None


def year_line(trajectory: Trajectory, days: Sequence[StudyDay], holidays: Holidays, today: dt.date) -> YearLine:
    """Lay a trajectory out: from its own dates, else those of what is in it, else the school year of `today`."""
    lanes = tuple(lane for lane in _lanes(trajectory, days, holidays) if lane.marks or lane.id)
    dates = [date for lane in lanes for mark in lane.marks for date in (mark.first, mark.last)]
    start, end = school_year_bounds(school_year(min(dates, default=today)))
    first = min([trajectory.period_start or start, *dates])
    last = max([trajectory.period_end or end, first, *dates])
    return YearLine(first=first, last=last, lanes=lanes, closures=tuple(closures(first, last, holidays)))


def closures(first: dt.date, last: dt.date, holidays: Holidays) -> Iterator[Closure]:
    """Give the holidays of a stretch of time; those that only a weekend parts are one."""
    begun: Closure | None = None
    for day, name in sorted(holidays.names.items()):
        if not first <= day <= last:
            continue
        if begun is not None and _only_weekend_between(begun.last, day):
            begun = Closure(first=begun.first, last=day, name=begun.name)
            continue
        if begun is not None:
            yield begun
        begun = Closure(first=day, last=day, name=name)
    if begun is not None:
        yield begun


def mix(trajectory: Trajectory, days: Sequence[StudyDay]) -> Mix:
    """Count formal and informal learning (R056)."""
    informal = sum(each.informal for each in trajectory.activities)
    return Mix(days=len(days), formal=len(trajectory.activities) - informal, informal=informal)


def work_in(days: Iterable[StudyDay], setting: Setting, today: dt.date) -> Work:
    """Sum the work before, on and after the study days of a trajectory, that of its activities once (R071)."""
    works = [work_of(Context(day, setting, today)) for day in days]
    return Work(
        before=sum(each.before for each in works),
        on_the_day=sum(each.on_the_day for each in works),
        after=sum(each.after for each in works),
        activities=max((each.activities for each in works), default=0),
    )


def hours(trajectory: Trajectory, days: Sequence[StudyDay], setting: Setting) -> tuple[Hours, ...]:
    """Return what activities and study days ask of each person who takes part, those with a budget too (R063).

    Of a study day that is its net minutes, for who registered by name and takes part in it.
    """
    booked: dict[int, int] = {}
    for activity in trajectory.activities:
        for person in {each.person for each in activity.participants}:
            booked[person] = booked.get(person, 0) + activity.minutes
    for day in days:
        minutes = _net_minutes(day, setting)
        for number in {each.person for each in day.registrations if each.role is not RegistrationRole.GUEST}:
            if number is not None:
                booked[number] = booked.get(number, 0) + minutes
    return tuple(
        Hours(
            person=person,
            minutes=booked.get(person.id, 0),
            budget=None if person.hours_budget is None else person.hours_budget * HOUR,
        )
        for person in setting.people
        if person.id in booked and not person.archived
    )


def _net_minutes(day: StudyDay, setting: Setting) -> int:
    return balance(schedule(day), {each.id: each for each in setting.formats}).net_minutes


def _lanes(trajectory: Trajectory, days: Sequence[StudyDay], holidays: Holidays) -> Iterator[Lane]:
    yield Lane(kind=LaneKind.DAYS, marks=_in_order(mark for day in days for mark in _days(day, holidays)))
    for activity in sorted(trajectory.activities, key=lambda each: each.informal):
        kind = LaneKind.INFORMAL if activity.informal else LaneKind.FORMAL
        marks = _in_order(_of_activity(activity, trajectory, holidays))
        yield Lane(kind=kind, id=activity.id, title=activity.title, marks=marks)
    alone = [each for each in trajectory.moments if each.activity is None]
    meetings = (mark for each in alone for mark in _meetings(each, trajectory, holidays))
    yield Lane(kind=LaneKind.MOMENTS, marks=_in_order(meetings))
    yield Lane(kind=LaneKind.MILESTONES, marks=_in_order(mark for day in days for mark in _milestones(day, holidays)))


def _days(day: StudyDay, holidays: Holidays) -> Iterator[Mark]:
    first, last = first_date(day), last_date(day)
    if first is not None and last is not None:
        closed = is_closed(first, holidays)
        moves = ("study_day", day.id)
        yield Mark(
            kind="study_day", id=day.id, title=day.title, first=first, last=last, closed=closed, day=day.id, moves=moves
        )


def _of_activity(activity: Activity, trajectory: Trajectory, holidays: Holidays) -> Iterator[Mark]:
    for step, date in step_dates(activity, trajectory):
        if date is not None:
            yield _mark(("activity", activity.id), step.title, date, holidays, ("activity_step", step.id))
    for moment in trajectory.moments:
        if moment.activity == activity.id:
            for mark in _meetings(moment, trajectory, holidays):
                yield replace(mark, kind="activity", id=activity.id)


def _meetings(moment: Moment, trajectory: Trajectory, holidays: Holidays) -> Iterator[Mark]:
    for date in series_from(moment, first_of_moment(moment, trajectory), holidays).dates:
        yield _mark(("trajectory", trajectory.id), moment.title, date, holidays, ("moment", moment.id))


def _milestones(day: StudyDay, holidays: Holidays) -> Iterator[Mark]:
    """Give what experts do over a period, when what they make is due, and their dated milestones (R100-R102)."""
    for expert in day.experts:
        for each in expert.deployments:
            title = each.product or expert.name
            if each.period_start is not None:
                last = max(each.period_end or each.period_start, each.period_start)
                yield Mark(kind="expert", id=expert.id, title=title, first=each.period_start, last=last, day=day.id)
            due = resolve(each.due, day)
            dated = [(due, title)] if due is not None else []
            dated += [(date, said or title) for date, said in dated_lines(each.milestones)]
            for date, said in dated:
                closed = is_closed(date, holidays)
                yield Mark(kind="expert", id=expert.id, title=said, first=date, last=date, closed=closed, day=day.id)


def _mark(leads_to: Reference, title: str, date: dt.date, holidays: Holidays, moves: Reference) -> Mark:
    kind, number = leads_to
    closed = is_closed(date, holidays)
    return Mark(kind=kind, id=number, title=title, first=date, last=date, closed=closed, moves=moves)


def _in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: (mark.first, mark.last)))


def _only_weekend_between(last: dt.date, day: dt.date) -> bool:
    between = (last + dt.timedelta(days=number) for number in range(1, (day - last).days))
    return (day - last).days <= WEEK and all(map(is_weekend, between))
