"""Makes a programme fit its part: what is too much or too little is spread over the blocks that may change.

Between two pins lies a stretch of its own; each is made to last as long as there is time for it.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heapreplace

from studydag.model.rules.time.schedule import MINUTES_A_DAY, PartSchedule, Schedule, Slot
from studydag.model.rules.time.time_edits import TimeEdit
from studydag.model.values.formats import WorkingFormat
from studydag.model.values.programme import Block

STEP = 5
SHORTEST = 5
"""No block gets shorter than this, unless it is so already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """What would make a part fit. `over` and `spare` are the minutes that could not be spread."""

    edits: tuple[TimeEdit, ...] = ()
    over: int = 0
    spare: int = 0


def fit(
    schedule: Schedule, part: int, formats: Mapping[int, WorkingFormat], *, kept: Collection[int] = frozenset()
) -> Fit:
    """Propose minutes with which the programme of a part fits (R027, time.md).

    Surplus or shortage goes to blocks whose minutes are not locked, in proportion to their minutes, in steps of five,
    within the range of their working format; what is less than a step goes to the longest. Pinned starts stay. A round
    changes with its options. `kept` are blocks and rounds that are to stay as they are.
    """
    found = schedule.part_of(part)
    edits: list[TimeEdit] = []
    over = spare = 0
    for stretch in _stretches(found) if found is not None else ():
        may = [slot for slot in stretch.slots if slot.block.id not in kept and slot.end > slot.start]
        pieces = [_Piece.of(slot, formats) for slot in may]
        left = _spread(stretch.surplus, pieces)
        edits += [edit for piece in pieces for edit in piece.edits()]
        over, spare = over + max(0, left), spare + max(0, -left)
    return Fit(edits=tuple(edits), over=over, spare=spare)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Blocks between two pins, and by how many minutes they last longer than there is time (negative: shorter)."""

    slots: tuple[Slot, ...]
    surplus: int


@dataclass(slots=True)
class _Piece:
    """A block or a round that may change, between `low` and `high` minutes; `minutes` becomes what it is to last."""

    slot: Slot
    low: int
    high: int
    minutes: int

    @classmethod
    def of(cls, slot: Slot, formats: Mapping[int, WorkingFormat]) -> _Piece:
        now = slot.end - slot.start
        live = [option.block for option in slot.options if not option.block.cancelled]
        if not live:
            return cls(slot, *_range_of(slot.block, formats), now)
        ranges = [(option, *_range_of(option, formats)) for option in live]
        low = max(option.offset_minutes + least for option, least, _ in ranges)
        longest = [each for each in ranges if each[0].offset_minutes + each[0].minutes == now]
        high = min(option.offset_minutes + most for option, _, most in longest)
        return cls(slot, min(low, now), max(high, now), now)

    def edits(self) -> Iterator[TimeEdit]:
        """Give what has to be set for it to last as long as it is to."""
        now = self.slot.end - self.slot.start
        if self.minutes == now:
            return
        live = [option.block for option in self.slot.options if not option.block.cancelled]
        if not live:
            yield TimeEdit(block=self.slot.block.id, minutes=self.minutes)
        for option in live:
            end = option.offset_minutes + option.minutes
            if end > self.minutes or end == now:
                yield TimeEdit(block=option.id, minutes=self.minutes - option.offset_minutes)


def _range_of(block: Block, formats: Mapping[int, WorkingFormat]) -> tuple[int, int]:
    """Return the fewest and the most minutes that a block may get; what is out of range already may stay."""
    if block.minutes_locked:
        return block.minutes, block.minutes
    own = formats.get(block.working_format or 0)
    low, high = (SHORTEST, MINUTES_A_DAY) if own is None else (own.minutes_min, max(own.minutes_min, own.minutes_max))
    return min(max(low, SHORTEST), block.minutes), max(high, block.minutes)


def _stretches(part: PartSchedule) -> Iterator[_Stretch]:
    live = [slot for slot in part.slots if not slot.block.cancelled]
    begins = [place for place, slot in enumerate(live) if slot.block.pinned_start is not None]
    bounds = sorted({0, *begins, len(live)})
    for first, last in itertools.pairwise(bounds):
        slots = live[first:last]
        start = part.start if slots[0].block.pinned_start is None else slots[0].start
        until = live[last].start if last < len(live) else part.end
        if until < start:
            continue  # a pin after the end of the part, or pins that go back: no length would help
        lasting = [slot for slot in slots if not slot.open_end]
        surplus = sum(slot.end - slot.start for slot in lasting) - (until - start)
        if len(lasting) < len(slots):
            surplus = max(0, surplus)  # an open end takes what is left
        yield _Stretch(tuple(lasting), surplus)


def _spread(surplus: int, pieces: Sequence[_Piece]) -> int:
    """Take minutes from pieces (negative: give them some), in proportion to their minutes; return what is left."""
    sign = -1 if surplus > 0 else 1
    steps, rest = divmod(abs(surplus), STEP)
    open_ = [piece for piece in pieces if _room(piece, sign) >= STEP]
    # Each next step goes to the piece that has had the least for its length, so that shares stay in proportion.
    queue = [(0.5 / piece.minutes, place) for place, piece in enumerate(open_)]
    given = [0] * len(open_)
    weights = [piece.minutes for piece in open_]
    heapify(queue)
    while steps and queue and queue[0][0] != float("inf"):
        place = queue[0][1]
        open_[place].minutes += sign * STEP
        given[place] += 1
        steps -= 1
        full = _room(open_[place], sign) < STEP
        heapreplace(queue, (float("inf") if full else (given[place] + 0.5) / weights[place], place))
    rest += steps * STEP
    for piece in sorted(pieces, key=lambda piece: -piece.minutes):
        taken = min(rest, _room(piece, sign))
        if taken > 0:
            piece.minutes += sign * taken
            rest -= taken
    return -sign * rest


def _room(piece: _Piece, sign: int) -> int:
    return piece.high - piece.minutes if sign > 0 else piece.minutes - piece.low
