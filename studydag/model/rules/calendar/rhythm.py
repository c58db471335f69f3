"""Recurring meetings: rhythms as RFC 5545 writes them, and the dates they give."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from studydag.model.rules.calendar.dates import resolve
from studydag.model.rules.calendar.school_calendar import is_closed, is_school_day, last_day_before_summer
from studydag.model.values.errors import Problem
from studydag.model.values.follow_up import Moment
from studydag.model.values.school import Weekday
from studydag.model.values.setting import Holidays
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_

if TYPE_CHECKING:
    from dateutil.rrule import weekday as NthWeekday  # noqa: N812 - a class under a small name

HORIZON = timedelta(days=6 * 366)

T = TypeVar("T")
Bound = TypeVar("Bound", int, date)


class Frequency(StrEnum):
    """What a rhythm counts."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True)
class WeekdayOf:
    """A weekday; in a monthly rhythm the `nth` of the month, counted from the end when negative, 0 for each."""

    weekday: Weekday
    nth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """Every `interval` days, weeks, months or years; in weeks and months on some weekdays, in months on some dates.

    `set_position` picks the one of the weekdays of a month, such as the last working day (-1). Without a choice of days
    the first date decides.
    """

    frequency: Frequency = Frequency.WEEKLY
    interval: int = 1
    weekdays: tuple[WeekdayOf, ...] = ()
    month_days: tuple[int, ...] = ()
    set_position: int | None = None
    times: int | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The dates of a moment. `skipped` are dates of the rhythm on which the school is closed.

    `not_known` are those of the dates for whose year the holidays are not wholly known. `until` is the day at which the
    series was ended.
    """

    dates: tuple[date, ...] = ()
    skipped: tuple[date, ...] = ()
    not_known: tuple[date, ...] = ()
    until: date | None = None
    problem: Problem | None = None


def series(moment: Moment, day: StudyDay, holidays: Holidays) -> Series:
    """Compute the dates of a moment of a study day (R048, R085, R105); none while its first date isn't known."""
    return series_from(moment, resolve(moment.first_date, day), holidays)


def series_from(moment: Moment, first: date | None, holidays: Holidays) -> Series:
    """Compute the dates of a moment from its first date on; a moment of a trajectory counts that from its period.

    A single date stays where it is, also on a closed day: that gets a proposal. A series skips closed days and still
    makes its number. Without an end it goes on until the summer holiday.
    """
    if first is None:
        return Series()
    if not moment.rhythm.strip():
        return Series(dates=(first,), not_known=_not_known((first,), holidays))
    rhythm = read_rhythm(moment.rhythm)
    if rhythm is None:
        return Series(dates=(first,), problem=rhythm_problem(moment.rhythm))
    return _dates(rhythm, moment, first, holidays)


def read_rhythm(text: str) -> Rhythm | None:
    """Read an RRULE of whole days; None for what is none or can't be planned.

    What could repeat within a day or never come about is refused: hours, minutes and seconds, days of the year, and
    more choices than planning meetings needs.
    """
    fields = _fields(text)
    if fields is None:
        return None
    try:
        rhythm = Rhythm(
            frequency=Frequency(fields.pop("FREQ", "").lower()),
            interval=_number(fields.pop("INTERVAL", "1"), 1, 366),
            weekdays=_list(fields.pop("BYDAY", ""), _weekday),
            month_days=_list(fields.pop("BYMONTHDAY", ""), lambda item: _number(item, -31, 31)),
            set_position=_optional(fields.pop("BYSETPOS", ""), lambda item: _number(item, -20, 20)),
            times=_optional(fields.pop("COUNT", ""), lambda item: _number(item, 1, 10_000)),
            until=_optional(fields.pop("UNTIL", ""), _date),
        )
    except ValueError:
        return None
    starts_on_monday = fields.pop("WKST", "MO") == "MO"
    return rhythm if starts_on_monday and not fields and _can_come_about(rhythm) else None


def rhythm_problem(text: str, where: str = "rhythm") -> Problem | None:
    """Return what is wrong with a rhythm as it is stored, nothing where there is none or it can be read."""
    if not text.strip() or read_rhythm(text) is not None:
        return None
    return Problem(where, N_("‘{rhythm}’ is not a rhythm of days, weeks, months or years."), {"rhythm": text[:80]})


def write_rhythm(rhythm: Rhythm) -> str:
    """Write a rhythm as an RRULE, so that `read_rhythm` gives the same."""
    fields = {"FREQ": rhythm.frequency.upper()}
    if rhythm.interval != 1:
        fields["INTERVAL"] = str(rhythm.interval)
    if rhythm.weekdays:
        fields["BYDAY"] = ",".join(f"{each.nth or ''}{_CODES[each.weekday]}" for each in rhythm.weekdays)
    if rhythm.month_days:
        fields["BYMONTHDAY"] = ",".join(map(str, rhythm.month_days))
    if rhythm.set_position is not None:
        fields["BYSETPOS"] = str(rhythm.set_position)
    if rhythm.times is not None:
        fields["COUNT"] = str(rhythm.times)
    if rhythm.until is not None:
        fields["UNTIL"] = f"{rhythm.until:%Y%m%d}"
    return ";".join(f"{name}={value}" for name, value in fields.items())


def occurrences(rhythm: Rhythm, first: date) -> Iterator[date]:
    """Give the dates of a rhythm from `first` on, for six years at most; its own end is not looked at."""
    from dateutil import rrule

    last = min(first.toordinal() + HORIZON.days, date.max.toordinal())
    rule = rrule.rrule(
        getattr(rrule, rhythm.frequency.upper()),
        dtstart=datetime.combine(first, time()),
        interval=rhythm.interval,
        byweekday=[_dateutil_weekday(each) for each in rhythm.weekdays] or None,
        bymonthday=rhythm.month_days or None,
        bysetpos=rhythm.set_position,
        until=datetime.combine(date.fromordinal(last), time()),
    )
    return (moment.date() for moment in rule)


_CODES: Mapping[Weekday, str] = {weekday: weekday[:2].upper() for weekday in Weekday}
_WEEKDAYS = {code: weekday for weekday, code in _CODES.items()}
_FIELDS_OF = {
    Frequency.DAILY: frozenset({"weekdays"}),
    Frequency.WEEKLY: frozenset({"weekdays"}),
    Frequency.MONTHLY: frozenset({"weekdays", "month_days", "set_position"}),
    Frequency.YEARLY: frozenset(),
}


def _dates(rhythm: Rhythm, moment: Moment, first: date, holidays: Holidays) -> Series:
    times = _least(moment.times, rhythm.times)
    until = _least(moment.until, rhythm.until)
    if moment.until_summer or (until is None and times is None):
        until = _least(until, last_day_before_summer(first, holidays))
    dates: list[date] = []
    skipped: list[date] = []
    for occurrence in occurrences(rhythm, first):
        if (until is not None and occurrence > until) or (times is not None and len(dates) >= times):
            break
        (skipped if is_closed(occurrence, holidays) else dates).append(occurrence)
    return Series(
        dates=tuple(dates),
        skipped=tuple(skipped),
        not_known=_not_known(dates, holidays),
        until=until,
        problem=None if times is None or len(dates) >= times else _too_few(len(dates), times),
    )


def _not_known(dates: tuple[date, ...] | list[date], holidays: Holidays) -> tuple[date, ...]:
    return tuple(each for each in dates if is_school_day(each, holidays) is None)


def _too_few(found: int, times: int) -> Problem:
    return Problem(
        "times",
        N_("Only {found} of {times} meetings fall on a school day before the series ends."),
        {"found": found, "times": times},
    )


def _least(one: Bound | None, other: Bound | None) -> Bound | None:
    return min((each for each in (one, other) if each is not None), default=None)


def _can_come_about(rhythm: Rhythm) -> bool:
    """Whether each choice of days belongs to the frequency, so that dateutil never looks for a date in vain."""
    chosen = {name for name in ("weekdays", "month_days", "set_position") if getattr(rhythm, name)}
    if not chosen <= _FIELDS_OF[rhythm.frequency] or {"weekdays", "month_days"} <= chosen:
        return False
    if rhythm.frequency is Frequency.DAILY and rhythm.weekdays and rhythm.interval > 1:
        return False
    if rhythm.frequency is not Frequency.MONTHLY and any(each.nth for each in rhythm.weekdays):
        return False
    plain = sum(1 for each in rhythm.weekdays if not each.nth)
    if rhythm.set_position is not None:
        return plain == len(rhythm.weekdays) and 0 < abs(rhythm.set_position) <= 4 * plain
    return 0 not in rhythm.month_days


def _fields(text: str) -> dict[str, str] | None:
    found = re.fullmatch(r"\s*(?:RRULE:)?([A-Z]+=[A-Z0-9,+-]+(?:;[A-Z]+=[A-Z0-9,+-]+)*);?\s*", text, re.IGNORECASE)
    if found is None:
        return None
    items = found[1].upper().split(";")
    fields = {name: value for name, _, value in (item.partition("=") for item in items)}
    return fields if len(fields) == len(items) else None


def _number(text: str, low: int, high: int) -> int:
    if re.fullmatch(r"[+-]?\d{1,5}", text) is None or not low <= int(text) <= high:
        raise ValueError(text)
    return int(text)


def _list(text: str, read: Callable[[str], T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(read(item) for item in text.split(","))) if text else ()


def _optional(text: str, read: Callable[[str], T]) -> T | None:
    return read(text) if text else None


def _weekday(text: str) -> WeekdayOf:
    found = re.fullmatch(r"([+-]?[1-5])?([A-Z]{2})", text)
    if found is None or found[2] not in _WEEKDAYS:
        raise ValueError(text)
    return WeekdayOf(_WEEKDAYS[found[2]], int(found[1] or 0))


def _date(text: str) -> date:
    found = re.fullmatch(r"(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?", text)
    if found is None:
        raise ValueError(text)
    return date(*(int(part) for part in found.groups()))


def _dateutil_weekday(each: WeekdayOf) -> NthWeekday:
    from dateutil import rrule

    weekday = rrule.weekday(list(Weekday).index(each.weekday))
    return weekday(each.nth) if each.nth else weekday
