import pytest

from studydag.model.rules.space.rooms import capacity, for_any_set_up, minutes_between, roomiest, set_up_of
from studydag.model.values.formats import SetUp
from studydag.model.values.school import School
from tests.building import a_block, a_format, a_room

ROOM = a_room(1, holds={SetUp.ISLANDS: 24, SetUp.THEATRE: 40})


@pytest.mark.parametrize(
    ("set_up", "people"),
    [
        (SetUp.ISLANDS, 24),
        (SetUp.THEATRE, 40),
        (SetUp.CAFE, 24),
        (SetUp.PAIRS, 24),
        (SetUp.STATIONS, 24),
        (SetUp.WALLS, 40),
        (SetUp.STANDING, 40),
        (SetUp.ANY, 40),
        (SetUp.CIRCLE, None),
        (SetUp.OUTDOORS, None),
    ],
)
def test_what_a_room_is_not_described_in_is_read_off_its_kin(set_up: SetUp, people: int | None):
    assert capacity(ROOM, set_up) == people


def test_a_capacity_for_any_set_up_holds_for_all():
    assert capacity(a_room(1, holds={SetUp.ANY: 30}), SetUp.CIRCLE) == 30
    assert capacity(a_room(1), SetUp.ANY) is None


def test_the_roomiest_set_up_is_named_only_when_it_holds_more():
    assert roomiest(ROOM, 24) == (SetUp.THEATRE, 40)
    assert roomiest(ROOM, 40) is None
    assert roomiest(a_room(1), 0) is None


def test_a_blocks_own_set_up_goes_before_its_formats():
    circle = a_format(1, room_setup=SetUp.CIRCLE)

    assert set_up_of(a_block(1, set_up=SetUp.ISLANDS), circle) is SetUp.ISLANDS
    assert set_up_of(a_block(1), circle) is SetUp.CIRCLE
    assert set_up_of(a_block(1), None) is SetUp.ANY


def test_minutes_between_rooms():
    school = School(change_over_minutes=5, travel_minutes=15)
    hall, lab, gym = a_room(1, building="Main"), a_room(2, building="Main"), a_room(3, building="Park")

    assert [minutes_between(hall, other, school) for other in (hall, lab, gym, a_room(4))] == [0, 5, 15, 5]


def test_a_number_alone_is_how_many_a_room_holds_in_any_set_up():
    held = {each.set_up: each.people for each in for_any_set_up(ROOM, 30)}
    assert held == {SetUp.ISLANDS: 24, SetUp.THEATRE: 40, SetUp.ANY: 30}
    other = a_room(1, holds=held)
    assert {each.set_up: each.people for each in for_any_set_up(other, 12)}[SetUp.ANY] == 12
    assert for_any_set_up(other, None) == ROOM.capacities
