from tests.building import a_block, a_day, a_part, at
from tests.model.rules.checks.looking import concerned, figures, found, holds


def test_a_part_that_is_over_full():
    day = a_day(a_part(1, "9:00", "10:00"), a_block(1, 75))

    assert figures("over-full", day) == [{"end": "10:15", "planned": "10:00", "minutes": 15}]
    assert concerned("over-full", day) == [["part-1"]]


def test_a_part_that_fits_exactly():
    assert holds("over-full", a_day(a_part(1, "9:00", "10:00"), a_block(1, 60))) == [
        {"end": "10:00", "planned": "10:00", "minutes": 0}
    ]
    assert found("over-full", a_day()) == ()


def test_past_midnight_the_clock_says_so():
    assert figures("over-full", a_day(a_part(1, "20:00", "23:30"), a_block(1, 270))) == [
        {"end": "00:30 (+1)", "planned": "23:30", "minutes": 60}
    ]


def test_a_pinned_block_that_what_comes_before_reaches_into():
    day = a_day(a_block(1, 70), a_block(2, pinned_start=at("10:00")))

    assert figures("overlap", day) == [
        {"first": "Block 1", "second": "Block 2", "minutes": 10, "start": "10:00", "end": "10:10"}
    ]
    assert concerned("overlap", day) == [["block-1", "block-2"]]
    assert holds("overlap", a_day(a_block(1, 60), a_block(2, pinned_start=at("10:00")))) == [{"pins": 1}]


def test_unplanned_time_before_a_pin_and_at_the_end():
    day = a_day(a_part(1, "9:00", "11:30"), a_block(1, 30), a_block(2, 60, pinned_start=at("10:00")))

    assert figures("open-gap", day) == [
        {"minutes": 30, "start": "11:00", "end": "11:30", "limit": 20},
        {"minutes": 30, "start": "09:30", "end": "10:00", "limit": 20},
    ]
    assert concerned("open-gap", day) == [["part-1"], ["block-2"]]


def test_less_than_twenty_minutes_are_no_gap():
    day = a_day(a_part(1, "9:00", "10:45"), a_block(1, 30), a_block(2, 60, pinned_start=at("9:40")))

    assert holds("open-gap", day) == [{"minutes": 10, "limit": 20}]
    assert found("open-gap", a_day()) == ()
