"""How many people there are, and who."""

from __future__ import annotations

from collections.abc import Mapping

from studydag.model.values.choices import Registration, RegistrationRole
from studydag.model.values.programme import Block
from studydag.model.values.school import Group
from studydag.model.values.study_day import StudyDay


def registered(day: StudyDay) -> int:
    """Count the people who registered to take part; a registration may stand for several (D20)."""
    return sum(each.count for each in day.registrations if each.role is not RegistrationRole.LEAD)


def expected(day: StudyDay) -> int | None:
    """Return how many people to count on: the expected number, or those registered when they are more."""
    people = max(day.expected_number or 0, registered(day))
    return people or None


def audience_of(block: Block, everyone: int | None, groups: Mapping[int, Group]) -> int | None:
    """Return how many people a block for all or for groups is meant for; None is not known."""
    if not block.audience:
        return everyone
    members = {person for group in block.audience if group in groups for person in groups[group].members}
    return len(members) or None


def is_for(block: Block, registration: Registration, groups: Mapping[int, Group]) -> bool:
    """Whether a block is for someone (R098): it is for all, for their group, or they lead it.

    Of somebody who is only a name it can't be known; then it is.
    """
    if not block.audience or registration.group in block.audience:
        return True
    if registration.person is None:
        return registration.group is None
    if any(lead.person == registration.person for lead in block.leads):
        return True
    return any(registration.person in groups[each].members for each in block.audience if each in groups)


def people_at(
    block: Block, everyone: int | None, groups: Mapping[int, Group], placed: Mapping[int, int], parallel: int
) -> int | None:
    """Return how many people to count on in a block or an option; None is not known.

    Of an option: those `placed` in it, else what its capacity and its audience allow, else an equal share of `everyone`
    over the `parallel` options that take place.
    """
    if block.round is None:
        return audience_of(block, everyone, groups)
    if block.id in placed:
        return placed[block.id]
    if block.capacity is not None or block.audience:
        meant = audience_of(block, None, groups) if block.audience else None
        known = [number for number in (block.capacity, meant) if number]
        return min(known, default=everyone)
    return None if everyone is None or not parallel else -(-everyone // parallel)


def allotted(day: StudyDay) -> dict[int, int]:
    """Count the places given out, by option."""
    places: dict[int, int] = {}
    for each in day.allotments:
        places[each.option] = places.get(each.option, 0) + each.count
    return places
