import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.calendar.school_calendar import (
    holidays_for,
    is_closed,
    is_school_day,
    last_day_before_summer,
    next_school_day,
    proposal,
    school_year,
    school_year_bounds,
    with_end_along,
)
from studydag.model.values.school import ClosedDays, DocumentLanguage, HolidayRegion
from studydag.model.values.setting import Holidays

YEARS = range(2026, 2029)
MIDDLE = holidays_for(HolidayRegion.NL_MIDDLE, "", YEARS)


@pytest.mark.parametrize(
    ("region", "last_day"),
    [
        (HolidayRegion.NL_NORTH, "2027-07-09"),
        (HolidayRegion.NL_MIDDLE, "2027-07-16"),
        (HolidayRegion.NL_SOUTH, "2027-07-23"),
        (HolidayRegion.FLANDERS, "2027-06-30"),
        (HolidayRegion.FRENCH_BELGIUM, "2027-07-02"),
        (HolidayRegion.OTHER, "2027-07-31"),
        (HolidayRegion.NONE, "2027-07-31"),
    ],
)
def test_the_last_day_before_the_summer_of_each_region(region: HolidayRegion, last_day: str):
    calendar = holidays_for(region, "DE", YEARS)

    assert last_day_before_summer(dt.date(2026, 11, 14), calendar) == dt.date.fromisoformat(last_day)


def test_in_or_after_the_summer_the_next_summer_counts():
    assert last_day_before_summer(dt.date(2027, 7, 16), MIDDLE) == dt.date(2027, 7, 16)
    assert last_day_before_summer(dt.date(2027, 7, 20), MIDDLE) == dt.date(2028, 7, 7)
    assert last_day_before_summer(dt.date(2027, 8, 1), MIDDLE) == dt.date(2028, 7, 7)


def test_three_weeks_are_a_summer_and_a_day_less_is_none():
    first = dt.date(2027, 7, 6)

    def last_day(days: int) -> dt.date:
        names = {first + dt.timedelta(days=number): "Summer" for number in range(days)}
        return last_day_before_summer(dt.date(2026, 11, 12), Holidays(names=names, known=frozenset({2027})))

    # From a Tuesday to a Monday, so that no weekend makes it longer.
    assert last_day(21) == dt.date(2027, 7, 5)
    assert last_day(20) == dt.date(2027, 7, 31)


def test_a_year_whose_holidays_are_not_known_ends_on_31_july():
    assert last_day_before_summer(dt.date(2031, 2, 3), MIDDLE) == dt.date(2031, 7, 31)


@pytest.mark.parametrize(
    ("date", "name"),
    [
        ("2026-10-19", "Herfstvakantie"),
        ("2026-12-21", "Kerstvakantie"),
        ("2027-02-22", "Voorjaarsvakantie"),
        ("2027-05-06", "Hemelvaartsdag"),
        ("2027-05-17", "Tweede pinksterdag"),
        ("2027-08-27", "Zomervakantie"),
    ],
)
def test_dutch_holidays_of_the_middle_region(date: str, name: str):
    assert MIDDLE.names[dt.date.fromisoformat(date)] == name


def test_regions_differ():
    north, south = (holidays_for(region, "", [2026]) for region in (HolidayRegion.NL_NORTH, HolidayRegion.NL_SOUTH))

    assert is_closed(dt.date(2026, 10, 12), north)
    assert not is_closed(dt.date(2026, 10, 12), south)


def test_flanders_and_french_speaking_belgium_differ():
    flanders, french = (
        holidays_for(region, "", [2026]) for region in (HolidayRegion.FLANDERS, HolidayRegion.FRENCH_BELGIUM)
    )

    assert (is_closed(dt.date(2026, 11, 2), flanders), is_closed(dt.date(2026, 10, 19), flanders)) == (True, False)
    assert is_closed(dt.date(2026, 10, 19), french)
    assert flanders.known == french.known == {2026}


def test_names_come_in_the_language_that_is_asked_and_in_british_english():
    names = holidays_for(HolidayRegion.FLANDERS, "", [2025, 2026], language=DocumentLanguage.ENGLISH).names
    assert (names[dt.date(2026, 11, 2)], names[dt.date(2026, 5, 1)]) == ("Autumn holiday", "Labour Day")
    assert names[dt.date(2025, 7, 21)] == "National Day; Summer holiday"
    dutch = holidays_for(HolidayRegion.NL_MIDDLE, "", [2025], language=DocumentLanguage.ENGLISH).names
    assert dutch[dt.date(2025, 12, 26)] == "Christmas holiday; Boxing Day"
    for country, day, name in (("DE", dt.date(2026, 5, 1), "Labour Day"), ("US", dt.date(2026, 9, 7), "Labor Day")):
        found = holidays_for(HolidayRegion.OTHER, country, [2026], language=DocumentLanguage.ENGLISH)
        assert found.names[day] == name


def test_only_wholly_known_years_are_called_known():
    calendar = holidays_for(HolidayRegion.NL_MIDDLE, "", range(2010, 2035))

    # Of 2030 the package has no autumn holiday.
    assert calendar.known == frozenset(range(2014, 2030))
    assert is_school_day(dt.date(2030, 10, 22), calendar) is None
    assert is_school_day(dt.date(2030, 12, 25), calendar) is False
    assert is_school_day(dt.date(2026, 11, 12), calendar) is True


def test_in_another_country_only_public_holidays_are_known():
    calendar = holidays_for(HolidayRegion.OTHER, "de", [2026])

    assert is_school_day(dt.date(2026, 5, 1), calendar) is False
    assert is_school_day(dt.date(2026, 5, 4), calendar) is None
    assert calendar.known == frozenset()


@pytest.mark.parametrize("country", ["", "XX", "../..", "N" * 500, "nl\n"])
def test_an_odd_country_has_no_surprises(country: str):
    assert holidays_for(HolidayRegion.OTHER, country, [2026]).known == frozenset()


def test_without_a_region_only_weekends_and_own_days_are_known():
    own = ClosedDays(first=dt.date(2026, 11, 27), last=dt.date(2026, 12, 1), name="Sinterklaas")
    calendar = holidays_for(HolidayRegion.NONE, "NL", [2026], (own,))

    assert sorted(calendar.names) == [dt.date(2026, 11, 27), dt.date(2026, 11, 30), dt.date(2026, 12, 1)]
    assert is_school_day(dt.date(2026, 12, 2), calendar) is None


def test_an_own_closed_day_goes_before_a_holiday_and_keeps_to_the_years():
    own = ClosedDays(first=dt.date(1900, 1, 1), last=dt.date(2199, 12, 31), name="Closed")
    calendar = holidays_for(HolidayRegion.NL_MIDDLE, "", [2026], (own,))

    assert set(calendar.names.values()) == {"Closed"}
    assert {day.year for day in calendar.names} == {2026}
    assert next_school_day(dt.date(2026, 1, 1), calendar) == dt.date(2027, 1, 1)


def test_closed_days_that_end_before_they_begin_close_nothing():
    own = ClosedDays(first=dt.date(2026, 11, 27), last=dt.date(2026, 11, 1))

    assert holidays_for(HolidayRegion.NONE, "", [2026], (own,)) == Holidays()


def test_a_closed_date_gets_a_proposal_and_another_none():
    assert proposal(dt.date(2026, 11, 14), MIDDLE) == dt.date(2026, 11, 16)
    assert proposal(dt.date(2026, 12, 21), MIDDLE) == dt.date(2027, 1, 4)
    assert proposal(dt.date(2026, 11, 12), MIDDLE) is None
    assert proposal(dt.date(2040, 11, 13), MIDDLE) is None


def test_no_proposal_when_the_school_stays_closed():
    closed = Holidays(names={dt.date(2026, 1, 1) + dt.timedelta(days=n): "" for n in range(900)})

    assert proposal(dt.date(2026, 1, 1), closed) is None
    assert proposal(dt.date.max, Holidays(names={dt.date.max: ""})) is None


def test_a_school_year_runs_from_august_to_july():
    assert [school_year(dt.date(2027, *day)) for day in ((7, 31), (8, 1), (1, 1))] == [2026, 2027, 2026]
    assert school_year_bounds(2026) == (dt.date(2026, 8, 1), dt.date(2027, 7, 31))


@given(st.dates(dt.date(2025, 6, 1), dt.date(2031, 1, 1)))
def test_a_proposal_is_never_closed_and_skips_no_school_day(date: dt.date):
    found = next_school_day(date, MIDDLE)
    assert found is not None
    between = [date + dt.timedelta(days=number) for number in range((found - date).days)]

    assert not is_closed(found, MIDDLE)
    assert all(is_closed(day, MIDDLE) for day in between)


@given(st.dates(dt.date(2024, 6, 1), dt.date(2031, 1, 1)))
def test_the_end_before_summer_is_never_in_the_past(date: dt.date):
    assert last_day_before_summer(date, MIDDLE) >= date


def test_the_package_is_imported_only_when_used():
    code = (
        "import sys; import studydag.model.rules.calendar.school_calendar, studydag.model.rules.calendar.dates, "
        "studydag.model.rules.calendar.rhythm; "
        "sys.exit(any(name.split('.')[0] in {'holidays', 'dateutil'} for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_other_end_of_closed_days_goes_along_where_they_would_cross():
    days = ClosedDays(first=dt.date(2026, 11, 27), last=dt.date(2026, 11, 27), name="Vrij")
    later = with_end_along(days, "first", dt.date(2027, 1, 15))
    assert (later.first, later.last, later.name) == (dt.date(2027, 1, 15), dt.date(2027, 1, 15), "Vrij")
    assert with_end_along(later, "last", dt.date(2027, 1, 14)).first == dt.date(2027, 1, 14)
    longer = with_end_along(later, "last", dt.date(2027, 1, 20))
    assert (longer.first, longer.last) == (dt.date(2027, 1, 15), dt.date(2027, 1, 20))
