"""Which dates parts get when a day moves, and when one more part is."""

import datetime as dt

import pytest

from studydag.model.rules.calendar.moving import dates_from, following_part
from studydag.model.values.programme import Part
from studydag.model.values.study_day import StudyDay

FIRST = dt.date(2027, 3, 11)


def part(number: int, start: int, end: int, date: dt.date | None = None) -> Part:
    return Part(id=number, date=date, start=dt.time(start), end=dt.time(end))


def test_parts_keep_their_distance():
    day = StudyDay(parts=(part(1, 9, 12, FIRST), part(2, 9, 12, FIRST + dt.timedelta(days=14)), part(3, 13, 15)))

    assert dates_from(day, dt.date(2027, 3, 18)) == {1: dt.date(2027, 3, 18), 2: dt.date(2027, 4, 1)}


@pytest.mark.parametrize(
    ("parts", "days"),
    [
        # One that begins as the former ends is on the same date.
        ((part(1, 9, 12), part(2, 12, 16), part(3, 19, 21)), (0, 0, 0)),
        ((part(1, 13, 16), part(2, 9, 12), part(3, 13, 16)), (0, 1, 1)),
    ],
)
def test_parts_without_dates_follow_each_other(parts: tuple[Part, ...], days: tuple[int, ...]):
    found = dates_from(StudyDay(parts=parts), FIRST)

    assert tuple((date - FIRST).days for date in found.values()) == days


def test_one_more_part_begins_where_the_last_one_ends():
    last = part(1, 9, 16, FIRST)
    same, other = following_part((last,)), following_part((last,), date=FIRST + dt.timedelta(days=7))

    assert (same.date, same.start, same.end) == (FIRST, dt.time(16), dt.time(18))
    assert (other.start, other.end) == (dt.time(9), dt.time(16))
    assert following_part((part(1, 20, 23, FIRST),)).end == dt.time(1)
    assert following_part(()) == Part()
