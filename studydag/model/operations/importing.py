"""A programme that someone else made, added as a study day or to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from studydag.model.exchange.importing.as_day import ProgrammeOfDay, programme_of_day
from studydag.model.operations.bringing import Parcel, bring, bring_shared, must_have_room_for_day, parcel
from studydag.model.operations.ranking import STEP, after_last
from studydag.model.operations.soundness import must_have_room_for_blocks, refuse_if_any
from studydag.model.rules.consistency import problems_of_day
from studydag.model.store import whereabouts
from studydag.model.store.library import Library
from studydag.model.store.writing import Writer
from studydag.model.values.changes import Op, Place
from studydag.model.values.imported import ImportedProgramme
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.programme import Block, Part
from studydag.model.values.school import Person, Room, School
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.validation import clean_text, cleaned, own_problems, problems_of

SCHOOL = 1


def add_programme(library: Library, programme: ImportedProgramme, title: str) -> int:
    """Add a study day with an imported programme, as one step; return its id.

    People and rooms that the school has are found again, the others are added. Raises InvalidValue, TooMany.
    """
    return add_prepared(library, _prepared_for(library, programme, title))


def must_be_addable(library: Library, programme: ImportedProgramme, title: str) -> None:
    """Raise what `add_programme` would, without writing anything."""
    must_have_room_for_day(library, _prepared_for(library, programme, title))


def _prepared_for(library: Library, programme: ImportedProgramme, title: str) -> Parcel:
    language = library.bare(School, SCHOOL).language
    return prepared(programme, title, language, library.every(Person), library.every(Room))


def prepared(
    programme: ImportedProgramme,
    title: str,
    language: DocumentLanguage,
    people: Sequence[Person],
    rooms: Sequence[Room],
) -> Parcel:
    """Return an imported programme as a study day with the people and rooms that it names, ready to be written.

    `people` and `rooms` are those that the school has. Raises InvalidValue, TooMany.
    """
    title = clean_text(title)
    refuse_if_any(own_problems(StudyDay, {"title": title}, ""))
    made = _made(programme, people, rooms)
    parts = made.parts or (Part(id=_unused(made), position=STEP),)
    day = StudyDay(
        id=_unused(made) + 1,
        title=title,
        language=language,
        parts=parts,
        blocks=made.blocks,
    )
    return parcel(day, Setting(people=made.people, rooms=made.rooms))


def add_prepared(library: Library, packed: Parcel, come_on: Callable[[int, int], None] | None = None) -> int:
    """Add a study day that was prepared, as one step; return its id. Raises TooMany.

    `come_on` is told how many of how many rows are written, some hundred at a time; what it raises undoes all.
    """
    with library.change(Op.ADD_PROGRAMME) as writer:
        writer.come_on = come_on
        number = bring(library, writer, packed)
        writer.place = Place(number, "study_day", number)
    return number


def add_programme_to_day(library: Library, day_id: int, programme: ImportedProgramme) -> tuple[int, ...]:
    """Add an imported programme to a study day, as one step; return the ids of its blocks that are no options.

    A part of the day without blocks takes an imported part on its date, or one without a date; others become new
    parts. Raises InvalidValue, TooMany, NotFound.
    """
    made = _made(programme, library.every(Person), library.every(Room))
    problems = [*problems_of(made.blocks_as_day()), *problems_of(Setting(people=made.people, rooms=made.rooms))]
    refuse_if_any(problems or problems_of_day(made.blocks_as_day()))
    must_have_room_for_blocks(library, day_id, None, sum(block.round is None for block in made.blocks))
    standing = library.of_day(Part, day_id)
    taken = _empty_parts(library, day_id, standing, made.parts)
    owner = ("study_day", day_id)
    with library.change(Op.ADD_PROGRAMME, place=Place(day_id, "study_day", day_id)) as writer:
        known = bring_shared(library, writer, Setting(people=made.people, rooms=made.rooms))
        for part in made.parts:
            if part.id in taken:
                known["part", part.id] = taken[part.id].id
                _fit(writer, taken[part.id], part)
        first = after_last(whereabouts.ranks(library, "part", owner))
        fresh = [part for part in made.parts if part.id not in taken]
        placed = [replace(part, position=first + STEP * place) for place, part in enumerate(fresh)]
        ids = writer.add_all([*placed, *_behind_parked(library, day_id, made.blocks)], owner, known)
        tops = tuple(ids["block", block.id] for block in made.blocks if block.round is None)
        if tops:
            writer.place = Place(day_id, "block", tops[0])
    return tops


def _made(programme: ImportedProgramme, people: Sequence[Person], rooms: Sequence[Room]) -> ProgrammeOfDay:
    made = programme_of_day(programme, people, rooms)
    return replace(
        made,
        parts=tuple(cleaned(part) for part in made.parts),
        blocks=tuple(cleaned(block) for block in made.blocks),
        people=tuple(cleaned(person) for person in made.people),
        rooms=tuple(cleaned(room) for room in made.rooms),
    )


def _unused(made: ProgrammeOfDay) -> int:
    leads = (lead.id for block in made.blocks for lead in block.leads)
    things = (thing.id for things in (made.parts, made.blocks, made.people, made.rooms) for thing in things)
    return max((0, *leads, *things)) + 1


def _empty_parts(library: Library, day_id: int, standing: Sequence[Part], coming: Sequence[Part]) -> dict[int, Part]:
    """Return which part of the day each imported part goes into, by the imported part's id."""
    used = {block.part for block in library.of_day(Block, day_id)}
    empty = [part for part in standing if part.id not in used]
    taken: dict[int, Part] = {}
    for part in coming:
        fitting = next((own for own in empty if own.date == part.date or None in {own.date, part.date}), None)
        if fitting is not None:
            empty.remove(fitting)
            taken[part.id] = fitting
    return taken


def _fit(writer: Writer, own: Part, part: Part) -> None:
    writer.set(
        Part,
        own.id,
        date=own.date or part.date,
        start=part.start,
        end=part.end,
        title=own.title or part.title,
        venue=own.venue or part.venue,
    )


def _behind_parked(library: Library, day_id: int, blocks: Sequence[Block]) -> list[Block]:
    """Return blocks of which the parked ones stand behind those that are parked already."""
    parked = [block.position for block in library.of_day(Block, day_id) if block.part is None and block.round is None]
    offset = max(parked, default=0)
    return [
        replace(block, position=block.position + offset) if block.part is None and block.round is None else block
        for block in blocks
    ]
