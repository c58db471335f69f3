"""Date rules against arithmetic of our own, in whole days since 1970: no datetime, no dateutil, no calendar module."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.calendar.dates import resolve_between
from studydag.model.rules.calendar.rhythm import series
from studydag.model.rules.calendar.school_calendar import last_day_before_summer, next_school_day, school_year
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.follow_up import Moment
from studydag.model.values.school import HolidayRegion, School
from studydag.model.values.setting import Holidays
from studydag.model.values.study_day import StudyDay
from tests.building import a, a_day, a_part, a_setting
from tests.export.printing_days import events

Civil = tuple[int, int, int]
"""Year, month and day."""
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY = StudyDay()

days = st.integers(17_000, 26_000)
"""From 2016 to 2041: seven leap days."""


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def length(year: int, month: int) -> int:
    return (31, 29 if is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def number(civil: Civil) -> int:
    """Count the days since 1 January 1970."""
    year, month, day = civil
    whole = sum(366 if is_leap(each) else 365 for each in range(1970, year))
    return whole + sum(length(year, each) for each in range(1, month)) + day - 1


def civil(count: int) -> Civil:
    year = 1970
    while count >= (366 if is_leap(year) else 365):
        count -= 366 if is_leap(year) else 365
        year += 1
    month = 1
    while count >= length(year, month):
        count -= length(year, month)
        month += 1
    return year, month, count + 1


def weekday(count: int) -> int:
    """Return 0 for a Monday: 1 January 1970 was a Thursday."""
    return (count + 3) % 7


def as_date(count: int) -> dt.date:
    return dt.date(*civil(count))


def months_later(count: int, months: int) -> int:
    year, month, day = civil(count)
    total = year * 12 + month - 1 + months
    year, month = total // 12, total % 12 + 1
    return number((year, month, min(day, length(year, month))))


def closed_on(counts: frozenset[int]) -> Holidays:
    return Holidays(names={as_date(each): "dicht" for each in counts}, known=frozenset(range(2016, 2046)))


@given(days, st.integers(0, 4), st.integers(-12, 24), st.sampled_from(DateUnit))
def test_relative_dates_count_before_from_the_first_and_after_from_the_last_part(
    first: int, more: int, n: int, unit: DateUnit
) -> None:
    last = first + more
    anchor = first if n < 0 else last
    wanted = {
        DateUnit.DAYS: anchor + n,
        DateUnit.WEEKS: anchor + 7 * n,
        DateUnit.MONTHS: months_later(anchor, n),
    }[unit]
    if n == 0:
        return
    assert resolve_between(RelativeDate(n, unit), as_date(first), as_date(last)) == as_date(wanted)


@given(days, st.integers(-12, 24))
def test_moving_the_day_by_a_week_moves_days_and_weeks_by_seven_over_leap_days_too(first: int, n: int) -> None:
    there = resolve_between(RelativeDate(n, DateUnit.WEEKS), as_date(first), as_date(first))
    later = resolve_between(RelativeDate(n, DateUnit.WEEKS), as_date(first + 7), as_date(first + 7))
    assert there is not None
    assert later is not None
    assert number((later.year, later.month, later.day)) - number((there.year, there.month, there.day)) == 7


closures = st.frozensets(st.integers(0, 400), max_size=60)


@given(days, st.integers(1, 5), st.integers(0, 6), st.integers(1, 12), closures)
def test_every_so_many_weeks_on_a_weekday_skips_what_is_closed_and_makes_its_number(
    first: int, interval: int, on: int, times: int, shut: frozenset[int]
) -> None:
    holidays = closed_on(frozenset(first + each for each in shut))
    closed = {first + each for each in shut}
    # The week of the first date counts as the first one, and weeks begin on Monday.
    monday = first - weekday(first)
    wanted: list[int] = []
    week = 0
    while len(wanted) < times and week < 300:
        day = monday + 7 * interval * week + on
        if day >= first and weekday(day) < 5 and day not in closed:
            wanted.append(day)
        week += 1
    moment = Moment(
        first_date=as_date(first), rhythm=f"FREQ=WEEKLY;INTERVAL={interval};BYDAY={WEEKDAYS[on]}", times=times
    )
    found = series(moment, DAY, holidays)
    if on < 5:
        assert found.dates == tuple(map(as_date, wanted))
    else:
        assert found.dates == ()


@given(days, st.integers(1, 4), st.integers(0, 4), st.integers(1, 8))
def test_the_nth_weekday_of_a_month_is_where_the_calendar_has_it(first: int, nth: int, on: int, times: int) -> None:
    wanted: list[int] = []
    year, month, _ = civil(first)
    while len(wanted) < times:
        start = number((year, month, 1))
        day = start + (on - weekday(start)) % 7 + 7 * (nth - 1)
        if day >= first:
            wanted.append(day)
        year, month = (year + month // 12, month % 12 + 1)
    moment = Moment(first_date=as_date(first), rhythm=f"FREQ=MONTHLY;BYDAY={nth}{WEEKDAYS[on]}", times=times)
    assert series(moment, DAY, closed_on(frozenset())).dates == tuple(map(as_date, wanted))


@given(days, st.integers(20, 60), st.integers(0, 50))
def test_until_the_summer_ends_on_the_day_before_it_in_each_school_year(first: int, weeks: int, begins: int) -> None:
    year, month, _ = civil(first)
    summers = []
    shut: set[int] = set()
    for each in range(year - 1, year + 3):
        start = number((each, 6, 10)) + begins
        summers.append(start - 1)
        shut |= set(range(start, start + 42))
    holidays = closed_on(frozenset(shut))
    # The summer of the school year in which it begins; a day in or past that looks to the next one.
    own = year if month < 8 else year + 1
    ends = [each for each in summers if civil(each)[0] >= own and each >= first]
    # A weekend before the summer holiday is closed as well, and makes one closure with it.
    end = next(each for each in ends)
    while weekday(end) > 4:
        end -= 1
    if end < first:
        return
    assert last_day_before_summer(as_date(first), holidays) == as_date(end)
    moment = Moment(first_date=as_date(first), rhythm="FREQ=WEEKLY", until_summer=True, times=weeks)
    found = series(moment, DAY, holidays)
    wanted = [each for each in range(first, end + 1, 7) if weekday(each) < 5 and each not in shut][:weeks]
    assert found.dates == tuple(map(as_date, wanted))


@given(days, closures)
def test_a_proposal_is_the_next_day_that_is_open(first: int, shut: frozenset[int]) -> None:
    closed = {first + each for each in shut}
    wanted = next(each for each in range(first, first + 900) if weekday(each) < 5 and each not in closed)
    assert next_school_day(as_date(first), closed_on(frozenset(closed))) == as_date(wanted)


@given(days)
def test_a_school_year_begins_on_1_august(count: int) -> None:
    year, month, _ = civil(count)
    assert school_year(as_date(count)) == (year if month >= 8 else year - 1)


@pytest.mark.parametrize(
    ("day", "n", "unit", "wanted"),
    [
        ((2028, 1, 31), 1, DateUnit.MONTHS, (2028, 2, 29)),
        ((2027, 1, 31), 1, DateUnit.MONTHS, (2027, 2, 28)),
        ((2028, 2, 29), 12, DateUnit.MONTHS, (2029, 2, 28)),
        ((2028, 2, 28), 1, DateUnit.DAYS, (2028, 2, 29)),
        ((2028, 3, 7), -1, DateUnit.WEEKS, (2028, 2, 29)),
    ],
)
def test_leap_days(day: Civil, n: int, unit: DateUnit, wanted: Civil) -> None:
    anchor = dt.date(*day)
    assert resolve_between(RelativeDate(n, unit), anchor, anchor) == dt.date(*wanted)


@given(st.integers(2020, 2040), st.sampled_from([(3, 1), (10, -1)]))
def test_a_meeting_at_half_past_three_stays_there_when_the_clock_changes(year: int, change: tuple[int, int]) -> None:
    month, _step = change
    last = number((year, month, 31))
    sunday = last - (weekday(last) + 1) % 7
    first = sunday - 10
    region = School(holiday_region=HolidayRegion.NL_MIDDLE)
    moment = a(Moment, 1, first_date=as_date(first), start=dt.time(15, 30), minutes=60, rhythm="FREQ=WEEKLY", times=4)
    made = events("plan", a_day(a_part(1, date=as_date(first - 7)), moment), a_setting(school=region))
    starts = [event.decoded("dtstart") for event in made if "T" in event["dtstart"].to_ical().decode()]
    assert len(starts) == 4
    for start in starts:
        assert (start.hour, start.minute) == (15, 30)
        day = number((start.year, start.month, start.day))
        is_summer = (day >= sunday) if month == 3 else (day < sunday)
        assert start.utcoffset() == dt.timedelta(hours=2 if is_summer else 1)
