"""Planned beside actual: how a study day went, block by block, kept with the day (R027)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum, auto

from studydag.model.rules.on_the_day.running import resolved
from studydag.model.rules.time.schedule import PartSchedule, Slot, clock_time, schedule
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay


class Outcome(Enum):
    """What came of a block. UNDER_WAY is one that has not ended, as far as is noted."""

    HELD = auto()
    ADDED = auto()
    UNDER_WAY = auto()
    SKIPPED = auto()
    CANCELLED = auto()
    PARKED = auto()
    NOT_NOTED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One block: what was planned, and what came of it, in minutes after midnight of its part's date.

    None is what is not known: a block that was added on the day has no plan, one that was parked no part.
    """

    block: Block
    part: PartSchedule | None
    outcome: Outcome
    planned_start: int | None
    planned_end: int | None
    start: int | None
    end: int | None

    @property
    def late(self) -> int | None:
        """How many minutes later than planned it started; below nought: earlier."""
        return _difference(self.start, self.planned_start)

    @property
    def planned_minutes(self) -> int | None:
        """How long it was to last."""
        return _difference(self.planned_end, self.planned_start)

    @property
    def minutes(self) -> int | None:
        """How long it lasted."""
        return _difference(self.end, self.start)

    @property
    def longer(self) -> int | None:
        """How many minutes longer than planned it lasted; below nought: shorter."""
        return _difference(self.minutes, self.planned_minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartBeside:
    """A part: its first start and last end as planned and as noted, and its blocks in order."""

    part: PartSchedule
    rows: tuple[Beside, ...]

    @property
    def planned_start(self) -> int | None:
        """When it was to begin."""
        return min((row.planned_start for row in self.rows if row.planned_start is not None), default=None)

    @property
    def planned_end(self) -> int | None:
        """When it was to end."""
        return max((row.planned_end for row in self.rows if row.planned_end is not None), default=None)

    @property
    def start(self) -> int | None:
        """When it really began."""
        return min((row.start for row in self.rows if row.start is not None), default=None)

    @property
    def end(self) -> int | None:
        """When it really ended; None while something is under way or still to come, as far as is noted."""
        held = [row for row in self.rows if row.outcome not in {Outcome.CANCELLED, Outcome.PARKED}]
        is_going_on = any(row.outcome is Outcome.UNDER_WAY for row in held)
        if is_going_on or (held and held[-1].outcome is Outcome.NOT_NOTED):
            return None
        return max((row.end for row in self.rows if row.end is not None), default=None)

    @property
    def late(self) -> int | None:
        """How many minutes later than planned it ended."""
        return _difference(self.end, self.planned_end)


def as_it_went(day: StudyDay) -> tuple[PartBeside, ...]:
    """Return for each part of which anything was noted what was planned beside what came of it.

    Blocks that were parked on the day stand in the first of these parts.
    """
    parked = _parked_on_the_day(day)
    noted = [part for part in schedule(day).parts if any(_is_noted(slot.block) for slot in part.slots)]
    return tuple(_beside(part, parked if number == 0 else ()) for number, part in enumerate(noted))


def beside_all(day: StudyDay) -> tuple[PartBeside, ...]:
    """Return the same for every part, so that times can be noted afterwards as well."""
    parked = _parked_on_the_day(day)
    return tuple(_beside(part, parked if number == 0 else ()) for number, part in enumerate(schedule(day).parts))


def _parked_on_the_day(day: StudyDay) -> tuple[Block, ...]:
    return tuple(block for block in schedule(day).parked if block.planned_start is not None)


def _beside(part: PartSchedule, parked: tuple[Block, ...]) -> PartBeside:
    kept = any(slot.block.planned_start is not None for slot in part.slots)
    rows = [*(_row(slot, part, kept=kept) for slot in part.slots), *(_parked(block, part) for block in parked)]
    return PartBeside(part=part, rows=tuple(rows))


def _row(slot: Slot, part: PartSchedule, *, kept: bool) -> Beside:
    """Return how it went with a block of a part; `kept`: the plan as it was on the day is."""
    block = slot.block
    planned = None if kept or block.cancelled else slot.start
    lasts = slot.end - slot.start
    if block.planned_start is not None:
        planned = resolved(block.planned_start, part)
        lasts = lasts if block.planned_minutes is None else block.planned_minutes
    started = None if block.actual_start is None else resolved(block.actual_start, part)
    ended = None if block.actual_end is None or started is None else max(started, resolved(block.actual_end, part))
    return Beside(
        block=block,
        part=part,
        outcome=_outcome(block, added=kept and block.planned_start is None),
        planned_start=planned,
        planned_end=None if planned is None else planned + lasts,
        start=started,
        end=ended,
    )


def _outcome(block: Block, *, added: bool) -> Outcome:
    if block.actual_start is not None:
        if block.actual_end is None:
            return Outcome.UNDER_WAY
        return Outcome.ADDED if added else Outcome.HELD
    if block.actual_end is not None:
        return Outcome.SKIPPED
    return Outcome.CANCELLED if block.cancelled else Outcome.NOT_NOTED


def _parked(block: Block, part: PartSchedule) -> Beside:
    planned = None if block.planned_start is None else resolved(block.planned_start, part)
    return Beside(
        block=block,
        part=None,
        outcome=Outcome.PARKED,
        planned_start=planned,
        planned_end=None if planned is None else planned + (block.planned_minutes or 0),
        start=None,
        end=None,
    )


def time_of(minutes: int | None) -> dt.time | None:
    """Return the clock time at minutes after midnight, or None."""
    return None if minutes is None else clock_time(minutes)


def _is_noted(block: Block) -> bool:
    return block.actual_start is not None or block.actual_end is not None


def _difference(later: int | None, earlier: int | None) -> int | None:
    return None if later is None or earlier is None else later - earlier
