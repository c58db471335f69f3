"""Who doesn't work on the day (R063, D23): known where working days are, and never guessed."""

import datetime as dt

from studydag.model.rules.people.days_off import days_off_of, is_off
from studydag.model.values.choices import Registration
from studydag.model.values.school import Weekday, WorkingDay
from tests.building import DAY, a, a_day, a_part, a_person

THURSDAYS = a_person(7, working_days=(WorkingDay(weekday=Weekday.THURSDAY),))


def test_a_day_without_minutes_is_a_day_off():
    assert not is_off(THURSDAYS, DAY)
    assert is_off(a_person(7, working_days=(WorkingDay(weekday=Weekday.THURSDAY, minutes=0),)), DAY)
    assert not is_off(a_person(7), DAY)


def test_each_date_of_the_day_counts_once_and_only_for_who_is_known():
    friday = DAY + dt.timedelta(days=1)
    day = a_day(a_part(1, date=friday), a_part(2, date=friday), a_part(3), a_part(4, date=None))
    people = {7: THURSDAYS}

    assert days_off_of(a(Registration, 1, person=7), day, people) == (friday,)
    assert days_off_of(a(Registration, 2, name="Guest"), day, people) == ()
    assert days_off_of(a(Registration, 3, person=8), day, people) == ()
