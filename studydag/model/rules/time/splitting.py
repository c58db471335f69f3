"""One block made two, and two made one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from studydag.model.rules.time.schedule import MINUTES_A_DAY, Slot
from studydag.model.values.description import Described, described
from studydag.model.values.fields import TEXT_CHARACTERS
from studydag.model.values.programme import Block, BlockKind, BlockLead

STEP = 5
_OF_THE_FIRST = frozenset(
    {
        *("id", "uid", "part", "round", "position", "kind", "round_rule", "offset_minutes", "pinned_start"),
        *("minutes", "actual_start", "phase", "mode", "attendance", "cancelled", "cancelled_reason"),
    }
)
"""What the first of two blocks settles, whether it says anything or not."""
_OF_THE_LAST = frozenset({"open_end", "end_inferred", "actual_end"})
_IN_ONE_LINE = frozenset({"product", "material_to_bring"})


def halfway(minutes: int) -> int:
    """Return after how many minutes a block is cut in two, in steps of five where that leaves both something."""
    half = max(STEP, minutes // 2 // STEP * STEP)
    return half if half < minutes else minutes // 2


def split(block: Block, after: int) -> tuple[Block, Block] | None:
    """Return a block as two that together last as long, the first of them `after` minutes.

    Both have its title, goals, leads and room; materials, sources and preparation stay with the first, so that they
    count once, and what settles the end goes to the second. None for a round, and where one of them would last no
    minutes.
    """
    if block.kind is BlockKind.ROUND or not 0 < after < block.minutes:
        return None
    first = replace(block, minutes=after, open_end=False, end_inferred=False, actual_end=None)
    return first, rest_of(block, block.minutes - after, first.minutes)


def rest_of(block: Block, minutes: int, after: int = 0) -> Block:
    """Return the rest of a block that is cut: the same, without a pin, and without what would count twice."""
    offset = block.offset_minutes + after if block.round is not None else block.offset_minutes
    return replace(
        block,
        minutes=minutes,
        offset_minutes=offset,
        pinned_start=None,
        actual_start=None,
        materials=(),
        resources=(),
        preparation_minutes=0,
        preparation_text="",
        insights="",
    )


def merge(first: Block, last: Block, slots: tuple[Slot, Slot] | None) -> Block | None:
    """Return two blocks as one that takes the place of the first; `slots` are their clock times, if they have any.

    It lasts from the start of the first to the end of the last, so that nothing else moves. Texts come below each
    other, goals, leads and materials together, a second link below the text; what only one of them says is kept, and
    minutes of preparation add up. None for a round, an option, and
    where it would be longer than a day.
    """
    if any(block.kind is BlockKind.ROUND or block.round is not None for block in (first, last)):
        return None
    minutes = first.minutes + last.minutes if slots is None else slots[1].start + last.minutes - slots[0].start
    minutes = max(minutes, first.minutes)
    if minutes > MINUTES_A_DAY:
        return None
    fields: dict[str, Any] = {
        "title": " + ".join(dict.fromkeys(title for title in (first.title, last.title) if title)),
        "minutes": minutes,
        "internal": first.internal and last.internal,
        "preparation_minutes": min(first.preparation_minutes + last.preparation_minutes, MINUTES_A_DAY),
        "audience": _for_whom(first, last),
    }
    for each in described(Block):
        one, other = getattr(first, each.name), getattr(last, each.name)
        if each.name in _OF_THE_LAST:
            fields[each.name] = other
        elif each.name not in _OF_THE_FIRST and each.name not in fields:
            fields[each.name] = _together(each, one, other)
    if first.link and last.link not in {"", first.link}:
        fields["description"] = "\n\n".join(text for text in (fields["description"], last.link) if text)
    return replace(first, **fields)


def _for_whom(first: Block, last: Block) -> tuple[int, ...]:
    """Return the groups for which either is; nothing, so everybody, where one of them is for all."""
    return tuple(dict.fromkeys((*first.audience, *last.audience))) if first.audience and last.audience else ()


def _together(each: Described, one: Any, other: Any) -> Any:
    """Return what two blocks say in a field as one."""
    if isinstance(one, tuple):
        return one + tuple(more for more in other if not _stands_in(more, one))
    if isinstance(one, bool):
        return one or other
    if isinstance(one, str) and one and other and one != other:
        if each.name in _IN_ONE_LINE:
            return f"{one}; {other}"
        return f"{one}\n\n{other}" if each.characters == TEXT_CHARACTERS else one
    return other if one == each.default else one


def _stands_in(thing: Any, those: tuple[Any, ...]) -> bool:
    """Whether a thing is there already: the same, or a lead by the same person."""
    if isinstance(thing, BlockLead):
        return any(each.person == thing.person for each in those)
    return thing in those
