"""Templates: the design of a study day, kept to begin others with; and blocks kept to be put into any day."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from studydag.model.exchange.building_block import building_block, is_building_block, kept_block
from studydag.model.exchange.study_day_json import to_json
from studydag.model.exchange.template import as_template
from studydag.model.operations import editing
from studydag.model.operations.bringing import bring_shared, parcel
from studydag.model.operations.setting import read_setting
from studydag.model.operations.soundness import day_of, must_have_room_for_blocks, refuse
from studydag.model.operations.spots import PARKED, Spot, positions_at
from studydag.model.rules.handing_on.copies import without_uids
from studydag.model.rules.time.schedule import options_of
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.formats import LearningForm, WorkingFormat
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.questions import QuestionSet
from studydag.model.values.school import Template
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.validation import clean_text
from studydag.model.values.wording import N_


def save_as_template(library: Library, day_id: int, title: str, *, description: str = "") -> int:
    """Keep the design of a study day, without dates, people and what came of it; return the template's id.

    Raises InvalidValue, NotFound.
    """
    day = library.get(StudyDay, day_id)
    content = to_json(*as_template(day, read_setting(library, day))).decode()
    return editing.add(library, Op.SAVE_TEMPLATE, Template(title=title, description=description, content=content))


def own_templates(library: Library, *, hidden: bool = False) -> tuple[Template, ...]:
    """Return the school's own designs of days, those that are hidden only if they are wanted as well."""
    return tuple(each for each in library.every(Template) if _is_offered(each, hidden) and not is_block(each))


def own_blocks(library: Library, *, hidden: bool = False) -> tuple[Template, ...]:
    """Return the blocks that were kept to be used again."""
    return tuple(each for each in library.every(Template) if _is_offered(each, hidden) and is_block(each))


def is_block(template: Template) -> bool:
    """Whether a template is a block to be put into a day, not a day to begin with."""
    return is_building_block(template.content)


def keep_block(library: Library, block_id: int, *, title: str = "", description: str = "") -> int:
    """Keep a block, or a choice round with its options, as a building block of one's own; return the template's id.

    Without a title it is called as the block is. Raises InvalidValue, NotFound.
    """
    block = library.get(Block, block_id)
    day_id = day_of(library, ("block", block_id))
    day = StudyDay(id=day_id, blocks=tuple(library.of_day(Block, day_id)))
    name = clean_text(title) or block.title
    if not name:
        refuse("title", N_("Give the block a title first; it is kept under that name."))
    # An option that is kept alone is a block like any other.
    alone = replace(block, round=None, offset_minutes=0)
    content = kept_block(alone, options_of(day, block_id), read_setting(library, day), name)
    return editing.add(library, Op.KEEP_BLOCK, Template(title=name, description=description, content=content))


def rename_own_block(library: Library, template_id: int, title: str) -> None:
    """Give a block of one's own another title. Raises InvalidValue, NotFound."""
    editing.set_fields(library, Op.RENAME_OWN_BLOCK, Template, template_id, title=title)


def delete_own_block(library: Library, template_id: int) -> None:
    """Delete a block of one's own; where it was put into a programme it stays. Raises NotFound."""
    editing.remove(library, Op.DELETE_OWN_BLOCK, Template, template_id)


def block_in(library: Library, template_id: int) -> Block:
    """Return what a building block of one's own is, a round as long as its options; a plain block if it is gone."""
    template = next(iter(library.some(Template, [template_id])), None)
    if template is None:
        return Block()
    blocks = building_block(template.content, _built_in(library)).day.blocks
    top = next(block for block in blocks if block.round is None)
    longest = max((block.offset_minutes + block.minutes for block in blocks if block.round is not None), default=0)
    return replace(top, minutes=longest or top.minutes)


def insert_block(library: Library, day_id: int, template_id: int, spot: Spot = PARKED) -> int:
    """Put a building block of one's own into a day, at a spot; return the id of the block.

    A working format that it needs and that was deleted since comes back. Raises InvalidValue, TooMany, NotFound.
    """
    template = library.get(Template, template_id)
    loaded = building_block(template.content, _built_in(library))
    packed = parcel(without_uids(loaded.day), loaded.setting)
    top = next(block for block in packed.day.blocks if block.round is None)
    if spot.round is not None and top.kind is BlockKind.ROUND:
        refuse("kind", N_("An option can’t be a choice round itself."))
    must_have_room_for_blocks(library, day_id, spot.round, 1)
    # Numbers below nought stand for the rows that are made here, and for no row that there is.
    numbers = {block.id: number for block, number in zip(packed.day.blocks, count(-1, -1))}
    made = [_placed(block, numbers, spot) for block in packed.day.blocks]
    with library.change(Op.INSERT_BLOCK) as writer:
        known = bring_shared(library, writer, packed.setting)
        ids = writer.add_all(made, ("study_day", day_id), known)
        block_id = ids["block", numbers[top.id]]
        writer.reposition("block", positions_at(library, day_id, spot, [block_id]))
        writer.place = Place(day_id, "block", block_id)
    return block_id


def _placed(block: Block, numbers: dict[int, int], spot: Spot) -> Block:
    if block.round is None:
        return replace(block, id=numbers[block.id], part=spot.part, round=spot.round)
    return replace(block, id=numbers[block.id], round=numbers[block.round])


def _is_offered(template: Template, hidden: bool) -> bool:
    return not template.key and (hidden or not template.hidden)


def _built_in(library: Library) -> Setting:
    return Setting(
        formats=tuple(library.every(WorkingFormat)),
        learning_forms=tuple(library.every(LearningForm)),
        question_sets=tuple(library.every(QuestionSet)),
    )
