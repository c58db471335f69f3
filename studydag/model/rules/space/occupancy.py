"""When rooms and people are taken, and where that is twice at once (D04)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from studydag.model.rules.time.balance import live
from studydag.model.rules.time.schedule import MINUTES_A_DAY, Schedule, Slot
from studydag.model.values.programme import Block, LeadStatus, Mode

ANYWHERE = frozenset({Mode.ONLINE, Mode.SELF_PACED})
"""What needs no room, and for which none must be reached."""


@dataclass(frozen=True, slots=True)
class Use:
    """That a person or room is taken: `start` and `end` in minutes on one line for the whole study day."""

    start: int
    end: int
    slot: Slot


def use_of(slot: Slot) -> Use:
    """Return when whoever and whatever is in a slot is taken."""
    if slot.part.date is not None:
        base = slot.part.date.toordinal() * MINUTES_A_DAY
    else:
        # Parts without a date are not known to be on the same day: each gets a stretch of its own before all dates.
        base = -(10 * slot.part.id + 10) * MINUTES_A_DAY
    return Use(base + slot.start, base + slot.end, slot)


def places_in(schedule: Schedule) -> tuple[Slot, ...]:
    """Return the slots in which people are somewhere: of a round its options, where it has any."""
    return tuple(each for slot in live(schedule) for each in live(slot.options) or (slot,))


def room_taken(block: Block) -> int | None:
    """Return the room that a block takes: none where it is online alone or done at one's own pace."""
    return None if block.mode in ANYWHERE else block.room


def uses_of_rooms(places: Iterable[Slot]) -> dict[int, list[Use]]:
    """Return when each room is taken."""
    uses: dict[int, list[Use]] = {}
    for slot in places:
        room = room_taken(slot.block)
        if room is not None:
            uses.setdefault(room, []).append(use_of(slot))
    return uses


def uses_of_leads(places: Iterable[Slot]) -> dict[int, list[Use]]:
    """Return when each person leads a block, unless they cancelled."""
    uses: dict[int, list[Use]] = {}
    for slot in places:
        for lead in slot.block.leads:
            if lead.status is not LeadStatus.CANCELLED:
                uses.setdefault(lead.person, []).append(use_of(slot))
    return uses


def clashes(uses: Iterable[Use]) -> Iterator[list[Use]]:
    """Give groups of uses that are chained by overlap; a use of no minutes takes nothing."""
    group: list[Use] = []
    until = 0
    for use in sorted((use for use in uses if use.end > use.start), key=lambda use: (use.start, use.slot.block.id)):
        if group and use.start < until:
            group.append(use)
            until = max(until, use.end)
            continue
        if len(group) > 1:
            yield group
        group, until = [use], use.end
    if len(group) > 1:
        yield group
