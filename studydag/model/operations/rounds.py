"""Choice rounds: made from blocks, filled with options, repeated, given to groups, and taken apart again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from studydag.model.operations.editing import changed, siblings_in_one_day
from studydag.model.operations.programme import add_block, move_blocks
from studydag.model.operations.ranking import after_last
from studydag.model.operations.soundness import (
    day_of,
    fields_of,
    must_have_room_for_blocks,
    refuse,
    root_of,
    sound,
)
from studydag.model.operations.spots import Spot, positions_at, put, spot_before
from studydag.model.rules.choices.rounds import repeats_of
from studydag.model.store import whereabouts
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.programme import Block, BlockKind, BlockLead
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_


def make_round(library: Library, block_ids: Sequence[int], title: str = "") -> int:
    """Make blocks the options of a new choice round, which takes the place and the pin of the first; return its id.

    Raises InvalidValue where one of them is an option or a round already.
    """
    blocks = [library.get(Block, block_id) for block_id in dict.fromkeys(block_ids)]
    day_id = siblings_in_one_day(library, "block", block_ids)
    if any(block.kind is BlockKind.ROUND or block.round is not None for block in blocks):
        refuse("kind", N_("Only blocks that are neither options nor choice rounds can become options."))
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


def begin_round(library: Library, block_id: int) -> int:
    """Make an ordinary block a choice round of its own title, with a first option; return the id of that option.

    Raises InvalidValue where it is an option or a round already, and TooMany.
    """
    block = library.get(Block, block_id)
    day_id = day_of(library, ("block", block_id))
    if block.kind is BlockKind.ROUND or block.round is not None:
        refuse("kind", N_("Only blocks that are neither options nor choice rounds can become options."))
    owner = ("study_day", day_id)
    option = sound(library, Block(phase=block.phase, minutes=block.minutes, set_up=block.set_up), owner)
    must_have_room_for_blocks(library, day_id, block_id, 1)
    with library.change(Op.MAKE_ROUND) as writer:
        writer.set(Block, block_id, kind=BlockKind.ROUND)
        option_id = writer.add(replace(option, round=block_id, position=1), owner)
        writer.place = Place(day_id, "block", option_id)
    return option_id


def add_option(library: Library, round_id: int, block: Block, *, before: int | None = None) -> int:
    """Add an option to a round, before another or at the end; return its id. Raises InvalidValue, TooMany."""
    day_id = day_of(library, ("block", round_id))
    return add_block(library, day_id, block, Spot(round=round_id, before=before), op=Op.ADD_OPTION)


def add_options(library: Library, round_id: int, blocks: Sequence[Block]) -> tuple[int, ...]:
    """Add options at the end of a round, as one step; return their ids. Raises InvalidValue, TooMany."""
    day_id = day_of(library, ("block", round_id))
    owner = ("study_day", day_id)
    made = [sound(library, replace(block, id=0, part=None, round=round_id), owner) for block in blocks]
    must_have_room_for_blocks(library, day_id, round_id, len(made))
    positions = positions_at(library, day_id, Spot(round=round_id), [-number for number in range(1, len(made) + 1)])
    with library.change(Op.ADD_OPTION) as writer:
        ids = tuple(
            writer.add(replace(block, position=positions.pop(-number)), owner) for number, block in enumerate(made, 1)
        )
        writer.reposition("block", positions)
        writer.place = Place(day_id, "block", ids[0]) if ids else None
    return ids


def move_into_round(library: Library, block_ids: Sequence[int], round_id: int, *, before: int | None = None) -> None:
    """Make blocks options of a round, parallel to the others. Raises InvalidValue, TooMany."""
    move_blocks(library, block_ids, Spot(round=round_id, before=before))


def dissolve_round(library: Library, round_id: int) -> None:
    """Let the options of a round follow each other in its place; wishes and places for it go. Raises InvalidValue."""
    round_block = library.bare(Block, round_id)
    day_id = day_of(library, ("block", round_id))
    if round_block.kind is not BlockKind.ROUND:
        refuse("kind", N_("This block is not a choice round."))
    options = [block for block in library.of_day(Block, day_id) if block.round == round_id]
    options.sort(key=lambda option: (option.offset_minutes, option.position, option.id))
    with library.change(Op.DISSOLVE_ROUND, place=Place(day_id, "block", round_id)) as writer:
        put(library, writer, day_id, options, spot_before(library, round_id))
        if options:
            writer.set(Block, options[0].id, pinned_start=round_block.pinned_start)
        writer.delete("block", round_id)


def repeat_option(library: Library, option_id: int, round_id: int) -> int:
    """Let an option run once more in another round, linked as its repeat; return the new option's id.

    Leads, room and what it is about come along; for whom it is does not. Raises InvalidValue, TooMany, NotFound.
    """
    option, round_block = library.get(Block, option_id), library.bare(Block, round_id)
    day_id = siblings_in_one_day(library, "block", [option_id, round_id])
    if option.round is None:
        refuse("round", N_("This block is not an option of a choice round."))
    if round_block.kind is not BlockKind.ROUND:
        refuse("kind", N_("This block is not a choice round."))
    family = repeats_of(_rounds_of(library, day_id), option_id)
    if round_id in {each.round for each in family}:
        refuse("round", N_("This option is in that choice round already."))
    first = next(each for each in family if each.repeats not in {one.id for one in family})
    repeat = replace(
        option, id=0, uid="", round=round_id, repeats=first.id, offset_minutes=0, audience=(), rating=None, insights=""
    )
    sound(library, repeat, ("study_day", day_id))
    must_have_room_for_blocks(library, day_id, round_id, 1)
    ranks = whereabouts.block_ranks(library, day_id, part=None, round=round_id)
    with library.change(Op.REPEAT_OPTION) as writer:
        made = writer.add(replace(repeat, position=after_last(ranks)), ("study_day", day_id))
        writer.place = Place(day_id, "block", made)
    return made


def change_options(library: Library, option_ids: Sequence[int], **fields: Any) -> None:
    """Change the same fields of an option and its repeats, as one step. Raises InvalidValue, NotFound."""
    ids = list(dict.fromkeys(option_ids))
    options = [changed(library, Block, option_id, fields) for option_id in ids]
    day_id = siblings_in_one_day(library, "block", ids)
    merge = ("block", *ids, *sorted(fields))
    with library.change(Op.CHANGE_OPTION, merge=merge, place=Place(day_id, "block", ids[0])) as writer:
        for option in options:
            writer.set(Block, option.id, **fields_of(option, fields))


def set_leads(library: Library, block_ids: Sequence[int], people: Sequence[int]) -> None:
    """Let these people, and nobody else, lead some blocks, as one step; who led one already keeps the status.

    Raises InvalidValue, NotFound.
    """
    ids = list(dict.fromkeys(block_ids))
    day_id = siblings_in_one_day(library, "block", ids)
    wanted: dict[int, tuple[BlockLead, ...]] = {}
    for block in (library.get(Block, block_id) for block_id in ids):
        known = {lead.person: lead for lead in block.leads}
        chosen = [known.get(person, BlockLead(person=person)) for person in dict.fromkeys(people)]
        wanted[block.id] = tuple(replace(lead, position=rank) for rank, lead in enumerate(chosen))
        sound(library, replace(block, leads=wanted[block.id]), ("study_day", day_id))
    with library.change(Op.SET_LEADS, merge=("block", *ids, "leads"), place=Place(day_id, "block", ids[0])) as writer:
        for block_id, leads in wanted.items():
            writer.set(Block, block_id, leads=leads)


def send_group(library: Library, round_id: int, group_id: int, option_id: int | None) -> None:
    """Say which option of a round a group gets, instead of another (D07); None: not said. Raises InvalidValue."""
    day_id = day_of(library, ("block", round_id))
    root_of(library, ("group", group_id))
    options = [block for block in library.of_day(Block, day_id) if block.round == round_id]
    if option_id is not None and option_id not in {option.id for option in options}:
        refuse("option", N_("This option belongs to another choice round."))
    with library.change(Op.SEND_GROUP, place=Place(day_id, "block", option_id or round_id)) as writer:
        for option in options:
            others = tuple(group for group in option.audience if group != group_id)
            audience = (*others, group_id) if option.id == option_id else others
            if set(audience) != set(option.audience):
                writer.set(Block, option.id, audience=audience)


def _rounds_of(library: Library, day_id: int) -> StudyDay:
    return StudyDay(id=day_id, blocks=tuple(library.of_day(Block, day_id)))
