"""Who registers: names that are typed, and everyone of the school, of a group or of a section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from studydag.model.rules.written.matching import folded
from studydag.model.values.choices import Registration
from studydag.model.values.school import PersonRole
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """People who may register at once: a group, or a section where no group has its name; else (no name) the school."""

    name: str = ""
    group: int | None = None
    is_section: bool = False
    people: tuple[int, ...] = ()


def gatherings(day: StudyDay, setting: Setting) -> tuple[Gathering, ...]:
    """Return who may register at once, each without those who registered already.

    Those from outside belong to no school; who left takes no part.
    """
    there = {each.person for each in day.registrations}
    here = [each for each in setting.people if not each.archived and each.id not in there]
    free = {each.id for each in here}
    found = [Gathering(people=tuple(each.id for each in here if each.role is not PersonRole.EXTERNAL))]
    found += [
        Gathering(name=group.name, group=group.id, people=tuple(each for each in group.members if each in free))
        for group in setting.groups
    ]
    known = {folded(group.name) for group in setting.groups}
    sections: dict[str, list[int]] = {}
    for each in here:
        if folded(each.section) not in known | {""}:
            sections.setdefault(each.section.strip(), []).append(each.id)
    found += [Gathering(name=name, is_section=True, people=tuple(people)) for name, people in sorted(sections.items())]
    return tuple(found)


def registrations_of(gathering: Gathering) -> tuple[Registration, ...]:
    """Return a registration for each."""
    return tuple(Registration(person=each, group=gathering.group) for each in gathering.people)


def registrations_of_names(names: Iterable[str], day: StudyDay, setting: Setting) -> tuple[Registration, ...]:
    """Return a registration for each name, as a person of the school where it is one's; nobody registers twice.

    Accents and case don't matter.
    """
    people = {folded(each.name): each.id for each in setting.people if not each.archived}
    there = {each.person for each in day.registrations if each.person is not None}
    return tuple(_registered(names, people, there))


def _registered(names: Iterable[str], people: dict[str, int], there: set[int]) -> Iterator[Registration]:
    for name in (" ".join(each.split()) for each in names):
        person = people.get(folded(name))
        if person is None and name:
            yield Registration(name=name)
        elif person is not None and person not in there:
            there.add(person)
            yield Registration(person=person)
