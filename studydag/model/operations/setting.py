"""What lies around a study day, read together for rules and documents: the one operation that only reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from studydag.model.rules.calendar.dates import dated_things, first_date, last_date
from studydag.model.rules.calendar.school_calendar import holidays_for
from studydag.model.store.library import Library
from studydag.model.values.formats import LearningForm, WorkingFormat
from studydag.model.values.questions import QuestionSet
from studydag.model.values.school import DocumentLanguage, Group, Person, Picture, Room, School, SchoolGoal
from studydag.model.values.setting import Holidays, Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Trajectory

YEARS_BEFORE, YEARS_AFTER = 1, 3
"""Relative dates reach from a year before the day to two after it, and a series from there to the next summer."""


def read_setting(library: Library, day: StudyDay, *, language: DocumentLanguage | None = None) -> Setting:
    """Read the school with its people, rooms, groups and formats, the earlier day, and the holidays around a study day.

    Holidays have their names in `language`, by default the school's.
    """
    school = next(iter(library.every(School)), School())
    setting = Setting(
        school=school,
        logo=next(iter(library.some(Picture, (school.logo,) if school.logo else ())), None),
        school_goals=tuple(library.every(SchoolGoal)),
        people=tuple(library.every(Person)),
        rooms=tuple(library.every(Room)),
        groups=tuple(library.every(Group)),
        formats=tuple(library.every(WorkingFormat)),
        learning_forms=tuple(library.every(LearningForm)),
        question_sets=tuple(library.every(QuestionSet)),
        trajectories=tuple(library.every(Trajectory)),
    )
    return read_around(library, day, setting, language=language)


def read_around(
    library: Library, day: StudyDay, setting: Setting, *, language: DocumentLanguage | None = None
) -> Setting:
    """Return a setting of the same library around another study day: the school is not read again."""
    dates = tuple(_dates(day, setting.trajectories))
    return replace(setting, earlier_day=_earlier_day(library, day), holidays=_holidays(setting.school, dates, language))


def read_days(library: Library, ids: Iterable[int]) -> tuple[tuple[StudyDay, Setting], ...]:
    """Read several study days, each with the same setting: the school, and the holidays around all of them."""
    days = library.some(StudyDay, tuple(ids))
    if not days:
        return ()
    setting = read_setting(library, replace(days[0], builds_on=""))
    dates = [each for day in days for each in _dates(day, setting.trajectories)]
    holidays = _holidays(setting.school, dates)
    return tuple((day, replace(setting, holidays=holidays)) for day in days)


def _holidays(school: School, dates: Iterable[date], language: DocumentLanguage | None = None) -> Holidays:
    years = {year for each in dates for year in _years_around(each)}
    return holidays_for(
        school.holiday_region, school.country, years, school.closed_days, language=language or school.language
    )


def _earlier_day(library: Library, day: StudyDay) -> StudyDay | None:
    row = library.id_of("study_day", day.builds_on) if day.builds_on else None
    return None if row is None else library.get(StudyDay, row)


def _dates(day: StudyDay, trajectories: tuple[Trajectory, ...]) -> Iterator[date]:
    """Give the fixed dates that others are counted from, or that are to be judged themselves."""
    ends = [first_date(day), last_date(day)]
    for trajectory in trajectories:
        if trajectory.id == day.trajectory:
            ends += [trajectory.period_start, trajectory.period_end]
            ends += [each.begins_on for each in trajectory.activities]
    ends += [each.due for each in dated_things(day) if isinstance(each.due, date)]
    yield from (each for each in ends if each is not None)


def _years_around(day: date) -> range:
    return range(day.year - YEARS_BEFORE, day.year + YEARS_AFTER + 1)
