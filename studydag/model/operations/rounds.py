"""Choice rounds: made from blocks, filled with options, and taken apart again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from studydag.model.operations.editing import siblings_in_one_day
from studydag.model.operations.programme import add_block, move_blocks
from studydag.model.operations.soundness import day_of, refuse, sound
from studydag.model.operations.spots import Spot, positions_at, put, spot_before
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.wording import N_


def make_round(library: Library, block_ids: Sequence[int], title: str = "") -> int:
    """Make blocks the options of a new choice round, which takes the place and the pin of the first; return its id.

    Raises InvalidValue where one of them is an option or a round already.
    """
    blocks = [library.get(Block, block_id) for block_id in dict.fromkeys(block_ids)]
    day_id = siblings_in_one_day(library, "block", block_ids)
    if any(block.kind is BlockKind.ROUND or block.round is not None for block in blocks):
        refuse("kind", N_("Only blocks that are no options and no choice rounds can become options."))
    first = blocks[0]
    made = Block(
        kind=BlockKind.ROUND,
        title=title,
        part=first.part,
        phase=first.phase,
        minutes=first.minutes,
        pinned_start=first.pinned_start,
    )
    made = sound(library, made, ("study_day", day_id))
    positions = positions_at(library, day_id, spot_before(library, first.id), [made.id])
    with library.change(Op.MAKE_ROUND) as writer:
        round_id = writer.add(replace(made, position=positions.pop(made.id)), ("study_day", day_id))
        writer.reposition("block", positions)
        put(library, writer, day_id, blocks, Spot(round=round_id))
        writer.place = Place(day_id, "block", round_id)
    return round_id


def add_option(library: Library, round_id: int, block: Block, *, before: int | None = None) -> int:
    """Add an option to a round, before another or at the end; return its id. Raises InvalidValue, TooMany."""
    day_id = day_of(library, ("block", round_id))
    return add_block(library, day_id, block, Spot(round=round_id, before=before), op=Op.ADD_OPTION)


def move_into_round(library: Library, block_ids: Sequence[int], round_id: int, *, before: int | None = None) -> None:
    """Make blocks options of a round, parallel to the others. Raises InvalidValue, TooMany."""
    move_blocks(library, block_ids, Spot(round=round_id, before=before))


def dissolve_round(library: Library, round_id: int) -> None:
    """Let the options of a round follow each other in its place; wishes and places for it go. Raises InvalidValue."""
    round_block = library.bare(Block, round_id)
    day_id = day_of(library, ("block", round_id))
    if round_block.kind is not BlockKind.ROUND:
        refuse("kind", N_("This block is no choice round."))
    options = [block for block in library.of_day(Block, day_id) if block.round == round_id]
    options.sort(key=lambda option: (option.offset_minutes, option.position, option.id))
    with library.change(Op.DISSOLVE_ROUND, place=Place(day_id, "block", round_id)) as writer:
        put(library, writer, day_id, options, spot_before(library, round_id))
        if options:
            writer.set(Block, options[0].id, pinned_start=round_block.pinned_start)
        writer.delete("block", round_id)
