"""Everything that a library holds on one person: where somebody is linked, signed up, or named in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from studydag.model.values.choices import Registration
from studydag.model.values.description import Described, described, is_thing
from studydag.model.values.references import reference_to, values_of
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A thing that has to do with somebody: what it stands in (outermost first), itself, and the fields that say so.

    A `whole` thing is somebody's own, such as a registration: all its fields are about them. In a `text` only the name
    stands.
    """

    trail: tuple[Any, ...]
    thing: Any
    fields: tuple[Described, ...]
    whole: bool = False
    text: bool = False


def held_in(root: Any, person: Person) -> tuple[Held, ...]:
    """Return all that a study day, a trajectory or a group holds on a person, in its order."""
    signed_up = {
        reference_to(thing)
        for _trail, thing in _walk(root, ())
        if isinstance(thing, Registration) and thing.person == person.id
    }
    named = _naming(person)
    found: list[Held] = []
    for trail, thing in _walk(root, ()):
        if thing is root and isinstance(thing, Person):
            continue
        linked = tuple(each for each in described(type(thing)) if _leads_to(each, thing, ("person", person.id)))
        own = tuple(
            each
            for each in described(type(thing))
            if each.refers == "registration" and any(("registration", n) in signed_up for n in values_of(each, thing))
        )
        if isinstance(thing, Registration) and linked:
            found.append(Held(trail=trail, thing=thing, fields=linked, whole=True))
        elif linked or own:
            found.append(Held(trail=trail, thing=thing, fields=linked or own, whole=bool(own)))
        texts = tuple(
            each
            for each in described(type(thing))
            if each.holds is str and each.name != "uid" and any(named(text) for text in values_of(each, thing))
        )
        if texts:
            found.append(Held(trail=trail, thing=thing, fields=texts, text=True))
    return tuple(found)


def _leads_to(each: Described, thing: Any, reference: tuple[str, int]) -> bool:
    return each.refers == reference[0] and reference[1] in values_of(each, thing)


def _walk(value: Any, trail: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Give every thing within a value with what it stands in."""
    if is_thing(type(value)):
        yield trail, value
        trail = (*trail, value)
    for each in described(type(value)):
        if each.is_value:
            for inner in values_of(each, value):
                yield from _walk(inner, trail)


def _naming(person: Person) -> Callable[[str], bool]:
    """Return what says whether a text names a person as they are written."""
    words = [re.escape(word.strip()) for word in (person.name, person.email) if word.strip()]
    if not words:
        return lambda _text: False
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")
    return lambda text: pattern.search(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """Everything on one person: the record, what the school holds, each study day that has something, and the rest.

    `versions` counts kept versions of a day (by its id) in which they stand, `backups` names files that hold them.
    """

    person: Person
    school: tuple[Held, ...]
    days: tuple[tuple[StudyDay, tuple[Held, ...]], ...]
    versions: Mapping[int, int]
    backups: tuple[str, ...]
