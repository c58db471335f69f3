"""Groups of the sections that people are in, as far as there is none yet."""

from __future__ import annotations

from collections.abc import Iterable

from studydag.model.rules.written.matching import folded
from studydag.model.values.school import Group, GroupKind, Person


def groups_of_sections(people: Iterable[Person], groups: Iterable[Group]) -> tuple[Group, ...]:
    """Return a group for each section of people who aren't archived, by name, where no group is called so."""
    known = {_key(group.name) for group in groups}
    found: dict[str, tuple[str, list[int]]] = {}
    for person in people:
        name = " ".join(person.section.split())
        if name and not person.archived and _key(name) not in known:
            found.setdefault(_key(name), (name, []))[1].append(person.id)
    made = (Group(name=name, kind=GroupKind.SECTION, members=tuple(members)) for name, members in found.values())
    return tuple(sorted(made, key=lambda group: folded(group.name)))


def _key(name: str) -> str:
    """Return a name as it is compared: *Sectie Nederlands* is the group of Nederlands."""
    words = folded(name).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"sectie", "vakgroep", "department"} else words)
