"""Carousels: rounds by group in a row, made at once from stations, or from a round that stands there already (D08)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from studydag.model.operations.ranking import STEP
from studydag.model.operations.soundness import (
    day_of,
    must_have_room_for_blocks,
    refuse,
    refuse_if_any,
    sound,
)
from studydag.model.operations.spots import PARKED, Spot, positions_at, spot_after
from studydag.model.rules.choices.carousel import Carousel, carousel_blocks
from studydag.model.store.library import Library
from studydag.model.store.writing import Writer
from studydag.model.values.changes import Op, Place
from studydag.model.values.programme import Block, BlockKind, RoundRule
from studydag.model.values.references import Reference
from studydag.model.values.school import Group, GroupKind
from studydag.model.values.validation import own_problems
from studydag.model.values.wording import N_

FEWEST = 2


def make_carousel(
    library: Library,
    day_id: int,
    carousel: Carousel,
    spot: Spot = PARKED,
    *,
    round_title: str = "{title} {n}",
    new_groups: Mapping[int, str] | None = None,
) -> tuple[int, ...]:
    """Add the rounds of a carousel at a spot, as one step; return their ids.

    `new_groups` are groups to be made along with it, by the negative ids that the carousel has for them.
    Raises InvalidValue, TooMany, NotFound.
    """
    made = _sound_groups(library, new_groups)
    blocks = _sound_blocks(library, day_id, carousel, round_title, made)
    rounds = [block.id for block in blocks if block.kind is BlockKind.ROUND]
    must_have_room_for_blocks(library, day_id, None, len(rounds))
    with library.change(Op.MAKE_CAROUSEL) as writer:
        known = writer.add_all(made, None, {}) if made else {}
        placed = [block if block.round is not None else replace(block, part=spot.part) for block in blocks]
        ids = writer.add_all(placed, ("study_day", day_id), known)
        own = tuple(ids["block", number] for number in rounds)
        writer.reposition("block", positions_at(library, day_id, spot, own))
        writer.place = Place(day_id, "block", own[0])
    return own


def carousel_from_round(
    library: Library,
    round_id: int,
    carousel: Carousel,
    *,
    round_title: str = "{title} {n}",
    new_groups: Mapping[int, str] | None = None,
) -> tuple[int, ...]:
    """Make a round the first of a carousel, whose stations are its options, as one step; return the rounds.

    The options stay what they are, with their leads, rooms and whoever refers to them. One where nobody is in the first
    round goes to the round in which somebody is. Raises InvalidValue, TooMany, NotFound.
    """
    day_id = day_of(library, ("block", round_id))
    owner = ("study_day", day_id)
    made = _sound_groups(library, new_groups)
    blocks = _sound_blocks(library, day_id, carousel, round_title, made)
    rounds = [block for block in blocks if block.kind is BlockKind.ROUND]
    firsts = [block for block in blocks if block.round is not None and block.repeats is None]
    standing = {first.id: carousel.stations[first.position].id for first in firsts}
    must_have_room_for_blocks(library, day_id, None, len(rounds) - 1)
    with library.change(Op.MAKE_CAROUSEL, place=Place(day_id, "block", round_id)) as writer:
        known: dict[Reference, int] = dict(writer.add_all(made, None, {})) if made else {}
        known |= {("block", rounds[0].id): round_id, **{("block", old): new for old, new in standing.items()}}
        part = library.bare(Block, round_id).part
        known |= writer.add_all([replace(each, part=part) for each in rounds[1:]], owner, known)
        writer.add_all([block for block in blocks if block.repeats is not None], owner, known)
        writer.set(Block, round_id, title=rounds[0].title, round_rule=RoundRule.BY_GROUP, minutes=carousel.minutes)
        for first in firsts:
            _become_station(writer, first, known)
        own = tuple(known["block", each.id] for each in rounds)
        writer.reposition("block", positions_at(library, day_id, spot_after(library, round_id), own[1:]))
    return own


def _become_station(writer: Writer, first: Block, known: Mapping[Reference, int]) -> None:
    assert first.round is not None
    writer.set(
        Block,
        known["block", first.id],
        round=known["block", first.round],
        minutes=first.minutes,
        offset_minutes=first.offset_minutes,
        audience=tuple(known.get(("group", group), group) for group in first.audience),
        repeats=None,
    )


def _sound_groups(library: Library, new_groups: Mapping[int, str] | None) -> Sequence[Group]:
    return [
        replace(sound(library, Group(name=name, kind=GroupKind.OTHER), None), id=number)
        for number, name in (new_groups or {}).items()
    ]


def _sound_blocks(
    library: Library, day_id: int, carousel: Carousel, round_title: str, made: Sequence[Group]
) -> list[Block]:
    """Return the blocks of a carousel, each of them as a block must be."""
    if len(carousel.stations) < FEWEST:
        refuse("stations", N_("A carousel has two stations or more."))
    if len(carousel.groups) < FEWEST:
        refuse("groups", N_("A carousel has two groups or more."))
    refuse_if_any(own_problems(Block, {"minutes": carousel.minutes, "offset_minutes": carousel.change_over}, ""))
    new = {group.id for group in made}
    blocks = []
    for number, block in enumerate(carousel_blocks(carousel, round_title=round_title), 1):
        # What is only made here can't be looked up yet.
        bare = replace(
            block,
            id=0,
            round=None,
            repeats=None,
            audience=tuple(group for group in block.audience if group not in new),
        )
        whole = sound(library, bare, ("study_day", day_id))
        position = block.position if block.round is not None else number * STEP
        blocks.append(
            replace(
                whole,
                id=block.id,
                round=block.round,
                repeats=block.repeats,
                audience=block.audience,
                position=position,
            )
        )
    return blocks
