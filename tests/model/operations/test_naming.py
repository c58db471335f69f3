"""Leads and rooms by their names: found where the school has them, added where it has not, one step each."""

from collections.abc import Callable

import pytest

from studydag.model.operations import editing, naming
from studydag.model.store.library import Library
from studydag.model.values.errors import InvalidValue
from studydag.model.values.programme import Block, LeadStatus
from studydag.model.values.school import Person, Room
from tests.model.operations.leads import add_lead

Add = Callable[..., int]


def leads(library: Library, block: int) -> list[str]:
    names = {person.id: person.name for person in library.every(Person)}
    return [names[lead.person] for lead in library.get(Block, block).leads]


def test_who_is_known_is_found_and_who_is_new_is_added(library: Library, add: Add) -> None:
    block = add("Lezing", 45)
    known = editing.create(library, Person(name="Joost Bos"))
    naming.name_leads(library, block, ["joost bos", " Mia de Vries ", ""])
    assert leads(library, block) == ["Joost Bos", "Mia de Vries"]
    assert library.get(Block, block).leads[0].person == known
    library.undo()
    assert leads(library, block) == []
    assert [person.name for person in library.every(Person)] == ["Joost Bos"]


def test_a_first_name_means_the_only_one_who_has_it(library: Library, add: Add) -> None:
    block = add("Lezing", 45)
    for name in ("Els Maas", "Jan Smit", "Jan Prins"):
        editing.create(library, Person(name=name))
    naming.name_leads(library, block, ["Els", "Jan"])
    assert leads(library, block) == ["Els Maas", "Jan"]


def test_who_led_it_already_keeps_the_status(library: Library, add: Add) -> None:
    block = add("Lezing", 45)
    person = editing.create(library, Person(name="Els Maas"))
    add_lead(library, block, person, LeadStatus.CONFIRMED)
    naming.name_leads(library, block, ["Tim Kok", "Els Maas"])
    assert [lead.status for lead in library.get(Block, block).leads] == [LeadStatus.IDEA, LeadStatus.CONFIRMED]


def test_a_room_is_found_by_its_number_or_added(library: Library, add: Add) -> None:
    block = add("Lezing", 45)
    known = editing.create(library, Room(name="Lokaal 12"))
    naming.name_room(library, block, "lok 12")
    assert library.get(Block, block).room == known
    naming.name_room(library, block, "Aula")
    assert [room.name for room in library.every(Room)] == ["Lokaal 12", "Aula"]
    naming.name_room(library, block, " ")
    assert library.get(Block, block).room is None


def test_a_name_that_is_too_long_is_refused_and_nothing_is_added(library: Library, add: Add) -> None:
    block = add("Lezing", 45)
    with pytest.raises(InvalidValue):
        naming.name_leads(library, block, ["Els Maas", "x" * 600])
    assert not library.every(Person)
