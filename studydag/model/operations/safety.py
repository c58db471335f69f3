"""What keeps a library safe, and what makes it forget: restore a backup, erase a person. Neither can be undone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from studydag.model.exchange.erasure import without_name, without_person
from studydag.model.store import restoring, whereabouts
from studydag.model.store.backups import Backup
from studydag.model.store.library import Library
from studydag.model.store.search import Hit
from studydag.model.store.writing import Writer
from studydag.model.values.changes import Op, Place
from studydag.model.values.choices import Registration
from studydag.model.values.school import Person
from studydag.model.values.study_day import Version


@dataclass(frozen=True, slots=True)
class Erased:
    """What is left to do by hand: backups that still hold the person, and texts in which the name still stands."""

    backups: tuple[Backup, ...]
    mentions: tuple[Hit, ...]


def restore(path: Path, backup: Path, now: dt.datetime) -> Path | None:
    """Go back to a backup, after making one of the library as it is; return that one, None where there was no library.

    The library must be closed; one that was damaged is kept beside the backups as it is. Raises CannotRead for a backup
    that is not sound, LibraryInUse, CannotWrite; then nothing has changed.
    """
    return restoring.restore(path, backup, now)


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
