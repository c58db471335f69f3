"""Parts of a study day: made for blocks that move to another date, and deleted without their blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from studydag.model.operations import editing
from studydag.model.operations.editing import siblings_in_one_day
from studydag.model.operations.soundness import day_of, sound
from studydag.model.operations.spots import PARKED, Spot, put
from studydag.model.rules.calendar.moving import following_part
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.programme import Block, Part


def move_to_new_part(library: Library, block_ids: Sequence[int], **fields: Any) -> int:
    """Move blocks to a new part at the end, after the last one on its date unless `fields` says otherwise (D10).

    Return the id of the part. It is one step. Raises InvalidValue, NotFound.
    """
    ids = list(dict.fromkeys(block_ids))
    day_id = siblings_in_one_day(library, "block", ids)
    part = sound(library, following_part(library.of_day(Part, day_id), **fields), ("study_day", day_id))
    part = editing.last(library, part, ("study_day", day_id))
    blocks = {block.id: block for block in library.some(Block, ids)}
    with library.change(Op.MOVE_BLOCKS, place=Place(day_id, "block", ids[0])) as writer:
        number = writer.add(part, ("study_day", day_id))
        put(library, writer, day_id, [blocks[each] for each in ids], Spot(part=number))
    return number


def delete_part_only(library: Library, part_id: int) -> None:
    """Delete a part and park its blocks, as one step. Raises NotFound."""
    day_id = day_of(library, ("part", part_id))
    blocks = [block for block in library.of_day(Block, day_id) if block.part == part_id]
    with library.change(Op.DELETE, place=Place(day_id, "part", part_id)) as writer:
        if blocks:
            put(library, writer, day_id, blocks, PARKED)
        writer.delete("part", part_id)
