from typing import Any

from studydag.model.values.formats import Phase
from studydag.model.values.study_day import Catering
from tests.building import a, a_block, a_break, a_day, a_part, at
from tests.model.rules.checks.looking import concerned, figures, found, holds


def test_people_do_not_go_on_for_more_than_ninety_minutes():
    day = a_day(a_block(1, 60), a_block(2, 40), a_break(3), a_block(4, 60))

    assert figures("long-without-break", day) == [{"minutes": 100, "start": "09:00", "end": "10:40", "limit": 90}]
    assert concerned("long-without-break", day) == [["block-1", "block-2"]]
    assert holds("long-without-break", a_day(a_block(1, 60), a_block(2, 30), a_break(3))) == [
        {"minutes": 90, "limit": 90}
    ]


def test_walk_in_and_tidying_are_no_work_but_organisation_between_is():
    walk_in, tidying = a_block(1, 30, Phase.ORGANISATION), a_block(4, 30, Phase.ORGANISATION)

    assert holds("long-without-break", a_day(walk_in, a_block(2, 90), tidying)) == [{"minutes": 90, "limit": 90}]
    assert figures("long-without-break", a_day(a_block(1, 60), a_block(2, 10, Phase.ORGANISATION), a_block(3, 30)))


def test_people_go_on_until_the_last_of_what_overlaps_has_ended():
    day = a_day(a_block(1, 100), a_block(2, 30, pinned_start=at("9:30")))

    assert figures("long-without-break", day) == [{"minutes": 100, "start": "09:00", "end": "10:40", "limit": 90}]


def test_ten_minutes_before_a_pin_are_a_breather():
    assert found("long-without-break", a_day(a_block(1, 60), a_block(2, 60, pinned_start=at("10:10")))) == ()
    assert found("long-without-break", a_day(a_block(1, 60), a_block(2, 60, pinned_start=at("10:05"))))


def test_a_day_that_goes_on_through_noon_has_lunch():
    without = a_day(a_block(1, 300))
    coffee = a_day(a_block(1, 180), a_break(2, 15), a_block(3, 60))
    lunch = a_day(a_block(1, 180), a_break(2, 45), a_block(3, 60))

    assert figures("no-lunch", without) == [{"start": "09:00", "end": "16:00"}]
    assert concerned("no-lunch", coffee) == [["part-1"]]
    assert holds("no-lunch", lunch) == [{"start": "12:00", "end": "12:45"}]


def ordered(number: int, time: str | None, **fields: Any) -> Catering:
    return a(Catering, number, what=f"Coffee {number}", at=time and at(time), count=65, **fields)


def test_what_was_ordered_for_a_break_that_is_called_off_is_told_until_it_is_changed():
    work, after = a_block(1, 60), a_block(3, 60)
    coffee = a_break(2, title="Coffee", cancelled=True)
    day = a_day(work, coffee, after, ordered(1, "10:00"))

    assert figures("ordered-no-break", day) == [{"what": "Coffee 1", "at": "10:00", "block": "Coffee"}]
    assert concerned("ordered-no-break", day) == [["catering-1", "block-2"]]
    assert found("ordered-no-break", a_day(work, coffee, after, ordered(1, None))) == ()
    assert found("ordered-no-break", a_day(work, coffee, after, a_break(4), ordered(1, "11:00"))) == ()
    assert found("ordered-no-break", a_day(work, coffee, after, a_break(4), ordered(1, "10:45"))) == ()
    assert found("ordered-no-break", a_day(work, coffee, after, a_break(4), ordered(1, "10:44")))
    assert found("ordered-no-break", a_day(work, a_break(2, 60, cancelled=True), ordered(1, "8:30"))) == ()
    assert found("ordered-no-break", a_day(work, after, ordered(1, "10:00"))) == ()
    assert holds("ordered-no-break", a_day(work, a_break(2), after, ordered(1, "10:00"))) == [{}]


def test_coffee_while_people_come_in_was_not_for_a_break_that_is_called_off():
    walk_in = a_block(1, 30, phase=Phase.ORGANISATION)
    day = a_day(walk_in, a_block(2, 60), a_break(3, cancelled=True), a_block(4, 60), ordered(1, "9:00"))

    assert found("ordered-no-break", day) == ()


def test_what_is_ordered_for_another_part_has_nothing_to_do_with_a_break_of_this_one():
    evening = a_part(2, "18:00", "21:00")
    blocks = a_block(1, 60), a_break(2, cancelled=True), a_block(3, 60), a_block(4, 60, part=2)

    assert found("ordered-no-break", a_day(a_part(1), evening, *blocks, ordered(1, "18:30"))) == ()
    assert found("ordered-no-break", a_day(a_part(1), evening, *blocks, ordered(1, "10:00", part=2))) == ()
    assert found("ordered-no-break", a_day(a_part(1), evening, *blocks, ordered(1, "10:00", part=1)))


def test_a_half_day_needs_no_lunch():
    assert found("no-lunch", a_day(a_part(1, "9:00", "12:30"), a_block(1, 120))) == ()
    assert holds("no-lunch", a_day(a_part(1, "13:00", "17:00"), a_block(1, 120))) == []
