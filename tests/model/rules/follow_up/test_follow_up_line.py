"""The follow-up as a time line: what is on it, which days are closed, and where it is drawn."""

import datetime as dt
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.calendar.dates import moved, resolve
from studydag.model.rules.calendar.school_calendar import holidays_for
from studydag.model.rules.follow_up.follow_up_line import (
    Closure,
    LinePicture,
    Sizes,
    closures,
    follow_up_line,
    line_picture,
)
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action, Moment
from studydag.model.values.programme import Part
from studydag.model.values.school import ClosedDays, HolidayRegion
from studydag.model.values.setting import Holidays
from studydag.model.values.study_day import StudyDay

DAY = dt.date(2027, 3, 11)
SIZES = Sizes(day=3.0, line=20.0, mark=12.0, gap=6.0)
HOLIDAYS = holidays_for(
    HolidayRegion.NL_MIDDLE, "NL", (2026, 2027, 2028), (ClosedDays(first=DAY, last=DAY, name="Studiedag"),)
)
DATES = st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31))


def plan(*actions: Action, moments: tuple[Moment, ...] = (), measures: tuple[Measure, ...] = ()) -> StudyDay:
    numbered = tuple(Action(id=number, what=each.what, due=each.due) for number, each in enumerate(actions, 1))
    return StudyDay(parts=(Part(id=1, date=DAY),), actions=numbered, moments=moments, measures=measures)


def test_what_has_a_date_is_on_the_line_and_the_rest_is_told() -> None:
    day = plan(
        Action(what="later", due=RelativeDate(6, DateUnit.WEEKS)),
        Action(what="fixed", due=dt.date(2027, 4, 1)),
        Action(what="none"),
        measures=(Measure(id=5, when=RelativeDate(0, DateUnit.DAYS)), Measure(id=6)),
    )
    line = follow_up_line(day, HOLIDAYS)
    assert line is not None
    assert [(mark.reference, mark.first) for mark in line.marks] == [
        (("action", 2), dt.date(2027, 4, 1)),
        (("action", 1), dt.date(2027, 4, 22)),
        (("measure", 5), DAY),
    ]
    assert [mark.is_fixed for mark in line.marks] == [True, False, False]
    assert line.undated == (("action", 3), ("measure", 6))
    assert (line.first, line.last) == (dt.date(2027, 3, 1), dt.date(2027, 5, 31))


def test_r085_a_single_date_in_a_holiday_has_a_proposal_and_a_series_none() -> None:
    moments = (
        Moment(id=1, first_date=dt.date(2027, 5, 1)),
        Moment(id=2, first_date=dt.date(2027, 4, 1), rhythm="FREQ=WEEKLY", times=5),
    )
    line = follow_up_line(plan(moments=moments), HOLIDAYS)
    assert line is not None
    single, series = line.mark(("moment", 1)), line.mark(("moment", 2))
    assert single is not None
    assert series is not None
    # The May holiday of 2027 is from 24 April to 2 May.
    assert single.proposal == dt.date(2027, 5, 3)
    assert (len(series.dates), series.proposal) == (5, None)
    assert dt.date(2027, 4, 29) not in series.dates


def test_closed_days_are_stretches_over_weekends_with_their_names() -> None:
    found = closures(HOLIDAYS, dt.date(2027, 3, 1), dt.date(2027, 5, 31))
    assert Closure(name="Studiedag", first=DAY, last=DAY) in found
    may = next(each for each in found if each.name == "Meivakantie")
    assert may.first <= dt.date(2027, 4, 26)
    assert may.last >= dt.date(2027, 4, 30)
    summer = closures(HOLIDAYS, dt.date(2027, 6, 1), dt.date(2027, 9, 30))
    assert len([each for each in summer if each.name == "Zomervakantie"]) == 1


def test_nothing_without_a_date_has_a_line() -> None:
    assert follow_up_line(StudyDay(actions=(Action(id=1, due=RelativeDate(2)),)), Holidays()) is None


@given(st.lists(DATES, min_size=1, max_size=25), st.floats(0, 400))
def test_nothing_lies_over_anything_else(dates: list[dt.date], wide: float) -> None:
    day = plan(*(Action(what=f"{on}", due=on) for on in dates))
    line = follow_up_line(day, Holidays())
    assert line is not None
    picture = line_picture(line, {mark.reference: wide for mark in line.marks}, {}, SIZES)
    for one, other in combinations(picture.boxes.values(), 2):
        beside = one.right <= other.left or other.right <= one.left
        assert beside or one.bottom <= other.top or other.bottom <= one.top
    for mark in line.marks:
        box = picture.boxes[mark.reference]
        assert picture.date_at(box.xs[0]) == mark.first
        assert box.bottom <= picture.height
        assert picture.at(box.xs[0], box.y) == mark.reference


@given(DATES, DATES, st.sampled_from(DateUnit), st.integers(-12, 24))
def test_r005_a_date_that_is_moved_lands_there_and_stays_what_it_was(
    anchor: dt.date, to: dt.date, unit: DateUnit, n: int
) -> None:
    day = StudyDay(parts=(Part(id=1, date=anchor),))
    due = moved(RelativeDate(n, unit), to, day)
    assert resolve(due, day) == to
    far = not -366 <= (to - anchor).days <= 731
    assert isinstance(due, RelativeDate) or far
    assert moved(anchor, to, day) == to


def test_r005_a_relative_date_keeps_its_unit_where_it_comes_out() -> None:
    day = plan()
    assert moved(RelativeDate(2, DateUnit.WEEKS), dt.date(2027, 4, 8), day) == RelativeDate(4, DateUnit.WEEKS)
    assert moved(RelativeDate(2, DateUnit.MONTHS), dt.date(2027, 6, 11), day) == RelativeDate(3, DateUnit.MONTHS)
    assert moved(RelativeDate(2, DateUnit.MONTHS), dt.date(2027, 3, 18), day) == RelativeDate(1, DateUnit.WEEKS)
    assert moved(RelativeDate(2, DateUnit.WEEKS), dt.date(2027, 3, 26), day) == RelativeDate(15, DateUnit.DAYS)
    assert moved(RelativeDate(2, DateUnit.WEEKS), DAY, day) == RelativeDate(0, DateUnit.WEEKS)
    two_days = StudyDay(parts=(Part(id=1, date=DAY), Part(id=2, date=dt.date(2027, 3, 14))))
    assert moved(RelativeDate(2), dt.date(2027, 3, 12), two_days) == dt.date(2027, 3, 12)


def test_an_empty_picture_has_nothing_anywhere() -> None:
    assert LinePicture().at(0, 0) is None
