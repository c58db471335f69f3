"""Rooms that stand as headings above all that is held in them: `Zaal 1`, its times, and then `Zaal 2`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from studydag.model.exchange.importing.recognising.places import names_a_room
from studydag.model.exchange.importing.texts.drafts import Draft
from studydag.model.exchange.importing.vocabulary.words import Role, label_at
from studydag.model.values.imported import LineKind

_FEWEST: Final = 2
_EDGES: Final = " :#*_"
_HEADS: Final = frozenset(
    {LineKind.NOTE, LineKind.HEADING, LineKind.TITLE, LineKind.VENUE, LineKind.NOT_UNDERSTOOD, LineKind.PARKED}
)


def take_rooms_above(drafts: Sequence[Draft]) -> None:
    """Give blocks the room that stands alone above them, where the first does so above all blocks.

    The clock begins anew below each, or each stands apart or behind a label and nothing else says where a block is.
    """
    heads = [place for place in range(len(drafts) - 1) if _could_head(drafts, place)]
    first = next((place for place, draft in enumerate(drafts) if draft.kind.is_block), len(drafts))
    if len(heads) < _FEWEST or heads[0] > first or any(place < first for place in heads[1:]):
        return
    have_rooms = any(draft.room for place, draft in enumerate(drafts) if draft.kind.is_block or place not in heads)
    anew = [heads[0], *(place for place in heads[1:] if _begins_anew(drafts, place))]
    are_alone = not have_rooms and (len(drafts) > _FEWEST * len(heads) or all(_label(drafts[place]) for place in heads))
    for place in (chosen := anew if len(anew) >= _FEWEST else heads if are_alone else []):
        _head(drafts, place, chosen)


def _label(draft: Draft) -> str:
    """Return the room behind a label: `Room: Ballroom`; empty without one."""
    label = label_at(draft.row.text)
    return label[2] if label is not None and label[0] is Role.ROOM else ""


def _could_head(drafts: Sequence[Draft], place: int) -> bool:
    """Whether a line is a room alone, apart from what stands above it or behind a label, right above a time."""
    draft, following = drafts[place], drafts[place + 1]
    is_alone = len(draft.row.filled) == 1 and not (draft.row.table or draft.row.bullet) and not draft.persons
    is_apart = draft.row.after_gap or draft.row.is_heading or not place
    is_above = following.kind is LineKind.ITEM and following.time.start is not None
    is_room = bool(_label(draft)) or (is_apart and names_a_room(draft.row.text.strip(_EDGES)))
    return draft.kind in _HEADS and is_alone and is_above and is_room


def _begins_anew(drafts: Sequence[Draft], place: int) -> bool:
    """Whether what stands below a line is earlier than what stands above it, and no other day."""
    above = next((draft for draft in reversed(drafts[:place]) if draft.time.start is not None), None)
    start = drafts[place + 1].time.start
    return above is not None and above.time.start is not None and start is not None and start < above.time.start


def _head(drafts: Sequence[Draft], place: int, heads: Sequence[int]) -> None:
    """Make a line the heading of what stands below it, down to the next or to another day."""
    head = drafts[place]
    room = _label(head) or head.row.text.strip(_EDGES)
    head.kind, head.title, head.room = LineKind.HEADING, room, ""
    for below in range(place + 1, len(drafts)):
        draft = drafts[below]
        if below in heads or draft.kind is LineKind.DATE:
            return
        if draft.kind.is_block:
            draft.room = draft.room or room
            draft.begins_part = draft.begins_part and draft.date is not None
