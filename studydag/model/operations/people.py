"""People taken over from a table."""

from __future__ import annotations

from collections.abc import Sequence

from studydag.model.operations.editing import changed
from studydag.model.operations.soundness import fields_of, must_have_room, sound
from studydag.model.rules.people.people_import import Fate, PersonLine, completed
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.school import Person


def import_people(library: Library, lines: Sequence[PersonLine]) -> tuple[int, ...]:
    """Add the people who are new, and fill in what those who are known lack, as one step; return all their ids.

    Lines that were refused, or say nothing new, are left out. Raises InvalidValue, TooMany.
    """
    new = [sound(library, line.person, None) for line in lines if line.fate is Fate.NEW]
    known = [(line, library.get(Person, line.known)) for line in lines if line.fate is Fate.KNOWN and line.known]
    updates = [(person.id, completed(person, line)) for line, person in known]
    whole = [(number, changed(library, Person, number, fields), fields) for number, fields in updates if fields]
    if not new and not whole:
        return ()
    if new:
        must_have_room(library, new[0], None, len(new))
    made: list[int] = []
    with library.change(Op.IMPORT_PEOPLE) as writer:
        made += [writer.add(person) for person in new]
        for number, person, fields in whole:
            writer.set(Person, number, **fields_of(person, fields))
            made.append(number)
        writer.place = Place(None, "person", made[0])
    return tuple(made)
