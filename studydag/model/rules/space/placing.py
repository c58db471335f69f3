"""What stands in the way of blocks in another place: a pin, the end of the part, a room or a person (time.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from studydag.model.rules.space.occupancy import Use, clashes, places_in, uses_of_leads, uses_of_rooms
from studydag.model.rules.time.schedule import Schedule
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay


class Kind(StrEnum):
    """What stands in the way."""

    PIN = "pin"
    END = "end"
    ROOM = "room"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """What stands in the way: the pinned block, the part, the room or the person, and by how many minutes."""

    kind: Kind
    id: int
    minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where blocks would go: in a part, in a round, or (neither) parked; before another block there, or at the end."""

    part: int | None = None
    round: int | None = None
    before: int | None = None


def moved(day: StudyDay, ids: Sequence[int], place: Place) -> StudyDay:
    """Return a study day as it would be with blocks in another place, in this order; who moves loses its pin."""
    blocks = {block.id: block for block in day.blocks}
    chosen = [number for number in ids if number in blocks]
    taken = set(chosen)
    row = sorted(
        (each for each in day.blocks if (each.part, each.round) == (place.part, place.round) and each.id not in taken),
        key=lambda each: (each.position, each.id),
    )
    at = next((number for number, each in enumerate(row) if each.id == place.before), len(row))
    first = row[at - 1].position + 1 if at else min((each.position for each in row), default=0) - len(chosen)
    for position, number in enumerate(chosen, start=first):
        blocks[number] = replace(_put(blocks[number], place), position=position)
    # Those behind make room only as far as there is none.
    position = first + len(chosen)
    for each in row[at:]:
        if each.position >= position:
            break
        blocks[each.id] = replace(each, position=position)
        position += 1
    return replace(day, blocks=tuple(blocks.values()))


@dataclass(frozen=True, slots=True)
class Standing:
    """What is wrong with clock times: minutes by pinned block, part, room and person; computed once for many places."""

    pins: Mapping[int, int]
    ends: Mapping[int, int]
    rooms: Mapping[int, int]
    people: Mapping[int, int]


def standing(schedule: Schedule) -> Standing:
    """Return by how much pinned blocks are overlapped, parts too long, rooms and people in two places at once."""
    places = places_in(schedule)
    return Standing(
        pins={slot.block.id: slot.overlap_before for slot in schedule if slot.block.pinned_start is not None},
        ends={part.part.id: max(0, part.minutes_over) for part in schedule.parts},
        rooms={number: _minutes_twice(uses) for number, uses in uses_of_rooms(places).items()},
        people={number: _minutes_twice(uses) for number, uses in uses_of_leads(places).items()},
    )


def obstacles(now: Standing, then: Standing) -> tuple[Obstacle, ...]:
    """Return what would be in the way `then` and isn't `now`: only what a move makes worse counts.

    A pinned block never gives way, so what would overlap it is in the way; so is what goes past the end of its part,
    and who or what would be in two places at once.
    """
    return tuple(
        Obstacle(kind=kind, id=number, minutes=minutes)
        for kind, before, after in (
            (Kind.PIN, now.pins, then.pins),
            (Kind.END, now.ends, then.ends),
            (Kind.ROOM, now.rooms, then.rooms),
            (Kind.PERSON, now.people, then.people),
        )
        for number, minutes in after.items()
        if minutes > before.get(number, 0)
    )


def _put(block: Block, place: Place) -> Block:
    offset = block.offset_minutes if block.round == place.round else 0
    return replace(block, part=place.part, round=place.round, pinned_start=None, offset_minutes=offset)


def _minutes_twice(uses: Sequence[Use]) -> int:
    """Return for how long someone or something is in more places than one."""
    if len(uses) < 2:
        return 0
    groups = list(clashes(uses))
    lasting = sum(use.end - use.start for group in groups for use in group)
    return lasting - sum(max(use.end for use in group) - min(use.start for use in group) for group in groups)
