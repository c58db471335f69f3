import datetime as dt

from studydag.export.afterwards import Entry, due_of_measure, entries
from studydag.export.names import Names
from studydag.model.rules.calendar.dates import Side
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_day, a_measure, a_moment, a_part, a_round, an_action, at
from tests.export.printing_days import ENGLISH, HOLIDAYS


def listed(day: StudyDay) -> list[Entry]:
    return entries(day, Names(day, Setting(holidays=HOLIDAYS), ENGLISH))


def test_what_has_a_date_comes_by_date_then_what_counts_from_the_day_then_the_rest():
    day = a_day(
        a_part(1, date=None),
        an_action(2, "No date"),
        an_action(3, "In a month", due=RelativeDate(1, DateUnit.MONTHS)),
        an_action(4, "In 3 weeks", due=RelativeDate(3)),
        an_action(5, "A week before", due=RelativeDate(-1)),
        an_action(6, "In 6 days", due=RelativeDate(6, DateUnit.DAYS)),
        an_action(7, "Later", due=dt.date(2027, 3, 1)),
        an_action(8, "Sooner", due=dt.date(2026, 3, 1)),
    )
    assert [entry.title for entry in listed(day)] == [
        "Sooner",
        "Later",
        "A week before",
        "In 6 days",
        "In 3 weeks",
        "In a month",
        "No date",
    ]


def test_each_side_of_the_day_has_its_heading():
    day = a_day(
        an_action(1, due=RelativeDate(-1)),
        an_action(2, due=RelativeDate(0)),
        an_action(3, due=RelativeDate(1)),
        an_action(4),
    )
    assert [entry.group for entry in listed(day)] == [
        "Before the study day",
        "On the study day itself",
        "After the study day",
        "No date yet",
    ]


def test_a_series_stands_on_the_side_of_its_first_date():
    moment = a_moment(1, first_date=RelativeDate(-1, DateUnit.DAYS), rhythm="FREQ=WEEKLY;BYDAY=FR", times=2)
    (entry,) = listed(a_day(moment))
    assert (entry.on, entry.side) == (dt.date(2026, 11, 13), Side.AFTER)


def test_a_series_says_whether_it_skips_days_off():
    moment = a_moment(1, first_date=dt.date(2027, 4, 15), rhythm="FREQ=WEEKLY", times=3)
    (entry,) = listed(a_day(moment))
    assert entry.skips
    assert entry.series == "every week, 3 times, up to and including 13 May 2027"


def test_hours_are_as_far_as_they_are_known():
    moments = [
        a_moment(1, first_date=RelativeDate(1), start=at("23:30"), minutes=60),
        a_moment(2, first_date=RelativeDate(2), start=at("15:30")),
        a_moment(3, first_date=RelativeDate(3), minutes=90),
        a_moment(4, first_date=RelativeDate(4)),
    ]
    assert [entry.hours for entry in listed(a_day(*moments))] == ["23:30–00:30 (+1)", "15:30", "1\u00a0h\u00a030", ""]


def test_a_window_says_from_when_and_how_often():
    actions = [
        an_action(1, due=RelativeDate(4), window_start=RelativeDate(1), count=3),
        an_action(2, due=RelativeDate(12), window_start=RelativeDate(1), count=1),
        an_action(3, due=RelativeDate(13), window_start=RelativeDate(13)),
    ]
    assert [(entry.hours, entry.series) for entry in listed(a_day(*actions))] == [
        ("from Thu 19 Nov", "3 times"),
        ("from Thu 19 Nov 2026", ""),
        ("", ""),
    ]


def test_a_measure_in_a_block_is_taken_on_its_date():
    parts = (a_part(1, date=dt.date(2026, 11, 12)), a_part(2, date=dt.date(2026, 11, 26)))
    day = a_day(*parts, *a_round(3, a_block(4)), a_block(5, part=2), a_block(6, part=None))
    assert due_of_measure(a_measure(9, block=4), day) == dt.date(2026, 11, 12)
    assert due_of_measure(a_measure(9, block=5), day) == dt.date(2026, 11, 26)
    assert due_of_measure(a_measure(9, block=6), day) == RelativeDate(0)
    assert due_of_measure(a_measure(9, block=5, when=RelativeDate(3)), day) == RelativeDate(3)
    assert due_of_measure(a_measure(9), day) is None
