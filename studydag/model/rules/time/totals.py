"""Sums of the minutes of a part or a day: content, breaks, organisation, and how far they reach past the end."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from studydag.model.rules.time.schedule import (
    MINUTES_A_DAY,
    PartSchedule,
    Schedule,
    clock_time,
)
from studydag.model.values.formats import Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Sums over a part or a day, in minutes; a round counts once, cancelled blocks not at all.

    `content_minutes` is net: without break and organisation. `start` and `end` are the first start and the last end,
    None without blocks; `end_day_offset` is for "(+1)". Over and spare are summed over the parts, each on its own.
    """

    content_minutes: int = 0
    break_minutes: int = 0
    organisation_minutes: int = 0
    block_count: int = 0
    minutes_over: int = 0
    minutes_spare: int = 0
    minutes_overlapping: int = 0
    start: dt.time | None = None
    end: dt.time | None = None
    end_day_offset: int = 0


def totals(schedule: Schedule) -> Totals:
    """Sum a whole study day. Parked and self-paced blocks have no clock time, and count in the workload only."""
    sums = [part_totals(part) for part in schedule.parts]
    timed = [total for total in sums if total.start is not None]
    return Totals(
        content_minutes=sum(total.content_minutes for total in sums),
        break_minutes=sum(total.break_minutes for total in sums),
        organisation_minutes=sum(total.organisation_minutes for total in sums),
        block_count=sum(total.block_count for total in sums),
        minutes_over=sum(total.minutes_over for total in sums),
        minutes_spare=sum(total.minutes_spare for total in sums),
        minutes_overlapping=sum(total.minutes_overlapping for total in sums),
        start=timed[0].start if timed else None,
        end=timed[-1].end if timed else None,
        end_day_offset=timed[-1].end_day_offset if timed else 0,
    )


def part_totals(part: PartSchedule) -> Totals:
    """Sum one part."""
    live = [slot for slot in part.slots if not slot.block.cancelled]
    first, last = part.first_start, part.last_end
    return Totals(
        content_minutes=sum(slot.minutes for slot in live if slot.block.phase.is_learning),
        break_minutes=sum(slot.minutes for slot in live if slot.block.phase is Phase.BREAK),
        organisation_minutes=sum(slot.minutes for slot in live if slot.block.phase is Phase.ORGANISATION),
        block_count=len(live),
        minutes_over=max(0, part.minutes_over),
        minutes_spare=max(0, -part.minutes_over),
        minutes_overlapping=sum(slot.overlap_before for slot in live),
        start=None if first is None else clock_time(first),
        end=None if last is None else clock_time(last),
        end_day_offset=0 if last is None else last // MINUTES_A_DAY,
    )
