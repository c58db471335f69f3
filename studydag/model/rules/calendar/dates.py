"""Dates that are counted from the study day, and what happens to them when it moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from studydag.model.values.dates import DateUnit, Due, RelativeDate
from studydag.model.values.study_day import StudyDay
from studydag.model.values.validation import RELATIVE_LIMITS


class Side(StrEnum):
    """Where a date lies: before the first date of the study day, on or between its dates, after the last."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A thing of a study day with a date: `field` is the field's name, `due` what it holds."""

    kind: str
    id: int
    title: str
    field: str
    due: Due


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What becomes of one date when the study day moves. A fixed date stays: `before` and `after` are the same."""

    dated: Dated
    before: date | None
    after: date | None

    @property
    def is_fixed(self) -> bool:
        """Whether it is a fixed date, to be looked at by a person."""
        return not isinstance(self.dated.due, RelativeDate)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveReport:
    """What a new date for the study day does (R005): relative dates that move, fixed dates that stay."""

    moving: tuple[Move, ...] = ()
    fixed: tuple[Move, ...] = ()


def first_date(day: StudyDay) -> date | None:
    """Return the earliest date of the parts that have one."""
    return min((part.date for part in day.parts if part.date is not None), default=None)


def last_date(day: StudyDay) -> date | None:
    """Return the latest date of the parts that have one."""
    return max((part.date for part in day.parts if part.date is not None), default=None)


def has_several_dates(day: StudyDay) -> bool:
    """Whether a clock time of a day says too little without its date: its parts are not all on the same one."""
    return len({part.date for part in day.parts}) > 1


def resolve(due: Due | None, day: StudyDay) -> date | None:
    """Compute a date: negative from the study day's first date, else from its last; None while the day has none."""
    return resolve_between(due, first_date(day), last_date(day))


def resolve_between(due: Due | None, first: date | None, last: date | None) -> date | None:
    """Compute a date counted from any stretch of days, such as a trajectory's period; None when it can't be counted."""
    if not isinstance(due, RelativeDate):
        return due
    anchor = first if due.n < 0 else last
    if anchor is None:
        return None
    try:
        return _counted(anchor, due)
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return None


def moved(due: Due | None, to: date, day: StudyDay) -> Due:
    """Return a date of the same nature for another day: a fixed date stays fixed, a relative one still counts.

    It counts in the unit it had where that comes out, else in weeks or days. What a relative date can't say becomes a
    fixed one: a day between the dates of the study day, more than 24 months after it or 12 before.
    """
    return moved_between(due, to, first_date(day), last_date(day))


def moved_between(due: Due | None, to: date, first: date | None, last: date | None) -> Due:
    """Return a date of the same nature that counts from any stretch of days, for another day; see `moved`."""
    if not isinstance(due, RelativeDate) or first is None or last is None:
        return to
    if first <= to <= last:
        return RelativeDate(0, due.unit) if to == last else to
    anchor = first if to < first else last
    days = (to - anchor).days
    months = (to.year - anchor.year) * 12 + to.month - anchor.month
    counts = {DateUnit.DAYS: days, DateUnit.WEEKS: days // 7, DateUnit.MONTHS: months}
    for unit in (due.unit, DateUnit.WEEKS, DateUnit.DAYS):
        made = RelativeDate(counts[unit], unit)
        low, high = RELATIVE_LIMITS[unit]
        if low <= made.n <= high and resolve_between(made, first, last) == to:
            return made
    return to


def side_of(due: Due | None, day: StudyDay) -> Side | None:
    """Return on which side of the study day a date lies; a relative date says so itself. None: not known (yet)."""
    if isinstance(due, RelativeDate):
        return Side.BEFORE if due.n < 0 else Side.AFTER if due.n > 0 else Side.DURING
    first, last = first_date(day), last_date(day)
    if due is None or first is None or last is None:
        return None
    return Side.BEFORE if due < first else Side.AFTER if due > last else Side.DURING


def dated_things(day: StudyDay) -> Iterator[Dated]:
    """Give every date of a study day that is to be kept, but for its parts and what is finished or a record."""
    for action in day.actions:
        if action.state.is_unfinished:
            yield from _dated("action", action.id, action.what, window_start=action.window_start, due=action.due)
    for moment in day.moments:
        yield from _dated("moment", moment.id, moment.title, first_date=moment.first_date, until=moment.until)
    for measure in day.measures:
        yield from _dated("measure", measure.id, measure.title, when=measure.when)
    for block in day.blocks:
        yield from _dated(
            "block",
            block.id,
            block.title,
            title_to_be_announced_until=block.title_to_be_announced_until,
            input_deadline=block.input_deadline,
            window_start=block.window_start,
            window_end=block.window_end,
        )
    for goal in day.goals:
        yield from _dated("goal", goal.id, goal.sentence, target_due=goal.target_due)
    for expert in day.experts:
        yield from _dated("expert", expert.id, expert.name, talk_on=expert.talk_on, inside_by=expert.inside_by)
        for deployment in expert.deployments:
            yield from _dated("deployment", deployment.id, deployment.product or expert.name, due=deployment.due)
    for catering in day.catering:
        yield from _dated("catering", catering.id, catering.what, cut_off=catering.cut_off)


def move_report(day: StudyDay, new_dates: Mapping[int, date | None]) -> MoveReport:
    """Say what happens to every date when parts get new dates: `new_dates` has the date by part id (R005)."""
    moved = replace(day, parts=tuple(replace(part, date=new_dates.get(part.id, part.date)) for part in day.parts))
    moves = tuple(
        Move(dated=dated, before=resolve(dated.due, day), after=resolve(dated.due, moved))
        for dated in dated_things(day)
    )
    return MoveReport(
        moving=tuple(move for move in moves if move.before != move.after),
        fixed=tuple(move for move in moves if move.is_fixed),
    )


def _counted(anchor: date, due: RelativeDate) -> date:
    if due.unit is DateUnit.DAYS:
        return anchor + timedelta(days=due.n)
    if due.unit is DateUnit.WEEKS:
        return anchor + timedelta(weeks=due.n)
    from dateutil.relativedelta import relativedelta

    return anchor + relativedelta(months=due.n)


def _dated(kind: str, number: int, title: str, **fields: Due | None) -> Iterator[Dated]:
    for field, due in fields.items():
        if due is not None:
            yield Dated(kind=kind, id=number, title=title, field=field, due=due)
