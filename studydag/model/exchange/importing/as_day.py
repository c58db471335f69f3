"""A programme as a study day: parts, blocks with minutes and pins, and the people and rooms that they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from studydag.model.exchange.importing.recognising.matching import Names, person_key, room_key
from studydag.model.exchange.importing.recognising.names import Sureness, name_and_organisation, name_sureness
from studydag.model.exchange.importing.recognising.seats import most_people_of
from studydag.model.rules.time.schedule import MINUTES_A_DAY, clock_time
from studydag.model.values.fields import TEXT_CHARACTERS, TITLE_CHARACTERS
from studydag.model.values.imported import ImportedBlock, ImportedPart, ImportedProgramme
from studydag.model.values.programme import Block, BlockKind, BlockLead, Part
from studydag.model.values.school import Person, PersonRole, Room
from studydag.model.values.study_day import StudyDay

STEP = 1024
USUAL_MINUTES = 30
_THE_END: Final = re.compile(
    r"(?:einde?|end|ende|schluss)(?:\s+(?:van|of|der|des))?(?:\s+(?:de|het|the|den))?(?:\s+\w+)?\W*", re.IGNORECASE
)
ROOM_CHARACTERS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeOfDay:
    """Parts and blocks of a programme with the people and rooms in them; ids hold within this value only."""

    parts: tuple[Part, ...]
    blocks: tuple[Block, ...]
    people: tuple[Person, ...]
    rooms: tuple[Room, ...]

    def blocks_as_day(self) -> StudyDay:
        """Return the parts and blocks as a study day of nothing else, for the rules that look at one."""
        return StudyDay(title="-", parts=self.parts, blocks=self.blocks)


def programme_of_day(
    programme: ImportedProgramme, people: Sequence[Person] = (), rooms: Sequence[Room] = ()
) -> ProgrammeOfDay:
    """Return a programme as parts and blocks.

    Who and what the school knows already is found again, also where it is written a little otherwise. Others become
    people of their own, from outside where the school keeps a list; what is no name, such as `werkgroep taal`, goes
    into the description.
    """
    making = _Making(people, rooms)
    parts = [making.part(part, rank, programme.venue) for rank, part in enumerate(programme.parts, start=1)]
    for rank, block in enumerate(programme.parked, start=1):
        making.add(block, None, rank)
    making.park_the_rest(len(programme.parked))
    return ProgrammeOfDay(
        parts=tuple(parts),
        blocks=tuple(making.blocks),
        people=tuple(making.people.values()),
        rooms=tuple(making.rooms.values()),
    )


class _Making:
    """Numbers what is made, and remembers whom and what was named before."""

    def __init__(self, people: Sequence[Person], rooms: Sequence[Room]) -> None:
        self.blocks: list[Block] = []
        self.people: dict[str, Person] = {}
        self.rooms: dict[str, Room] = {}
        self._number = 0
        self._rest: list[ImportedBlock] = []
        self._known_people = Names(((person.name, person) for person in people if not person.archived), person_key)
        self._known_rooms = Names(((room.name, room) for room in rooms), room_key)
        self._role = PersonRole.EXTERNAL if people else PersonRole.TEACHER

    def part(self, part: ImportedPart, rank: int, venue: str) -> Part:
        """Return a part, with its blocks added; it lasts from the first start to the last end."""
        number = self._next()
        start = min(block.start or 0 for block in part.blocks)
        end = max(_end(block) for block in part.blocks)
        if _is_the_end(part.blocks[-1]):
            end = max([_end(block) for block in part.blocks[:-1]], default=end)
            end = max(end, part.blocks[-1].start or 0)
        cursor = start
        for place, block in enumerate(part.blocks, start=1):
            begin = block.start or 0
            self.add(block, number, place, pinned=begin != cursor)
            cursor = max(cursor, _end(block))
        return Part(
            id=number,
            position=rank * STEP,
            title=part.title[:TITLE_CHARACTERS],
            date=part.date,
            start=clock_time(start),
            end=clock_time(end),
            venue=venue[:TITLE_CHARACTERS],
        )

    def add(self, block: ImportedBlock, part: int | None, rank: int, *, pinned: bool = False) -> None:
        """Add a block, and its options behind it."""
        number = self._next()
        leads, others = self._leads(block.persons)
        room, place = self._room(block.room)
        notes = [*others, *([place] if place else []), *([block.description] if block.description else [])]
        description, rest = _within_its_limit("\n".join(notes))
        if rest:
            self._rest.append(ImportedBlock(line=block.line, title=block.title, phase=block.phase, description=rest))
        start = block.start
        self.blocks.append(
            Block(
                id=number,
                part=part,
                position=rank * STEP,
                kind=BlockKind.ROUND if block.options else BlockKind.BLOCK,
                title=block.title,
                phase=block.phase,
                minutes=_minutes(block),
                pinned_start=clock_time(start) if pinned and start is not None else None,
                open_end=start is not None and block.end is None,
                end_inferred=block.end_inferred,
                description=description,
                capacity=most_people_of(block.description),
                leads=leads,
                room=room,
            )
        )
        for place_of_option, option in enumerate(block.options, start=1):
            self.add(option, None, place_of_option)
            made = self.blocks[-1]
            offset = max(0, (option.start or 0) - (block.start or 0)) if option.start is not None else 0
            self.blocks[-1] = replace(
                made, round=number, offset_minutes=min(MINUTES_A_DAY, offset), open_end=False, pinned_start=None
            )

    def park_the_rest(self, rank: int) -> None:
        """Park what was more than the description of a block holds, behind `rank` others, so that nothing is lost."""
        while self._rest:
            rank += 1
            self.add(self._rest.pop(0), None, rank)

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _leads(self, names: Sequence[str]) -> tuple[tuple[BlockLead, ...], list[str]]:
        """Return who leads, and what was written there that is nobody's name."""
        ids: list[int] = []
        others: list[str] = []
        for name in names:
            person = self._person(name)
            if person is None:
                others.append(name)
            elif person.id not in ids:
                ids.append(person.id)
        return tuple(BlockLead(id=self._next(), position=rank, person=each) for rank, each in enumerate(ids)), others

    def _person(self, name: str) -> Person | None:
        known = self._known_people.find(name)
        if known is None and name_sureness(name) is Sureness.NO:
            return None
        key = known.uid if known is not None else person_key(name)
        if key not in self.people:
            self.people[key] = replace(known, id=self._next()) if known is not None else self._new_person(name)
        return self.people[key]

    def _new_person(self, name: str) -> Person:
        own, organisation = name_and_organisation(name)
        return Person(
            id=self._next(),
            name=own[:TITLE_CHARACTERS],
            organisation=organisation[:TITLE_CHARACTERS],
            role=self._role,
        )

    def _room(self, name: str) -> tuple[int | None, str]:
        """Return the id of a room, or the text where it is too long to be the name of one."""
        if not name:
            return None, ""
        known = self._known_rooms.find(name)
        if known is None and len(name) > ROOM_CHARACTERS:
            return None, name
        key = known.uid if known is not None else room_key(name)
        if key not in self.rooms:
            self.rooms[key] = replace(known, id=self._next()) if known is not None else Room(id=self._next(), name=name)
        return self.rooms[key].id, ""


def _within_its_limit(text: str) -> tuple[str, str]:
    """Return what a description can hold of a text, up to a word, and the rest."""
    if len(text) <= TEXT_CHARACTERS:
        return text, ""
    cut = max(text.rfind(" ", 0, TEXT_CHARACTERS), text.rfind("\n", 0, TEXT_CHARACTERS))
    cut = cut if cut > TEXT_CHARACTERS // 2 else TEXT_CHARACTERS
    return text[:cut], text[cut:].strip()


def _end(block: ImportedBlock) -> int:
    start = block.start or 0
    return block.end if block.end is not None and block.end > start else start + (block.minutes or USUAL_MINUTES)


def _is_the_end(block: ImportedBlock) -> bool:
    """Return whether a line such as `15.30 Einde` tells when the part ends, rather than what lasts a while after it."""
    return block.end is None and not block.minutes and _THE_END.fullmatch(block.title) is not None


def _minutes(block: ImportedBlock) -> int:
    if block.start is not None and block.end is not None and block.end > block.start:
        return min(MINUTES_A_DAY, block.end - block.start)
    return min(MINUTES_A_DAY, block.minutes or USUAL_MINUTES)
