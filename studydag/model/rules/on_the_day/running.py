"""The day itself: what is on now, what comes next, and when it will be over, from what was noted and the wall clock.

Nothing counts along: all follows from the times that the blocks keep and from the time that is passed in, so that a
crash, a laptop that slept or a clock that was set lose nothing (R027).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from studydag.model.rules.time.schedule import (
    MINUTES_A_DAY,
    PartSchedule,
    Slot,
    minutes_after_midnight,
    schedule,
)
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay

EARLIEST = 6 * 60
"""How long before its part starts a time can still belong to it, in minutes; what is earlier is of the next day."""
LONGEST_DELAY = 2 * 60
"""How long after its end a part that has not begun is still waited for when another follows, in minutes; on another
date than its own also how long a block can have run over."""


class Stage(Enum):
    """How far a block is on the day. A block that was passed over without a note is UNKNOWN."""

    TO_COME = auto()
    RUNNING = auto()
    DONE = auto()
    SKIPPED = auto()
    CANCELLED = auto()
    UNKNOWN = auto()


_HELD = frozenset({Stage.TO_COME, Stage.RUNNING, Stage.DONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveSlot:
    """A block on the day, in minutes after midnight of its part's date: as it went, or as it is expected to go.

    `agreed_end` is when it was to end, `end` when it did or at the earliest will: a block that runs over ends now.
    `planned_start` and `planned_end` are what was planned when the day began. `overlap` is how far what comes before
    is expected to reach past a pin.
    """

    slot: Slot
    stage: Stage
    start: int
    end: int
    agreed_end: int
    planned_start: int
    planned_end: int
    overlap: int = 0

    @property
    def block(self) -> Block:
        """The block."""
        return self.slot.block

    @property
    def late(self) -> int:
        """How many minutes later than planned it starts or started; below nought: earlier."""
        return self.start - self.planned_start


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A part on the day: all its blocks in order, what is on, what is still to come, and when it ends.

    `expected_end` and `planned_end` leave out what is internal, unless there is nothing else.
    """

    part: PartSchedule
    slots: tuple[LiveSlot, ...]

    @property
    def current(self) -> LiveSlot | None:
        """What is on now."""
        return next((slot for slot in self.slots if slot.stage is Stage.RUNNING), None)

    @property
    def coming(self) -> tuple[LiveSlot, ...]:
        """What is still to come."""
        return tuple(slot for slot in self.slots if slot.stage is Stage.TO_COME)

    @property
    def next(self) -> LiveSlot | None:
        """What comes next."""
        return next(iter(self.coming), None)

    @property
    def held_up(self) -> tuple[LiveSlot, ...]:
        """Which pinned blocks that can still start in time have something before them that goes on past that."""
        return tuple(slot for slot in self.coming if slot.overlap)

    @property
    def has_begun(self) -> bool:
        """Whether anything was noted."""
        return any(is_noted(slot.block) for slot in self.slots)

    @property
    def is_over(self) -> bool:
        """Whether nothing is on any more, and nothing comes."""
        return self.has_begun and self.current is None and not self.coming

    @property
    def expected_end(self) -> int:
        """When the last block ends or ended."""
        held = [slot for slot in self.slots if slot.stage in _HELD]
        return max((slot.end for slot in _for_all(held)), default=self.part.end)

    @property
    def planned_end(self) -> int:
        """When the last block was to end."""
        planned = [slot for slot in self.slots if slot.block.planned_start is not None]
        planned = planned or [slot for slot in self.slots if slot.stage is not Stage.CANCELLED]
        return max((slot.planned_end for slot in _for_all(planned)), default=self.part.end)

    @property
    def late(self) -> int:
        """How many minutes later than planned it ends; below nought: earlier."""
        return self.expected_end - self.planned_end

    def of(self, block_id: int) -> LiveSlot | None:
        """Return how far a block is."""
        return next((slot for slot in self.slots if slot.block.id == block_id), None)


# What is on


def part_to_run(day: StudyDay, now: dt.datetime) -> int | None:
    """Return the part that is on now, or comes first: of today, else one under way, else the first that isn't over.

    None where there is no part.
    """
    runs = [run_of(part, now) for part in schedule(day).parts]
    todays = [each for each in runs if _is_on(each.part, now) and each.part.part.date in {None, now.date()}]
    under_way = [each for each in runs if each.current is not None]
    open_ones = [each for each in todays if each.slots and not each.is_over]
    in_time = [each for each in open_ones if minute_of(each.part, now) < each.part.end + LONGEST_DELAY]
    ranked = [
        *(each for each in under_way if _is_on(each.part, now)),
        *(in_time or open_ones[-1:]),
        *under_way,
        *reversed(todays),
        *(each for each in runs if not each.is_over),
        *runs,
    ]
    return ranked[0].part.part.id if ranked else None


def under_way(day: StudyDay, now: dt.datetime) -> Run | None:
    """Return the part of a day that is being held: it has begun, is not over, and its end is not long past."""
    runs = (run_of(part, now) for part in schedule(day).parts if part.part.date is not None and _is_on(part, now))
    held = (each for each in runs if each.has_begun and not each.is_over)
    return next((each for each in held if minute_of(each.part, now) < each.part.end + LONGEST_DELAY), None)


def run(day: StudyDay, part_id: int, now: dt.datetime) -> Run | None:
    """Return how a part goes at a moment; None for a part that isn't there."""
    part = schedule(day).part_of(part_id)
    return None if part is None else run_of(part, now)


def run_of(part: PartSchedule, now: dt.datetime) -> Run:
    """Return how a part goes at a moment.

    What was noted stands. What comes follows it: a delay moves it, a buffer before a pin swallows the delay, and a pin
    holds until its time has passed, since nothing can start before now. On another date than its own a part that has
    not begun is as planned.
    """
    notes = [place for place, slot in enumerate(part.slots) if is_noted(slot.block)]
    last = max(notes, default=-1)
    running = max((place for place in notes if _is_running(part.slots[place].block)), default=-1)
    at = minute_of(part, now) if notes or _is_on(part, now) else None
    if running >= 0 and was_left(_running(part.slots[running], part, 0), part, now):
        at = None
    found: list[LiveSlot] = []
    cursor = part.start
    for place, slot in enumerate(part.slots):
        block = slot.block
        if _is_running(block) and place == running:
            live = _running(slot, part, at or 0)
            cursor = live.end
        elif block.actual_start is not None:
            live = _done(slot, part)
            cursor = live.end
        elif block.actual_end is not None:
            end = resolved(block.actual_end, part)
            live = _live(slot, part, Stage.SKIPPED, end, end)
            cursor = max(cursor, end) if place == last else cursor
        elif block.cancelled:
            live = _live(slot, part, Stage.CANCELLED, cursor, cursor)
        elif place < last:
            live = _live(slot, part, Stage.UNKNOWN, slot.start, slot.end)
        else:
            live = _coming(slot, part, cursor, at)
            cursor = max(cursor, live.end)
        found.append(live)
    return Run(part=part, slots=tuple(found))


def options_now(live: LiveSlot, minute: int) -> tuple[tuple[Slot, bool], ...]:
    """Return the options of a round that take place, with their own times on the day, and whether each is on now.

    When the round runs over, those that were to end last are.
    """
    later = live.start - live.slot.start
    options = [
        replace(option, start=option.start + later, end=option.end + later)
        for option in live.slot.options
        if not option.block.cancelled
    ]
    last = max((option.end for option in options), default=0)
    return tuple(
        (option, option.start <= minute and (minute < option.end or (option.end == last and minute >= last)))
        for option in options
    )


def seconds_left(live: LiveSlot, part: PartSchedule, now: dt.datetime) -> int:
    """Return how long a block that is on still has, in seconds; below nought: by how much it runs over."""
    return live.agreed_end * 60 - max(second_of(part, now), live.start * 60)


def seconds_until(live: LiveSlot, part: PartSchedule, now: dt.datetime) -> int:
    """Return how long it is until a block is to start, in seconds; nought when it is time."""
    return max(0, live.start * 60 - second_of(part, now))


def minute_of(part: PartSchedule, now: dt.datetime) -> int:
    """Return a moment in minutes after midnight of a part's date."""
    return second_of(part, now) // 60


def second_of(part: PartSchedule, now: dt.datetime) -> int:
    """Return a moment in seconds after midnight of a part's date; on another date, as if it were that day."""
    if part.part.date is not None and _is_on(part, now):
        return int((now - dt.datetime.combine(part.part.date, dt.time())).total_seconds())
    return resolved(now.time(), part) * 60 + now.second


def resolved(time: dt.time, part: PartSchedule) -> int:
    """Return a clock time that was noted in minutes after midnight of the part's date: of the day that it must be."""
    first = part.start - EARLIEST
    return first + (minutes_after_midnight(time) - first) % MINUTES_A_DAY


def is_another_day(part: PartSchedule, now: dt.datetime) -> bool:
    """Whether a part is on another day than today."""
    return not _is_on(part, now)


def was_left(live: LiveSlot, part: PartSchedule, now: dt.datetime) -> bool:
    """Whether a block that is on can't be on any more: the part was left without an end, and it is another date."""
    return is_another_day(part, now) and not live.start <= minute_of(part, now) <= live.agreed_end + LONGEST_DELAY


def is_past(live: LiveSlot, part: PartSchedule, now: dt.datetime) -> bool:
    """Whether a pinned block that is still to come was to be over by now."""
    pinned = live.stage is Stage.TO_COME and live.block.pinned_start is not None
    return pinned and _is_on(part, now) and minute_of(part, now) >= live.slot.end > live.slot.start


def _for_all(slots: Sequence[LiveSlot]) -> Sequence[LiveSlot]:
    """Leave out what is internal, unless there is nothing else."""
    return [slot for slot in slots if not slot.block.internal] or slots


def is_noted(block: Block) -> bool:
    """Whether anything was noted of a block on the day."""
    return block.actual_start is not None or block.actual_end is not None


def _is_running(block: Block) -> bool:
    return block.actual_start is not None and block.actual_end is None


def _is_on(part: PartSchedule, now: dt.datetime) -> bool:
    """Whether a moment lies within the day of a part; one without a date can be held any day."""
    if part.part.date is None:
        return True
    minutes = (now - dt.datetime.combine(part.part.date, dt.time())).total_seconds() / 60
    return part.start - EARLIEST <= minutes < part.start - EARLIEST + MINUTES_A_DAY


def _running(slot: Slot, part: PartSchedule, at: int) -> LiveSlot:
    assert slot.block.actual_start is not None
    begin = resolved(slot.block.actual_start, part)
    agreed = max(begin, slot.end) if slot.open_end else begin + _minutes(slot)
    return replace(_live(slot, part, Stage.RUNNING, begin, max(agreed, at)), agreed_end=agreed)


def _done(slot: Slot, part: PartSchedule) -> LiveSlot:
    assert slot.block.actual_start is not None
    begin = resolved(slot.block.actual_start, part)
    end = begin + _minutes(slot) if slot.block.actual_end is None else resolved(slot.block.actual_end, part)
    return _live(slot, part, Stage.DONE, begin, max(begin, end))


def _coming(slot: Slot, part: PartSchedule, cursor: int, at: int | None) -> LiveSlot:
    # A pin whose time has passed holds no more: it would read as if it came before what stands before it.
    holds = slot.block.pinned_start is not None and (at is None or at <= slot.start)
    begin = slot.start if holds else cursor
    if at is not None:
        begin = max(begin, at)
    end = max(begin, slot.end) if slot.open_end else begin + _minutes(slot)
    live = _live(slot, part, Stage.TO_COME, begin, end)
    return replace(live, overlap=cursor - begin) if cursor > begin else live


def _minutes(slot: Slot) -> int:
    """Return how long a block lasts, a cancelled one as if it took place."""
    return slot.block.minutes if slot.block.cancelled else slot.minutes


def _live(slot: Slot, part: PartSchedule, stage: Stage, begin: int, end: int) -> LiveSlot:
    planned = slot.start if slot.block.planned_start is None else resolved(slot.block.planned_start, part)
    lasts = slot.end - slot.start if slot.block.planned_minutes is None else slot.block.planned_minutes
    return LiveSlot(
        slot=slot,
        stage=stage,
        start=begin,
        end=end,
        agreed_end=end,
        planned_start=planned,
        planned_end=planned + lasts,
    )
