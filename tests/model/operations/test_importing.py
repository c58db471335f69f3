"""An imported programme as a study day, or in one: one step, people and rooms found again."""

import datetime as dt

import pytest

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_text
from studydag.model.operations import editing, importing, programme
from studydag.model.operations.spots import Spot
from studydag.model.rules.time.schedule import schedule
from studydag.model.store.library import Library
from studydag.model.values.errors import InvalidValue, TooMany
from studydag.model.values.imported import ImportedProgramme
from studydag.model.values.programme import Block, Part
from studydag.model.values.school import Person, Room
from studydag.model.values.study_day import StudyDay

TEXT = """Studiedag lezen
12 maart 2026
9.00-9.15 Opening door Bea Smit
9.15-10.00 Lezing | Jan Bos | Aula
10.15-11.15 Workshops
- Rekenen, lokaal 1, Bea Smit
- Taal, lokaal 2, Kim Tan
Lunch
"""


def imported(text: str = TEXT) -> ImportedProgramme:
    return arranged(read_text(text), round_title="Keuzeronde")


def times(library: Library, day: int) -> list[tuple[str, str]]:
    whole = library.get(StudyDay, day)
    return [(f"{slot.start_time:%H:%M}", slot.block.title) for slot in schedule(whole)]


def test_a_programme_becomes_a_study_day_in_one_step(library: Library) -> None:
    editing.create(library, Person(name="Bea Smit"))
    editing.create(library, Room(name="Aula"))
    steps = []
    library.listeners.append(steps.append)
    day = importing.add_programme(library, imported(), "Studiedag lezen")
    library.listeners.remove(steps.append)
    assert [step.op for step in steps] == ["add_programme"]
    assert times(library, day) == [("09:00", "Opening"), ("09:15", "Lezing"), ("10:15", "Workshops")]
    assert sorted(person.name for person in library.every(Person)) == ["Bea Smit", "Jan Bos", "Kim Tan"]
    assert sorted(room.name for room in library.every(Room)) == ["Aula", "lokaal 1", "lokaal 2"]
    whole = library.get(StudyDay, day)
    assert [part.date for part in whole.parts] == [dt.date(2026, 3, 12)]
    assert [block.title for block in whole.blocks if block.part is None and block.round is None] == ["Lunch"]


def test_a_programme_goes_into_the_empty_part_of_a_day(library: Library, day: int, part: int) -> None:
    importing.add_programme_to_day(library, day, imported())
    (own,) = library.of_day(Part, day)
    assert (own.id, own.date, own.start) == (part, dt.date(2026, 3, 12), dt.time(9))
    assert times(library, day) == [("09:00", "Opening"), ("09:15", "Lezing"), ("10:15", "Workshops")]


def test_what_is_there_already_stays_and_a_part_is_added(library: Library, day: int, part: int) -> None:
    programme.add_block(library, day, Block(title="Inloop"), Spot(part=part))
    programme.add_block(library, day, Block(title="Misschien"))
    tops = importing.add_programme_to_day(library, day, imported())
    assert len(tops) == 4
    assert len(library.of_day(Part, day)) == 2
    parked = [block for block in library.of_day(Block, day) if block.part is None and block.round is None]
    assert [block.title for block in sorted(parked, key=lambda block: block.position)] == ["Misschien", "Lunch"]


def test_too_much_is_refused_and_nothing_is_added(library: Library, day: int) -> None:
    many = "\n".join(f"{place // 12 + 6:02}:{place % 12 * 5:02} Blok {place}" for place in range(200))
    twice = f"Dag 1\n{many}\nDag 2\n{many}\nDag 3\n9:00 Slot"
    with pytest.raises((InvalidValue, TooMany)):
        importing.add_programme(library, imported(twice), "Te veel")
    with pytest.raises((InvalidValue, TooMany)):
        importing.add_programme_to_day(library, day, imported(twice))
    with pytest.raises(InvalidValue):
        importing.add_programme(library, imported(), "")
    assert library.of_day(Block, day) == []
