"""A line below a block that says several things of it, parted by dots or bars: `Kennis · met Anna Bos · lokaal 3`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from studydag.model.exchange.importing.recognising.names import Sureness, name_sureness
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.titles.people_behind import people_behind
from studydag.model.exchange.importing.titles.rooms_behind import bare_room
from studydag.model.exchange.importing.vocabulary.offices import tells_an_office
from studydag.model.exchange.importing.vocabulary.place_words import HOUSE, WEAK
from studydag.model.exchange.importing.vocabulary.words import Role, label_at

_BETWEEN: Final = re.compile(r"\s+[·•|¦]\s+")
_PARTED: Final = re.compile(r"\s+[–—/-]\s+|,\s+")
_SHORT: Final = 80


@dataclass(frozen=True, slots=True)
class Aside:
    """Who leads and where it is, by what a line says; the line itself stays the description."""

    persons: tuple[str, ...] = ()
    room: str = ""


def aside_of(text: str) -> Aside | None:
    """Return what the pieces of a line say; None for a line of one piece, or one that says neither who nor where."""
    pieces = _BETWEEN.split(text.strip())
    if len(pieces) < 2:
        return None
    persons: list[str] = []
    room = ""
    for piece in pieces:
        label = label_at(piece)
        if len(piece) > _SHORT or (label is not None and label[0] not in {Role.PERSONS, Role.ROOM}):
            continue
        if label is not None and label[0] is Role.ROOM:
            room = room or label[2]
        elif people_behind(piece).persons and (piece[:1].islower() or people_in(piece).sureness is Sureness.SURE):
            persons += people_behind(piece).persons
        elif not room and room_sureness(piece) is Sureness.SURE:
            room = piece
    return Aside(tuple(persons), room) if persons or room else None


def who_and_where(cells: Sequence[str]) -> Aside | None:
    """Return what cells below a block say: `Dr. Anna Bos (Kiel)`, `Jan Mos`, `Hörsaal 3`; None for others."""
    rooms = [cell for cell in cells if room_sureness(cell) is Sureness.SURE]
    named = [speaker_of(cell) for cell in cells if cell not in rooms]
    if len(rooms) > 1 or not named or any(one.sureness < Sureness.SURE for one in named):
        return None
    return Aside(tuple(name for one in named for name in one.persons), "".join(rooms))


def who_beside_where(text: str) -> Aside | None:
    """Return both of a line of people and a room in either order: `Anna Bos, lokaal 4`, `Lokaal 5 – Jan Mos`."""
    ends = [*_PARTED.finditer(text)] if len(text) <= 2 * _SHORT else []
    for end in (ends[-1:] + ends[:1]) if ends else ():
        both = who_and_where((text[: end.start()], text[end.end() :]))
        if both is not None and both.persons and both.room and not _could_be_a_house(both.room):
            return both
    return None


def _could_be_a_house(room: str) -> bool:
    """Whether what stands beside a name may be where that person is from: `Academic Forum, Japan`, `Museum Noord`."""
    is_weak = any(WEAK.fullmatch(word) for word in room.split())
    return "," in room or is_weak or HOUSE.fullmatch(room) is not None or tells_an_office(room)


def without_room_behind(text: str) -> tuple[str, str]:
    """Return a line that says who leads without the room behind its last comma, and that: `Led by Anna Bos, Room 4`."""
    who, comma, where = text.rstrip(" .").rpartition(", ")
    where = bare_room(where)
    is_room = bool(comma) and room_sureness(where) is Sureness.SURE and name_sureness(where) is not Sureness.SURE
    return (who, where) if is_room else (text, "")
