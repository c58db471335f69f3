"""What an edit of clock times asks for, in minutes and pins, because a block stores no start.

Each function proposes; an operation applies the proposal in one step, and a timeline can show it before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from studydag.model.rules.time.clock import WrittenTime
from studydag.model.rules.time.schedule import (
    MINUTES_A_DAY,
    Schedule,
    Slot,
    clock_time,
    minutes_after_midnight,
    schedule,
)
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.study_day import StudyDay

LONGEST_WRAP = MINUTES_A_DAY // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeEdit:
    """A proposal for one block: new minutes, a new pin, or both; None leaves the field as it is."""

    block: int
    minutes: int | None = None
    pinned_start: dt.time | None = None


def apply_edits(day: StudyDay, edits: Iterable[TimeEdit]) -> StudyDay:
    """Return the study day as it would be with the proposed edits."""
    by_block = {edit.block: edit for edit in edits}
    return replace(day, blocks=tuple(_edited(block, by_block.get(block.id)) for block in day.blocks))


def differences(before: Schedule, after: Schedule) -> tuple[tuple[Slot, Slot], ...]:
    """Return each slot that starts or ends at another time, as it was and as it would be, in programme order."""
    both = ((before.slot_of(slot.block.id), slot) for slot in after.with_options())
    return tuple(
        (was, slot) for was, slot in both if was is not None and (was.start, was.end) != (slot.start, slot.end)
    )


def pin(day: StudyDay, block_id: int) -> dt.time | None:
    """Return the time at which a block now starts, so that pinning it moves nothing.

    None for what can't be pinned: an option of a round, and a block without a clock time.
    """
    slot = schedule(day).slot_of(block_id)
    return None if slot is None or slot.block.round is not None else slot.start_time


def minutes_until(day: StudyDay, block_id: int, end: dt.time) -> int | None:
    """Return the minutes with which a block ends at a typed end (D02), past midnight when that is within twelve hours.

    None when the block has no clock time, or when that would be longer.
    """
    slot = schedule(day).slot_of(block_id)
    if slot is None:
        return None
    minutes = (minutes_after_midnight(end) - slot.start) % MINUTES_A_DAY
    start = minutes_after_midnight(slot.start_time)
    return minutes if start + minutes < MINUTES_A_DAY or minutes <= LONGEST_WRAP else None


def as_written(day: StudyDay, block_id: int, span: WrittenTime) -> dict[str, Any] | None:
    """Return the fields of a block that make it stand where a typed time says: `9:15`, `9:15–10:00`, `–10:00`.

    A start that it doesn't have yet pins it (an option gets another offset), an end sets its minutes (D02), an open
    end opens it. None where it can't stand there, or has no clock time.
    """
    slot = schedule(day).slot_of(block_id)
    if slot is None:
        return None
    fields: dict[str, Any] = {}
    start = slot.start
    if span.start is not None and span.start != slot.start_time:
        start = slot.start + _nearest(minutes_after_midnight(span.start) - slot.start)
        fields = _begins_at(day, slot, start)
    if span.open_end:
        return fields | {"open_end": True}
    minutes = span.minutes
    if span.end is not None:
        minutes = (minutes_after_midnight(span.end) - start) % MINUTES_A_DAY
        if minutes > LONGEST_WRAP and start % MINUTES_A_DAY + minutes >= MINUTES_A_DAY:
            return None
    if minutes is not None and minutes != slot.end - slot.start:
        fields |= {"minutes": minutes, "open_end": False, "end_inferred": False}
    possible = 0 <= fields.get("offset_minutes", 0) <= MINUTES_A_DAY
    return fields if possible else None


def _nearest(minutes: int) -> int:
    """Return a difference of clock times as the shorter way round the clock."""
    return (minutes + LONGEST_WRAP) % MINUTES_A_DAY - LONGEST_WRAP


def _begins_at(day: StudyDay, slot: Slot, start: int) -> dict[str, Any]:
    if slot.block.round is None:
        return {"pinned_start": clock_time(start)}
    home = schedule(day).slot_of(slot.block.round)
    return {} if home is None else {"offset_minutes": start - home.start}


def shift_from(day: StudyDay, block_id: int, minutes: int) -> tuple[TimeEdit, ...]:
    """Propose how a block and what follows it, up to the next pin, start `minutes` later (negative: earlier) (R027).

    A pinned block gets its pin moved. Otherwise the block before it takes the time, because on the day that is what
    happened: it ran over, or was cut short. Where nothing before it can (first of its part, a round, locked minutes,
    an overlap) the block is pinned to its new time. Empty when the block has no clock time of its own.
    """
    now = schedule(day)
    slot = now.slot_of(block_id)
    if slot is None or slot.block.round is not None or not minutes:
        return ()
    if slot.block.pinned_start is None:
        before = _live_neighbour(now, slot, step=-1)
        if before is not None and _can_take(before, minutes):
            edits = (TimeEdit(block=before.block.id, minutes=before.block.minutes + minutes),)
            moved = schedule(apply_edits(day, edits), now).slot_of(block_id)
            if moved is not None and moved.start == slot.start + minutes:
                return edits
    return (TimeEdit(block=block_id, pinned_start=clock_time(slot.start + minutes)),)


def take_from_next(day: StudyDay, block_id: int, minutes: int) -> tuple[TimeEdit, ...]:
    """Propose to lengthen a block at the cost of the next one, whose end stays (negative: to give it time).

    A buffer before the next block is used first. Empty when there is no next block, when either is a round or open or
    would have no minutes left, and when the next one's minutes are locked.
    """
    now = schedule(day)
    slot = now.slot_of(block_id)
    after = None if slot is None or slot.block.cancelled else _live_neighbour(now, slot, step=1)
    if slot is None or after is None or not minutes or not _can_last(slot, minutes):
        return ()
    edits = [TimeEdit(block=block_id, minutes=slot.block.minutes + minutes)]
    taken = _beyond_buffer(minutes, after.buffer_before)
    if taken and not _can_take(after, -taken):
        return ()
    if taken:
        pinned = None if after.block.pinned_start is None else clock_time(after.start + taken)
        edits.append(TimeEdit(block=after.block.id, minutes=after.block.minutes - taken, pinned_start=pinned))
    return tuple(edits) if _rest_stays(now, schedule(apply_edits(day, edits)), {slot.block.id, after.block.id}) else ()


def move_start(day: StudyDay, block_id: int, minutes: int) -> tuple[TimeEdit, ...]:
    """Propose to let a block start `minutes` later (negative: earlier) while its end stays.

    The block before it gets that time or gives it; a pinned block, and one with nothing right before it, is pinned to
    its new start. Empty for what has no start or minutes of its own, what is locked, and where it can't be done.
    """
    now = schedule(day)
    slot = now.slot_of(block_id)
    if slot is None or slot.block.round is not None or slot.block.cancelled or not _can_take(slot, -minutes):
        return ()
    before = _live_neighbour(now, slot, step=-1)
    own = TimeEdit(block=block_id, minutes=slot.block.minutes - minutes)
    if slot.block.pinned_start is None and before is not None and not slot.buffer_before:
        if not _can_take(before, minutes):
            return ()
        edits: tuple[TimeEdit, ...] = (TimeEdit(block=before.block.id, minutes=before.block.minutes + minutes), own)
    else:
        earliest = minutes_after_midnight(slot.part.start) if before is None else before.end
        if slot.start + minutes < min(earliest, slot.start):
            return ()
        edits = (replace(own, pinned_start=clock_time(slot.start + minutes)),)
    then = schedule(apply_edits(day, edits))
    stays = then.index[block_id].start == slot.start + minutes and then.index[block_id].end == slot.end
    return edits if minutes and stays and _rest_stays(now, then, {edit.block for edit in edits}) else ()


def _rest_stays(now: Schedule, then: Schedule, edited: set[int]) -> bool:
    """Whether everything else starts when it did, and the edited blocks together end when they did."""
    same = (now.index[number].start == then.index[number].start for number in now.index if number not in edited)
    return all(same) and max(now.index[each].end for each in edited) == max(then.index[each].end for each in edited)


def _edited(block: Block, edit: TimeEdit | None) -> Block:
    if edit is None:
        return block
    return replace(
        block,
        minutes=block.minutes if edit.minutes is None else edit.minutes,
        pinned_start=block.pinned_start if edit.pinned_start is None else edit.pinned_start,
    )


def _has_own_minutes(slot: Slot) -> bool:
    """Whether its length is its own minutes, not its options' and not up to a pin."""
    return not slot.open_end and (slot.block.kind is BlockKind.BLOCK or not slot.options)


def _can_last(slot: Slot, more: int) -> bool:
    return _has_own_minutes(slot) and 0 < slot.block.minutes + more <= MINUTES_A_DAY


def _can_take(slot: Slot, more: int) -> bool:
    return not slot.block.minutes_locked and _can_last(slot, more)


def _beyond_buffer(minutes: int, buffer: int) -> int:
    """Return what the next block must give, or gets: nothing while there is a buffer between the two."""
    if minutes > 0:
        return max(0, minutes - buffer)
    return 0 if buffer else minutes


def _live_neighbour(schedule: Schedule, slot: Slot, *, step: int) -> Slot | None:
    """Return the nearest slot before (-1) or after (1) in the same part that is not cancelled."""
    part = schedule.part_of(slot.part.id)
    if part is None:
        return None
    if slot.block.round is not None:
        return None
    place = next(number for number, other in enumerate(part.slots) if other.block.id == slot.block.id)
    others = part.slots[place + 1 :] if step > 0 else reversed(part.slots[:place])
    return next((other for other in others if not other.block.cancelled), None)
