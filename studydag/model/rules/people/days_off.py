"""Who doesn't work on the day: known where somebody's working days are, and never guessed (R063, D23)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from studydag.model.values.choices import Registration
from studydag.model.values.school import Person, Weekday
from studydag.model.values.study_day import StudyDay

WEEKDAYS: Final = tuple(Weekday)
"""In the order of `date.weekday`."""


def is_off(person: Person, date: dt.date) -> bool:
    """Whether somebody whose working days are known doesn't work on a date."""
    weekday = WEEKDAYS[date.weekday()]
    works = any(each.weekday is weekday and each.minutes for each in person.working_days)
    return bool(person.working_days) and not works


def days_off_of(registration: Registration, day: StudyDay, people: Mapping[int, Person]) -> tuple[dt.date, ...]:
    """Return the dates of the day's parts on which somebody who is registered by name is off, each once, in order."""
    person = people.get(registration.person or 0)
    dates = sorted({part.date for part in day.parts if part.date is not None})
    return () if person is None else tuple(date for date in dates if is_off(person, date))
