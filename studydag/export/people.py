"""Who comes, one by one: what lists, badges and certificates print. Needs and wishes are none of their business."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from studydag.export.names import Names
from studydag.model.values.choices import Registration

MOST_NAMELESS: Final = 100
"""For more people without a name than this there is no row for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comer:
    """Someone who comes. `name` is empty for one of a group who has no name yet; `beside` is a section or group.

    Of a registration for very many it stands for all of them: `count`.
    """

    registration: Registration
    count: int = 1
    name: str = ""
    beside: str = ""


def comers(names: Names) -> list[Comer]:
    """Return who comes by name, those without a name last, by group; a registration of several stands for each."""
    found = [comer for registration in names.day.registrations for comer in _of(registration, names)]
    key = names.language.sort_key
    return sorted(found, key=lambda comer: (not comer.name, key(comer.name), key(comer.beside)))


def _of(registration: Registration, names: Names) -> Iterator[Comer]:
    person = next((each for each in names.setting.people if each.id == registration.person), None)
    group = names.group(registration.group)
    if person is not None:
        yield Comer(registration=registration, name=person.name, beside=person.section or person.organisation or group)
        return
    if registration.name:
        yield Comer(registration=registration, name=registration.name, beside=group)
    rest = registration.count - bool(registration.name)
    # A group that is known by a name alone is told by it.
    group = group or registration.name
    if rest > MOST_NAMELESS:
        yield Comer(registration=registration, count=rest, beside=group)
        return
    for _ in range(rest):
        yield Comer(registration=registration, beside=group)
