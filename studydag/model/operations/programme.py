"""The programme: parts and blocks, their minutes, pins and order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from studydag.model.operations import editing
from studydag.model.operations.editing import place_of, siblings_in_one_day
from studydag.model.operations.soundness import (
    day_of,
    must_have_room,
    must_have_room_for_blocks,
    refuse,
    refuse_if_any,
    sound,
)
from studydag.model.operations.spots import PARKED, Spot, positions_at, put, spot_after
from studydag.model.rules.calendar.moving import following_part
from studydag.model.rules.formats.from_format import (
    about_of,
    block_from,
    materials_of,
    minutes_within,
    name_of,
    phase_within,
    steps_of,
)
from studydag.model.rules.handing_on.copies import copy_of_block
from studydag.model.rules.time import time_edits
from studydag.model.rules.time.clock import WrittenTime
from studydag.model.rules.time.fitting import fit
from studydag.model.rules.time.schedule import options_of, schedule
from studydag.model.rules.time.time_edits import TimeEdit
from studydag.model.rules.written.phase_words import minutes_of_break, phase_of
from studydag.model.store import whereabouts
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.formats import WorkingFormat
from studydag.model.values.phases import Phase
from studydag.model.values.programme import Block, BlockKind, BlockLead, LeadStatus, Part
from studydag.model.values.school import DocumentLanguage
from studydag.model.values.study_day import StudyDay
from studydag.model.values.validation import own_problems
from studydag.model.values.wording import N_

CLOCK_FIELDS: Final = (
    *("id", "position", "part", "round", "kind", "mode", "minutes", "offset_minutes", "minutes_locked"),
    *("pinned_start", "open_end", "end_inferred", "cancelled"),
)
"""What of a block the rules about time look at: reading more of 400 blocks takes longer than all the rest."""

# Parts


def add_part(library: Library, day_id: int, **fields: Any) -> int:
    """Add a part at the end, after the last one on its date unless `fields` says otherwise; return its id."""
    part = following_part(library.of_day(Part, day_id), **fields)
    return editing.create(library, part, ("study_day", day_id))


# Making blocks


def add_block(library: Library, day_id: int, block: Block, spot: Spot = PARKED, *, op: Op = Op.ADD_BLOCK) -> int:
    """Add a block at a spot; return its id. Raises InvalidValue, TooMany, NotFound."""
    owner = ("study_day", day_id)
    block = sound(library, replace(block, id=0, part=spot.part, round=spot.round), owner)
    must_have_room(library, block, owner)
    positions = positions_at(library, day_id, spot, [block.id])
    with library.change(op) as writer:
        number = writer.add(replace(block, position=positions.pop(block.id)), owner)
        writer.reposition("block", positions)
        writer.place = Place(day_id, "block", number)
    return number


def add_format(
    library: Library, day_id: int, format_id: int, spot: Spot = PARKED, *, language: DocumentLanguage | None = None
) -> int:
    """Add a block for a working format, with its usual minutes, materials and steps (R076); return its id.

    Texts are in `language`, by default that of the day's documents.
    """
    working_format = library.get(WorkingFormat, format_id)
    return add_block(library, day_id, block_from(working_format, language or _language_of(library, day_id)), spot)


def choose_format(library: Library, block_id: int, format_id: int, *, keep_minutes: bool = False) -> None:
    """Give a block a working format. Minutes that somebody chose stay; those of a new block go within its range.

    Whether those that a new block has too were chosen, nobody sees: `keep_minutes` says so.

    Title, description, materials and, as notes for who leads it, steps are filled in where they are empty. How people
    take part is what the format asks; what the block said of that itself was said of how it was done before. A block
    without a format gets the first phase that the format is for, if its own is none of those.
    """
    block = library.get(Block, block_id)
    working_format = library.get(WorkingFormat, format_id)
    language = _language_of(library, day_of(library, ("block", block_id)))
    fields: dict[str, Any] = {"working_format": format_id}
    if block.working_format != format_id:
        fields |= {"interaction": None, "activity": None}
    if block.working_format is None:
        fields["phase"] = phase_within(block.phase, working_format)
    if block.minutes == Block().minutes and not block.minutes_locked and not keep_minutes:
        fields["minutes"] = minutes_within(block.minutes, working_format)
    if not block.title:
        fields["title"] = name_of(working_format, language)
    if not block.description:
        fields["description"] = about_of(working_format, language)
    if not block.facilitator_notes:
        fields["facilitator_notes"] = steps_of(working_format, language)
    if not block.materials:
        fields["materials"] = materials_of(working_format, language)
    editing.set_fields(library, Op.CHOOSE_FORMAT, Block, block_id, **fields)


def duplicate_blocks(library: Library, block_ids: Sequence[int]) -> tuple[int, ...]:
    """Add each block once more right behind itself, a round with its options; return the new ids in order.

    The copies are not pinned, their leads have to be asked, and of how it went nothing is taken along.
    """
    blocks = _in_order(library, block_ids)
    day_id = siblings_in_one_day(library, "block", [block.id for block in blocks])
    day = clock_of(library, day_id)
    blocks = [block for block in blocks if block.round not in {other.id for other in blocks}]
    for round_id in {block.round for block in blocks}:
        must_have_room_for_blocks(library, day_id, round_id, sum(block.round == round_id for block in blocks))
    made: list[int] = []
    with library.change(Op.DUPLICATE_BLOCKS) as writer:
        for block in blocks:
            options = [library.get(Block, option.id) for option in options_of(day, block.id)]
            whole = [copy_of_block(each) for each in (block, *options)]
            ids = writer.add_all(whole, ("study_day", day_id), {})
            made.append(ids["block", block.id])
            behind = spot_after(library, block.id)
            writer.reposition("block", positions_at(library, day_id, behind, [made[-1]]))
        writer.place = Place(day_id, "block", made[0])
    return tuple(made)


# Changing blocks


def change_block(library: Library, block_id: int, **fields: Any) -> None:
    """Change plain fields of a block; its place, minutes and pin have verbs of their own. Raises InvalidValue.

    A title that is written now is to be announced no longer (D26). What people do in their own time ends after it
    begins: where the beginning comes after the end, the end goes along.
    """
    announced = _announced(library, block_id, fields.get("title"))
    editing.change(library, Block, block_id, **{**announced, **fields, **_window(library, block_id, fields)})


def _window(library: Library, block_id: int, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the end of the window that goes along with its beginning, if it does. Raises InvalidValue."""
    named = [name for name in ("window_start", "window_end") if name in fields]
    if not named:
        return {}
    block = library.get(Block, block_id)
    first, last = (fields.get(name, getattr(block, name)) for name in ("window_start", "window_end"))
    if first is None or last is None or last >= first:
        return {}
    if "window_end" in fields:
        refuse(named[0], N_("The end is before the beginning."))
    days = 0 if block.window_start is None else (last - block.window_start).days
    return {"window_end": dt.date.fromordinal(min(first.toordinal() + days, dt.date.max.toordinal()))}


def set_minutes(library: Library, block_id: int, minutes: int) -> None:
    """Set how long a block lasts; it then has an end that is neither open nor inferred. Raises InvalidValue."""
    refuse_if_any(own_problems(Block, {"minutes": minutes}, ""))
    if whereabouts.option_count(library, block_id):
        refuse("minutes", N_("A choice round lasts as long as its longest option; change that."))
    place = place_of(library, "block", block_id)
    with library.change(Op.SET_MINUTES, merge=("block", block_id, "minutes"), place=place) as writer:
        writer.set(Block, block_id, minutes=minutes, open_end=False, end_inferred=False)


def set_end(library: Library, block_id: int, end: dt.time) -> None:
    """Set the minutes of a block by the clock time at which it ends (D02). Raises InvalidValue."""
    day = clock_of(library, day_of(library, ("block", block_id)))
    minutes = time_edits.minutes_until(day, block_id, end)
    if minutes is None:
        refuse("end", N_("This block can’t end at that time."))
    set_minutes(library, block_id, minutes)


def write_block(
    library: Library,
    block_id: int,
    *,
    title: str | None = None,
    span: WrittenTime | None = None,
    began: Block | None = None,
) -> None:
    """Give a block a title and the time that was typed, as one step: a start pins it, an end sets its minutes (D02).

    What is None stays. The first title of a block that speaks of a phase, such as lunch, gives it that phase. A title
    that comes in bits, as when it is saved while it is typed, is a first one as long as the block had none when that
    `began`. Raises InvalidValue.
    """
    day_id = day_of(library, ("block", block_id))
    fields: dict[str, Any] = (
        {} if title is None else {"title": title, **told_by_title(began or library.get(Block, block_id), title)}
    )
    fields |= _announced(library, block_id, title)
    if span is not None:
        day = _programme(library, day_id)
        times = time_edits.as_written(day, block_id, span)
        if times is None and span.minutes is not None:
            times = {"minutes": span.minutes, "open_end": False, "end_inferred": False}
        if times is None:
            refuse("pinned_start", N_("This block can’t be at that time."))
        if "minutes" in times and whereabouts.option_count(library, block_id):
            refuse("minutes", N_("A choice round lasts as long as its longest option; change that."))
        fields |= times
    if fields:
        editing.set_fields(library, Op.SET_TIMES, Block, block_id, **fields)


def told_by_title(block: Block, title: str) -> dict[str, Any]:
    """Return the phase that a block gets with its first title, and a break its minutes; nothing with another one.

    The phase stays where the title says nothing or a working format has said it, minutes where they are no longer
    those of every new block.
    """
    if block.title:
        return {}
    phase = phase_of(title)
    said = block.working_format is None and phase is not Phase.KNOWLEDGE
    told: dict[str, Any] = {"phase": phase if said else block.phase}
    is_plain = block.kind is BlockKind.BLOCK and block.round is None and not block.open_end
    if is_plain and block.minutes == Block().minutes:
        told["minutes"] = minutes_of_break(title) or block.minutes
    return told


def _announced(library: Library, block_id: int, title: str | None) -> dict[str, None]:
    """Return what a title that is written now makes of a block whose title was to be announced (D26)."""
    block = library.get(Block, block_id) if title and title.strip() else None
    waits = block is not None and block.title_to_be_announced_until is not None and block.title != title
    return {"title_to_be_announced_until": None} if waits else {}


def stretch(library: Library, block_id: int, minutes: int) -> None:
    """Lengthen a block by minutes that the next one gives (negative: gives it some). Raises InvalidValue."""
    day_id = day_of(library, ("block", block_id))
    edits = time_edits.take_from_next(clock_of(library, day_id), block_id, minutes)
    if not edits:
        refuse("minutes", N_("The block after this one can’t give or take this time."))
    # A key that is held down is one step, as minutes that are typed are.
    _apply(library, Op.STRETCH, edits, Place(day_id, "block", block_id), merge=("block", block_id, "end"))


def move_start(library: Library, block_id: int, minutes: int) -> None:
    """Let a block start later by minutes (negative: earlier) while its end stays. Raises InvalidValue."""
    day_id = day_of(library, ("block", block_id))
    edits = time_edits.move_start(clock_of(library, day_id), block_id, minutes)
    if not edits:
        refuse("minutes", N_("This block can’t start then without also ending at another time."))
    _apply(library, Op.STRETCH, edits, Place(day_id, "block", block_id), merge=("block", block_id, "start"))


def pin(library: Library, block_id: int, at: dt.time | None = None) -> None:
    """Pin a block to a clock time, by default the time it has now, so that nothing jumps. Raises InvalidValue."""
    day_id = day_of(library, ("block", block_id))
    now = time_edits.pin(clock_of(library, day_id), block_id)
    if now is None:
        refuse("pinned_start", N_("This block has no clock time of its own."))
    editing.set_fields(library, Op.PIN, Block, block_id, pinned_start=at or now)


def unpin(library: Library, *block_ids: int) -> None:
    """Let blocks follow what comes before them again."""
    day_id = siblings_in_one_day(library, "block", block_ids)
    with library.change(Op.UNPIN, place=Place(day_id, "block", block_ids[0])) as writer:
        for block_id in block_ids:
            writer.set(Block, block_id, pinned_start=None)


def shift_from(library: Library, block_id: int, minutes: int) -> None:
    """Shift a block and what follows it, up to the next pin, by minutes, as one step (R027). Raises InvalidValue."""
    day_id = day_of(library, ("block", block_id))
    edits = time_edits.shift_from(clock_of(library, day_id), block_id, minutes)
    if not edits:
        refuse("minutes", N_("This block has no clock time of its own."))
    _apply(library, Op.SHIFT, edits, Place(day_id, "block", block_id))


def make_fit(library: Library, part_id: int, kept: Collection[int] = ()) -> None:
    """Change minutes so that a part fits, as `rules.fitting.fit` proposes, as one step. Raises InvalidValue."""
    day_id = day_of(library, ("part", part_id))
    formats = {each.id: each for each in library.every(WorkingFormat)}
    found = fit(schedule(_programme(library, day_id)), part_id, formats, kept=kept)
    if not found.edits:
        refuse("minutes", N_("There is nothing here that can get longer or shorter."))
    _apply(library, Op.FIT, found.edits, Place(day_id, "part", part_id))


def cancel_blocks(library: Library, block_ids: Sequence[int], reason: str = "") -> None:
    """Call blocks off: they stay in the programme, take no time, and can be restored."""
    _mark_cancelled(library, Op.CANCEL_BLOCKS, block_ids, cancelled=True, reason=reason)


def restore_blocks(library: Library, block_ids: Sequence[int]) -> None:
    """Let blocks that were called off take place after all."""
    _mark_cancelled(library, Op.RESTORE_BLOCKS, block_ids, cancelled=False, reason="")


def delete_blocks(library: Library, *block_ids: int) -> None:
    """Delete blocks, a round with its options. Raises NotFound."""
    editing.remove(library, Op.DELETE_BLOCKS, Block, *block_ids)


# Moving blocks


def move_blocks(library: Library, block_ids: Sequence[int], spot: Spot) -> None:
    """Move blocks, in this order, to a spot in a part, in a round, or among what is parked.

    A block that moves loses its pin. An option that leaves its round loses its offset, and the wishes and places that
    were for that round. Raises InvalidValue, TooMany, NotFound.
    """
    if not block_ids:
        return
    day_id = siblings_in_one_day(library, "block", block_ids)
    ids = list(dict.fromkeys(block_ids))
    by_id = {block.id: block for block in library.some(Block, ids)}
    place = Place(day_id, "block", ids[0])
    op = Op.PARK_BLOCKS if spot == PARKED else Op.MOVE_BLOCKS
    with library.change(op, place=place) as writer:
        put(library, writer, day_id, [by_id[block_id] for block_id in ids], spot)


def park_blocks(library: Library, block_ids: Sequence[int]) -> None:
    """Take blocks out of the programme and keep them at hand."""
    move_blocks(library, block_ids, PARKED)


# Leads


def set_lead_status(library: Library, lead_id: int, status: LeadStatus) -> None:
    """Note how sure a lead is (D25)."""
    editing.set_fields(library, Op.SET_LEAD_STATUS, BlockLead, lead_id, status=status)


def clock_of(library: Library, day_id: int) -> StudyDay:
    """Return a study day with nothing but what clock times depend on; the blocks have only those fields as well."""
    blocks = library.fields_of_day(Block, day_id, CLOCK_FIELDS)
    return StudyDay(id=day_id, parts=tuple(library.of_day(Part, day_id)), blocks=tuple(blocks))


def _programme(library: Library, day_id: int) -> StudyDay:
    """Return a study day with its parts and blocks alone."""
    return StudyDay(id=day_id, parts=tuple(library.of_day(Part, day_id)), blocks=tuple(library.of_day(Block, day_id)))


def _language_of(library: Library, day_id: int) -> DocumentLanguage:
    return library.bare(StudyDay, day_id).language


def _in_order(library: Library, block_ids: Iterable[int]) -> list[Block]:
    ids = set(block_ids)
    found = library.some(Block, sorted(ids))
    siblings_in_one_day(library, "block", sorted(ids))
    return found


def _apply(
    library: Library, op: Op, edits: Iterable[TimeEdit], place: Place, *, merge: tuple[str | int, ...] | None = None
) -> None:
    with library.change(op, merge=merge, place=place) as writer:
        for edit in edits:
            fields = {"minutes": edit.minutes, "pinned_start": edit.pinned_start}
            given = {name: value for name, value in fields.items() if value is not None}
            if edit.minutes is not None:
                given |= {"end_inferred": False}
            refuse_if_any(own_problems(Block, given, ""))
            writer.set(Block, edit.block, **given)


def _mark_cancelled(library: Library, op: Op, block_ids: Sequence[int], *, cancelled: bool, reason: str) -> None:
    if not block_ids:
        return
    day_id = siblings_in_one_day(library, "block", block_ids)
    block = sound(library, replace(library.get(Block, block_ids[0]), cancelled_reason=reason), ("study_day", day_id))
    with library.change(op, place=Place(day_id, "block", block_ids[0])) as writer:
        for block_id in block_ids:
            writer.set(Block, block_id, cancelled=cancelled, cancelled_reason=block.cancelled_reason)
