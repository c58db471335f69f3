"""One block made two, and two made one, with everything that points to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from studydag.model.operations.editing import siblings_in_one_day
from studydag.model.operations.soundness import day_of, fields_of, must_have_room_for_blocks, refuse, sound
from studydag.model.operations.spots import positions_at, spot_after
from studydag.model.rules.time import splitting
from studydag.model.rules.time.schedule import Schedule, Slot, schedule
from studydag.model.store.library import Library
from studydag.model.store.writing import Writer
from studydag.model.values.changes import Op, Place
from studydag.model.values.description import described, kind_of
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.references import things_in, values_of
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_

_OWN = frozenset({"id", "uid", "part", "round", "position", "kind"})


def split_block(library: Library, block_id: int, after: int) -> int:
    """Cut a block in two after so many minutes; return the id of the second. Raises InvalidValue, TooMany."""
    block = library.get(Block, block_id)
    pieces = splitting.split(block, after)
    if pieces is None and block.kind is BlockKind.ROUND:
        refuse("minutes", N_("A choice round can’t be split; split its options."))
    if pieces is None:
        refuse("minutes", N_("Choose a time within the block."))
    day_id = day_of(library, ("block", block_id))
    first, rest = pieces
    rest = sound(library, replace(_fresh(rest), id=0, uid=""), ("study_day", day_id))
    must_have_room_for_blocks(library, day_id, block.round, 1)
    positions = positions_at(library, day_id, spot_after(library, block_id), [0])
    with library.change(Op.SPLIT_BLOCK, place=Place(day_id, "block", block_id)) as writer:
        writer.set(Block, block_id, **fields_of(first, ("minutes", "open_end", "end_inferred", "actual_end")))
        made = writer.add(replace(rest, position=positions.pop(0)), ("study_day", day_id))
        writer.reposition("block", positions)
    return made


def merge_blocks(library: Library, block_ids: Sequence[int]) -> None:
    """Make one block of some that follow each other, in the place of the first, as one step.

    Actions, measures and all else that points to one of them points to the whole afterwards. Raises InvalidValue.
    """
    ids = list(dict.fromkeys(block_ids))
    if len(ids) < 2:
        refuse("block", N_("There is no block after this one to merge with."))
    day_id = siblings_in_one_day(library, "block", ids)
    day = library.get(StudyDay, day_id)
    blocks = {block.id: block for block in day.blocks}
    times = schedule(day)
    whole = blocks[ids[0]]
    for last in ids[1:]:
        joined = splitting.merge(whole, blocks[last], _in_time(times, ids[0], last))
        if joined is None:
            refuse("block", N_("Only blocks that are neither options nor choice rounds can be merged."))
        whole = joined
    whole = sound(library, whole, ("study_day", day_id))
    names = [each.name for each in described(Block) if each.name not in _OWN]
    with library.change(Op.MERGE_BLOCKS, place=Place(day_id, "block", ids[0])) as writer:
        for thing in things_in(day):
            if not (isinstance(thing, Block) and thing.id in ids):
                _point_elsewhere(writer, thing, set(ids[1:]), ids[0])
        writer.set(Block, ids[0], **fields_of(whole, names))
        writer.delete("block", *ids[1:])


def _in_time(times: Schedule, first: int, last: int) -> tuple[Slot, Slot] | None:
    one, other = times.slot_of(first), times.slot_of(last)
    follow = one is not None and other is not None and one.part.id == other.part.id and one.start <= other.start
    return (one, other) if follow and one is not None and other is not None else None


def _fresh(block: Block) -> Block:
    """Return a block whose leads are rows of its own."""
    return replace(block, leads=tuple(replace(lead, id=0, uid="") for lead in block.leads))


def _point_elsewhere(writer: Writer, thing: Any, former: set[int], block: int) -> None:
    changes = {}
    for each in described(type(thing)):
        held = values_of(each, thing) if each.refers == kind_of(Block) else ()
        if not former.isdisjoint(held):
            now = tuple(dict.fromkeys(block if number in former else number for number in held))
            changes[each.name] = now if each.many else now[0]
    if changes:
        writer.set(type(thing), thing.id, **changes)
