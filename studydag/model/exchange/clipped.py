"""Blocks on their way from one place to another: in JSON, with the rooms, people and formats that they use."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from studydag.model.exchange.study_day_json import Loaded, decode, to_json
from studydag.model.values.programme import Part
from studydag.model.values.references import references_in, without
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


def encode_blocks(day: StudyDay, setting: Setting, ids: Collection[int]) -> bytes:
    """Return blocks, a round with its options, with the goals and all else that they use, as a study day in JSON."""
    chosen = set(ids)
    blocks = tuple(block for block in day.blocks if block.id in chosen or block.round in chosen)
    # An option that goes by itself stands in the part of its round.
    parts = {block.id: block.part for block in day.blocks}
    loose = tuple(
        replace(block, round=None, part=parts.get(block.round or 0), offset_minutes=0)
        if block.round is not None and block.round not in chosen
        else block
        for block in blocks
    )
    there = {("block", block.id) for block in loose}
    goals = {number for block in loose for number in block.goals}
    bare = StudyDay(
        title=day.title,
        language=day.language,
        parts=tuple(Part(id=part.id, uid=part.uid, position=part.position) for part in day.parts),
        blocks=loose,
        goals=tuple(replace(goal, needs=(), school_goals=()) for goal in day.goals if goal.id in goals),
    )
    lost = {reference for reference in references_in(bare) if reference[0] == "block" and reference not in there}
    return to_json(without(bare, lost) if lost else bare, setting)


def decode_blocks(data: bytes, built_in: Setting) -> Loaded:
    """Read what `encode_blocks` wrote. Raises InvalidValue."""
    return decode(data, built_in=built_in)
