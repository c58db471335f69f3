"""Clock times: a block stores minutes, and where it stands follows from the blocks before it and from pins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from studydag.model.values.programme import Block, BlockKind, Mode, Part
from studydag.model.values.study_day import StudyDay

MINUTES_A_DAY = 1440

_rank = attrgetter("position", "id")


def minutes_after_midnight(time: dt.time) -> int:
    """Return a clock time as whole minutes after midnight."""
    return time.hour * 60 + time.minute


def clock_time(minutes: int) -> dt.time:
    """Return the clock time at `minutes` after midnight, of whichever day that is."""
    return dt.time(*divmod(minutes % MINUTES_A_DAY, 60))


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where a block stands: `start` and `end` are minutes after midnight of its part's date, 1440 or more for the next.

    `buffer_before` is time left before a pin. `overlap_before` and `overlap_after` are the minutes by which what comes
    before reaches past this start, or this block past a later start. With `open_end` the end is the next pin's or the
    part's, for reckoning only: it is shown as "from 16:15". With `end_inferred` the end was read off the next start.
    `options` are the options of a round, by start.
    """

    block: Block
    part: Part
    start: int
    end: int
    buffer_before: int = 0
    overlap_before: int = 0
    overlap_after: int = 0
    open_end: bool = False
    end_inferred: bool = False
    options: tuple[Slot, ...] = ()

    @property
    def minutes(self) -> int:
        """How long it takes; a cancelled block takes no time, and one with an open end the minutes it was given."""
        lasts = self.end - self.start
        return min(lasts, self.block.minutes) if self.open_end else lasts

    @property
    def start_time(self) -> dt.time:
        """The clock time at which it starts."""
        return clock_time(self.start)

    @property
    def end_time(self) -> dt.time:
        """The clock time at which it ends."""
        return clock_time(self.end)

    @property
    def day_offset(self) -> int:
        """How many midnights lie between the part's date and the start."""
        return self.start // MINUTES_A_DAY

    @property
    def end_day_offset(self) -> int:
        """How many midnights lie between the part's date and the end; midnight itself is the next day's."""
        return self.end // MINUTES_A_DAY

    def has_own_times_in(self, round_: Slot) -> bool:
        """Say whether this option begins or ends at another time than its round."""
        return (self.start, self.end) != (round_.start, round_.end)

    @property
    def date(self) -> dt.date | None:
        """The calendar date of the start, as far as the part has one."""
        return _date(self.part, self.day_offset)

    @property
    def end_date(self) -> dt.date | None:
        """The calendar date of the end, as far as the part has one."""
        return _date(self.part, self.end_day_offset)

    @property
    def starts_at(self) -> dt.datetime | None:
        """Date and time of the start in local time, without a zone."""
        return None if self.date is None else dt.datetime.combine(self.date, self.start_time)

    @property
    def ends_at(self) -> dt.datetime | None:
        """Date and time of the end in local time, without a zone."""
        return None if self.end_date is None else dt.datetime.combine(self.end_date, self.end_time)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSchedule:
    """A part with its slots in order, cancelled blocks included.

    `start` and `end` are the part's own, in minutes after midnight of its date. `minutes_over` is how far the last
    block reaches past that end; negative: how much is left, at most the whole part.
    """

    part: Part
    start: int
    end: int
    slots: tuple[Slot, ...] = ()
    minutes_over: int = 0

    @property
    def first_start(self) -> int | None:
        """The earliest start of what takes place."""
        return min((slot.start for slot in self.slots if not slot.block.cancelled), default=None)

    @property
    def last_end(self) -> int | None:
        """The latest end of what takes place."""
        return max((slot.end for slot in self.slots if not slot.block.cancelled), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """All clock times of a study day. Parked and self-paced blocks have none and count in the workload only.

    A self-paced option of a round keeps the round's time. Iterating gives the slots in programme order, without
    options.
    """

    parts: tuple[PartSchedule, ...] = ()
    parked: tuple[Block, ...] = ()
    self_paced: tuple[Block, ...] = ()
    index: Mapping[int, Slot] = field(default_factory=dict, repr=False, compare=False)

    def __iter__(self) -> Iterator[Slot]:
        """Give the slots in programme order, a round as one."""
        for part in self.parts:
            yield from part.slots

    def with_options(self) -> Iterator[Slot]:
        """Give the slots in programme order, each round followed by its options."""
        for slot in self:
            yield slot
            yield from slot.options

    def slot_of(self, block_id: int) -> Slot | None:
        """Return where a block or an option stands, or None when it has no clock time."""
        return self.index.get(block_id)

    def part_of(self, part_id: int) -> PartSchedule | None:
        """Return the schedule of one part."""
        return next((part for part in self.parts if part.part.id == part_id), None)

    def told_with(self, day: StudyDay) -> Schedule:
        """Return the same clock times with the blocks and parts as `day` has them; what isn't there is left out."""
        blocks = {block.id: block for block in day.blocks}
        parts = {part.id: part for part in day.parts}
        told = tuple(_told(each, parts[each.part.id], blocks) for each in self.parts if each.part.id in parts)
        return Schedule(
            parts=told,
            parked=tuple(blocks[block.id] for block in self.parked if block.id in blocks),
            self_paced=tuple(blocks[block.id] for block in self.self_paced if block.id in blocks),
            index=_index(told),
        )


def _told(scheduled: PartSchedule, part: Part, blocks: Mapping[int, Block]) -> PartSchedule:
    slots = tuple(_told_slot(slot, part, blocks) for slot in scheduled.slots if slot.block.id in blocks)
    return replace(scheduled, part=part, slots=slots)


def _told_slot(slot: Slot, part: Part, blocks: Mapping[int, Block]) -> Slot:
    options = tuple(_told_slot(option, part, blocks) for option in slot.options if option.block.id in blocks)
    return replace(slot, part=part, block=blocks[slot.block.id], options=options)


def schedule(day: StudyDay, former: Schedule | None = None) -> Schedule:
    """Compute the clock times of every block of a study day.

    A block that points to a part or round which isn't there counts as parked, so that nothing gets lost. Of a `former`
    schedule, such as that before an edit, the slots that come out the same are taken over: it is no other result, but
    who compares them sees at once which stayed.
    """
    parts = sorted(day.parts, key=_rank)
    options = options_by_round(day)
    rows: dict[int, list[Block]] = {part.id: [] for part in parts}
    parked: list[Block] = []
    self_paced: list[Block] = []
    rounds = {block.id for block in day.blocks if block.kind is BlockKind.ROUND}
    for block in sorted(day.blocks, key=_rank):
        if block.round is not None and block.round in rounds:
            continue
        if block.round is not None or block.part is None or block.part not in rows:
            parked.append(block)
        elif block.mode is Mode.SELF_PACED:
            self_paced.append(block)
        else:
            rows[block.part].append(block)
    known = {} if former is None else former.index
    scheduled = tuple(_schedule_part(part, rows[part.id], options, known) for part in parts)
    return Schedule(
        parts=scheduled,
        parked=tuple(parked),
        self_paced=tuple(self_paced),
        index=_index(scheduled),
    )


def _index(parts: Iterable[PartSchedule]) -> dict[int, Slot]:
    index: dict[int, Slot] = {}
    for part in parts:
        for slot in part.slots:
            index[slot.block.id] = slot
            for option in slot.options:
                index[option.block.id] = option
    return index


def block_minutes(block: Block, options: Sequence[Block] = ()) -> int:
    """Return how long a block lasts: a round as long as its longest option that is not cancelled (offset + minutes).

    A round without such options lasts its own minutes; a cancelled block takes none.
    """
    if block.cancelled:
        return 0
    if not options:
        return block.minutes
    live = [option.offset_minutes + option.minutes for option in options if not option.cancelled]
    return max(live, default=block.minutes)


def options_by_round(day: StudyDay) -> dict[int, tuple[Block, ...]]:
    """Return the options of every round as blocks, by offset, position, id; a round without any is left out."""
    options: dict[int, list[Block]] = {}
    within = [block for block in day.blocks if block.round is not None]
    for block in sorted(within, key=lambda block: (block.offset_minutes, block.position, block.id)):
        options.setdefault(block.round or 0, []).append(block)
    return {number: tuple(own) for number, own in options.items()}


def options_of(day: StudyDay, round_id: int) -> tuple[Block, ...]:
    """Return the options of a round as blocks, by offset, position, id."""
    return options_by_round(day).get(round_id, ())


def part_bounds(part: Part) -> tuple[int, int]:
    """Return a part's start and end in minutes after midnight of its date; an end not after the start is next day's."""
    start, end = minutes_after_midnight(part.start), minutes_after_midnight(part.end)
    return start, end if end > start else end + MINUTES_A_DAY


def _date(part: Part, offset: int) -> dt.date | None:
    return None if part.date is None else part.date + dt.timedelta(days=offset)


def _schedule_part(
    part: Part, blocks: Sequence[Block], options: Mapping[int, tuple[Block, ...]], known: Mapping[int, Slot]
) -> PartSchedule:
    start, end = part_bounds(part)
    slots: list[Slot] = []
    cursor = start
    reached = None  # the slot that reaches furthest so far, by its place in `slots`
    for number, block in enumerate(blocks):
        begin = cursor if block.pinned_start is None else _pin(block.pinned_start, cursor, start, end)
        if block.cancelled:
            slots.append(_cancelled(block, part, begin, options))
            continue
        following = None
        if block.open_end:
            following = next((later for later in blocks[number + 1 :] if not later.cancelled), None)
        overlap = 0 if reached is None else max(0, slots[reached].end - begin)
        if reached is not None and overlap > slots[reached].overlap_after:
            slots[reached] = replace(slots[reached], overlap_after=overlap)
        before = (max(0, begin - cursor), overlap)
        former = known.get(block.id)
        slot = _place(block, part, begin, following, options, bounds=(start, end), before=before, former=former)
        slots.append(slot)
        if reached is None or slot.end >= slots[reached].end:
            reached = len(slots) - 1
        cursor = max(cursor, slot.end)
    return PartSchedule(part=part, start=start, end=end, slots=_in_order(slots), minutes_over=cursor - end)


def _pin(pinned: dt.time, cursor: int, start: int, end: int) -> int:
    """Resolve a clock time to the day on which it lies within the part, else to the day nearest to the cursor."""
    minutes = minutes_after_midnight(pinned)
    for candidate in (minutes, minutes + MINUTES_A_DAY):
        if start <= candidate <= end:
            return candidate
    return minutes + max(0, (cursor - minutes + MINUTES_A_DAY // 2) // MINUTES_A_DAY) * MINUTES_A_DAY


def _place(
    block: Block,
    part: Part,
    begin: int,
    following: Block | None,
    options: Mapping[int, tuple[Block, ...]],
    *,
    bounds: tuple[int, int],
    before: tuple[int, int],
    former: Slot | None,
) -> Slot:
    """Place a block that takes place; `bounds` are its part's, `before` its buffer and overlap with what precedes."""
    own = options.get(block.id, ()) if block.kind is BlockKind.ROUND else ()
    finish = begin + block_minutes(block, own)
    is_open = block.open_end and (following is None or following.pinned_start is not None)
    if is_open:
        until = bounds[1]
        if following is not None and following.pinned_start is not None:
            until = _pin(following.pinned_start, begin, *bounds)
        finish = max(begin, until)
    if (
        former is not None
        and former.block is block
        and former.part is part
        and not own
        and (former.start, former.end, former.buffer_before, former.overlap_before) == (begin, finish, *before)
        and (former.overlap_after, former.open_end, former.options) == (0, is_open, ())
    ):
        return former
    return Slot(
        block=block,
        part=part,
        start=begin,
        end=finish,
        buffer_before=before[0],
        overlap_before=before[1],
        open_end=is_open,
        end_inferred=block.end_inferred,
        options=_place_options(own, part, begin) if own else (),
    )


def _place_options(options: Iterable[Block], part: Part, begin: int) -> tuple[Slot, ...]:
    return tuple(
        Slot(
            block=option,
            part=part,
            start=begin + option.offset_minutes,
            end=begin + option.offset_minutes + block_minutes(option),
            end_inferred=option.end_inferred,
        )
        for option in options
    )


def _cancelled(block: Block, part: Part, begin: int, options: Mapping[int, tuple[Block, ...]]) -> Slot:
    own = options.get(block.id, ()) if block.kind is BlockKind.ROUND else ()
    placed = tuple(Slot(block=option, part=part, start=begin, end=begin) for option in own)
    return Slot(block=block, part=part, start=begin, end=begin, options=placed)


def _in_order(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Keep a cancelled pin from standing later than what comes after it."""
    if not any(slot.block.cancelled for slot in slots):
        return tuple(slots)
    placed: list[Slot] = []
    limit: int | None = None
    for slot in reversed(slots):
        if slot.block.cancelled and limit is not None and slot.start > limit:
            placed.append(_moved_to(limit, slot))
        else:
            placed.append(slot)
        limit = placed[-1].start
    return tuple(reversed(placed))


def _moved_to(start: int, slot: Slot) -> Slot:
    options = tuple(replace(option, start=start, end=start) for option in slot.options)
    return replace(slot, start=start, end=start, options=options)
