"""What is read along with a study day."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from studydag.model.operations.setting import read_setting
from studydag.model.store.library import Library
from studydag.model.values.dates import RelativeDate
from studydag.model.values.follow_up import Action
from studydag.model.values.programme import Part
from studydag.model.values.school import ClosedDays, HolidayRegion, Person, Picture, School
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Trajectory


@pytest.fixture
def library(tmp_path: Path):
    with Library.open(tmp_path / "school.studydag", create=True) as opened:
        yield opened


def add(library: Library, thing: object) -> int:
    with library.change("add") as writer:
        return writer.add(thing)


def read(library: Library, **fields: object):
    day = add(library, StudyDay(title="x", **fields))
    return read_setting(library, library.get(StudyDay, day))


def test_people_formats_and_the_logo_come_along(library: Library) -> None:
    add(library, Person(name="A"))
    logo = add(library, Picture(name="logo", data=b"bytes"))
    with library.change("set") as writer:
        writer.set(School, 1, logo=logo, name="School")
    setting = read(library)
    assert [person.name for person in setting.people] == ["A"]
    assert setting.school.name == "School"
    assert setting.logo is not None
    assert setting.logo.data == b"bytes"
    assert len(setting.formats) == len(library.every(type(setting.formats[0])))


def test_the_earlier_day_comes_along_where_it_is_there(library: Library) -> None:
    add(library, StudyDay(uid="earlier", title="earlier"))
    assert read(library, builds_on="earlier").earlier_day.title == "earlier"
    assert read(library, builds_on="elsewhere").earlier_day is None
    assert read(library).earlier_day is None


def test_holidays_are_known_wherever_a_relative_date_can_reach(library: Library) -> None:
    names = read(library, parts=(Part(date=date(2025, 3, 11)),)).holidays.names
    assert {date(year, 12, 25) for year in range(2024, 2029)} - set(names) == {
        date(year, 12, 25) for year in range(2024, 2029) if date(year, 12, 25).weekday() > 4
    }


def test_a_fixed_date_far_off_has_its_holidays_too(library: Library) -> None:
    setting = read(library, parts=(Part(date=date(2025, 3, 11)),), actions=(Action(what="x", due=date(2035, 3, 1)),))
    assert date(2035, 12, 25) in setting.holidays.names
    assert date(2033, 12, 26) not in setting.holidays.names


def test_a_day_without_dates_needs_no_holidays(library: Library) -> None:
    assert read(library, actions=(Action(what="x", due=RelativeDate(2)),)).holidays.names == {}


def test_the_period_of_its_trajectory_counts(library: Library) -> None:
    trajectory = add(library, Trajectory(title="x", period_start=date(2029, 9, 1)))
    add(library, Trajectory(title="another", period_start=date(2012, 9, 1)))
    names = read(library, trajectory=trajectory).holidays.names
    assert date(2029, 12, 25) in names
    assert date(2012, 12, 25) not in names


def test_region_and_own_closed_days_are_the_schools(library: Library) -> None:
    closed = date(2027, 5, 3)
    while closed.weekday() > 4:
        closed += timedelta(days=1)
    with library.change("set") as writer:
        writer.set(
            School, 1, holiday_region=HolidayRegion.NONE, closed_days=(ClosedDays(first=closed, last=closed, name="S"),)
        )
    assert read(library, parts=(Part(date=date(2027, 3, 11)),)).holidays.names == {closed: "S"}
