"""What keeps a library safe, and what makes it forget: restore a backup, erase a person. Neither can be undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studydag.model.exchange.erasure import without_name, without_person
from studydag.model.exchange.study_day_json import decode, to_json
from studydag.model.operations.bringing import bring_in_place, parcel
from studydag.model.operations.setting import read_setting
from studydag.model.rules.calendar.dates import last_date
from studydag.model.rules.handing_on.anonymous import anonymous, holds_people, is_old, name_hider
from studydag.model.rules.people.person_file import PersonFile, held_in
from studydag.model.store import restoring, whereabouts
from studydag.model.store.backups import Backup, backups_of
from studydag.model.store.library import Library
from studydag.model.store.search import Hit
from studydag.model.store.writing import Writer
from studydag.model.values.changes import Op, Place
from studydag.model.values.choices import Registration
from studydag.model.values.errors import StudyDagError
from studydag.model.values.references import without
from studydag.model.values.school import Group, Person
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay, Version
from studydag.model.values.trajectory import Trajectory
from studydag.moving import PATIENCE, Patience


@dataclass(frozen=True, slots=True)
class Erased:
    """What is left to do by hand: backups that still hold the person, and texts in which the name still stands."""

    backups: tuple[Backup, ...]
    mentions: tuple[Hit, ...]


def restore(path: Path, backup: Path, now: dt.datetime, patience: Patience = PATIENCE) -> Path | None:
    """Go back to a backup, after making one of the library as it is; return that one, None where there was no library.

    The library must be closed; one that was damaged is kept beside the backups as it is. Raises CannotRead for a backup
    that is not sound, LibraryInUse, CannotWrite; then nothing has changed.
    """
    return restoring.restore(path, backup, now, patience)


def erase_person(library: Library, person_id: int) -> Erased:
    """Erase someone from the library: the record, every link, registrations (which count on, for nobody), versions.

    A backup is made first; it is among those that still hold the person. Empties undo. Raises NotFound.
    """
    person = library.get(Person, person_id)
    library.backup("erase")
    with library.change(Op.ERASE_PERSON, undoable=False, place=Place(None, "person", person_id)) as writer:
        _empty_registrations(library, writer, person_id)
        for number in whereabouts.ids(library, "version"):
            version = library.get(Version, number)
            content, name = without_person(version.content, person), without_name(version.name, person)
            writer.set(Version, number, content=content, name=name)
        writer.delete("person", person_id)
    library.compact()
    words = (person.name, person.email)
    hits = {(hit.kind, hit.id): hit for word in words if word.strip() for hit in library.find(word)}
    return Erased(tuple(restoring.holding(library.path, person.uid)), tuple(hits.values()))


def everything_on(library: Library, person_id: int) -> PersonFile:
    """Gather all that the library holds on one person; backups are named, and not read. Raises NotFound."""
    person = library.get(Person, person_id)
    common = (*library.every(Group), *library.every(Trajectory))
    days = [(day, held_in(day, person)) for day in library.every(StudyDay)]
    versions = {
        day.id: sum(person.uid in each.content or person.name in each.content for each in library.versions_of(day.id))
        for day, _held in days
    }
    return PersonFile(
        person=person,
        school=tuple(held for thing in common for held in held_in(thing, person)),
        days=tuple((day, held) for day, held in days if held or versions[day.id]),
        versions=versions,
        backups=tuple(backup.path.name for backup in restoring.holding(library.path, person.uid)),
    )


@dataclass(frozen=True, slots=True)
class Anonymised:
    """How many study days and versions were made anonymous, and the backups in which names still stand."""

    days: int
    versions: int
    backups: tuple[Backup, ...]


def days_to_anonymise(library: Library, today: dt.date, months: int) -> tuple[StudyDay, ...]:
    """Return the study days of more than so many months ago in which somebody is still to be found, oldest first."""
    people = library.every(Person)
    old = (day for day in library.every(StudyDay) if is_old(day, today, months))
    found = (day for day in old if holds_people(day, people) or _names_in_versions(library, day.id, people))
    return tuple(sorted(found, key=lambda day: (last_date(day) or today, day.id)))


def _names_in_versions(library: Library, day_id: int, people: Sequence[Person]) -> bool:
    texts = [version.content for version in library.versions_of(day_id)]
    return any(person.uid in text or person.name in text for text in texts for person in people)


def anonymise(library: Library, day_ids: Sequence[int]) -> Anonymised:
    """Take everybody out of study days and their versions; what was done, counted and learned stays.

    A backup is made first. A version that can't be read any more is deleted. Empties undo. Raises NotFound.
    """
    people = library.every(Person)
    days = [library.get(StudyDay, number) for number in day_ids]
    built_in = read_setting(library, StudyDay())
    library.backup("anonymise")
    versions = 0
    place = Place(None, "person", 0)
    with library.change(Op.ANONYMISE, undoable=False, place=place) as writer:
        for day in days:
            # Groups of the school have names of their own; that a day is about one says nothing of anybody.
            around = without(read_setting(library, day), {("person", person.id) for person in people})
            bare = parcel(anonymous(day, people), around)
            bring_in_place(library, writer, bare, day.id)
            for version in library.versions_of(day.id):
                content = _anonymous_version(version.content, people, built_in)
                if content is None:
                    writer.delete("version", version.id)
                else:
                    writer.set(Version, version.id, content=content, name=name_hider(people)(version.name))
                versions += 1
    library.compact()
    return Anonymised(len(days), versions, tuple(backups_of(library.path)))


def _anonymous_version(content: str, people: Sequence[Person], built_in: Setting) -> str | None:
    try:
        loaded = decode(content.encode(), built_in=built_in)
    except StudyDagError:
        return None
    # Ids of a version hold within it only, so names of people of the library are looked for in its texts alone.
    own = loaded.setting.people
    bare = anonymous(anonymous(loaded.day, own), [replace(person, id=0) for person in people])
    gone = {("person", person.id) for person in own}
    return to_json(bare, without(loaded.setting, gone)).decode()


def _empty_registrations(library: Library, writer: Writer, person_id: int) -> None:
    for day_id in whereabouts.days_with_registrations_of(library, person_id):
        registrations = library.of_day(Registration, day_id)
        gone = {each.id for each in registrations if each.person == person_id}
        for each in registrations:
            if each.id in gone:
                writer.set(Registration, each.id, name="", access_needs=(), access_note="", together=(), apart=())
                continue
            together = tuple(other for other in each.together if other not in gone)
            apart = tuple(other for other in each.apart if other not in gone)
            if (together, apart) != (each.together, each.apart):
                writer.set(Registration, each.id, together=together, apart=apart)
