"""Steps on the day itself: what starting, going on, passing over, giving time and going back note of the blocks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from studydag.model.rules.on_the_day.running import LiveSlot, Run, Stage, is_noted, minute_of, resolved, run, was_left
from studydag.model.rules.time.schedule import MINUTES_A_DAY, clock_time
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Fields of one block that a step on the day sets."""

    block: int
    fields: dict[str, Any]


def noted(day: StudyDay, notes: Iterable[Note]) -> StudyDay:
    """Return the study day as it is with the notes."""
    fields: dict[int, dict[str, Any]] = {}
    for note in notes:
        fields.setdefault(note.block, {}).update(note.fields)
    if not fields:
        return day
    blocks = (replace(block, **fields[block.id]) if block.id in fields else block for block in day.blocks)
    return replace(day, blocks=tuple(blocks))


def afresh(day: StudyDay, part_id: int) -> tuple[Note, ...]:
    """Take all off that was noted of a part, as for who practises it. Empty when nothing was noted."""
    nothing = {"planned_start": None, "planned_minutes": None, "actual_start": None, "actual_end": None}
    blocks = [block for block in day.blocks if block.part == part_id]
    return tuple(Note(block=block.id, fields=nothing) for block in blocks) if any(map(is_noted, blocks)) else ()


def start(day: StudyDay, part_id: int, block_id: int, now: dt.datetime) -> tuple[Note, ...]:
    """Note that a block starts, and that what was on has ended; the first note of a part keeps its plan as well.

    Empty when the block is none of that part's that can start.
    """
    found = run(day, part_id, now)
    live = None if found is None else found.of(block_id)
    if found is None or live is None or live.stage is not Stage.TO_COME:
        return ()
    at = _moment(found, now)
    return (
        *_plan_kept(found),
        *_ended(found, at),
        Note(block=block_id, fields={"actual_start": at, "actual_end": None}),
    )


def go_on(day: StudyDay, part_id: int, now: dt.datetime) -> tuple[Note, ...]:
    """Note that the next block starts; after the last one, that it has ended. Empty when all is over."""
    found = run(day, part_id, now)
    if found is None:
        return ()
    if found.next is not None:
        return start(day, part_id, found.next.block.id, now)
    return _ended(found, _moment(found, now))


def skip(day: StudyDay, part_id: int, now: dt.datetime) -> tuple[Note, ...]:
    """Note that the next block is passed over; what is on goes on. Empty when nothing comes."""
    found = run(day, part_id, now)
    if found is None or found.next is None:
        return ()
    at = _moment(found, now)
    return (*_plan_kept(found), Note(block=found.next.block.id, fields={"actual_end": at}))


def back(day: StudyDay, part_id: int, now: dt.datetime) -> tuple[Note, ...]:
    """Take the last step of the day back: what started is to come again, and what had ended for it is on again.

    Without a step left the plan that was kept goes as well. Empty when nothing was noted.
    """
    found = run(day, part_id, now)
    places = [] if found is None else [place for place, slot in enumerate(found.slots) if is_noted(slot.block)]
    if found is None or not places:
        return ()
    newest = _last_noted(found, places)
    if newest.actual_end is not None:
        notes = [Note(block=newest.id, fields={"actual_end": None})]
        if newest.actual_start is not None:
            return tuple(notes)
    else:
        notes = [Note(block=newest.id, fields={"actual_start": None})]
        before = [found.slots[place].block for place in places[:-1]]
        done = next((block for block in reversed(before) if block.actual_start is not None), None)
        if done is not None and done.actual_end == newest.actual_start:
            notes.append(Note(block=done.id, fields={"actual_end": None}))
    if len(places) == 1:
        notes += [
            Note(block=slot.block.id, fields={"planned_start": None, "planned_minutes": None}) for slot in found.slots
        ]
    return tuple(notes)


def _last_noted(found: Run, places: Sequence[int]) -> Block:
    """Return the block of the last step: the last one noted, or one before it that ended after that was passed over."""
    newest = found.slots[places[-1]].block
    if newest.actual_start is not None or newest.actual_end is None:
        return newest
    begun = (found.slots[place].block for place in reversed(places))
    done = next((block for block in begun if block.actual_start is not None), None)
    if done is None or done.actual_end is None:
        return newest
    ended, passed_over = (resolved(each, found.part) for each in (done.actual_end, newest.actual_end))
    return done if ended >= passed_over else newest


def give(day: StudyDay, part_id: int, minutes: int, now: dt.datetime) -> tuple[Note, ...]:
    """Give what is on more minutes (below nought: fewer); a round gives them to each of its options.

    Empty when nothing is on, or when it would not last from 0 to 1440 minutes.
    """
    found = run(day, part_id, now)
    if found is None or found.current is None:
        return ()
    return _lasting(found.current, found.current.agreed_end - found.current.start + minutes)


def shift_rest(
    day: StudyDay, part_id: int, minutes: int, now: dt.datetime, *, pins_too: bool = False
) -> tuple[Note, ...]:
    """Let everything that is still to come start `minutes` later (below nought: earlier), up to the next pin (R027).

    With `pins_too` the pins move along. What is on takes the time; where nothing is on, the next block is pinned to
    its new time. Empty when nothing comes or it can't be done.
    """
    found = run(day, part_id, now)
    if found is None or found.next is None or not minutes:
        return ()
    moved = [slot for slot in found.coming if pins_too and slot.block.pinned_start is not None]
    notes: tuple[Note, ...] = ()
    if found.current is not None:
        notes = _lasting(found.current, found.current.end - found.current.start + minutes)
        if not notes:
            return ()
    elif found.next not in moved:
        moved.insert(0, found.next)
    pinned = (Note(block=slot.block.id, fields={"pinned_start": clock_time(slot.start + minutes)}) for slot in moved)
    return (*notes, *pinned)


def _lasting(live: LiveSlot, minutes: int) -> tuple[Note, ...]:
    """Let a block last so many minutes; a round's options all end so much later or earlier."""
    options = [option.block for option in live.slot.options if not option.block.cancelled]
    if not options:
        lasts = {live.block.id: minutes}
    else:
        more = minutes - live.slot.minutes
        lasts = {option.id: option.minutes + more for option in options}
    if not all(0 <= each <= MINUTES_A_DAY for each in lasts.values()):
        return ()
    notes = [Note(block=block, fields={"minutes": each}) for block, each in lasts.items()]
    if live.block.open_end:
        notes.append(Note(block=live.block.id, fields={"open_end": False}))
    return tuple(notes)


def _plan_kept(found: Run) -> tuple[Note, ...]:
    if any(slot.block.planned_start is not None for slot in found.slots):
        return ()
    return tuple(
        Note(
            block=slot.block.id,
            fields={
                "planned_start": slot.slot.start_time,
                "planned_minutes": min(slot.slot.end - slot.slot.start, MINUTES_A_DAY),
            },
        )
        for slot in found.slots
        if not slot.block.cancelled
    )


def _ended(found: Run, at: dt.time) -> tuple[Note, ...]:
    return () if found.current is None else (Note(block=found.current.block.id, fields={"actual_end": at}),)


def _moment(found: Run, now: dt.datetime) -> dt.time:
    """Return the clock time to note: a clock that was set back can't let anything end before it began.

    What was on when the part was left ended when it was to: the clock of another date knows nothing of that.
    """
    minute, on = minute_of(found.part, now), found.current
    if on is not None and was_left(on, found.part, now):
        return clock_time(on.agreed_end)
    return clock_time(minute if on is None else max(minute, on.start))
