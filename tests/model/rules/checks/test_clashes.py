import datetime as dt

import pytest

from studydag.model.values.choices import Allotment, Registration
from studydag.model.values.formats import Phase
from studydag.model.values.programme import BlockLead, LeadStatus, Mode
from studydag.model.values.school import School
from tests.building import a, a_block, a_break, a_day, a_lead, a_part, a_person, a_room, a_round, a_setting, at
from tests.model.rules.checks.looking import concerned, figures, found, holds

NOOR = a_setting(a_person(7, "Noor"))
HALL, LAB = a_room(1, "Hall"), a_room(2, "Lab")


def led(number: int, minutes: int = 60, person: int = 7, **fields: object):
    return a_block(number, minutes, leads=(a(BlockLead, number, person=person),), **fields)


def test_nobody_leads_two_options_at_once():
    day = a_day(*a_round(1, led(2), led(3, offset_minutes=30)))

    assert figures("person-clash", day, NOOR) == [
        {"person": "Noor", "blocks": 2, "first": "Block 2", "second": "Block 3", "start": "09:30", "end": "10:00"}
    ]
    assert concerned("person-clash", day, NOOR) == [["person-7", "block-2", "block-3"]]


def test_one_person_after_each_other_or_two_at_once_is_fine():
    after = a_day(*a_round(1, led(2, 30), led(3, 30, offset_minutes=30)))
    others = a_day(*a_round(1, led(2), led(3, person=8)))

    assert holds("person-clash", after, NOOR) == [{"people": 1}]
    assert holds("person-clash", others, a_setting(a_person(7), a_person(8))) == [{"people": 2}]
    assert found("person-clash", a_day(*a_round(1, a_block(2), a_block(3))), NOOR) == ()


def test_who_cancelled_is_not_there():
    cancelled = a_block(3, 60, leads=(a_lead(7, LeadStatus.CANCELLED),))

    assert found("person-clash", a_day(*a_round(1, led(2), cancelled)), NOOR) == ()


def test_a_lead_is_not_placed_elsewhere_in_that_round():
    noor = a(Registration, 5, person=7)
    elsewhere = a(Allotment, 1, registration=5, round=1, option=3)
    own = a(Allotment, 1, registration=5, round=1, option=2)
    options = a_round(1, led(2), a_block(3, 60))

    assert concerned("person-clash", a_day(*options, noor, elsewhere), NOOR) == [["person-7", "block-2", "block-3"]]
    assert found("person-clash", a_day(*options, noor, own), NOOR) == ()


def test_two_parts_clash_only_when_they_are_on_the_same_date():
    one, other = led(1), led(2, part=2)

    assert found("person-clash", a_day(a_part(1), a_part(2), one, other), NOOR)
    assert found("person-clash", a_day(a_part(1), a_part(2, date=dt.date(2026, 11, 19)), one, other), NOOR) == ()
    assert found("person-clash", a_day(a_part(1, date=None), a_part(2, date=None), one, other), NOOR) == ()


def test_no_room_is_used_twice_at_once():
    day = a_day(*a_round(1, a_block(2, 60, room=1), a_block(3, 60, room=1)))
    parallel = a_day(*a_round(1, a_block(2, 60, room=1), a_block(3, 60, room=2)))

    assert figures("room-clash", day, a_setting(HALL)) == [
        {"room": "Hall", "blocks": 2, "first": "Block 2", "second": "Block 3", "start": "09:00", "end": "10:00"}
    ]
    assert concerned("room-clash", day, a_setting(HALL)) == [["room-1", "block-2", "block-3"]]
    assert holds("room-clash", parallel, a_setting(HALL, LAB)) == [{"rooms": 2}]


@pytest.mark.parametrize("mode", [Mode.ONLINE, Mode.SELF_PACED])
def test_what_is_online_alone_or_done_at_ones_own_pace_takes_no_room(mode: Mode):
    day = a_day(*a_round(1, a_block(2, room=1), a_block(3, room=1, mode=mode)))
    walking = a_day(a_block(1, room=1, mode=mode), *a_round(2, a_block(3, room=2), a_block(4, room=1, mode=mode)))

    assert found("room-clash", day, a_setting(HALL)) == ()
    assert found("change-over", walking, a_setting(HALL, LAB)) == ()
    assert found(
        "room-clash", a_day(*a_round(1, a_block(2, room=1), a_block(3, room=1, mode=Mode.HYBRID))), a_setting(HALL)
    )


def test_people_need_time_to_walk_to_another_room():
    day = a_day(a_block(1, room=1), a_block(2, room=2))

    assert figures("change-over", day, a_setting(HALL, LAB)) == [
        {"from_room": "Hall", "to_room": "Lab", "minutes": 0, "needed": 5, "at": "09:30"}
    ]
    assert concerned("change-over", day, a_setting(HALL, LAB)) == [["block-1", "block-2"]]


def test_what_overlaps_leaves_no_minutes_to_walk():
    day = a_day(a_block(1, 60, room=1), a_block(2, room=2, pinned_start=at("9:30")))

    assert [each["minutes"] for each in figures("change-over", day, a_setting(HALL, LAB))] == [0]


def test_a_break_or_staying_gives_time_enough():
    with_break = a_day(a_block(1, room=1), a_break(2), a_block(3, room=2))
    walking = a_day(a_block(1, room=1), a_block(2, 5, Phase.ORGANISATION), a_block(3, room=2))

    assert holds("change-over", with_break, a_setting(HALL, LAB)) == [{"moves": 1}]
    assert holds("change-over", walking, a_setting(HALL, LAB)) == [{"moves": 1}]
    assert holds("change-over", a_day(a_block(1, room=1), a_block(2, room=1)), a_setting(HALL)) == []


def test_another_building_takes_longer():
    gym = a_room(2, "Gym", building="Park")
    hall = a_room(1, "Hall", building="Main")
    day = a_day(a_block(1, room=1), a_break(2, 10), a_block(3, room=2))

    assert figures("change-over", day, a_setting(hall, gym))[0]["needed"] == 15
    assert found("change-over", day, a_setting(hall, gym, school=School(travel_minutes=10))) == ()


def test_going_to_options_counts_for_those_who_have_to_move():
    day = a_day(a_block(1, room=1), *a_round(2, a_block(3, room=1), a_block(4, room=2)))

    assert figures("change-over", day, a_setting(HALL, LAB))[0]["to_room"] == "Lab"


def test_what_is_chained_by_overlap_is_one_clash_of_as_many_as_are_at_one_time():
    long, first, second = led(2, 120), led(3, 30, offset_minutes=30), led(4, 30, offset_minutes=90)

    chained = a_day(*a_round(1, long, first, second))
    assert [each["blocks"] for each in figures("person-clash", chained, NOOR)] == [2]
    assert concerned("person-clash", chained, NOOR) == [["person-7", "block-2", "block-3", "block-4"]]


def test_what_takes_no_time_takes_nobody():
    at_once = led(3, 0, offset_minutes=30)

    assert found("person-clash", a_day(*a_round(1, led(2), at_once)), NOOR) == ()
