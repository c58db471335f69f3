"""Days with rounds, people and their wishes, in tests of who gets which place."""

from collections.abc import Sequence

from studydag.model.rules.choices.allot import allot
from studydag.model.values.allotting import Allotting
from studydag.model.values.choices import Preference, Registration
from studydag.model.values.programme import Block, BlockKind, Part
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

NOBODY = Setting()


def a_round(number: int, *options: Block, **fields: object) -> tuple[Block, ...]:
    """Return a round and its options."""
    made = Block(id=number, uid=f"round-{number}", part=1, position=number, kind=BlockKind.ROUND, **fields)
    return made, *options


def an_option(number: int, of: int, capacity: int | None = 10, **fields: object) -> Block:
    """Return an option of a round; a `capacity` of None is as many as come."""
    values = {"title": f"Option {number}", "uid": f"option-{number}", "position": number, "minutes": 60, **fields}
    return Block(id=number, round=of, capacity=capacity, **values)


def people(count: int, **fields: object) -> tuple[Registration, ...]:
    """Return so many people, registered one by one."""
    return tuple(
        Registration(id=each, uid=f"person-{each:03}", name=f"P{each}", **fields) for each in range(1, count + 1)
    )


def wishes(*lists: tuple[int, int | None, Sequence[int]]) -> tuple[Preference, ...]:
    """Return wishes: of a person, in a round, the options from the first choice on."""
    return tuple(
        Preference(id=0, registration=person, round=number, option=option, rank=rank)
        for person, number, options in lists
        for rank, option in enumerate(options, 1)
    )


def a_day(
    blocks: Sequence[Block],
    registrations: Sequence[Registration],
    preferences: Sequence[Preference] = (),
    **fields: object,
) -> StudyDay:
    """Return a day with one part."""
    return StudyDay(
        id=1,
        parts=(Part(id=1),),
        blocks=tuple(blocks),
        registrations=tuple(registrations),
        preferences=tuple(preferences),
        **fields,
    )


def allotted(day: StudyDay, setting: Setting = NOBODY, **how: object) -> Allotting:
    """Give out the places."""
    found = allot(day, setting, **how)
    assert found is not None
    return found


def option_of(found: Allotting, person: int, number: int = 100) -> int | None:
    """Return the option in which somebody has a place, or None."""
    return next((each.option for each in found.places if (each.registration, each.round) == (person, number)), None)
