"""Blocks that were copied, put into a study day: that day, another, or one of another library."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from studydag.model.exchange.study_day_json import Loaded, in_programme_order
from studydag.model.operations.bringing import bring_shared
from studydag.model.operations.soundness import day_of, must_have_room_for_blocks, refuse, refuse_if_any
from studydag.model.operations.spots import PARKED, Spot, positions_at
from studydag.model.rules.consistency import led_once
from studydag.model.rules.handing_on.copies import copy_of_block
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.references import Reference, reference_to, references_in, rewired, things_in, without
from studydag.model.values.study_day import StudyDay
from studydag.model.values.validation import cleaned, problems_of
from studydag.model.values.wording import N_

NO_PINS: Final[Mapping[int, dt.time | None]] = {}


def paste_blocks(
    library: Library,
    day_id: int,
    loaded: Loaded,
    spot: Spot = PARKED,
    *,
    cut: Sequence[int] = (),
    pins: Mapping[int, dt.time | None] = NO_PINS,
) -> tuple[int, ...]:
    """Add blocks that were read from a clipboard at a spot, as one step; return the ids of those that are no options.

    They are to be held anew: not pinned, leads to be asked. People, rooms, groups and formats are found again by uid or
    name, goals by uid; a goal that this day doesn't have is left out. In a round they become options, the rounds
    among them by their options. `pins` are start times that some keep, by the ids that they have there. `cut` are
    blocks of this library that go in the same step. Raises InvalidValue, TooMany, NotFound.
    """
    blocks = [
        cleaned(replace(copy_of_block(block), pinned_start=pins.get(block.id)))
        for block in in_programme_order(loaded.day)
    ]
    blocks = [_as_option(block) for block in blocks if block.kind is BlockKind.BLOCK] if spot.round else blocks
    refuse_if_any(problem for block in blocks for problem in problems_of(block))
    blocks = [rewired(block, _apart) for block in blocks]
    tops = [block for block in blocks if block.round is None]
    if not tops:
        refuse("block", N_("There are no blocks to paste."))
    must_have_room_for_blocks(library, day_id, spot.round, len(tops))
    _must_be_in_a_day(library, cut)
    known = _goals(library, day_id, loaded.day)
    places = positions_at(library, day_id, spot, [-number for number, _ in enumerate(tops, start=1)])
    with library.change(Op.PASTE_BLOCKS) as writer:
        known |= bring_shared(library, writer, loaded.setting)
        placed = {
            block.id: replace(block, part=spot.part, round=spot.round, position=places.pop(-number))
            for number, block in enumerate(tops, start=1)
        }
        whole = [placed.get(block.id, block) for block in blocks]
        homes: set[Reference] = {("part", spot.part or 0), ("block", spot.round or 0)}
        known |= {home: home[1] for home in homes}
        made = writer.add_all(_without_lost(whole, known), ("study_day", day_id), known)
        writer.reposition("block", places)
        if cut:
            writer.delete("block", *cut)
        ids = tuple(made["block", block.id] for block in tops)
        writer.place = Place(day_id, "block", ids[0])
    return ids


def _apart(reference: Reference) -> int:
    """Return a number for a block that is no row's: the round it comes into may have the one that it had so far."""
    kind, number = reference
    return -number if kind == "block" else number


def _as_option(block: Block) -> Block:
    return replace(block, round=None, offset_minutes=0, repeats=None)


def _must_be_in_a_day(library: Library, blocks: Sequence[int]) -> None:
    for block_id in blocks:
        day_of(library, ("block", block_id))


def _goals(library: Library, day_id: int, day: StudyDay) -> dict[Reference, int]:
    standing = {goal.uid: goal.id for goal in library.of_day(Goal, day_id)}
    return {reference_to(goal): standing[goal.uid] for goal in day.goals if goal.uid in standing}


def _without_lost(blocks: Sequence[Block], known: dict[Reference, int]) -> list[Block]:
    """Return blocks without references to what isn't there, and without who leads one twice."""
    blocks = [led_once(block, lambda person: known.get(("person", person), person)) for block in blocks]
    there = {reference_to(thing) for block in blocks for thing in things_in(block)} | known.keys()
    lost = {reference for block in blocks for reference in references_in(block)} - there
    return [without(block, lost) if lost else block for block in blocks]
