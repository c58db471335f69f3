import datetime as dt
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.calendar.rhythm import (
    HORIZON,
    Frequency,
    Rhythm,
    WeekdayOf,
    occurrences,
    read_rhythm,
    series,
    series_from,
    write_rhythm,
)
from studydag.model.rules.calendar.school_calendar import holidays_for, is_closed
from studydag.model.values.dates import RelativeDate
from studydag.model.values.follow_up import Moment
from studydag.model.values.programme import Part
from studydag.model.values.school import HolidayRegion, Weekday
from studydag.model.values.setting import Holidays
from studydag.model.values.study_day import StudyDay

MIDDLE = holidays_for(HolidayRegion.NL_MIDDLE, "", range(2026, 2030))
DAY = StudyDay(parts=(Part(id=1, date=dt.date(2026, 11, 12)),))
FIRST = dt.date(2026, 11, 19)


def weekly(**fields: object) -> Moment:
    return Moment(first_date=FIRST, rhythm="FREQ=WEEKLY", **fields)  # type: ignore[arg-type]


def test_a_single_date_stays_also_in_a_holiday():
    moment = Moment(first_date=RelativeDate(6))

    assert series(moment, DAY, MIDDLE).dates == (dt.date(2026, 12, 24),)


def test_without_a_date_there_is_nothing_and_no_complaint():
    found = series(Moment(rhythm="FREQ=WEEKLY"), DAY, MIDDLE)

    assert (found.dates, found.problem) == ((), None)
    assert series(Moment(first_date=RelativeDate(6), rhythm="x"), StudyDay(), MIDDLE).problem is None


def test_a_series_skips_holidays_and_still_makes_its_number():
    found = series(weekly(times=8), DAY, MIDDLE)

    assert len(found.dates) == 8
    assert found.skipped == (dt.date(2026, 12, 24), dt.date(2026, 12, 31))
    assert found.dates[-1] == dt.date(2027, 1, 21)
    assert (found.until, found.problem) == (None, None)


def test_the_first_date_of_a_series_may_be_skipped_as_well():
    moment = Moment(first_date=dt.date(2026, 12, 24), rhythm="FREQ=WEEKLY", times=1)

    assert series(moment, DAY, MIDDLE).dates == (dt.date(2027, 1, 7),)


def test_a_series_ends_at_its_date():
    found = series(weekly(until=dt.date(2026, 12, 3)), DAY, MIDDLE)

    assert found.dates == (FIRST, dt.date(2026, 11, 26), dt.date(2026, 12, 3))


@pytest.mark.parametrize("fields", [{}, {"until_summer": True}, {"until_summer": True, "until": dt.date(2028, 1, 1)}])
def test_a_series_without_another_end_runs_until_the_summer(fields: dict[str, object]):
    found = series(weekly(**fields), DAY, MIDDLE)

    assert found.until == dt.date(2027, 7, 16)
    assert found.dates[-1] == dt.date(2027, 7, 15)


def test_what_comes_first_ends_a_series_and_a_lack_is_told():
    found = series(weekly(times=5, until=dt.date(2026, 12, 3)), DAY, MIDDLE)

    assert len(found.dates) == 3
    assert found.problem is not None
    assert found.problem.figures == {"found": 3, "times": 5}


def test_the_ends_in_the_rhythm_itself_count():
    assert len(series(Moment(first_date=FIRST, rhythm="FREQ=WEEKLY;COUNT=3"), DAY, MIDDLE).dates) == 3
    found = series(Moment(first_date=FIRST, rhythm="FREQ=WEEKLY;UNTIL=20261203T000000Z"), DAY, MIDDLE)
    assert found.dates[-1] == dt.date(2026, 12, 3)


def test_a_school_that_is_always_closed_gets_no_dates_and_hears_why():
    closed = Holidays(names={FIRST + dt.timedelta(days=number): "" for number in range(4000)})
    found = series(weekly(times=4), DAY, closed)

    assert found.dates == ()
    assert found.problem is not None
    assert found.problem.where == "times"


def test_dates_of_years_with_unknown_holidays_are_given_and_named():
    moment = Moment(first_date=dt.date(2030, 10, 16), rhythm="FREQ=WEEKLY", times=2)
    found = series(moment, DAY, MIDDLE)

    assert found.dates == found.not_known == (dt.date(2030, 10, 16), dt.date(2030, 10, 23))


def test_a_series_of_a_trajectory_counts_from_a_date_of_its_own():
    assert series_from(Moment(rhythm="FREQ=MONTHLY", times=2), FIRST, Holidays()).dates == (
        FIRST,
        dt.date(2027, 1, 19),  # 19 December is a Saturday
    )


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,TH", ["11-19", "11-23", "11-26"]),
        ("FREQ=WEEKLY;INTERVAL=2", ["11-19", "12-03", "12-17"]),
        ("RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", ["11-19", "11-20", "11-23"]),
        ("FREQ=MONTHLY;BYDAY=1TU", ["12-01", "01-05", "02-02"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", ["11-27", "12-25", "01-29"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["11-30", "12-31", "01-29"]),
        ("FREQ=MONTHLY;BYMONTHDAY=15", ["12-15", "01-15", "02-15"]),
        ("freq=yearly", ["11-19", "11-19", "11-19"]),
    ],
)
def test_rhythms_that_are_read(text: str, dates: list[str]):
    rhythm = read_rhythm(text)
    assert rhythm is not None
    found = occurrences(rhythm, FIRST)

    assert [f"{next(found):%m-%d}" for _ in dates] == dates


HOSTILE = [
    "FREQ=SECONDLY",
    "FREQ=MINUTELY;COUNT=3",
    "FREQ=HOURLY",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;INTERVAL=7;BYDAY=FR",
    "FREQ=DAILY;BYSETPOS=0",
    "FREQ=WEEKLY;BYDAY=1TH",
    "FREQ=WEEKLY;BYHOUR=3",
    "FREQ=WEEKLY;BYSETPOS=7;BYDAY=MO",
    "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
    "FREQ=MONTHLY;BYMONTHDAY=0",
    "FREQ=MONTHLY;BYMONTHDAY=32",
    "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=20",
    "FREQ=MONTHLY;BYDAY=6MO",
    "FREQ=YEARLY;BYEASTER=0",
    "FREQ=YEARLY;BYYEARDAY=366",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=WEEKLY;INTERVAL=0",
    "FREQ=WEEKLY;INTERVAL=-1",
    "FREQ=WEEKLY;INTERVAL=99999999999999999999",
    "FREQ=WEEKLY;COUNT=0",
    "FREQ=WEEKLY;UNTIL=20261399",
    "FREQ=WEEKLY;FREQ=DAILY",
    "FREQ=WEEKLY;WKST=SU",
    "FREQ=WEEKLY\nDTSTART:20260101",
    "DTSTART:20260101\nRRULE:FREQ=SECONDLY",
    "elke donderdag",
    "FREQ=",
    "=",
    ";",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_rhythm_that_cannot_be_planned_is_a_problem_and_never_a_loop(text: str):
    found = series(Moment(first_date=FIRST, rhythm=text), DAY, MIDDLE)

    assert read_rhythm(text) is None
    assert found.dates == (FIRST,)
    assert found.problem is not None
    assert found.problem.where == "rhythm"


@pytest.mark.parametrize("text", ["FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31", "FREQ=YEARLY;INTERVAL=366"])
def test_a_rhythm_that_hardly_ever_comes_about_ends(text: str):
    found = series(Moment(first_date=dt.date(2027, 2, 1), rhythm=text, times=10_000), DAY, MIDDLE)

    assert len(found.dates) <= 1
    assert found.problem is not None


def test_the_end_of_the_calendar_is_no_error():
    assert series(Moment(first_date=dt.date(9999, 12, 30), rhythm="FREQ=WEEKLY", times=5), DAY, MIDDLE).problem


weekdays = st.lists(st.sampled_from(Weekday), max_size=5, unique=True)
plain_days = weekdays.map(lambda found: tuple(WeekdayOf(each) for each in found))
shared = {"times": st.none() | st.integers(1, 500), "until": st.none() | st.dates(dt.date(2000, 1, 1))}
rhythms = st.one_of(
    st.builds(Rhythm, frequency=st.just(Frequency.DAILY), interval=st.integers(1, 366), **shared),
    st.builds(Rhythm, frequency=st.just(Frequency.WEEKLY), interval=st.integers(1, 52), weekdays=plain_days, **shared),
    st.builds(
        Rhythm,
        frequency=st.just(Frequency.MONTHLY),
        interval=st.integers(1, 12),
        weekdays=st.lists(
            st.builds(WeekdayOf, st.sampled_from(Weekday), st.integers(-5, 5)), max_size=3, unique=True
        ).map(tuple),
        **shared,
    ),
    st.builds(Rhythm, frequency=st.just(Frequency.YEARLY), interval=st.integers(1, 5), **shared),
)


@given(rhythms)
def test_what_is_written_reads_the_same(rhythm: Rhythm):
    assert read_rhythm(write_rhythm(rhythm)) == rhythm


@given(rhythms, st.dates(dt.date(2026, 8, 1), dt.date(2028, 1, 1)))
def test_occurrences_rise_and_end(rhythm: Rhythm, first: dt.date):
    found = list(occurrences(rhythm, first))

    assert all(one < other for one, other in pairwise(found))
    assert all(first <= each <= first + HORIZON for each in found)


@given(rhythms, st.dates(dt.date(2026, 8, 1), dt.date(2028, 1, 1)), st.integers(1, 12), st.booleans())
def test_a_series_is_never_on_a_closed_day_and_keeps_its_number(
    rhythm: Rhythm, first: dt.date, times: int, until_summer: bool
):
    moment = Moment(first_date=first, rhythm=write_rhythm(rhythm), times=times, until_summer=until_summer)
    found = series(moment, DAY, MIDDLE)

    assert not any(is_closed(date, MIDDLE) for date in found.dates)
    assert all(is_closed(date, MIDDLE) for date in found.skipped)
    wanted = min(times, rhythm.times or times)
    assert len(found.dates) <= wanted
    assert (found.problem is None) == (len(found.dates) == wanted)


@given(st.text(alphabet="FREQ=WKLYINTVA;BDMOU0123456789-,:R\n ", max_size=60))
def test_any_text_is_read_or_refused(text: str):
    rhythm = read_rhythm(text)

    assert rhythm is None or read_rhythm(write_rhythm(rhythm)) == rhythm


def test_the_parser_of_dateutil_is_never_imported():
    code = (
        "import sys, datetime\n"
        "from studydag.model.rules.calendar.rhythm import occurrences, read_rhythm\n"
        "list(occurrences(read_rhythm('FREQ=WEEKLY;UNTIL=20270101'), datetime.date(2026, 11, 12)))\n"
        "sys.exit(any(name.startswith('dateutil.parser') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
