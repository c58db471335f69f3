"""The start times that rows keep when they are pasted."""

import datetime as dt

from studydag.model.rules.handing_on.copies import starts_that_hold
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.study_day import StudyDay


def test_a_pin_holds_from_when_the_round_before_it_has_ended():
    rows = (
        Block(id=1, kind=BlockKind.ROUND, minutes=15),
        Block(id=2, round=1, minutes=60),
        Block(id=3, round=1, offset_minutes=15, minutes=60),
        Block(id=4, pinned_start=dt.time(10, 0), minutes=30),
        Block(id=5, pinned_start=dt.time(11, 0), minutes=30),
    )
    assert starts_that_hold(StudyDay(blocks=rows), 9 * 60, pins=True) == {5: dt.time(11, 0)}


def test_what_starts_in_time_by_itself_needs_no_pin():
    rows = (
        Block(id=1, pinned_start=dt.time(9, 0), minutes=30),
        Block(id=2, pinned_start=dt.time(10, 0), minutes=30),
    )
    day = StudyDay(blocks=rows)
    assert starts_that_hold(day, 9 * 60, pins=True) == {1: None, 2: dt.time(10, 0)}
    assert starts_that_hold(day, 9 * 60, pins=False) == {1: None}
    assert starts_that_hold(day, 8 * 60, pins=True) == {1: dt.time(9, 0), 2: dt.time(10, 0)}
    assert starts_that_hold(day, 10 * 60, pins=True) == {}
