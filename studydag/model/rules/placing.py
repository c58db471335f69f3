"""What stands in the way of blocks in another place: a pin, the end of the part, a room or a person (time.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from studydag.model.rules.occupancy import Use, clashes, places_in, uses_of_leads, uses_of_rooms
from studydag.model.rules.schedule import Schedule
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
    others = [each.id for each in row]
    for position, number in enumerate([*others[:at], *chosen, *others[at:]]):
        blocks[number] = replace(blocks[number], position=position)
    for number in chosen:
        blocks[number] = _put(blocks[number], place)
    return replace(day, blocks=tuple(blocks.values()))


def obstacles(now: Schedule, then: Schedule) -> tuple[Obstacle, ...]:
    """Return what would be in the way `then` and isn't `now`: only what a move makes worse counts.

    A pinned block never gives way, so what would overlap it is in the way; so is what goes past the end of its part,
    and who or what would be in two places at once.
    """
    return (*_pins(now, then), *_ends(now, then), *_twice_at_once(now, then))


def _put(block: Block, place: Place) -> Block:
    offset = block.offset_minutes if block.round == place.round else 0
    return replace(block, part=place.part, round=place.round, pinned_start=None, offset_minutes=offset)


def _pins(now: Schedule, then: Schedule) -> Iterator[Obstacle]:
    for slot in then:
        if slot.block.pinned_start is None or not slot.overlap_before:
            continue
        before = now.slot_of(slot.block.id)
        if before is None or slot.overlap_before > before.overlap_before:
            yield Obstacle(kind=Kind.PIN, id=slot.block.id, minutes=slot.overlap_before)


def _ends(now: Schedule, then: Schedule) -> Iterator[Obstacle]:
    over = {part.part.id: max(0, part.minutes_over) for part in now.parts}
    for part in then.parts:
        if part.minutes_over > over.get(part.part.id, 0):
            yield Obstacle(kind=Kind.END, id=part.part.id, minutes=part.minutes_over)


def _twice_at_once(now: Schedule, then: Schedule) -> Iterator[Obstacle]:
    former, places = places_in(now), places_in(then)
    for kind, before, after in (
        (Kind.ROOM, uses_of_rooms(former), uses_of_rooms(places)),
        (Kind.PERSON, uses_of_leads(former), uses_of_leads(places)),
    ):
        for number, uses in after.items():
            known = _minutes_twice(before.get(number, []))
            minutes = _minutes_twice(uses)
            if minutes > known:
                yield Obstacle(kind=kind, id=number, minutes=minutes)


def _minutes_twice(uses: Sequence[Use]) -> int:
    """Return for how long someone or something is in more places than one."""
    if len(uses) < 2:
        return 0
    groups = list(clashes(uses))
    lasting = sum(use.end - use.start for group in groups for use in group)
    return lasting - sum(max(use.end for use in group) - min(use.start for use in group) for group in groups)
