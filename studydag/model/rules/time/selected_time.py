"""How long the blocks take that are selected together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from studydag.model.rules.time.schedule import Schedule
from studydag.model.values.programme import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectedTime:
    """So many blocks and options, and how many minutes of the programme they take."""

    count: int = 0
    minutes: int = 0


def selected_time(schedule: Schedule, ids: Iterable[int]) -> SelectedTime:
    """Return how long blocks take: a round and its options once, options of one round as long as the longest.

    Cancelled blocks take no time; parked and self-paced ones the minutes they were given.
    """
    chosen = tuple(dict.fromkeys(ids))
    beside: dict[int, Block] = {block.id: block for block in (*schedule.parked, *schedule.self_paced)}
    minutes: dict[int, int] = {}
    for block_id in chosen:
        slot = schedule.slot_of(block_id)
        block = beside.get(block_id) if slot is None else slot.block
        if block is None:
            continue
        lasts = slot.minutes if slot is not None else 0 if block.cancelled else block.minutes
        if block.round is None:
            minutes[block_id] = lasts
        elif block.round not in chosen:
            minutes[block.round] = max(minutes.get(block.round, 0), lasts)
    return SelectedTime(count=len(chosen), minutes=sum(minutes.values()))
