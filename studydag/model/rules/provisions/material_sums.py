"""What a study day needs of each material, over all its blocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from studydag.model.rules.people.participants import Crowd, crowd_of
from studydag.model.values.formats import WorkingFormat
from studydag.model.values.programme import Block, Material, MaterialPer
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialSum:
    """So many of one item for the whole day.

    `unknown` blocks need more, but how many people or groups there are is not known. `id` counts the sums
    from 1. `blocks` are the ids of those that need it.
    """

    id: int
    item: str
    total: int
    unknown: int
    brought_by: str
    blocks: tuple[int, ...]


def people_in(block: Block, day: StudyDay, setting: Setting) -> int | None:
    """Return how many people to count on in a block, as the checks do (see `participants.Crowd`)."""
    return _people_in(block, day, _crowd(day, setting))


def _crowd(day: StudyDay, setting: Setting) -> Crowd:
    return crowd_of(day, {group.id: group for group in setting.groups})


def _people_in(block: Block, day: StudyDay, crowd: Crowd) -> int | None:
    parallel = 0
    if block.round is not None:
        parallel = sum(each.round == block.round and not each.cancelled for each in day.blocks)
    return crowd.people_at(block, parallel)


def material_sums(day: StudyDay, setting: Setting) -> tuple[MaterialSum, ...]:
    """Add up the materials of all blocks that take place, by item and who brings it, in programme order."""
    formats = {each.id: each for each in setting.formats}
    crowd = _crowd(day, setting)
    needed: dict[tuple[str, str], list[tuple[int, int | None]]] = {}
    names: dict[tuple[str, str], Material] = {}
    for block in day.blocks:
        if block.cancelled:
            continue
        for material in block.materials:
            key = (material.item.casefold().strip(), material.brought_by.casefold().strip())
            names.setdefault(key, material)
            needed.setdefault(key, []).append((block.id, _quantity(material, block, day, crowd, formats)))
    return tuple(
        MaterialSum(
            id=number,
            item=names[key].item,
            total=sum(count for _, count in rows if count is not None),
            unknown=sum(count is None for _, count in rows),
            brought_by=names[key].brought_by,
            blocks=_once(block for block, _ in rows),
        )
        for number, (key, rows) in enumerate(needed.items(), 1)
    )


def _once(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(numbers))


def _quantity(
    material: Material, block: Block, day: StudyDay, crowd: Crowd, formats: Mapping[int, WorkingFormat]
) -> int | None:
    if material.per is MaterialPer.ONCE:
        return material.quantity
    people = _people_in(block, day, crowd)
    if material.per is MaterialPer.PERSON:
        return None if people is None else material.quantity * people
    groups = _groups(block, day, people, formats.get(block.working_format or 0))
    return None if groups is None else material.quantity * groups


def _groups(block: Block, day: StudyDay, people: int | None, working_format: WorkingFormat | None) -> int | None:
    """Return in how many groups people work: those that were made, else as many as the size of a group gives."""
    grouping = next((each for each in day.groupings if each.block == block.id), None)
    if grouping is not None and grouping.groups:
        return len(grouping.groups)
    size = grouping.size if grouping is not None else None
    if size is None and working_format is not None:
        size = working_format.subgroup_max
    return None if people is None or not size else -(-people // size)
