"""A block as a building block of one's own: what it is, apart from the day, the people and the rooms it was for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import msgspec

from studydag.model.exchange.study_day_json import Loaded, decode, to_json
from studydag.model.exchange.template import as_template
from studydag.model.rules.handing_on.used import used_by
from studydag.model.values.programme import Attendance, Block
from studydag.model.values.references import reference_to, references_in, things_in, without
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


def kept_block(block: Block, options: Iterable[Block], setting: Setting, title: str) -> str:
    """Return a block, or a choice round with its options, as the text of a template that has no parts.

    Goals, leads, rooms and groups belong to the day that it was made for; they stay there.
    """
    whole = tuple(_bare(each) for each in (block, *options))
    design, used = as_template(StudyDay(id=-1, title=title, blocks=whole), setting)
    there = {reference_to(thing) for thing in (*things_in(design), *_shared_things(used))}
    lost = {reference for reference in references_in(design) if reference not in there}
    kept = without(design, lost)
    return to_json(kept, used_by(kept, used)).decode()


def is_building_block(content: str) -> bool:
    """Whether a template is a block to be put into a day: a day to begin with has parts."""
    return not msgspec.json.decode(content.encode(), type=_Parts).parts


def building_block(content: str, built_in: Setting) -> Loaded:
    """Return the blocks of a building block, the first of which is no option, with what they use."""
    return decode(content.encode(), built_in=built_in)


def _bare(block: Block) -> Block:
    return replace(
        block,
        part=None,
        pinned_start=None,
        room=None,
        leads=(),
        goals=(),
        audience=(),
        compulsory_for=(),
        attendance=Attendance.COMPULSORY if block.attendance is Attendance.COMPULSORY_FOR_GROUPS else block.attendance,
        repeats=None,
        topics=(),
    )


def _shared_things(setting: Setting) -> Iterable[object]:
    return (thing for things in (setting.formats,) for each in things for thing in things_in(each))


class _Parts(msgspec.Struct):
    """As much of a template as tells what sort it is."""

    parts: list[msgspec.Raw] = []
