"""Which food and drink comes while a block is on: what is ordered doesn't go by itself when the block does."""

from __future__ import annotations

from collections.abc import Collection

from studydag.model.rules.time.schedule import MINUTES_A_DAY, Schedule, Slot, minutes_after_midnight
from studydag.model.values.study_day import Catering, StudyDay


def catering_during(day: StudyDay, schedule: Schedule, block_ids: Collection[int]) -> tuple[Catering, ...]:
    """Return what is ordered for a time at which one of some blocks is on (D13), in its own order.

    What is ordered for no part in particular counts for each; what has no time belongs to no block.
    """
    slots = [slot for slot in map(schedule.slot_of, block_ids) if slot is not None and slot.minutes]
    return tuple(each for each in day.catering if any(_is_during(each, slot) for slot in slots))


def _is_during(catering: Catering, slot: Slot) -> bool:
    if catering.at is None or catering.part not in {None, slot.part.id}:
        return False
    at = minutes_after_midnight(catering.at)
    return any(slot.start <= minutes < slot.end for minutes in (at, at + MINUTES_A_DAY))
