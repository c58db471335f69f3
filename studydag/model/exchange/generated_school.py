"""The school of generated study days: the same for all days of a seed, so that they share people and rooms."""

from __future__ import annotations

from functools import cache
from random import Random

from studydag.model.exchange.generated_words import GeneratedWords, generated_words
from studydag.model.values.formats import Phase, SetUp, WorkingFormat
from studydag.model.values.school import (
    Accessibility,
    DocumentLanguage,
    Group,
    GroupKind,
    HolidayRegion,
    Person,
    PersonRole,
    Room,
    RoomCapacity,
    School,
    SchoolGoal,
)
from studydag.model.values.setting import Setting

PEOPLE = 40
EXTERNAL_PEOPLE = 4
LEADERS = 2
LARGE_ROOMS = 4
FORMATS: dict[Phase, tuple[tuple[str, int, int], ...]] = {
    Phase.INSPIRATION: (("inspiratielezing", 30, 40), ("leerlingenpanel", 30, 45), ("filmfragment", 15, 30)),
    Phase.KNOWLEDGE: (("expertpuzzel", 40, 60), ("minicollege", 20, 40), ("bronnencarrousel", 40, 60)),
    Phase.APPLICATION: (("lesontwerp", 50, 90), ("maakplaats", 50, 80), ("kaarten_sorteren", 20, 40)),
    Phase.REFLECTION: (("denken_delen", 10, 20), ("oogst", 20, 35), ("drie_twee_een", 10, 15)),
}
"""Built-in formats by key, with a usual range of minutes in steps of 5."""


@cache
def generated_setting(seed: int, language: DocumentLanguage) -> Setting:
    """Return the school, its people, rooms, groups and goals; ids count from 1 within each kind.

    Of built-in formats only uid and key are filled in: a library has the rest.
    """
    words = generated_words(language)
    random = Random(f"school {seed}")
    people = _people(random, seed, words)
    return Setting(
        school=School(
            name=words.school,
            language=language,
            holiday_region=HolidayRegion.NL_MIDDLE if language is DocumentLanguage.DUTCH else HolidayRegion.OTHER,
            country="NL" if language is DocumentLanguage.DUTCH else "GB",
        ),
        school_goals=tuple(
            SchoolGoal(id=number, uid=f"generated-{seed}-school-goal-{number}", position=number, title=title)
            for number, title in enumerate(words.school_goals, 1)
        ),
        people=people,
        rooms=tuple(_room(random, seed, number, name) for number, name in enumerate(words.rooms, 1)),
        groups=tuple(_group(seed, number, name, people) for number, name in enumerate(words.sections, 1)),
        formats=tuple(
            WorkingFormat(id=number, uid=key, key=key)
            for number, key in enumerate((key for row in FORMATS.values() for key, _, _ in row), 1)
        ),
    )


def _people(random: Random, seed: int, words: GeneratedWords) -> tuple[Person, ...]:
    names = [f"{first} {last}" for first in words.first_names for last in words.last_names]
    chosen = random.sample(names, PEOPLE)
    return tuple(_person(random, seed, number, name, words) for number, name in enumerate(chosen, 1))


def _person(random: Random, seed: int, number: int, name: str, words: GeneratedWords) -> Person:
    uid = f"generated-{seed}-person-{number}"
    if number > PEOPLE - EXTERNAL_PEOPLE:
        return Person(id=number, uid=uid, name=name, role=PersonRole.EXTERNAL)
    if number <= LEADERS:
        return Person(id=number, uid=uid, name=name, role=PersonRole.LEADER)
    section = words.sections[number % len(words.sections)]
    role = PersonRole.SUPPORT if section == words.sections[-1] else PersonRole.TEACHER
    return Person(
        id=number,
        uid=uid,
        name=name,
        role=role,
        section=section,
        experience_years=random.randint(0, 35),
        hours_budget=59,
    )


def _room(random: Random, seed: int, number: int, name: str) -> Room:
    people = 120 - 15 * number if number <= LARGE_ROOMS else random.choice([18, 20, 24, 28])
    return Room(
        id=number,
        uid=f"generated-{seed}-room-{number}",
        name=name,
        capacities=(
            RoomCapacity(set_up=SetUp.ISLANDS, people=people),
            RoomCapacity(set_up=SetUp.STANDING, people=people),
        ),
        accessibility=(Accessibility.STEP_FREE,),
    )


def _group(seed: int, number: int, name: str, people: tuple[Person, ...]) -> Group:
    members = tuple(person.id for person in people if person.section == name)
    return Group(id=number, uid=f"generated-{seed}-group-{number}", name=name, kind=GroupKind.SECTION, members=members)
