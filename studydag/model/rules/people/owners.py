"""Who has something to do: the owners of open actions over one study day or several."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from studydag.model.rules.calendar.dates import resolve
from studydag.model.values.school import Person
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerLine:
    """A person with the number of open actions they own or are the contact of, and the first date one is due."""

    person: Person
    actions: int
    first: dt.date | None = None


def owners(days: Iterable[tuple[StudyDay, Setting]]) -> tuple[OwnerLine, ...]:
    """Return everyone who owns an open action, or is the contact of a group that does, by name (R084)."""
    people: dict[int, Person] = {}
    found: dict[int, list[dt.date | None]] = {}
    for day, setting in days:
        people.update({person.id: person for person in setting.people})
        for action in day.actions:
            whose = action.owner if action.owner is not None else action.owner_contact
            if action.state.is_unfinished and whose is not None:
                found.setdefault(whose, []).append(resolve(action.due, day))
    lines = [
        OwnerLine(
            person=people[number],
            actions=len(dates),
            first=min((each for each in dates if each is not None), default=None),
        )
        for number, dates in found.items()
        if number in people
    ]
    return tuple(sorted(lines, key=lambda line: (line.person.name.casefold(), line.person.id)))


def owner_in(text: str, people: Iterable[Person]) -> int | None:
    """Return who is meant by the name with which an action begins ("Noor asks …", "Noor: ask …"), or None.

    A first name alone is enough where one person has it.
    """
    said = text.casefold()
    found = {person.id: name for person in people if (name := _named(said, person.name))}
    longest = max(map(len, found.values()), default=0)
    meant = [each for each, name in found.items() if len(name) == longest]
    return meant[0] if len(meant) == 1 else None


def _named(said: str, name: str) -> str:
    """Return with what of a name a text begins: all of it, the first word, or nothing."""
    whole = name.casefold().strip()
    for each in (whole, whole.partition(" ")[0]):
        if each and said.startswith(each) and not said[len(each) : len(each) + 1].isalnum():
            return each
    return ""
