"""How many people a room holds, and how long it takes to walk from one to another."""

from __future__ import annotations

from studydag.model.values.formats import SetUp, WorkingFormat
from studydag.model.values.programme import Block
from studydag.model.values.school import Room, RoomCapacity, School

# Rooms are described in a few set-ups, formats ask for many: what a room is not described in is read off its kin.
FALLBACKS = {
    SetUp.PAIRS: (SetUp.ISLANDS, SetUp.CLASSROOM),
    SetUp.CAFE: (SetUp.ISLANDS,),
    SetUp.ISLANDS: (SetUp.CAFE,),
    SetUp.FISHBOWL: (SetUp.CIRCLE,),
    SetUp.CIRCLE: (SetUp.FISHBOWL,),
    SetUp.STATIONS: (SetUp.STANDING, SetUp.ISLANDS),
    SetUp.WALLS: (SetUp.STANDING, SetUp.STATIONS, SetUp.THEATRE),
    SetUp.STANDING: (SetUp.WALLS, SetUp.STATIONS, SetUp.THEATRE),
}
_NEED_NO_ROOM = frozenset({SetUp.WALKING, SetUp.OUTDOORS})


def set_up_of(block: Block, working_format: WorkingFormat | None) -> SetUp:
    """Return a block's set-up: its own, else its working format's, else any."""
    if block.set_up is not None:
        return block.set_up
    return SetUp.ANY if working_format is None else working_format.room_setup


def capacity(room: Room, set_up: SetUp) -> int | None:
    """Return how many people a room holds in a set-up (R064), or in the set-up nearest to it; None is not known.

    In "any" set-up it is the most that the room holds in one of them.
    """
    people = {each.set_up: each.people for each in room.capacities}
    if set_up in _NEED_NO_ROOM:
        return None
    if set_up is SetUp.ANY:
        return max(people.values(), default=None)
    for candidate in (set_up, *FALLBACKS.get(set_up, ()), SetUp.ANY):
        if candidate in people:
            return people[candidate]
    return None


def for_any_set_up(room: Room, people: int | None) -> tuple[RoomCapacity, ...]:
    """Return the capacities of a room that holds so many people in any set-up (None: not known); others stay (R064)."""
    others = tuple(each for each in room.capacities if each.set_up is not SetUp.ANY)
    return others if people is None else (*others, RoomCapacity(set_up=SetUp.ANY, people=people))


def roomiest(room: Room, than: int) -> tuple[SetUp, int] | None:
    """Return the set-up in which a room holds most people, if that is more than `than`."""
    most = max(room.capacities, key=lambda each: each.people, default=None)
    return None if most is None or most.people <= than else (most.set_up, most.people)


def minutes_between(one: Room, other: Room, school: School) -> int:
    """Return the minutes to go from one room to another: none, the change-over, or the way to another building."""
    if one.id == other.id:
        return 0
    if one.building and other.building and one.building != other.building:
        return school.travel_minutes
    return school.change_over_minutes
