"""Where a block is put: in a part, in a choice round, or parked; and what follows when it moves there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from studydag.model.operations.ranking import positions_for
from studydag.model.operations.soundness import day_of, must_have_room_for_blocks, refuse, sound
from studydag.model.store import whereabouts
from studydag.model.store.library import Library
from studydag.model.store.writing import Writer
from studydag.model.values.choices import Allotment, Preference, Registration
from studydag.model.values.programme import Block
from studydag.model.values.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a block is put: in a part, in a round, or (neither) parked; before another block there, or at the end."""

    part: int | None = None
    round: int | None = None
    before: int | None = None


PARKED = Spot()


def spot_before(library: Library, block_id: int) -> Spot:
    """Return the spot before a block, wherever that is. Raises NotFound."""
    block = library.bare(Block, block_id)
    return Spot(part=block.part, round=block.round, before=block_id)


def spot_after(library: Library, block_id: int) -> Spot:
    """Return the spot after a block, wherever that is. Raises NotFound."""
    block = library.bare(Block, block_id)
    day = day_of(library, ("block", block_id))
    row = [number for number, _ in whereabouts.block_ranks(library, day, part=block.part, round=block.round)]
    later = row[row.index(block_id) + 1 :]
    return Spot(part=block.part, round=block.round, before=later[0] if later else None)


def positions_at(library: Library, day: int, spot: Spot, blocks: Sequence[int]) -> dict[int, int]:
    """Return new positions by id that put blocks at a spot; those of others only where there is no gap.

    Raises InvalidValue where the block before which they go is elsewhere.
    """
    ranks = whereabouts.block_ranks(library, day, part=spot.part, round=spot.round)
    if spot.before is not None and spot.before not in dict(ranks):
        refuse("before", N_("This {kind:kind} belongs elsewhere."), kind="block")
    if spot.before not in blocks:
        return positions_for(ranks, blocks, spot.before)
    # Dropped on themselves: they go before whatever comes after them.
    row = [number for number, _ in ranks]
    behind = row[row.index(spot.before) :] if spot.before is not None else []
    return positions_for(ranks, blocks, next((number for number in behind if number not in blocks), None))


def put(library: Library, writer: Writer, day: int, blocks: Sequence[Block], spot: Spot) -> None:
    """Move blocks to a spot, in this order. A block that moves loses its pin, which was its old time.

    What no longer holds goes with it: wishes and places in a round that an option leaves, its offset, what it repeats.
    Raises InvalidValue, TooMany.
    """
    newcomers = [block for block in blocks if (block.part, block.round) != (spot.part, spot.round)]
    positions = positions_at(library, day, spot, [block.id for block in blocks])
    if not newcomers and not positions:
        return
    _must_have_room(library, day, newcomers, spot)
    for block in blocks:
        moved = replace(block, part=spot.part, round=spot.round, pinned_start=None)
        if block.round != spot.round:
            moved = replace(moved, offset_minutes=0, repeats=block.repeats if spot.round is not None else None)
        sound(library, moved, ("study_day", day))
        writer.set(
            Block,
            block.id,
            part=moved.part,
            round=moved.round,
            pinned_start=moved.pinned_start,
            offset_minutes=moved.offset_minutes,
            repeats=moved.repeats,
        )
    writer.reposition("block", positions)
    _release(library, writer, day, {block.id for block in newcomers if block.round is not None}, spot.round)


def _must_have_room(library: Library, day: int, newcomers: Sequence[Block], spot: Spot) -> None:
    if spot.round is not None:
        must_have_room_for_blocks(library, day, spot.round, len(newcomers))
    else:
        former_options = sum(block.round is not None for block in newcomers)
        must_have_room_for_blocks(library, day, None, former_options)


def _release(library: Library, writer: Writer, day: int, options: set[int], round: int | None) -> None:
    """Let go of what was asked and given for options that left their round."""
    if not options:
        return
    wishes = library.of_day(Preference, day)
    stale = [
        wish.id for wish in wishes if wish.option in options and (round is None or wish.round not in {None, round})
    ]
    writer.delete("preference", *stale)
    places = library.of_day(Allotment, day)
    writer.delete("allotment", *(place.id for place in places if place.option in options and place.round != round))
    if round is not None:
        return
    for registration in library.of_day(Registration, day):
        kept = tuple(option for option in registration.fixed_options if option not in options)
        if kept != registration.fixed_options:
            writer.set(Registration, registration.id, fixed_options=kept)
    for block in library.of_day(Block, day):
        if block.repeats in options:
            writer.set(Block, block.id, repeats=None)
