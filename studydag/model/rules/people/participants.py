"""How many people there are, and who."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """How many people there are: `everyone` (None is not known), those of the groups, and those placed by option.

    Of a group its members are known by name, or only how many are `counted` as coming (D20): the larger number holds.
    """

    everyone: int | None
    groups: Mapping[int, Group]
    counted: Mapping[int, int]
    placed: Mapping[int, int]

    def audience_of(self, block: Block) -> int | None:
        """Return how many people a block for all or for groups is meant for; None is not known."""
        return self._of_groups(block.audience) if block.audience else self.everyone

    def people_at(self, block: Block, parallel: int) -> int | None:
        """Return how many people to count on in a block or an option; None is not known.

        Of an option: those placed in it, else what its capacity and its audience allow, else an equal share of everyone
        over the `parallel` options that take place.
        """
        if block.round is None:
            return self.audience_of(block)
        if block.id in self.placed:
            return self.placed[block.id]
        if block.capacity is not None or block.audience:
            known = [number for number in (block.capacity, self._of_groups(block.audience)) if number]
            return min(known, default=self.everyone)
        return None if self.everyone is None or not parallel else -(-self.everyone // parallel)

    def _of_groups(self, groups: Iterable[int]) -> int | None:
        wanted = set(groups)
        members = {person for group in wanted if group in self.groups for person in self.groups[group].members}
        return max(len(members), sum(self.counted.get(group, 0) for group in wanted)) or None


def crowd_of(day: StudyDay, groups: Mapping[int, Group]) -> Crowd:
    """Return how many people to count on at a study day; `groups` are those of the school by id."""
    counted: dict[int, int] = {}
    for each in day.registrations:
        if each.group is not None and each.role is not RegistrationRole.LEAD:
            counted[each.group] = counted.get(each.group, 0) + each.count
    return Crowd(everyone=expected(day), groups=groups, counted=counted, placed=allotted(day))


def allotted(day: StudyDay) -> dict[int, int]:
    """Count the places given out, by option."""
    places: dict[int, int] = {}
    for each in day.allotments:
        places[each.option] = places.get(each.option, 0) + each.count
    return places
